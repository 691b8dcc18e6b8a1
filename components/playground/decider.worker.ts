import { answerAsked } from './answer-asked.ts'
import type { Asked } from './playground.ts'
import type { FromDecider } from './start-decider.ts'

const send = (message: FromDecider) => postMessage(message)

addEventListener('message', async ({ data }: MessageEvent<{ readonly id: number; readonly asked: Asked }>) => {
  const { id, asked } = data
  try {
    send({ id, reply: await answerAsked(asked, () => send({ id, began: true })) })
  } catch (error) {
    send({ id, failed: true })
    throw error
  }
})
