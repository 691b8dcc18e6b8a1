export interface BenchLearner {
  readonly cookie: string
  readonly attempt: string
  /** The newest step this learner has seen. */
  after: number
}

/** A first visit that opens a lab, as a browser would make it: the cookie and the attempt's id. */
export async function newLearner(url: string, lab: string): Promise<BenchLearner> {
  const answer = await fetch(`${url}/labs/${lab}`)
  const cookie = answer.headers
    .getSetCookie()
    .map(it => it.split(';')[0])
    .join('; ')
  const html = await answer.text()
  const attempt = /\\"id\\":\\"([\w-]+)\\",\\"lab\\"/.exec(html)?.[1]
  if (!attempt) throw new Error(`no attempt on /labs/${lab}: ${answer.status}`)
  return { cookie, attempt, after: 0 }
}

/** One command line, from sending it to the end of its stream; milliseconds. Throws when it was refused. */
export async function command(url: string, learner: BenchLearner, text: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`${url}/api/attempts/${learner.attempt}/terminal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: learner.cookie, origin: url },
    body: JSON.stringify({ terminal: '1', text, after: learner.after }),
  })
  const frames = (await answer.text()).trim().split('\n')
  const took = performance.now() - began
  const last = JSON.parse(frames.at(-1) ?? '{}') as { kind?: string; head?: { seq: number }; refusal?: unknown }
  if (last.kind !== 'end' || !last.head) throw new Error(`${answer.status} ${frames.at(-1)}`)
  learner.after = last.head.seq
  return took
}
