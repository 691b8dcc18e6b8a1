import { answerAsked } from './answer-asked.ts'
import { answerMessages } from './answer-messages.ts'

answerMessages(answerAsked)
