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
    over: 'No answer is needed any more: this is closed.',
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
      `There is danger, or it is about a child. So ${name} decides with you. ` +
      `Do you want to ask more? ` +
      'Just keep typing.',
    explainWish: (name) => `Say what you want. ${name} looks at it. You will hear.`,
  },
  fromPoint: 'The reporting point writes:',
  kept: {
    title: (reference) => `We keep ${reference} as a signal`,
    text: (name) =>
      `You only wanted to talk it through. Still ${name} kept it. That is allowed only with danger or a child. ` +
      'The reason:',
    hears: 'When there is a decision, you will hear it.',
    after: 'Are you not happy with this? Press I want to talk.',
  },
  ended: {
    keep: {
      title: (reference) => `Your question is now a signal: ${reference}`,
      text: (name, moment) => `${name} reads it and decides by ${moment} at the latest. You hear from us.`,
      late: (name) => `${name} reads it and decides. That takes longer than we wanted. You hear from us.`,
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
      monitor: () => 'We decided to keep an eye on this. Thanks to you we know what to look out for.',
      moreInsight: () => 'We decided to find out more first. Your signal is the beginning of that.',
      internal: (where) => `We decided to give this to ${where}. What you saw made that possible.`,
      external: (where) => `We decided: your signal goes to ${where}.`,
      caseMeeting: () =>
        'We decided to discuss this with organisations that can do something together. ' +
        'What you saw made that possible.',
      police: (where) => `We decided: your signal goes as soon as possible to ${where}.`,
    },
    course: {
      none: 'That has not happened yet. You will hear when your signal has been passed on.',
      some: 'Part of it has been passed on, the rest has not yet.',
      all: 'Your signal has been passed on already.',
    },
    replaced: 'After that it was decided anew. This decision does not hold any more.',
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
    help: 'We also looked at help.',
  },
  where: {
    enforcement: 'an organisation that supervises or can step in',
    care: 'an organisation for help and care',
    administrative: 'an organisation that works with the municipality',
    consult: 'an organisation that advises us',
    several: 'the organisations that are responsible for this',
    inside: 'another department of the municipality',
  },
  handedOver: {
    title: (reference) => `${reference} has been passed on`,
    text: (where) => `Thanks to you we passed this on to ${where}.`,
    asked: 'They can take it up.',
    answered: 'There has been an answer.',
    limits: 'What they do, we often may not tell.',
    answerBy: (day) => `On ${day} we ask how it is going. After that you hear from us.`,
    noAnswer: 'We have no answer yet.',
  },
  name: {
    confidential: 'Your name is not part of what we pass on.',
    employee:
      'Is the report in your name? Then we talked that over with you first. If not: press I want to talk.',
    unknown: 'None of us can look up your name. So we do not pass it on.',
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
  fits: {
    title: (reference) => `About ${reference}`,
    said: 'What you reported fits with other information. It helps that you let us know.',
    noMore: 'I cannot say more about it, so that everybody stays safe. There is nothing you have to do.',
  },
  now: (state) => `This is how it stands now: ${state}`,
  late: {
    title: (reference) => `We are late with ${reference}`,
    respond: (moment) => `We wanted to let you hear from us by ${moment}.`,
    decide: (moment) => `We wanted a decision by ${moment}.`,
    sorry: 'We did not manage that. Sorry, that is our fault.',
    titleOver: (reference) => `${reference} took longer than we wanted`,
    over: 'Sorry, that is our fault.',
    warned: 'I am warning the reporting point.',
    kept: 'Your report is still there, with all that you wrote.',
    hurry: (phone) => `Is it urgent now? Phone ${phone}. Is there danger? Phone 112.`,
  },
  closed: {
    title: (reference) => `${reference} is finished`,
    course: {
      looked: 'Thanks to you we could look carefully whether something was the matter.',
      watched: 'Thanks to you we knew what to look out for.',
      out: 'Thanks to you we could pass this on to those who are responsible for it.',
      takenUp: 'Thanks to you an organisation that is responsible for this is looking at it.',
      takenUpInside: 'Thanks to you another department of the municipality is working on it.',
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
    'What you reported anonymously, you do not see here. We do not know that it is yours. Do you have the code? ' +
    'Type it here.',
  state: {
    received: 'Received. The reporting point is going to read it.',
    inTriage: 'In progress. Somebody is looking at it.',
    decided: 'Decided. It has been chosen what happens.',
    handedOver: 'Passed on to those who are responsible for this.',
    fedBack: 'Answered. You heard what was done.',
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
