/** What the reporter hears afterwards, and can look up. Never a name, a finding, or what a partner does. */
import type * as dutch from '../../nl/reporter/news.ts'

export const message: typeof dutch.message = {
  question: {
    title: (reference) => `A question about ${reference}`,
    thanks: 'Thank you for sharing this.',
    again:
      'What you answered before belongs to another signal and is there now. That is why I ask once more.',
    hint: 'You do not know? That is an answer too. Do not try to find out.',
    call: 'Rather be called? Put your number and a good moment in the field and press Call me.',
    callUnknown:
      'Do you press Call me? Then add your number. The reporting point will then know who you are.',
    label: 'Your answer',
    answer: 'Answer',
    dontKnow: "I don't know",
    callMe: 'Call me',
    answered: 'You answered this question. Thank you.',
  },
  advice: {
    title: (reference) => `Advice about ${reference}`,
    thanks: 'It was good that you asked. Thank you.',
    from: (name) => `${name} writes:`,
    choose: 'What do you want to do with it?',
    enough: 'This was enough',
    keep: 'Keep it as a signal',
    later: 'I will come back later',
    explain: 'Was it enough? Then we delete what you wrote. Do you want to ask more? Just keep typing.',
    explainWeighty: (name) =>
      `Because there is danger or because it is about a child, ${name} decides with you. ` +
      `Do you want to ask more? ` +
      'Just keep typing.',
  },
  kept: {
    title: (reference) => `We keep ${reference} as a signal`,
    text: (name) =>
      `You only wanted to talk it through. Still ${name} keeps it, because there is danger or ` +
      'because it is about a child. ' +
      'The reason:',
    after: 'You will hear what is decided. Are you not happy with this? Press I want to talk.',
  },
  ended: {
    keep: {
      title: (reference) => `Your question is now a signal: ${reference}`,
      text: (name, moment) => `${name} reads it and decides by ${moment} at the latest. You hear from us.`,
    },
    enough: {
      title: (reference) => `Talking through ${reference} is finished`,
      text: 'Good that you asked. Do you see something again? Feel free to start anew.',
    },
    later: {
      title: (reference) => `${reference} stays open`,
      text: 'Come back whenever you want. Type add to go on.',
    },
  },
  decided: {
    title: (reference) => `A decision has been made about ${reference}`,
    thanks: 'Thank you for letting us know.',
    outcome: {
      noAction: (reason) => `We looked at it carefully. We do nothing now, because ${reason}.`,
      monitor: () => 'We keep an eye on this. Thanks to you we know what to look out for.',
      moreInsight: () => 'We want to know more first. Your signal is the beginning of that.',
      internal: () =>
        'Another department of the municipality starts working on this. What you saw made that ' +
        'possible.',
      external: (where) => `We pass your signal on to ${where}. Your information is used.`,
      caseMeeting: () =>
        'We discuss your signal with organisations that can do something together. What you saw ' +
        'made that possible.',
      police: (where) => `We pass your signal on at once to ${where}. Your information is used.`,
    },
    safe: {
      tooLittle: 'too little is known now to be able to do something',
      explained: 'there is an ordinary explanation for it',
      notOurs: 'somebody else than the municipality is responsible for this',
      alreadyKnown: 'this is being looked at already',
      other: 'there is nothing we can do with it at this moment',
    },
    stillGood: 'It was good that you shared this. Do you see something again? Let us know.',
    disagree: 'Do you disagree? Press I want to talk.',
    monitor: (day) => `On ${day} we look at it again.`,
    answerBy: (day) => `On ${day} we ask how it is going. After that you hear from us.`,
    help: 'We also looked at whether help is needed.',
    closing: 'You will also hear when we close this.',
  },
  where: {
    enforcement: 'an organisation that supervises or can step in',
    care: 'an organisation for help and care',
    administrative: 'an organisation that works with the municipality',
    consult: 'an organisation that thinks along with us',
    several: 'the organisations that are responsible for this',
    inside: 'another department of the municipality',
  },
  handedOver: {
    title: (reference) => `${reference} has been passed on`,
    text: (where) => `Thanks to you ${where} is now looking at it too, and can take it up.`,
    limits: 'What they do, we often may not tell.',
    answerBy: (day) => `On ${day} we ask how it is going. After that you hear from us.`,
  },
  name: {
    confidential: 'Your name is not part of what we pass on.',
    employee:
      'Is the report in your name? Then we talked that over with you first. If not: press I want to talk.',
    unknown: 'None of us can see your name, so it has not been passed on.',
  },
  feedback: {
    title: (reference) => `News about ${reference}`,
    from: (name) => `${name} writes:`,
    thanks: 'Thank you for letting us know. A question, or not satisfied? Press I want to talk.',
  },
  taken: {
    title: (reference) => `${reference} is being looked at`,
    signal: (name) => `${name} is looking at your report now. You will hear from us what is decided.`,
    consultation: (name) => `${name} is thinking it through with you now. You will get an answer.`,
  },
  late: {
    title: (reference) => `We are late with ${reference}`,
    respond: (moment) => `We promised that you would hear from us by ${moment}.`,
    decide: (moment) => `We promised a decision by ${moment}.`,
    sorry: 'We did not manage that. Sorry, that is our fault.',
    warned: 'The reporting point has been warned. Your report is still there, with all that you wrote.',
    hurry: (phone) => `Is it urgent now? Phone ${phone}. Is there danger? Phone 112.`,
  },
  closed: {
    title: (reference) => `${reference} is finished`,
    outcome: {
      noAction: 'Thanks to you we could look carefully whether something was the matter.',
      monitor: 'Thanks to you we knew what to look out for.',
      moreInsight: 'Thanks to you we now know more than before.',
      internal: 'Thanks to you another department could start working on it.',
      external: 'Thanks to you an organisation that is responsible for this could look at it.',
      caseMeeting: 'Thanks to you this was discussed with those who can do something about it together.',
      police: 'Thanks to you an organisation that can step in could look at it.',
    },
    thanks: 'Thank you for letting us know.',
    data: (phone) =>
      `The municipality does not keep this longer than needed. Questions about your data? Call ${phone}.`,
    again: 'Do you see or hear something again? Feel free to report it again.',
  },
  missing: (phone) => `There is news, but I cannot show it here. Call ${phone} and you will hear it.`,
  longer: (left, phone) => `… and ${left.toLocaleString('en')} more characters. Call ${phone} for the rest.`,
  reportAgain: 'Report again',
}

