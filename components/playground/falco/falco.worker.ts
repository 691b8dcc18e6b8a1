import { answerMessages } from '../answer-messages.ts'
import type { AskedFalco, FalcoReply } from './falco.ts'

answerMessages<AskedFalco, FalcoReply>(async (asked, began) => {
  const { answerFalco } = await import('./answer-falco.ts')
  began()
  return answerFalco(asked)
})
