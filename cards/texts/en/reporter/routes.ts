/** What a reporter reads of where it went: taken up, still asked, no answer. Never who, and never what they do. */
import type { routes as nl } from '../../nl/reporter/routes.ts'

export const routes: typeof nl = {
  mine: {
    takenUp: 'Those who are responsible for this have taken it up.',
    stillAsking: 'We have no answer yet. We keep asking for it.',
    noAnswer: 'We did not get an answer. We do not ask for it any more.',
  },
  takenUp: {
    title: (reference) => `${reference} has been taken up`,
    text: 'Those who are responsible for this have taken up your signal. That was possible thanks to you.',
    limits: 'What they do, we often may not tell.',
    over: 'This message has been overtaken meanwhile. Thank you for letting us know.',
    notToHear: 'You chose not to hear whether your signal has been taken up. We leave it at that.',
  },
  stillAsking: {
    title: (reference) => `No answer yet about ${reference}`,
    text: 'We have no answer yet from those who are responsible for this. We keep asking for it.',
    nothing: 'There is nothing you have to do. Thank you for letting us know.',
  },
  noAnswer: {
    title: (reference) => `No answer about ${reference}`,
    text: 'We asked more than once, and got no answer. We do not ask for it any more.',
    good: 'Thank you for sharing this. Do you see something again? Let us know.',
  },
  hear: {
    title: 'Hearing whether it has been taken up',
    not: 'Do not tell me this',
    yes: 'Tell me after all',
    about: 'Do you not want to hear whether it has been taken up? That is fine.',
    isNot: (reference) =>
      `Fine. I do not tell you whether ${reference} has been taken up. Changed your mind? Press the button.`,
    isYes: (reference) => `Fine. I will tell you when ${reference} has been taken up.`,
    already: 'That is how it was already.',
  },
}
