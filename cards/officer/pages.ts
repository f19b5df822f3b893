/** The pages of the dossier, each a form with one button and a way back. */
export { answerCard } from './forms/answer.ts'
export { callCard } from './forms/call.ts'
export { feedBackCard } from './forms/feedBack.ts'
export { handToCard } from './forms/handTo.ts'
export { keepCard } from './forms/keep.ts'
export { urgencyCard } from './forms/urgency.ts'
export { adviseCard, askCard, noteCard } from './forms/write.ts'
