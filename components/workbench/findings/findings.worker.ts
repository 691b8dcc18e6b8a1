import { answerTo, type Memory } from './answer.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const memory: Memory = new Map()
const send = (message: FromWorker) => postMessage(message)

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data
  try {
    send({ do: 'answer', id, answer: await answerTo(data, memory, () => send({ do: 'began', id })) })
  } catch (error) {
    send({ do: 'failed' })
    throw error
  }
})
send({ do: 'ready' })
