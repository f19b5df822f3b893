/** How a route stands, who is asked when nobody answers, what every partner is asked, and answers that are sealed. */
import type { routes as nl } from '../../nl/officer/routes.ts'

const nth = (count: number): string => {
  const end = count % 100 > 10 && count % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${end}`
}

export const routes: typeof nl = {
  is: {
    planned: '○ planned, not handed over yet',
    handedOver: '● handed over',
    received: '● received, they have it',
    takenUp: '● taken up',
    question: '○ a question to us',
    passedOn: '● passed on',
    answered: '● done: the outcome is known',
    declined: '● not taken up',
    silent: '○ silent',
    givenUp: '● no answer obtained',
  },
  silent: {
    never: '○ silent: the day has gone by, not asked again yet',
    times: (times) => `○ silent: asked for the ${nth(times)} time`,
    now: (said, who) => `${said}, now: ${who}`,
    heads: (who, ours) => `${who}, by ${ours}`,
    listed: (said) => `An organisation does not answer. ${said}`,
  },
  ways: {
    telephone: 'telephone',
    portal: 'portal',
    secureMail: 'secure mail',
    mail: 'mail without content',
  },
  asked: {
    who: (who, role) => `${who} (${role})`,
    line: (who, name, moment) => `Asked: ${who} · noted by ${name} · ${moment}`,
    by: (who, way) => `${who}, by ${way}`,
    until: (day) => `Answer asked before ${day}.`,
    themselves: 'the organisation itself',
  },
  chase: {
    again: 'Asked again',
    againTo: (who) => `Asked: ${who}`,
    contact: (who) => `Asked: ${who}`,
    head: (who) => `Head asked: ${who}`,
    next: {
      again: (who) => `Next: ask ${who} again.`,
      contact: (who) => `Next: ${who}, another contact there.`,
      head: (who, ours) => `Next: head to head. ${ours} asks ${who}.`,
    },
    ourHead: 'our head',
    onlyAgain: 'No other contact of this organisation is in the list.',
    lastStep: 'All steps were taken. Ask again, or stop asking.',
    done: (who, day) => `Noted: ${who} was asked. We ask for an answer before ${day}.`,
  },
  result: {
    by: (day) => `On ${day} we ask what came of it.`,
    late: (day) => `Too late: on ${day} we would hear what came of it. Ask for it.`,
    askedAgain: 'Outcome asked',
    noMore: 'No more is to come',
    note: 'Note the outcome',
    ended: (name, moment) => `No more is to come, says ${name} · ${moment}`,
    done: {
      askedAgain: 'Noted that you asked. I remind you on the new day.',
      noMore: 'Noted: no more comes of this.',
    },
  },
  received: {
    button: 'They have it',
    title: (partner) => `${partner} received it`,
    about: 'Note what you know. Everything may stay empty. What was not said yet, we ask again later.',
    send: 'Save: they have it',
    done: (partner) => `Noted: ${partner} received it.`,
  },
  six: {
    heading: 'What we always ask',
    fromLink: 'What they wrote by the link is filled in already. See whether it is right.',
    hint: 'Fill in what they said. What stays empty, stands in the file as not said yet.',
    ask: {
      takesUp: 'Do you take it up?',
      contact: 'Who is the contact?',
      hearBy: 'When do we hear something?',
      mayTell: 'What may we tell the reporter?',
      mustNot: 'What must we not do?',
      helpThere: 'Is help arranged for the victim?',
    },
    theirNumber: 'By which number do they know this?',
    help: { yes: 'Yes, arranged', no: 'No, not yet', notNeeded: 'Not needed' },
    helpNone: 'Not said',
    said: {
      contact: 'Contact',
      theirNumber: 'Their number',
      mayTell: 'This we may tell the reporter',
      mustNot: 'This we must not do',
    },
    hearBy: (day) => `They let us know something before ${day}.`,
    helpSaid: (help) => `Help for the victim: ${help}`,
    unanswered: (questions) => `Not said yet, ask this: ${questions}`,
    mayTell: (partner) => `${partner} says what we may tell the reporter:`,
    mayTellSealed: (partner) => `What ${partner} lets us tell the reporter stands in the sealed answer.`,
    mayTellUnknown: (partner) => `${partner} did not say yet what we may tell the reporter.`,
  },
  tellReporter: {
    label: 'Do they take it up? Does the reporter hear that?',
    choices: { yes: 'Yes, with a message without names', no: 'No, not now' },
  },
  untold: 'The reporter does not hear that this was taken up. That was chosen.',
  notToHear: 'The reporter does not want to hear whether it was taken up. So do not say it.',
  sealed: {
    about:
      'What this organisation says is kept sealed. It does not stand in the file, and nobody finds it by searching. ' +
      'It is read on a page of its own, with a reason.',
    line: (what, name, moment) => `${what} · sealed, noted by ${name} · ${moment}`,
    mustNot: 'Mind: they said what we must not do. Read that before you do anything.',
    button: 'Read what is sealed',
    title: (partner) => `Sealed answer of ${partner}`,
    why: 'What do you read this for?',
    whyHint: 'For example: I have to know whether we may visit',
    whyMissing: 'Write in a few words what for.',
    ask: 'A law of its own holds for this information. That you look is recorded, with your reason.',
    send: 'Read it',
    shown: 'You see this once now. Copy nothing of it into a note, a hand-over or a message.',
    none: 'Nothing is sealed here.',
    gone: 'Please note: I cannot open this. The key does not fit.',
    looked: (name, moment) => `${name} read this · ${moment}`,
    done: 'You see now what is sealed. That is recorded.',
    exists:
      'There is also an answer of an organisation with a law of its own, such as the police or RIEC. It does not stand ' +
      'here. The legal adviser decides whether it is given (UAVG 41).',
  },
}
