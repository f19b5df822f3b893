/** The file of a signal and the page behind *More*. */
import type * as nl from '../../nl/officer/dossier.ts'

export const dossier: typeof nl.dossier = {
  unverified: 'Not verified: a signal is not a suspicion.',
  inline:
    'Local mode: this stands in the conversation itself. In Teams it opens in a window of its ' +
    'own, for you only.',
  speak: (reference) => `File ${reference}`,

  acute: 'There may be danger now',
  acuteCalled: (called) => `112 called: ${called}.`,
  acuteUnknown: '112 called: not known. Ask, and when in doubt: call 112 yourself.',
  acuteBack: (moment) =>
    `Please note: on ${moment} the reporter said that there is no danger. Look soon all the same. It may have been said under pressure.`,

  look: 'Needs your attention now',
  wantsCall: 'The reporter would like to be called.',
  wantsCallUnknown:
    'The reporter would like to be called. You cannot see who it is: look whether there is a ' +
    'number with the answer.',
  wantsTalk: 'The reporter wants to talk with you about it.',
  reporterLeft:
    'The reporter cannot be reached any more: the account does not exist. I send no more messages. ' +
    'Feedback is not needed; you can close when the rest is done.',
  tellAgain:
    'This file is closed, but the reporter did not get the feedback. Give it another way, or record why not.',
  withdrawalWish: (moment) =>
    `The reporter wants to withdraw this (${moment}). You weigh that wish. Let the reporter know ` +
    'what you do.',
  consultationWish: {
    enough:
      'For the reporter this was enough. As it may be about danger or a minor, you decide too. ' +
      'Choose under More.',
    keep: 'The reporter wants to keep this as a signal.',
    later: 'The reporter wants to talk again later.',
  },
  attachments: (count) =>
    count === 1
      ? 'The reporter also sent an attachment. We do not accept those. ' +
        'It is only in the chat of the reporter.'
      : `The reporter also sent ${count} attachments. We do not accept those. They are only in the ` +
        'chat of the reporter.',
  minor: 'This may be about a minor. Always look at help too, not only at enforcement.',

  known: 'Details of the report',
  facts: {
    state: 'Status',
    urgency: 'Urgency',
    why: 'Why this urgency',
    certainty: 'How sure is the reporter',
    writtenIn: 'Language of the text',
    minor: 'Minor',
    degree: 'Who reported it',
    language: 'Language of the reporter',
    received: 'Received',
    look: 'Look before',
    decide: { signal: 'Decide before', consultation: 'Finish before' },
    accountable: 'Responsible',
    taken: 'Taken on by',
    was: 'Began as',
  },
  youHaveIt: (name) => `${name} (you)`,
  wasConsultation: 'advice',
  wasKept: 'advice, kept against the wish',
  keptReason: 'Why it was kept against the wish',

  written: 'What was written',
  nothingWritten: 'There is no text.',
  via: {
    chat: 'In the chat',
    form: 'In the form',
    addition: 'Addition',
    answer: 'Answer to a question',
    told: 'Told to whoever entered it',
  },
  reporterCorrects: 'Correction by the reporter',
  askedAfter: (question) => `Asked after sending: ${question}`,
  lookAtCorrection:
    'The reporter wrote that it is otherwise. Read that correction first. Is the report not needed any more? Choose ' +
    'Rights and retention, and then Erase earlier.',
  at: (how, moment) => `${how} · ${moment}`,
  form: 'Form',
  formFields: {
    what: 'What',
    where: 'Where',
    when: 'When',
    who: 'Who',
    howKnown: 'How does the reporter know',
  },
  readAll: 'Read everything',
  storyTitle: (reference) => `${reference} · everything that was written`,
  cut: (shown, all) => `… (shortened: ${shown} of ${all} characters are shown here)`,
  leftOut: (count) => `… ${count} pieces are not shown here …`,
  part: (part, of) => `Part ${part} of ${of}`,
  nextPart: 'Read on',
  previousPart: 'Previous part',
  allRoutes: 'All organisations',
  routesTitle: (reference) => `${reference} · where it goes`,
  noRoutes: 'No organisation was chosen.',

  questions: 'Questions and answers',
  asked: (name, moment) => `Question from ${name} · ${moment}`,
  answered: (moment) => `Answer · ${moment}`,
  waits: {
    arrived: 'No answer yet.',
    maybe: 'Perhaps it did not reach the reporter. No answer yet.',
    underWay: 'No answer yet. The message has not reached the reporter yet.',
    waits: 'It lies ready with the code. The reporter has not seen it yet.',
    lost: 'It did not reach the reporter. Choose another way.',
  },
  answerUnknown: 'The reporter does not know. That is an answer too.',
  answerCallMe: 'The reporter would like a call about it.',

  advices: 'Advice to the reporter',
  byAt: (name, moment) => `${name} · ${moment}`,

  decisions: 'Decision',
  decisionBefore: 'Earlier decision',
  decided: (outcome, name, moment) => `${outcome} · ${name} · ${moment}`,
  reason: 'Why',
  lead: 'Who has the lead',
  victimHelp: 'Help for a possible victim',
  victimCheck: 'Looked whether this can be a victim',
  monitorUntil: 'Monitor up to and including',
  monitorOver: (day) => `${day} (over: choose what is needed now)`,
  safeReason: 'What the reporter may hear',
  tell: 'How the reporter hears it',
  tellWhy: 'Why not yet',

  routes: 'Where it goes',
  way: (way) => `How: ${way}`,
  basis: (basis) => `Ground (the reason in the law): ${basis}`,
  noBasis: 'Ground (the reason in the law): not filled in. Ask the lawyer before you hand over anything.',
  planned: (day) => `Still to be handed over. Answer asked before ${day}.`,
  plannedLate: (day) => `Overdue: not handed over yet, and the answer was asked before ${day}.`,
  handed: (name, moment) => `Handed over by ${name} · ${moment}.`,
  answerBy: (day) => `Answer asked before ${day}.`,
  answerLate: (day) => `Overdue: the answer was asked before ${day}. Call them, or note that none comes.`,
  partnerSaid: (what, name, moment) => `${what} · noted by ${name} · ${moment}`,
  noteAnswer: 'Note the answer',
  changeAnswer: 'New answer',

  feedback: 'Feedback to the reporter',
  fedBack: (form, name, moment) => `${form} · ${name} · ${moment}`,
  notArrived: (line) => `${line} · has not arrived`,
  toldAs: (reason) => `Told: we do nothing now, because ${reason}.`,
  noFeedbackLeft: 'No feedback: the reporter cannot be reached any more.',
  noFeedbackAnonymous: 'No feedback: the reporter is anonymous, nobody can reach them.',

  notes: 'Notes for colleagues',
  closedBy: (name, moment) => `Closed by ${name} · ${moment}`,
  withdrawnAt: (moment) => `Withdrawn by the reporter · ${moment}`,

  history: 'Who has looked',
  viewed: (name, moment, times) =>
    times === 1
      ? `${name} looked at this · ${moment}`
      : `${name} looked at this ${times} times, last ${moment}`,
  revealed: (name, moment) => `${name} saw who the reporter is · ${moment}`,
  called: (name, moment) => `${name} called the reporter · ${moment}`,

  failed: {
    received: 'The receipt has not reached the reporter',
    taken: 'The message that somebody is looking at this has not reached the reporter',
    question: 'Your question has not reached the reporter',
    advice: 'Your advice has not reached the reporter',
    kept: 'The reporter does not know yet that this is kept',
    consultationEnded: 'The reporter does not know yet how the conversation ended',
    decided: 'The message about the decision has not reached the reporter',
    handedOver: 'The message about the hand-over has not reached the reporter',
    takenUp: 'The message that it was taken up has not reached the reporter',
    stillAsking: 'The message that we keep asking has not reached the reporter',
    noAnswer: 'The message that no answer came has not reached the reporter',
    feedback: 'The feedback has not reached the reporter',
    overdue: 'The reporter does not know yet that the reporting point is late',
    closed: 'The message that this is finished has not reached the reporter',
    fits: 'The message that it fits with other information has not reached the reporter',
    doorbell: 'The card in the channel was not updated',
    alarmCard: 'The card of the alarm was not updated',
    officer: (name) => `${name} got no message in their own chat`,
    invitation: 'The invitation to a meeting was not sent. Invite people yourself',
    alarmChannel: 'The alarm has not reached the channel',
    partnerMail: 'The mail to an organisation was not sent for certain',
    alarm: (name) => `The alarm has not reached ${name}. Call them`,
  },
  failedWhy: {
    gone: 'the conversation no longer exists',
    refused: 'the bot was blocked or removed there',
    away: 'Teams could not be reached for too long',
    unreachable: 'there is no way to get there',
    outcomeUnknown: 'Teams gave no answer twice. It may have arrived after all',
  },
  failedLine: (what, why) => `${what}: ${why}.`,
  possibleDuplicates: (what) => `The reporter may have got this twice: ${what}.`,
  messages: {
    received: 'the receipt',
    taken: 'the message that somebody is looking at this',
    question: 'your question',
    advice: 'your advice',
    kept: 'that this is kept',
    consultationEnded: 'how asking advice ended',
    decided: 'the message about the decision',
    handedOver: 'the message about the hand-over',
    takenUp: 'the message that it was taken up',
    stillAsking: 'the message that we keep asking',
    noAnswer: 'the message that no answer came',
    feedback: 'the feedback',
    overdue: 'the message that the reporting point is late',
    closed: 'the message that this is done',
    fits: 'the message that it fits with other information',
  },
  stillTrying: 'I am still trying',
  failedDo:
    'It goes once Teams works again, or when the reporter writes. Choose another way, for example a call.',

  reporter: 'The reporter',
  reporterNameless: 'The name of the reporter was not given.',
  reporterName: (name) => `This was reported by ${name}.`,
  revealRecorded:
    'That you see this now has been recorded with your reason. Do not put the name in a note or ' +
    'a hand-over.',
  iCalled: 'I have called',

  call: 'Call the reporter',
  noCallUnknown:
    'You cannot call: the reporter wants to stay unknown to people. You can ask a question ' +
    'through the bot.',
  noCallLeft: 'You cannot call: the reporter’s account does not exist any more.',
  noCallAnonymous: 'You cannot call: the reporter is anonymous. Nobody can send a question or an answer.',
  decide: 'Decide',
  decideAgain: 'New decision',
  advise: 'Give advice',
  ask: 'Ask a question',
  feedBack: 'Give feedback',
  close: 'Close',
  note: 'Note',
  more: 'More',
}

/** The page behind the button for what is done less often. */
export const more: typeof nl.more = {
  title: (reference) => `${reference} · more`,
  who: 'Who takes this up',
  whoNow: (name) => `Now taken on by ${name}.`,
  handTo: 'Give to a colleague',
  urgency: (urgency) => `The urgency is ${urgency} now.`,
  changeUrgency: 'Change the urgency',
  minor: (minor) => `Is this about a minor? It says: ${minor}.`,
  setMinor: { yes: 'Yes, a minor', no: 'No', unknown: 'Not known' },
  keep: 'The reporter does not want this kept, and it must be? Only possible with danger or a minor.',
  keepButton: 'Keep it anyway',
  sparren: 'Advice',
  end: 'End this together',
  endAbout:
    'Choose this together with the reporter.\n\n**This was enough**: everything that was asked ' +
    'is erased. That cannot be undone. Only the number is counted.\n\n**Keep as a signal**: the ' +
    'file stays and you take a decision.\n\n**Later**: it stays open.',
  endChoices: { enough: 'This was enough: erase it', keep: 'Keep as a signal', later: 'Later' },
  closed: 'This file is closed. Nothing can be changed any more.',
  frozen: 'This file is frozen: you can only look. Does work have to go on? Lift the freeze.',
}
