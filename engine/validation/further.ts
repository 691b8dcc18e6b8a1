import type { Finding } from '../yaml/finding.ts'
import { staticPods } from './kinds.ts'

/** What is said of a text besides; `path` is where it lies on a host. */
type Further = (text: string, path: string) => readonly Finding[]

/**
 * What is said of a file that somebody looks at as a whole, and not of one that somebody types in: what a person may want to
 * weigh, and what takes a component's whole start to find. By the ids of kinds. An editor does not load it.
 */
const further: Readonly<Record<string, () => Promise<Further>>> = {
  pod: ofPods,
  workload: ofPods,
  async 'control-plane'() {
    const { commandLinesInPods } = await import('./command-line/in-pods.ts')
    const { startFindings } = await import('./command-line/start.ts')
    const { benchmarkFindings } = await import('./command-line/benchmark.ts')
    return text => {
      const lines = commandLinesInPods(text)
      return [...startFindings(lines), ...benchmarkFindings(lines)]
    }
  },
  async 'kubelet-config'() {
    const { benchmarkOfConfig } = await import('./command-line/benchmark.ts')
    return benchmarkOfConfig
  },
}

/** Loads what says more of files of a kind; undefined where there is nothing. */
export async function loadFurther(kind: string): Promise<Further | undefined> {
  return Object.hasOwn(further, kind) ? further[kind]?.() : undefined
}

/** The kubelet starts its own Pods without asking anybody about levels. */
async function ofPods(): Promise<Further> {
  const { podAdvice } = await import('./pod-manifest/advice.ts')
  return (text, path) => (path.startsWith(staticPods) ? [] : podAdvice(text))
}
