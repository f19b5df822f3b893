/** The pages of the dossier, each a form with one button and a way back. */
export { answerCard } from './pages/answer.ts'
export { callCard } from './pages/call.ts'
export { feedBackCard } from './pages/feedBack.ts'
export { handToCard } from './pages/handTo.ts'
export { keepCard } from './pages/keep.ts'
export { urgencyCard } from './pages/urgency.ts'
export { adviseCard, askCard, noteCard } from './pages/write.ts'
