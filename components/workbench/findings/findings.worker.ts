import { answerTo, type Memory } from './answer.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const memory: Memory = new Map()
const send = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  send({ do: 'answer', id: data.id, answer: answerTo(data, memory) })
})
send({ do: 'ready' })
