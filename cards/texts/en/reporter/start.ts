/** What somebody reads before anything has been written, and when there is danger. */
import type * as dutch from '../../nl/reporter/start.ts'

export const welcome: typeof dutch.welcome = {
  danger: 'Is anyone in danger now? Call 112.',
  hello:
    'Hi, I am Signaalpunt, a digital assistant. Does something not feel right? ' +
    'Tell it in your own words. Or talk it through first. You do not have to prove anything.',
  reader: ({ name, title, phone }) => `A person reads it and decides: ${name}, ${title}, ${phone}.`,
  nobody: (phone) =>
    `I cannot reach anybody of the reporting point now. Call ${phone}. You can type too: I keep it and keep trying.`,
  deputy: ({ name, phone }) => `Stands in: ${name}, ${phone}.`,
  write:
    'Write what you saw or heard. No BSN (citizen service number) needed. ' +
    'Police information belongs with the police, not here. ' +
    'Medical details only if they are really needed. Teams keeps this chat.',
  call: (phone) => `Rather not type? Call ${phone}.`,
  colleague: (name) =>
    `Is it about a colleague or about ${name}? Type nothing here. Press About a colleague.`,
  choose: 'Just type what is going on, or choose:',
  photo: (name) => `Photo of ${name}`,
}

export const how: typeof dutch.how = {
  title: 'How it works',
  steps: 'Step by step',
  tell: 'You tell what you saw or heard, or you talk it through first. It takes two minutes.',
  reads: (name) =>
    `${name} reads it. You hear from us within 1 working day. ` +
    'Is it urgent? Then within 1 hour during office hours. With danger an alarm goes out at once.',
  decides: (name) =>
    `${name} decides what happens, within 3 working days. ` +
    'Is it only a feeling that something is not right, or do you want to talk it through? Then within 10 working days.',
  outside: {
    municipality: (name) =>
      `Does it have to go to another organisation? Then ${name} reports it, not you. We always ask ` +
      'them for an answer.',
    employee: () =>
      'Does it have to go to another organisation? With us such a report is made in the name of ' +
      'the employee. ' +
      'We talk that over with you first.',
  },
  hears: 'You hear what was decided, and when it is finished. What others do exactly, we often may not say.',
  now: 'Do now',
  dos: [
    'Danger now? Call 112 first.',
    'No hurry, but you do want the police? Call 0900-8844.',
    'Write down what you saw or heard, where and when, and how you know.',
    'In doubt? Choose Talk it through first. Then you ask for advice.',
  ],
  not: 'Do not',
  donts: [
    'Do not investigate by yourself. Stay within your own work.',
    'Do not confront the people it is about. Your own safety comes first.',
    'Do not put it in an e-mail or a group chat.',
  ],
  who: 'Who sees what?',
  content: (names) =>
    `${names} reads what you write, or whoever stands in. Sometimes a colleague of the reporting point gets it. ` +
    'Every time somebody opens it, we record that.',
  channel: (name) =>
    `The channel ${name} shows only a number, the urgency and the state. ` +
    'Not what you wrote, not who you are.',
  degrees: 'You choose who may know that you report it:',
  confidential: (who) =>
    `Confidential: only ${who} can see your name. That takes a reason. We keep the reason.`,
  unknown:
    'Unknown: nobody of the reporting point can see your name. Questions and answers come through this chat.',
  anonymous:
    'Anonymous: we do not keep who you are. You get a code. With that code you read the answer, and can add ' +
    'something.',
  teams: 'Teams keeps this chat. The people who manage Teams can sometimes get to it.',
  wrong: 'What if I am wrong?',
  wrongText: (name) =>
    `That is all right. A signal is not an accusation. ${name} first looks whether something is ` +
    'the matter. ' +
    'If it turns out fine, it was still good that you shared it.',
  name: 'Can somebody see my name?',
  nameText:
    'The person you report about may ask what the municipality keeps about them. We protect ' +
    'your name as well as the law allows. ' +
    'Your name does not go to others, unless the law or a court orders us to. ' +
    'From your story somebody can sometimes guess that it was you. So write nothing about yourself ' +
    'if you do not want that.',
}

export const colleague: typeof dutch.colleague = {
  title: 'About a colleague',
  lead:
    'Is it about a colleague, or about somebody of the reporting point? Do not type that here. ' +
    'Call or e-mail:',
  contact: ({ name, title }) => `${name}, ${title}`,
  stored:
    'Signaalpunt keeps nothing of this question. Did you type something about it already? ' +
    'Then type delete, and remove your message from this chat as well.',
  outside:
    'You cannot or do not want to talk about it inside the municipality? ' +
    'The Dutch Whistleblowers Authority gives free and confidential advice.',
  outsideLink: 'Whistleblowers Authority',
  danger: 'Is anyone in danger now? Call 112.',
}

