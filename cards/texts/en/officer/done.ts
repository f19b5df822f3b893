/** Shown at the top after a deed, for each deed by its name. */
import type { done as nl } from '../../nl/officer/done.ts'

export const done: typeof nl = {
  take: (reference) => `You have taken on ${reference}. You are responsible now.`,
  handTo: (reference, name) => `${reference} is with ${name} now. They get a message.`,
  note: 'Your note is in the file.',
  ask: 'Your question goes to the reporter. When there is an answer, you hear it in your own chat.',
  called: {
    reached: 'Noted: you spoke to the reporter.',
    notReached: 'Noted: nobody answered.',
  },
  setUrgency: (urgency) => `The urgency is ${urgency} now. The terms have been adjusted.`,
  setMinor: (minor) => `At minor it now says: ${minor}.`,
  decide: (outcome) => `Your decision has been recorded: ${outcome}.`,
  handOver: (partner, day) => `Handed over to ${partner}. We ask an answer before ${day}.`,
  partnerAnswered: (partner) => `The answer from ${partner} is in the file.`,
  answerPartner: (partner) => `Your answer was noted. Now we wait for ${partner} again.`,
  giveUpRoute: (partner) => `Noted: no answer obtained from ${partner}. We do not ask any more.`,
  help: {
    arranged: 'Noted: the help is arranged.',
    notNeeded: 'Noted why no help is needed.',
    later: 'Noted: the help gets another day.',
  },
  move: (reference) => `The text is in ${reference} now. Why stands in both files.`,
  feedBack: {
    message: 'Your message goes to the reporter.',
    call: 'Noted: the reporter heard it from you.',
    meeting: 'Noted: the reporter heard it from you.',
    none: 'Noted why the reporter hears nothing.',
  },
  advise: 'Your advice goes to the reporter. Then you choose together how it goes on.',
  endConsultation: {
    enough: 'This has ended. What was asked has been erased.',
    keep: 'This is a signal now. Take a decision.',
    later: 'It stays open for later.',
  },
  keepAgainstWish: {
    reachable: 'This is a signal now. The reporter is told that you keep it.',
    anonymous: 'This is a signal now. The reporter is anonymous and cannot hear this from us.',
    left: 'This is a signal now. The reporter’s account does not exist any more: they do not hear this from us.',
  },
  close: (reference) => `${reference} is closed. Thank you for your care.`,
  reveal: 'You now see who reported this. That has been recorded.',
  freeze: 'The freeze has been recorded.',
  unfreeze: 'The freeze was lifted.',
  correct: 'Your correction has been added.',
  recipientInformed: 'Noted that you told them.',
  erase: 'This file is now on the list to destroy.',
  keepLonger: 'This file is off the list until the day you chose.',
}
