import type { Token } from '../lesson/highlight.ts'
import { answerMessages } from './answer-messages.ts'
import type { Coloured } from './use-colours.ts'

answerMessages<Coloured, readonly (readonly Token[])[]>(async ({ text, language }, began) => {
  const { highlight } = await import('../lesson/highlight.ts')
  began()
  return highlight(text, language)
})
