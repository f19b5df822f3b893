/** The rights of the people in a signal: freeze, correct and tell, erase before the term. */
import type { rights as nl } from '../../nl/officer/rights.ts'

export const rights: typeof nl = {
  parts: {
    story: 'what the reporter wrote',
    form: 'the form',
    question: 'a question to the reporter',
    answer: 'an answer of the reporter',
    advice: 'advice to the reporter',
    note: 'a note',
    label: 'a label of a colleague',
    call: 'a call with the reporter',
    decision: 'a decision',
    partnerAnswer: 'an answer of an organisation',
    feedback: 'feedback',
    reason: 'a reason that a colleague wrote',
    correction: 'a correction',
    fact: 'a fact',
    weighing: 'the weighing',
    case: 'the case that this belongs to',
    handOver: 'what an organisation got',
  },

  title: (reference) => `${reference} · rights and retention`,
  button: 'Rights and retention',
  door: 'Freeze, correct, and how long this is kept.',
  can: 'What you can do',
  about:
    'The people this is about have rights. Does somebody ask for them? Record what you do. A request is ' +
    'never itself a signal.',
  term: 'Retention term',
  noTerm: 'There is no decision yet. The retention term has not begun.',
  kept: (what, until) => `${what}: to be kept up to and including ${until}.`,
  most: (day) => `Never longer than ${day}.`,
  erasing: 'This file is on the list to be erased.',
  forgotten: (moment) => `Who reported this was erased (${moment}). That is as it should be after a time.`,
  freeze: 'Freeze',
  freezeAbout: 'Freeze: this file stays as it is. Everybody can only look.',
  unfreeze: 'Lift the freeze',
  correct: 'Correct',
  correctAbout: 'Correct: something is not right. What stood there stays, your correction is added.',
  erase: 'Erase earlier',
  eraseAbout:
    'Erase earlier: on request, or because it does not belong here. It goes on the list to destroy.',
  keepLonger: 'Keep longer',
  frozen: (name, moment) => `Frozen by ${name} · ${moment}. You can only look.`,
  why: 'Why',
  tell: 'Still to be told',
  toTell: (partner, why, day) => `${partner}: ${why} (since ${day})`,
  whyTell: {
    corrected: 'something was corrected',
    frozen: 'this file is frozen',
    unfrozen: 'the freeze was lifted',
    erased: 'this file is being erased',
    refuted: 'a fact is not right',
  },
  tellAbout: 'These organisations were given the file. Tell them in the way that fits them.',
  told: 'Told',
  toldAt: (partner, why, name, moment) => `${partner}: ${why}. Told by ${name} · ${moment}`,
  corrected: (name, moment) => `Corrected by ${name} · ${moment}`,

  forms: {
    freeze: {
      title: 'Freeze',
      about:
        'Somebody asks not to use this file, for instance because it is not right. While it is frozen nobody ' +
        'changes or destroys anything. What the reporter still adds is kept.',
      reason: 'Why do you freeze this?',
      reasonMissing: 'Write in a few words why.',
      send: 'Freeze this file',
    },
    unfreeze: {
      title: 'Lift the freeze',
      about: 'After that the file can be worked on again. The retention term goes on as it was.',
      reason: 'Why do you lift it?',
      reasonMissing: 'Write in a few words why.',
      send: 'Lift the freeze',
    },
    correct: {
      title: 'Correct',
      about:
        'Choose which part is not right and write how it is. Your text will stand with that part. Whoever was ' +
        'given this file must hear it too: that becomes a task.',
      passage: 'Which part is not right?',
      passageMissing: 'Choose which part is not right.',
      passageChoice: (part, begin) => `${part}: ${begin}`,
      none: 'Nothing has been written yet that can be corrected.',
      text: 'How is it really?',
      textMissing: 'Write how it really is.',
      reason: 'How do you know?',
      reasonMissing: 'Write in a few words how you know.',
      send: 'Correct it',
    },
    erase: {
      title: 'Erase earlier',
      about:
        'This file now goes on the list to destroy, although its retention term is not over. There you approve ' +
        'it. Whoever was given this file must hear it first.',
      reason: 'Why may this not be kept any longer?',
      reasonMissing: 'Write in a few words why.',
      send: 'Put it on the list',
    },
  },
}
