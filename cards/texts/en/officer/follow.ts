/** What follows on a decision or a call: routes on which nobody answered, help, calls, and words in the wrong place. */

import type { follow as nl } from '../../nl/officer/follow.ts'
import { cases } from '../cases.ts'

export const follow: typeof nl = {
  reach: {
    department: (department) => `Department: ${department}`,
    phones: 'Telephone',
    mail: 'Email',
    otherWay: 'In another way.',
    note: 'Mind this',
    noPhone: 'The directory of the municipality has no number.',
    unknown: 'I cannot look up the number now. Look in the directory of the municipality yourself.',
    teams: 'Call with Teams',
    noTeams: 'You cannot call with Teams here: I do not know the account.',
  },
  called: {
    title: 'Note your call',
    about: 'Write in short what was said. Do not write down who the reporter is.',
    reached: 'Did you speak to the reporter?',
    reachedMissing: 'Choose whether you spoke to the reporter.',
    choices: { reached: 'Yes, we spoke', notReached: 'No, not reached' },
    text: 'What was said? (may stay empty when you reached nobody)',
    hint: 'For example: she is safe today, we call again tomorrow',
    send: 'Keep the call',
  },
  calls: 'Calls with the reporter',
  spoke: (name, moment) => `${name} spoke to the reporter · ${moment}`,
  notReached: (name, moment) => `${name} called and nobody answered · ${moment}`,

  basis: {
    title: (partner) => `Hand over to ${partner}: on which ground?`,
    about:
      'A ground is the reason that the law gives for sharing data. For this organisation none is recorded. Without one you may not hand over anything: you share data of ' +
      'somebody who did not ask for it. In doubt? Ask the lawyer first.',
    which: 'On which ground?',
    whichMissing: 'Choose a ground.',
    choices: {
      publicTask: 'Public task of the municipality (GDPR 6(1)(e))',
      vitalInterest: 'Somebody’s life or safety is in danger (GDPR 6(1)(d))',
      legalDuty: 'The law obliges us (GDPR 6(1)(c))',
    },
    why: 'Why does it hold here?',
    whyHint: 'For example: Wmo, the lawyer looked at it',
    whyMissing: 'Write in a few words why.',
    send: 'Handed over on this ground',
    said: (basis) => `Ground: ${basis}`,
    because: 'Why this ground',
  },

  again: 'No answer yet? Then this is the day on which we ask again, or answer ourselves',
  againHint: 'May stay empty: then I take the usual term.',
  passedTo: 'Passed on? To whom?',
  passedToNone: 'Not passed on, or to somebody who is not listed',

  noAnswerYet: {
    question: (partner, day) => `Noted. It is your turn: answer ${partner} before ${day}.`,
    passedOn: (partner, day) => `Noted. We now ask ${partner} for an answer, before ${day}.`,
    noAnswer: (partner, day) => `Noted. We ask ${partner} for an answer again, before ${day}.`,
  },

  theirTurn: (day) => `No answer yet. We ask again on ${day}.`,
  ourTurn: (partner, day) => `${partner} has a question. Answer before ${day}.`,
  ourTurnLate: (partner, day) => `Overdue: ${partner} waits for your answer. It was due before ${day}.`,
  ours: (name, moment) => `Our answer · ${name} · ${moment}`,
  askedInVain: (times) =>
    times === 1 ? 'Asked once without an answer.' : `Asked ${times} times without an answer.`,
  goesOn: (partner) => `Passed on to ${partner}. We ask an answer there now.`,
  wentWith: (reference) =>
    `This went along with ${reference}. What you ask and what they say, you note there. Then it stands here too.`,
  goesFor: (others) =>
    others === 1
      ? 'Also for one other file of this case: what you note here holds there too.'
      : `Also for ${others} other files of this case: what you note here holds there too.`,
  cameFrom: (partner) => `Passed on by ${partner}.`,
  noAnswerObtained: (name, moment) => `No answer obtained, no longer asked · ${name} · ${moment}`,
  escalatedTo: 'Taken to',
  earlier: (what, moment) => `Earlier: ${what} · ${moment}`,
  answerThem: 'Answer the question',
  stopAsking: 'Stop asking',

  answerPartner: {
    title: (partner) => `Answer the question from ${partner}`,
    about:
      'The bot sends nothing. Answer them yourself, and note here what you said. Then we wait for them again.',
    text: 'What did you answer?',
    missing: 'Write in short what you answered.',
    again: 'Before which day do we ask an answer now? (may stay empty)',
    send: 'Keep our answer',
  },
  giveUp: {
    title: (partner) => `Stop asking ${partner}`,
    about:
      'No answer came. You can stop only after you asked more than once and brought in somebody else. The reporter ' +
      'then hears honestly that we got no answer.',
    tooEarly: (least) =>
      `This is not possible yet. First note on ${least} days that you asked and got no answer.`,
    askFirst: (who) => `Ask ${who} first.`,
    escalated: 'To whom did you take this?',
    escalatedHint: 'For example: the manager there, or our own head',
    escalatedMissing: 'Write to whom you took it.',
    reason: 'Why do we stop asking?',
    reasonMissing: 'Write in a few words why.',
    send: 'Stop asking',
  },

  help: {
    title: 'Help for a possible victim',
    about: (owner, day) => `${owner} arranges this, ${day} at the latest.`,
    none: 'There is no help that still has to be arranged.',
    closing: 'You can close when the help is arranged, or when it is recorded why none is needed.',
    how: 'How does it stand?',
    howMissing: 'Choose how it stands.',
    choices: {
      arranged: 'Arranged',
      notNeeded: 'Not needed (any more), with a reason',
      later: 'Not yet: another day or somebody else',
    },
    owner: 'Who arranges the help?',
    ownerMissing: 'Choose who arranges the help.',
    by: 'Before which day is the help arranged?',
    byMissing: 'Choose a day, today or later.',
    text: 'More about it (may stay empty when it is arranged)',
    send: 'Keep',
    open: (owner, day) => `Help: ${owner} arranges this, ${day} at the latest.`,
    late: (owner, day) => `Overdue: help is not arranged yet. ${owner} would do this, ${day} at the latest.`,
    done: { arranged: 'Help arranged', notNeeded: 'Help not needed any more' },
    line: (what, name, moment) => `${what} · ${name} · ${moment}`,
    button: 'Update the help',
    withDecision: (decision, open) => `${decision} ${open}`,
  },

  minor: {
    ask: 'Is there somebody younger than 18?',
    missing: 'Choose whether somebody is younger than 18. You do not know? Then choose: not known.',
    about: 'You do not know? Then we assume there is, and always look at help too.',
    isYes: 'the file says: yes, a minor. Is that not right? Change it under More first.',
    choices: { yes: 'Yes, or perhaps', no: 'No', unknown: 'Not known' },
    unknown:
      'When this was decided it was not known whether somebody is younger than 18. Assume there is: look at help too.',
  },

  move: {
    title: 'Move a piece of text',
    door: 'Is there something here that belongs to another file?',
    about:
      'The text goes to the other file. Here it stays written that something was moved, where to and why. Who wrote ' +
      'it is written nowhere.',
    none: 'There is no text of the reporter here that you can move.',
    passage: 'Which piece?',
    passageMissing: 'Choose the piece that belongs elsewhere.',
    passageChoice: (what, moment, begin) => `${what}, ${moment}: ${begin}`,
    to: 'To which file?',
    toNone: 'Choose an open file',
    toChoice: (reference, day) => `${reference}, received ${day}`,
    reference: 'Is it not listed? Type the number (for example S-2026-0001)',
    reason: 'Why does it belong there?',
    reasonHint: 'Do not write down who wrote this',
    reasonMissing: 'Write in a few words why.',
    question:
      'Was it an answer to a question? Then that question is open again afterwards, and the reporter gets it once more.',
    send: 'Move',
    away: (reference, name, moment) => `Moved to ${reference} · ${name} · ${moment}`,
    here: (reference, name, moment) =>
      `Came from ${reference}, moved by ${name} · ${moment}. Perhaps another reporter wrote this.`,
    because: (reason) => `Why: ${reason}`,
    askedAgain: (moment) => `The answer belonged to another file. Asked again · ${moment}.`,
    not: {
      unknown: 'I do not know that file. Choose an open one, or type the number exactly like that.',
      same: 'that is this file itself. Choose another one.',
      closed: 'that file is closed. Nothing can be added to it.',
      frozen: 'that file is frozen. Nothing can be added to it now.',
      full: 'that file is full. This text does not fit in it any more.',
      consultation: cases.refused.consultation,
      notYours: 'that file is not yours now. Ask who is on duty.',
    },
  },
}
