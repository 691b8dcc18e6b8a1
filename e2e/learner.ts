import type { BrowserContext } from '@playwright/test'
import type { TerminalFrame } from '#engine/grade/attempt-view.ts'

export interface Ran {
  readonly status: number
  readonly output: string
  /** The last frame: how it ended. */
  readonly last: TerminalFrame | { readonly kind?: undefined; readonly refused: string; readonly say: string }
}

/** A learner who talks to the HTTP API itself, with the cookie of a browser. */
export interface Learner {
  readonly attempt: string
  run(text: string, terminal?: string): Promise<Ran>
}

/** Opens a lab's attempt for the learner of this browser. Steps of its pages in between are looked up when asked. */
export async function learnerOf(context: BrowserContext, lab: string): Promise<Learner> {
  const look = async () => {
    const html = await (await context.request.get(`/labs/${lab}`)).text()
    const [, attempt = '', seq = '0'] =
      /\\"id\\":\\"([\w-]+)\\",\\"lab\\".*?\\"head\\":\{\\"seq\\":(\d+)/s.exec(html) ?? []
    return { attempt, seq: Number(seq) }
  }
  const { attempt } = await look()
  return {
    attempt,
    async run(text, terminal = '1') {
      const { seq } = await look()
      const answer = await context.request.post(`/api/attempts/${attempt}/terminal`, {
        data: { terminal, text, after: seq },
        timeout: 60_000,
      })
      const frames = (await answer.text())
        .trim()
        .split('\n')
        .map(it => JSON.parse(it) as TerminalFrame)
      const output = frames.map(it => (it.kind === 'out' ? it.text : '')).join('')
      return { status: answer.status(), output, last: frames.at(-1) as Ran['last'] }
    },
  }
}
