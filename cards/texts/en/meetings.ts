/** Case meetings, in English. */
import type { meetings as nl } from '../nl/meetings.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)
const given = (count: number): string => (count === 1 ? '1 fact' : `${count} facts`)

export const meetings: typeof nl = {
  title: 'Meeting',
  none: 'No meeting is planned yet.',
  line: (day, hour, count) => `${day}, ${hour} · ${people(count)}`,
  states: {
    ahead: '○ Planned',
    over: '! Its day has passed. Write down what was discussed.',
    held: '● Held',
    cancelled: '✗ Did not take place',
  },
  buttons: {
    meet: 'Plan a meeting',
    open: (nth, day) => `Meeting ${nth} · ${day}`,
    change: 'Change this meeting',
    slice: 'Choose for',
    invite: 'Invite everybody',
    inviteAgain: 'Send the new day',
    held: 'Write down the discussion',
    cancel: 'It does not take place',
    step: 'Plan an action from it',
    back: 'Back to the case',
  },

  page: {
    why: 'Why a meeting',
    question: 'The question',
    waits: 'Nothing waits for this meeting',
    waitsFor: (reference, day) => `${reference}: decide on ${day} at the latest.`,
    waitsLate: (reference, day) =>
      `Please note: ${reference} must be decided on ${day}, which is before this meeting.`,
    waitsUrgent: (reference) =>
      `Please note: ${reference} is urgent. Phone now whoever must help; do not wait for this meeting.`,
    participants: 'Who takes part, and what each gets',
    role: (role) => `As: ${role}`,
    noRole: 'As whom? That is not filled in yet.',
    basis: (basis) => `Legal basis: ${basis}`,
    noBasis: 'There is no legal basis yet. Without one this person gets nothing.',
    gets: (count) => (count === 0 ? 'Gets nothing yet.' : `Gets ${given(count)}:`),
    more: (count) => `and ${count} more`,
    gone: (count) => `${given(count)} no longer in a file, or refuted. Nobody gets those.`,
    notYours: (count) => `${given(count)} from a file that is not yours.`,
    came: 'was there',
    cameNot: 'was not there, and got nothing',
    minutes: 'Discussed',
    decision: 'Decided',
    cancelled: (name, day) => `Cancelled by ${name} on ${day}`,
    actions: 'Actions from this meeting',
    invite: 'Invitation',
    notInvited: 'Nobody is invited yet.',
    inviting: 'The invitation is being sent.',
    invited: (name, day) => `Sent on ${day} by ${name}. It does not say what it is about.`,
    inviteFailed: 'The invitation was not sent. Invite people yourself, or try again.',
    invitedOtherwise:
      'Calendars still hold another day or hour. Send the new day, and take the old one out of the calendar.',
    noMailbox: 'The reporting point has no mailbox. Invite people yourself, without saying what it is about.',
    noAddress: (names) => `Of these people no mail address is known. Phone them yourself: ${names}.`,
  },

  meet: {
    title: 'Plan a meeting',
    titleChange: 'Change the meeting',
    about:
      'Each person will get only what their part needs. You choose that for each of them. ' +
      'What is urgent never waits for a meeting.',
    reason: 'Why is a meeting needed?',
    reasonHint: 'For example: care and enforcement must fit together',
    reasonMissing: 'Write in a few words why.',
    text: 'Which question must be answered?',
    textMissing: 'Write down the question.',
    day: 'Which day?',
    dayMissing: 'Choose a day, today or later.',
    hour: 'At what time?',
    hourHint: 'For example: 09:30',
    hourMissing: 'Fill in a time, such as 09:30.',
    who: 'Who takes part?',
    send: 'Prepare the meeting',
  },
  slice: {
    title: (who) => `What does ${who} get?`,
    about:
      'Choose only what this person needs. Nothing is chosen beforehand. Never who reported it, never the text itself.',
    role: 'As whom does this person take part?',
    roleHint: 'For example: team leader, neighbourhood team North',
    roleMissing: 'Write down as whom this person takes part.',
    gets: 'What may this person know?',
    left: (count) =>
      `${given(count)} do not fit here. First say on Facts what is right: that stands first here.`,
    nothing: 'This case has no facts that you can share.',
    basisIs: (basis) => `Legal basis: ${basis}`,
    basis: 'On which legal basis?',
    basisMissing: 'Choose a legal basis, or give nothing.',
    reason: 'Why does that basis fit?',
    reasonMissing: 'Write in a few words why.',
    send: 'Record this',
  },
  held: {
    title: 'What was discussed?',
    about:
      'Whoever was there got what you had chosen. From now on the files show that as a hand-over, with a day for an answer.',
    came: 'Who was there?',
    text: 'Short minutes',
    textHint: 'Write only what is needed',
    textMissing: 'Write short minutes.',
    decision: 'What was decided?',
    decisionMissing: 'Write down what was decided.',
    send: 'Record this',
  },
  cancel: {
    title: 'Does the meeting not take place?',
    about: 'It stays in the case, with why. You take an invitation out of the calendar yourself.',
    reason: 'Why not?',
    reasonMissing: 'Write in a few words why.',
    send: 'Record this',
  },
  move: {
    title: 'Put off the step',
    about: 'The old day stays beside it, with why.',
    until: 'Until which day?',
    untilMissing: 'Choose a day, today or later.',
    reason: 'Why later?',
    reasonMissing: 'Write in a few words why.',
    send: 'Put off',
    button: (step) => `Put off step ${step}`,
    was: (day, count) => (count === 1 ? `Was first: ${day}.` : `Put off ${count} times, first: ${day}.`),
  },

  invitation: {
    subject: (name) => `Meeting, municipality of ${name}`,
    body: (name, phone) =>
      `You are invited to a meeting of the municipality of ${name}. ` +
      `The officer tells you what it is about: ${phone}. ` +
      'Put nothing about it in this appointment, nor in a reply.',
  },

  done: {
    meet: 'The meeting is prepared. Now choose what each person gets.',
    slice: 'Recorded what this person gets.',
    invite: 'The invitation goes out. It does not say what it is about.',
    held: 'The minutes are in the case.',
    cancelled: 'Recorded that it does not take place.',
  },
}
