/**
 * The pages with inputs: call, ask, note, hand to, urgency, advise, keep, feed back, the partner's answer,
 * decide.
 */
import type { forms as nl } from '../../nl/officer/forms.ts'

export const forms: typeof nl = {
  call: {
    title: 'Call the reporter',
    about:
      'You will see who reported this. That you look is recorded: your name, the moment and your ' +
      'reason. Call when the reporter can talk freely.',
    reason: 'Why do you want to know who it is?',
    reasonHint: 'For example: I want to ask whether anybody is in danger today',
    reasonMissing: 'Write in a few words why.',
    send: 'Show who it is',
    unknown:
      'The reporter wants to stay unknown to people. Nobody of the reporting point can see who it ' +
      'is, nor can you. The bot can bring a question, and the answer back.',
    nameOffDuty:
      'Who reported this is seen only by the designated officer, or by whoever is on duty. That is what the reporter ' +
      'was promised. Is a call needed? Ask one of them. You can ask a question through the bot.',
    anonymous:
      'The reporter is anonymous. Who it is was kept nowhere. Calling or sending a question is not ' +
      'possible. You can decide with what is there.',
  },
  ask: {
    title: 'Ask a question',
    about:
      'The bot brings your question, and the answer back. The reporter may also say: I do not ' +
      'know. Never ask them to find something out.',
    text: 'Your question',
    hint: 'One question at a time works best',
    missing: 'Write your question first.',
    send: 'Send the question',
    anonymous: 'The reporter is anonymous. A question cannot arrive there.',
    left:
      'The reporter cannot be reached any more: the account does not exist. ' + 'A question cannot arrive.',
  },
  note: {
    title: 'Note',
    about: 'Only those who may open this file read this. Do not write down who the reporter is.',
    text: 'Your note',
    hint: 'For example: called the neighbourhood team, they call back tomorrow',
    missing: 'Write your note first.',
    send: 'Keep the note',
  },
  handTo: {
    title: 'Give this to a colleague',
    about:
      'Your colleague gets a message and is responsible from then on. Everything in this file goes ' +
      'along. Your name stays with what you did.',
    who: 'To whom?',
    missing: 'Choose a colleague.',
    choice: (name, title) => `${name}, ${title}`,
    nobody: 'There is no other colleague to give this to.',
    send: 'Give it to your colleague',
  },
  urgency: {
    title: 'Change the urgency',
    about:
      'The terms change too and count from the moment it came in. Only the reporting point lowers ' +
      'the urgency, with a reason.',
    which: 'How urgent is this?',
    choice: (urgency, means) => `${urgency}: ${means}`,
    whichMissing: 'Choose how urgent this is.',
    reason: 'Why?',
    reasonMissing: 'Write in a few words why.',
    send: 'Change the urgency',
  },
  advise: {
    title: 'Give advice',
    about:
      'The bot brings your advice. Then the reporter chooses: this was enough, keep as a signal, or later.',
    text: 'Your advice',
    hint: 'What can the reporter do, and what not?',
    missing: 'Write your advice first.',
    send: 'Send the advice',
    anonymous: 'The reporter is anonymous. Advice cannot arrive there.',
    left: 'The reporter cannot be reached any more: the account does not exist. ' + 'Advice cannot arrive.',
  },
  keep: {
    title: 'Keep it anyway',
    about:
      'You keep this as a signal, even if the reporter does not want it. That is only allowed with ' +
      'acute danger or a minor. The bot tells the reporter that you do, with your reason.',
    aboutAnonymous:
      'You keep this as a signal, even if the reporter does not want it. That is only allowed with ' +
      'acute danger or a minor. The reporter is anonymous and cannot hear this from us.',
    aboutLeft:
      'You keep this as a signal, also when the reporter does not want that. That is only allowed with ' +
      'acute danger or a minor. The reporter’s account does not exist any more: they do not hear this from us.',
    notAllowed:
      'Not possible now. There is no acute danger. And it does not say that somebody is younger than 18.',
    reason: 'Why must this be kept? (the reporter reads this)',
    reasonMissing: 'Write why this must be kept.',
    send: 'Keep as a signal',
  },
  feedBack: {
    title: 'Give feedback',
    about: 'Say what the report did, also when nothing comes of it. The bot adds a thank-you.',
    warning: 'Do not mention names, findings or what the police do. Nor other reporters.',
    form: 'How does the reporter hear it?',
    formMissing: 'Choose how the reporter hears it.',
    choices: {
      message: 'Message from the bot (the text below is sent)',
      call: 'I have called',
      meeting: 'I have met the reporter',
      none: 'Not, with a reason',
    },
    text: 'The message. Or in short: what you told, or why you tell nothing',
    textAnonymous: 'Why do you tell nothing?',
    textMissing: 'Write the message, or in short what you told or why not.',
    send: 'Give feedback',
    anonymous: 'The reporter is anonymous: a message cannot arrive. Record why you tell nothing.',
    left:
      'The reporter cannot be reached any more: the account does not exist. ' +
      'Did you not tell them yourself? Then record why not.',
    tooEarly: 'Take a decision first. Then you can give feedback.',
    language: (language) => `The reporter reads ${language}. The text below is in that language.`,
    hint: (language) => `The reporter reads ${language}. Preferably write in that language.`,
  },
  templates: {
    noAction:
      'We looked carefully. At this moment there is no reason to act. It was good that you shared ' +
      'this. Do you see something again? Let us know.',
    monitor: 'We decided to keep an eye on this. Do you see or hear something new? Then type: add.',
    moreInsight: 'We decided to find out more first. Do you see or hear something new? Then type: add.',
    notYetHanded:
      'We decided to pass this on to those who are responsible for it. That has not happened yet.',
    someHanded: 'Part of it has been passed on to those who are responsible for it. The rest has not yet.',
    handedOver:
      'We passed your signal on to those who are responsible for it. That was possible thanks to you.',
    limits: 'We may not say what exactly happens there.',
    noAnswer: 'We have no answer yet.',
    noAnswerObtained: 'We asked for an answer more than once and did not get one. We do not ask any more.',
    takenUp: 'There is an answer: it is being taken up.',
    notTakenUp:
      'There is an answer: nothing is done with it now. That says nothing about your signal: ' +
      'it was good that you shared this.',
    noNeedToInvestigate: 'You do not need to find anything out yourself.',
  },
  answer: {
    title: (partner) => `Answer from ${partner}`,
    about:
      'Note only what is needed. A question, passing on or silence is no answer yet: then we go on asking.',
    what: 'What does the organisation say?',
    whatMissing: 'Choose what the organisation says.',
    note: 'More about it (may stay empty)',
    noteHint: 'For example: contact person and when you call again',
    send: 'Keep the answer',
  },
  decide: {
    title: (reference) => `${reference} · decision`,
    about:
      'Two things you always decide: what do we do with it, and who has the lead. ' +
      'Whoever has the lead sees to it that it goes on.',
    outcome: 'What do we do with it?',
    choice: (outcome, means) => `${outcome}: ${means}`,
    outcomeMissing: 'Choose what we do with it.',
    reason: 'Why?',
    reasonHint: 'In your own words. The reporter does not read this.',
    reasonMissing: 'Write why you decide this.',
    lead: 'Who has the lead?',
    leadMissing: 'Choose who has the lead.',
    partners: 'Where does it go?',
    partnersChoose: 'Choose where it goes',
    partnersAbout:
      'Only with no action and monitoring you need not choose an organisation. Otherwise at least one. ' +
      'The bot sends nothing by itself.',
    inside: (name) => `Inside the municipality: ${name}`,
    outside: (name) => `Outside the municipality: ${name}`,
    victimHelp: 'Is help arranged for a possible victim?',
    victimHelpMissing: 'Choose whether help is arranged.',
    victimCheck: 'Can somebody younger than 18 be a victim? What did you look at?',
    victimCheckAbout: 'Needed when you go to enforcement or the police only, or when there will be no help.',
    tell: 'How does the reporter hear of this decision?',
    tellMissing: 'Choose how the reporter hears of this decision.',
    tellWhy: 'Why does the reporter not hear it yet? (only with: not yet)',
    tellAnonymous: 'The reporter is anonymous and cannot hear this from us.',
    tellLeft:
      'The reporter’s account does not exist any more. If they come back, what you choose here counts.',
    safeReason: 'With no action: which reason may be told?',
    safeReasonNone: 'Choose a reason',
    next: 'Next',
    nextAbout: 'Do you choose an organisation or monitoring? Then I ask for the dates next.',
    daysTitle: (reference) => `${reference} · the dates of your decision`,
    daysAbout: (outcome) => `Decision: ${outcome}. Nothing is recorded yet.`,
    daysHandOver:
      'You hand over yourself. When the chosen day has passed without an answer, the file and the ' +
      'worklist show it.',
    answerBy: (partner) => `${partner}: we ask an answer before this day`,
    answerByMissing: 'Choose a day, today or later.',
    monitorUntil: 'Up to and including which day do we keep looking?',
    monitorUntilMissing: 'Choose a day after today.',
    monitorAbout: 'Half a year at most. After that you choose again.',
    noDays: 'No dates belong to this decision.',
    backToForm: 'Back, without a decision',
    send: 'Record the decision',
  },
  upTo: (count) => `Up to ${count} characters`,
  hintUpTo: (hint, count) => `${hint} (up to ${count} characters)`,
}