export const danger: typeof dutch.danger = {
  title: 'Call 112 now. Do not wait for us.',
  call: '[Call 112](tel:112)',
  line: 'Is anyone in danger now? [Call 112](tel:112).',
  silent: 'You cannot talk? Use the 112NL app.',
  safe: 'Do not go there yourself.',
  /** Who reads, where nobody of them can be reached by name. */
  point: 'the reporting point',
  nobody: (phone) =>
    `I cannot reach anybody of the reporting point now. I keep trying. After 112, also call ${phone}.`,
  alarm: (names) => `I am letting ${names} know now that there may be danger.`,
  notSent: (name) => `${name} can read what you typed only after you press *Send to ${name} now*.`,
  sent: 'What you typed is with your report.',
  question: 'Have you called 112?',
  called: 'Called',
  cannot: "Can't call",
  noDanger: 'No danger',
  yes: {
    title: 'You called 112. Well done.',
    text: 'Stay where it is safe. Does it get worse? Call 112 again.',
  },
  no: {
    title: 'Calling 112 does not work?',
    advice: [
      'Ask somebody near you to call.',
      'Use the 112NL app. You can type in it too.',
      'Called after all? Type called.',
    ],
  },
  takenBack: {
    title: 'No danger. Good that you say so.',
    after: 'There is danger after all',
    text: (names) => `I pass that on to ${names}. Does it become dangerous after all? Call 112.`,
    weighs: (name) => `Your report stays urgent until ${name} has looked at it.`,
  },
  stillToSend: (name) => `${name} can read what you typed only after you press *Send to ${name} now*.`,
  ask: {
    title: 'Is anyone in danger right now?',
    kept: 'I kept what you typed. It is not sent yet.',
    sent: 'What you typed is with your report.',
    nowhere: 'I do not keep what you typed here.',
    yes: 'Yes, now',
    no: 'No',
    typed: 'You can also type: yes now, or no.',
    noted: 'Good that you say so. Does it become dangerous after all? Call 112.',
    over: 'This is not here any more. Is anyone in danger now? Call 112. Then type: danger now. I warn the reporting point.',
  },
  back: {
    title: 'Do you mean that there is no danger?',
    stands: 'Until you say so, the alarm stands.',
    still: 'There is still danger',
  },
  now: {
    notSent: (name) => `This is not sent yet. Only the button below sends it to ${name}.`,
    as: {
      confidential: (who) => `It goes in confidence. Only ${who} can see who you are.`,
      unknown: 'It goes without your name. Nobody sees who you are. You still get an answer here.',
      anonymous: 'It goes anonymously. We do not keep your name. You get an answer with a code.',
    },
    to: (reference) => `It goes with your report ${reference}.`,
    send: (name) => `Send to ${name} now`,
    sendShort: 'Send now',
    withoutName: 'Rather without my name',
    phone: (name, phone) => `Would you rather talk? Call ${name}: ${phone}.`,
    call: (name) => `Have ${name} call me now`,
    callShort: 'Have them call me now',
    callSends: 'You ask for a call? Then I send what you typed along.',
  },
  callMe: {
    confidential: (name, phone) =>
      `I am asking ${name} to call you now. Does it take too long? Call ${phone} yourself. In danger, 112 first.`,
    unknown: (name, phone) =>
      `${name} does not see your name, and so cannot call you. You get a message here soon. ` +
      `Do you want to talk? Call ${phone} yourself. In danger, 112 first.`,
    anonymous: (name, phone) =>
      `Anonymously, ${name} cannot call you: we do not know who you are. Call ${phone} yourself. ` +
      'You need not say your name. In danger, 112 first.',
  },
  writer: {
    safe: 'First go to a safe place.',
    lines: [
      'Are you threatened because of your work? Tell your manager too. They follow the aggression protocol: ' +
        'what the municipality does then.',
      'Is it about your own home, or about your own boss? Then we tell your manager nothing.',
      'Are you looking for a safe place? Call [0800-2000](tel:08002000): help with violence at home. Free, day and night.',
      'Your name stays with the reporting point. You do not want that either? Choose *Rather without my name*.',
    ],
    after:
      'This is a lot. Talk about it too with somebody you trust, or with the company doctor. ' +
      'Victim Support helps for free: [0900-0101](tel:09000101).',
  },
  otherSelfHarm: {
    safe: 'Do not leave the other person alone, if that is safe.',
    lines: ['It is not now, but you are worried? Call 113 for advice: [0800-0113](tel:08000113).'],
  },
  need: {
    first: 'Is it dangerous now? Call 112.',
    title: 'Talk to somebody. Call 113.',
    number: '[Call 0800-0113](tel:08000113). Free, day and night. You need not say your name.',
    chat: 'Rather type? You can at 113.nl.',
    somebody: 'Is there somebody you trust? Ask them to come to you.',
    nobody: 'I have told nobody.',
    offer: (name) => `${name} can call you too, if you want that.`,
    call: (name) => `Have ${name} call me`,
    callShort: 'Have them call me',
    notSent: 'What you typed is not sent. Nobody reads it, unless you press a button.',
    send: (name) => `Send to ${name}`,
    sendShort: 'Send this',
  },
  remind: (name) => `What you typed is not sent yet. ${name} cannot read it yet.`,
}
