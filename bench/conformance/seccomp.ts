import type { Line } from '#engine/eval/evaluator.ts'
import { asLine, type Comparison, listAt } from './comparison.ts'

/** The runtime whose answers count. */
const runc = 'runc 1.1.15 / libseccomp 2.6.0'

const action = (it: Line) => [it.action, it.action === 'ERRNO' ? (it.errno ?? 0) : undefined]

export const seccomp: Readonly<Record<string, Comparison>> = {
  'seccomp/vectors': {
    each: listAt('probes'),
    recorded: it => (it.enosysStub ? { ...it, action: 'ERRNO', errno: 38 } : it),
    decided: action,
  },
  'seccomp/vectors-libseccomp-bugs': {
    each: listAt('probes'),
    asks: ({ idealTree }) => idealTree !== undefined,
    recorded: ({ idealTree }) => {
      const [verdict, errno] = Array.isArray(idealTree) ? idealTree : [idealTree]
      return { action: verdict, errno }
    },
    decided: action,
  },
  'seccomp/vectors-load-errors': {
    decided: ({ error }) => typeof error === 'string',
    worded: ({ error }) => error,
  },
  'seccomp/invalid-vectors': {
    decided: it => starts(runOf(it.results)),
    worded: it => (starts(runOf(it.results)) ? '' : runcWords(runOf(it.results))),
  },
  // That the program saw something says that its container started.
  'seccomp/runc-e2e': {
    each: ({ observed }) => listAt('lines')(runOf(observed)),
    decided: ({ value }, recorded) => (value === 'R' && isResult(recorded.value) ? recorded.value : value),
  },
  // Lists that were found to be enough have no result of their own.
  'seccomp/startup-ablation': {
    recorded: it => ({ result: it.result ?? { rc: 0 } }),
    decided: ({ result }) => starts(asLine(result)),
  },
}

function runOf(all: unknown): Line {
  return asLine(asLine(all)[runc])
}

/** The container began to run its program, whatever that came to. */
function starts({ rc, stdout, stderr }: Line): boolean | undefined {
  if (rc === undefined) return undefined
  return !String(stderr).includes('runc run failed') && (rc === 0 || String(stdout).includes('started'))
}

/** runc's sentence, without the time. */
function runcWords({ stderr }: Line): string {
  return /msg="runc run failed: (.*)"$/m.exec(String(stderr))?.[1] ?? ''
}

/** What a call gave that was let through: any number. */
function isResult(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('R ')
}
