/** The conversation around a report: what is asked before it, ordinary answers, what was understood, and questions after it. */
import type * as dutch from '../../nl/reporter/talk.ts'

export const fork: typeof dutch.fork = {
  emergency: 'Is there danger now? [Call 112](tel:112).',
  because: (words) => `I ask this because you wrote: “${words}”.`,
  chosen: 'I ask this because you chose About a colleague.',
  kept: 'I have not passed it on and nobody reads it. You choose nothing? Then I delete it after 24 hours.',
  colleague: {
    title: 'Is this about a colleague or a manager?',
    text: 'Then it does not belong here. Call or mail:',
  },
  officer: {
    title: 'Is this about somebody of the reporting point?',
    text: 'Then it does not belong here, because that person can read it. Call or mail:',
  },
  police: {
    title: 'Is this information of the police or from an investigation?',
    text:
      'I may not take that. Another law is for that: the Police Data Act. Use your own system, or talk to ' +
      'your team leader.',
    contactText: (name) =>
      `Would you still like to speak to somebody? Then ${name} hears only that you seek contact. Not what you wrote.`,
  },
  wipe: 'Yes, delete it',
  contact: 'Delete, and ask for contact',
  not: 'No, I want to report this',
  contactWish:
    'Somebody seeks contact about something that may not be written down here (police information). What was typed ' +
    'was not kept.',
  askedFirst: 'One question first. Choose below.',
}

export const note: typeof dutch.note = {
  violenceAtHome:
    'Is it about violence at home? Veilig Thuis (advice on violence at home) helps day and night, free: 0800-2000. ' +
    'Use the meldcode of your work too (the steps for violence at home). Is somebody being exploited? Then you may report it here too.',
  otherMunicipality: (name) =>
    `Is it in another municipality? You may report it here. ${name} takes it to the municipality that it belongs to.`,
  young:
    'Is it about somebody under 18? Veilig Thuis (advice on violence at home) helps day and night, free: 0800-2000. ' +
    'Use the meldcode of your work too (the steps for violence at home).',
  dependent:
    'Does somebody need care or help? Veilig Thuis (advice on violence at home) helps day and night, free: 0800-2000. ' +
    'Use the meldcode of your work too (the steps for violence at home).',
  because: (text, words) => `${text} I say this because you wrote: “${words}”.`,
  consult: (words) =>
    `Because you wrote “${words}”: you may talk it through first. Then it is not a report yet.`,
  codeFirst:
    'Did you report something about this anonymously? Then use your code first. Is it new? Then choose below who may ' +
    'know that you report it.',
}

export const proposed: typeof dutch.proposed = {
  line: (what, words) => `My proposal: ${what}, because you wrote: “${words}”.`,
  change: 'Is it not right? Then choose something else.',
  certainty: { sure: 'certain', suspicion: 'a suspicion', gut: 'a gut feeling' },
  urgency: { acute: 'danger now', high: 'urgent', normal: 'ordinary', soft: 'no hurry' },
  degree: { confidential: 'confidential', unknown: 'unknown', anonymous: 'anonymous' },
  minor: 'somebody under 18',
}

export const purpose: typeof dutch.purpose = {
  title: 'Do you want to report this, or did you ask something?',
  kept: 'I have kept your words. Nothing has been sent.',
  report: 'I want to report this',
  join: 'It belongs to that',
  question: 'I asked something',
  gone: 'I do not know that any more. Write it once more, then I put it ready.',
  asked: (name, phone) =>
    `I am a digital assistant and do not understand everything. Call ${name}: ${phone}. I deleted what you typed.`,
}

export const undo: typeof dutch.undo = {
  put: 'Put it back',
  minute: 'Was that not what you wanted? For one minute you can put it back.',
  late: 'That is not possible any more. It is deleted.',
  split: 'This is something else',
  splitDone: 'I have set your last message apart. What you typed before is still waiting too.',
  splitNot: 'There is nothing here that I can set apart.',
  next: 'Something else is still waiting that was not sent. Type continue to see it.',
  secondBegun: 'I set this apart, as a second report. What you typed before is still waiting too.',
  joinFirst: 'It belongs to the first one',
  second: 'I keep apart what is waiting. You find it above.',
  busy: 'Something urgent is waiting. Send or delete that first.',
}

export const ordinary: typeof dutch.ordinary = {
  thanks: 'You are welcome.',
  acknowledged: 'Good.',
  draftWaits: 'Something is still waiting that was not sent. Type send, delete or continue.',
  questionWaits: (reference) => `A question about ${reference} is still open for you.`,
  test: 'I work. This was a test: nothing was kept and nothing was sent.',
  stop: 'All right, we stop. Nothing was sent.',
  stopDraft:
    'All right, we stop. What you typed is still waiting and was not sent. Do you want it gone? Type delete.',
  neverMind: 'All right, I do nothing.',
  neverMindSent: (reference) =>
    `All right, I do nothing. Do you want to withdraw ${reference}? Type withdraw ${reference}.`,
  nothingYet: 'You have not reported anything from this chat yet.',
  nextSteps: {
    draft:
      'What you typed was not sent yet, and nobody reads it. Press Send, or type send. Then you get a number and see ' +
      'who reads it.',
    none: 'Tell in your own words what is going on. After that you choose whether you send it.',
  },
  own: (reference, state, next) => `${reference}: ${state}${next}`,
  state: {
    received: 'received, the reporting point is going to read it.',
    inTriage: 'being looked at, somebody is on it.',
    decided: 'decided, it was chosen what happens.',
    handedOver: 'passed on to who it is for.',
    fedBack: 'you have heard what was done.',
    closed: 'closed.',
  },
  by: (moment) => ` Next date: ${moment}.`,
  noTerm: ' No term is running now.',
  anonymousToo: 'Did you report something anonymously? With your code you see how it stands.',
  human: (name) => `No, I am a digital assistant. A person reads what you send and decides: ${name}.`,
  canICall: (name, phone, other) =>
    `Yes, you can call. Call ${name}: ${phone}. Or call the reporting point: ${other}.`,
  offTopic:
    'I cannot help you with that. I am here for worries about human trafficking, abuse and undermining crime.',
  swearing: (phone) =>
    `That sounds unpleasant. Do you want to tell something? Just type it. Rather talk? Call ${phone}.`,
  whoReads: (names) =>
    `What you send is read by ${names}, or whoever stands in. What was not sent is read by nobody of the reporting point.`,
  yourChoice: 'You choose who may know that you report it:',
  teams: 'Teams keeps this chat. The administrators of Teams can sometimes get at it.',
}

export const correction: typeof dutch.correction = {
  thanks: 'Thank you for saying so.',
  added: (reference, name) =>
    `Thank you for saying so. This now stands as a correction with ${reference}. ${name} sees it first.`,
  erases: 'Is your report not needed any more? Then it can be deleted quickly. A person decides that.',
}

export const after: typeof dutch.after = {
  title: 'Do you know anything more? You may, you need not.',
  question: {
    stillThere: 'Is it still going on?',
    safeToReach: 'Can we reach her or him safely? How should we not?',
    howKnown: 'Did you see or hear it yourself?',
    mayCall: 'May we call you? On which number and when?',
    where: 'Where was it?',
    when: 'When was it?',
    who: 'Who were there? A description is enough.',
    what: 'What exactly did you see or hear?',
  },
  send: 'Send this too',
  harmless: 'Questions that you can ask',
  nothing: 'I saw no answer. That is fine: you need not fill in anything.',
}
