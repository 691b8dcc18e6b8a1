import { type BenchLearner, command, newLearner } from './learner.ts'
import { type Percentiles, percentiles } from './percentiles.ts'

/** What candidates type, from cheap to dear. */
const lines = [
  'ls -l /etc/kubernetes',
  'cat /etc/kubernetes/manifests/kube-apiserver.yaml | grep -- --',
  'cd /tmp; pwd; echo $HOME',
  'printf "a: 1\\nb: 2\\n" > note.yaml; sed -i s/1/3/ note.yaml; cat note.yaml',
  'for i in 1 2 3; do echo line $i; done | sort -r',
  'find /etc -name "*.yaml" | head -5',
  'cat /etc/passwd | cut -d: -f1 | sort | uniq | wc -l',
]

/** One learner, one command after another. */
export async function alone(url: string, lab: string, count: number): Promise<Percentiles> {
  const learner = await newLearner(url, lab)
  for (const line of lines) await command(url, learner, line)
  const samples: number[] = []
  for (let i = 0; i < count; i++) {
    // Slower than the limit of commands per learner.
    await new Promise(resolve => setTimeout(resolve, 60))
    samples.push(await command(url, learner, lines[i % lines.length] ?? 'true'))
  }
  return percentiles(samples)
}

/** Many learners, each sending a command every `every` milliseconds for `seconds`; their starts are spread evenly. */
export async function together(
  url: string,
  lab: string,
  { learners, ...pace }: { learners: number; every: number; seconds: number },
): Promise<Percentiles & { readonly failed: number }> {
  const all: BenchLearner[] = []
  for (let i = 0; i < learners; i++) all.push(await newLearner(url, lab))
  return typeTogether(url, all, pace)
}

/** These learners send commands; `failed` are those that were not acknowledged. */
export async function typeTogether(
  url: string,
  learners: readonly BenchLearner[],
  { every, seconds }: { every: number; seconds: number },
): Promise<Percentiles & { readonly failed: number }> {
  const samples: number[] = []
  let failed = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(
    learners.map(async (learner, index) => {
      await new Promise(resolve => setTimeout(resolve, (index * every) / learners.length))
      for (let turn = index; performance.now() < until; turn++) {
        const began = performance.now()
        await command(url, learner, lines[turn % lines.length] ?? 'true').then(
          took => samples.push(took),
          () => failed++,
        )
        await new Promise(resolve => setTimeout(resolve, Math.max(0, every - (performance.now() - began))))
      }
    }),
  )
  return { ...percentiles(samples), failed }
}
