/** Does it occur elsewhere in the register: what was found beside a signal, why, and what a person makes of it (A063). */
import type { known as nl } from '../../nl/officer/known.ts'

export const known: typeof nl = {
  heading: 'Is this known already?',
  line: (count, strengths) =>
    count === 1
      ? `Known already: 1 other signal (${strengths}).`
      : `Known already: ${count} other signals (${strengths}).`,
  counted: {
    strong: (count) => `${count} strong`,
    likely: (count) => `${count} likely`,
    possible: (count) => `${count} possible`,
  },
  alone: { strong: 'strong', likely: 'likely', possible: 'possible' },
  lines: {
    count: (count) =>
      count === 1
        ? 'Occurs in the register that was taken over: 1 line.'
        : `Occurs in the register that was taken over: ${count} lines.`,
    title: 'From the register that was taken over',
    line: (nr) => `Line ${nr}`,
    gone: 'A line that is not there any more.',
  },
  first: 'Seen for the first time.',
  notYet: 'Not looked up yet. That happens by itself.',
  nothing: 'There is nothing in it to look up yet.',
  button: 'See what is alike',
  said: (count) =>
    count === 1
      ? 'Of 1 signal it was said that it is about somebody else.'
      : `Of ${count} signals it was said that they are about somebody else.`,
  title: (reference) => `What is like ${reference}`,
  about:
    'This is a proposal, not a fact. The same name can be of somebody else. Who reported something is not shown here. ' +
    'That you look is recorded.',
  strengths: {
    strong: 'strong: very likely about the same',
    likely: 'likely about the same',
    possible: 'possibly about the same',
  },
  received: (day) => `Received on ${day}`,
  days: (count) =>
    count === 0
      ? 'on the same day as this signal'
      : count === 1
        ? '1 day apart from this signal'
        : `${count} days apart from this signal`,
  state: (state) => `Now: ${state}`,
  monitored: 'is being monitored',
  why: 'This is alike',
  differs: 'This differs',
  fields: {
    name: 'Name',
    birth: 'Date of birth or age',
    address: 'Address',
    organisation: 'Organisation',
    companyNumber: 'Company number (KvK)',
    telephone: 'Telephone',
    account: 'Bank account',
    vehicle: 'Number plate',
    mail: 'Email',
  },
  agrees: {
    same: 'the same',
    written: 'the same, written another way',
    nearly: 'nearly the same',
    partly: 'partly the same',
    differs: 'differs',
  },
  reason: (field, agrees) => `${field}: ${agrees}`,
  values: (here, where, there) => `Here: ${here} · ${where}: ${there}`,
  changed: 'The details have just changed. Look again in a moment.',
  notYours: 'Not for you: you may not open this signal now.',
  open: (reference) => `Open ${reference}`,
  other: 'Is somebody else',
  otherSaid: (name, day) => `Somebody else, ${name} said on ${day}.`,
  otherTitle: 'About somebody else',
  again: (reference) => `Maybe the same: ${reference}`,
  none: 'There is nothing alike now.',
  leftOut: (count) => (count === 1 ? 'There is 1 more signal.' : `There are ${count} more signals.`),
  urgency: {
    title: 'Raise the urgency?',
    why: 'There is another signal that is still open and may be about the same.',
    near: 'There is another signal that is still open and may be about the same. They came in within a day of each other.',
    button: (urgency) => `Make the urgency ${urgency}`,
  },
  mute: {
    title: 'Does a detail say nothing?',
    about:
      'Does something occur in very many signals, such as the town hall? Mute it. It then counts nowhere any more. You can ' +
      'take that back.',
    button: 'This says nothing',
    common: (value) => `${value}: occurs too often to say anything.`,
    list: 'Muted',
    listTitle: 'Muted details',
    listAbout: 'These details do not count when signals are looked up.',
    none: 'Nothing is muted.',
    by: (name, day) => `Muted by ${name} on ${day}`,
    undo: 'Counts again',
    undone: 'This counts again.',
    full: 'Too much is muted already. Take something back first.',
  },
  looks: {
    title: 'Who looked at what is alike',
    button: 'Who looked at what is alike',
    about: (month) =>
      `In ${month} it was looked at in this way whether a signal is like another one. This is apart from access requests. Whom it was about is not kept here.`,
    none: 'Nobody looked in this month.',
    by: (name, moment) => `${name} · ${moment}`,
    found: (reference, count) =>
      count === 1
        ? `Beside ${reference}: details of 1 other signal seen`
        : `Beside ${reference}: details of ${count} other signals seen`,
  },
  done: {
    notSame: 'Noted: this is about somebody else. It will not be proposed again.',
    sameAgain: 'Noted: this may be about the same after all.',
    mute: 'This no longer counts when signals are looked up.',
  },
}
