/** What the reporting point reads of somebody who is anonymous and has a code. */
import type { code as nl } from '../../nl/officer/code.ts'

export const code: typeof nl = {
  waits: 'The reporter is anonymous. What you write waits, and is shown when the reporter uses the code.',
  noCall:
    'You cannot call: the reporter is anonymous. You can ask a question. It is shown when the reporter ' +
    'uses the code.',
  call:
    'The reporter is anonymous. Who it is was kept nowhere, so you cannot call. You can leave a question: ' +
    'it is shown when the reporter uses the code.',
  done: {
    ask: 'Your question waits. When the reporter uses the code and answers, you hear so in your own chat.',
    advise: 'Your advice waits, and is shown when the reporter uses the code.',
    feedBack: 'Your message waits, and is shown when the reporter uses the code.',
    keepAgainstWish: 'This is a signal now. That you keep it is shown when the reporter uses the code.',
  },
  title: 'What waits for the reporter',
  what: {
    received: 'Receipt',
    taken: 'That somebody is looking at it',
    question: 'Question',
    advice: 'Advice',
    kept: 'That this is kept',
    consultationEnded: 'How the consultation ended',
    decided: 'Decision',
    handedOver: 'Hand-over',
    takenUp: 'That it was taken up',
    stillAsking: 'That we keep asking',
    noAnswer: 'That no answer came',
    feedback: 'Feedback',
    overdue: 'That the reporting point is late',
    closed: 'Closing',
    fits: 'That it fits with other information',
  },
  shown: (what, day, shown) => `${what} of ${day} · shown on ${shown}`,
  notShown: (what, day) => `${what} of ${day} · not shown yet`,
  about:
    'The code was seen only once, by the reporter. Of this report we keep days, not times: those can give ' +
    'away who it was.',
}
