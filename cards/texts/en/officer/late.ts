/**
 * A term passed: what does not go on, in the own chat of the officer who has it, or of the next in line. No word of the
 * case.
 */
import type { late as nl } from '../../nl/officer/late.ts'

export const late: typeof nl = {
  term: {
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
    partnerAsks: 'An organisation waits for your answer to its question.',
    result: 'It was taken up, and the outcome is not known yet. Ask for it.',
    help: 'Help for a possible victim is not arranged yet.',
    step: 'A step of the plan of the case is not done yet.',
    meeting: 'Nothing of a meeting is written down yet.',
    lead: 'Nobody has the lead of the case that this belongs to. Choose who gets it.',
    insight: 'Nothing came on a question to know more. Ask after it, or note what it gave.',
    agreeFirst: 'This would be agreed first. Note how it stands.',
    informSubject: 'Look again at whether you inform the people concerned.',
    receipt: 'You phoned, and did not fill in the call yet.',
  },
  with: {
    handOver: (partner) => `It is not handed over yet to: ${partner}.`,
    answer: (partner) => `No answer yet from: ${partner}. Ask again.`,
    recipient: (partner) => `Something was changed. Tell: ${partner}.`,
    partnerAsks: (partner) => `A question waits, from: ${partner}. Answer it.`,
    result: (partner) => `Ask what came of it, from: ${partner}.`,
    help: (owner) => `Help is not arranged yet by: ${owner}. Ask, or arrange it.`,
  },
  next: 'A colleague was told of this already. You may open it now and take it over.',
  many: (count) => `A term has passed for ${count} files. The worklist shows which ones.`,
  manyNext: 'A colleague was told of these already. You may open them now and take them over.',
  listed: (what) => `Too late. ${what}`,
}
