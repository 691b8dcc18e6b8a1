export interface BenchLearner {
  readonly cookie: string
  readonly attempt: string
  /** The newest step this learner has seen. */
  after: number
}

/** What a browser keeps of an answer, to be sent with the next request. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map(it => it.split(';')[0])
    .join('; ')
}

/** A first visit that opens a lab, as a browser would make it: the cookie and the attempt's id. */
export async function newLearner(url: string, lab: string): Promise<BenchLearner> {
  const answer = await fetch(`${url}/labs/${lab}`)
  const html = await answer.text()
  const attempt = /\\"id\\":\\"([\w-]+)\\",\\"lab\\"/.exec(html)?.[1]
  if (!attempt) throw new Error(`no attempt on /labs/${lab}: ${answer.status}`)
  return { cookie: cookieOf(answer), attempt, after: 0 }
}

/** One command line, from sending it to the end of its stream; milliseconds. Throws when it was refused. */
export async function command(url: string, learner: BenchLearner, text: string): Promise<number> {
  const { took, ran } = await line(url, learner, text)
  if (!ran) throw new Error(`the shell wants more after ${text}`)
  return took
}

/** Types a script line by line; what the shell wants more of, as a here-document, is sent together. */
export async function script(url: string, learner: BenchLearner, text: string): Promise<void> {
  let typed = ''
  for (const next of text.split('\n')) {
    if (typed === '' && next.trim() === '') continue
    typed = typed === '' ? next : `${typed}\n${next}`
    if ((await line(url, learner, typed)).ran) typed = ''
    // Slower than the limit of acts per learner.
    await new Promise(resolve => setTimeout(resolve, 60))
  }
}

async function line(url: string, learner: BenchLearner, text: string): Promise<{ took: number; ran: boolean }> {
  const began = performance.now()
  const answer = await fetch(`${url}/api/attempts/${learner.attempt}/terminal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: learner.cookie, origin: url },
    body: JSON.stringify({ terminal: '1', text, after: learner.after }),
  })
  const frames = (await answer.text()).trim().split('\n')
  const took = performance.now() - began
  const last = JSON.parse(frames.at(-1) ?? '{}') as { kind?: string; head?: { seq: number }; refusal?: unknown }
  if (last.kind === 'more') return { took, ran: false }
  if (last.kind !== 'end' || !last.head) throw new Error(`${answer.status} ${frames.at(-1)}`)
  learner.after = last.head.seq
  return { took, ran: true }
}
