/** A term passed: what does not go on, in the own chat of who has it, or of the next one. No word of the case. */
import type { OfficerTexts } from '../../nl/officer.ts'

export const late: Pick<
  OfficerTexts,
  'lateTerm' | 'lateWith' | 'lateNext' | 'lateMany' | 'lateManyNext' | 'lateListed'
> = {
  lateTerm: {
    respond: 'Nobody has taken this on yet.',
    advise: 'Who asked for advice has no answer yet.',
    decide: 'This is not decided or rounded off yet.',
    handOver: 'It is not handed over yet.',
    answer: 'There is no answer from outside the reporting point yet. Ask again.',
    monitor: 'The monitoring is over. Choose what is needed now.',
    tell: 'The reporter does not know yet what was decided.',
    feedback: 'The reporter has had no feedback yet.',
    question: 'The reporter has not answered a question yet. You can also go on without an answer.',
    recipient: 'Something was changed that somebody else does not know yet. Tell them.',
  },
  lateWith: {
    handOver: (partner) => `It is not handed over yet to: ${partner}.`,
    answer: (partner) => `No answer yet from: ${partner}. Ask again.`,
    recipient: (partner) => `Something was changed. Tell: ${partner}.`,
  },
  lateNext: 'A colleague was told of this already. You may open it now and take it over.',
  lateMany: (count) => `A term has passed for ${count} files. The worklist shows which ones.`,
  lateManyNext: 'A colleague was told of these already. You may open them now and take them over.',
  lateListed: (what) => `Too late. ${what}`,
}