export const mine: typeof dutch.mine = {
  title: 'My reports',
  empty: 'You have not reported anything from this chat yet. Is something the matter? Just type it.',
  anonymous:
    'What you reported anonymously is not in here: we do not know that it is yours. Do you have the code? ' +
    'Type it here.',
  state: {
    received: 'Received. The reporting point is going to read it.',
    inTriage: 'In triage. It is being looked at.',
    decided: 'Decided. It has been chosen what happens.',
    handedOver: 'Handed over. Somebody else is looking too.',
    fedBack: 'Fed back. You heard what was done.',
    closed: 'Closed. It is finished.',
  },
  since: (date) => `Since ${date}`,
  next: (moment) => `Next date: ${moment}`,
  question: 'There is a question waiting for you.',
  older: (count) => (count === 1 ? 'And 1 older one.' : `And ${count} older ones.`),
  label: 'Which report?',
}

export const withdraw: typeof dutch.withdraw = {
  title: (reference) => `Do you want to withdraw ${reference}?`,
  text: 'Has nothing been decided yet? Then we close it. What you wrote is not deleted at once by that.',
  weighed:
    'Is there danger, or has it been decided already? Then the reporting point first weighs your ' +
    'wish, and you hear what ' +
    'happens with it.',
  sure: 'Yes, withdraw it',
  not: 'No, leave it',
}
