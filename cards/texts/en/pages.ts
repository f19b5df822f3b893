/** Pages of ours that people open in a browser. */

import type { pages as nl } from '../nl/pages.ts'
import { files } from './filePages.ts'

export const pages: typeof nl = {
  languages: 'Language',
  inThisLanguage: 'Read this in English',
  neutral: {
    title: 'You cannot use this page now',
    text: 'The link is not valid (any more), or the answer was given already.',
    whole: 'Did the link come from a mail? See whether you copied the whole link.',
    teams: 'Did the link come from Teams? Then ask for a new one there.',
    call: 'Is there something you want us to know? Call the municipality, and say that you were sent a link by us.',
    municipality: (name: string): string => `Municipality of ${name}`,
  },
  later: {
    title: 'This does not work now',
    text: 'Wait a few minutes and try again. Sending it twice does no harm: it counts once.',
  },
  answer: {
    title: 'Let us know whether you take this up',
    about:
      'The municipality passed something on to you, or asked you something. This page does not say what: you know from us, or you call us.',
    municipality: 'From',
    number: 'Number',
    phone: 'Our contact',
    what: 'What do you let us know?',
    choices: {
      takenUp: 'We take it up',
      notTakenUp: 'We do not take it up',
      question: 'We have a question first',
      passedOn: 'We passed it on to someone else',
    },
    passedTo: 'To whom was it passed on?',
    passedToHint: 'Only if you passed it on. For example: the supervision department.',
    contact: 'Who is the contact on your side?',
    reach: 'How can we reach them?',
    reachHint: 'A telephone number at work is best.',
    day: 'When do you know more, or want an answer?',
    line: 'Is there something you want to add?',
    lineHint:
      'Keep it short. No names, addresses or citizen service numbers: please call for those. This reaches the municipality encrypted.',
    optional: '(may stay empty)',
    send: 'Send this answer',
    notSent: 'This was not sent yet',
    sendAgain: 'Look at it, and send it once more.',
    errors: 'This is not right yet',
    errorTitle: (title) => `Not sent yet: ${title}`,
    wrong: {
      what: 'Choose what you want to let us know.',
      passedTo: 'Write to whom it was passed on.',
      question: 'Write your question, or how we can call you.',
      day: 'Choose a day ahead, or leave this empty.',
      long: (most) => `This is too long. It holds ${most} characters.`,
    },
  },
  thanks: {
    title: 'Thank you, we have your answer',
    final: 'The municipality reads this. You need not do anything more. The link no longer works.',
    question:
      'The municipality reads this and gets in touch. The link keeps working: let us know after that whether you take it up.',
    hidden: 'There was a number in it that looks like a citizen service number. We did not keep it.',
    call: 'Is something not right? Call our contact.',
  },
  files,
}
