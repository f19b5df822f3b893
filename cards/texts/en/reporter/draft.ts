/** From the first words to the receipt. */
import type * as dutch from '../../nl/reporter/draft.ts'

export const draft: typeof dutch.draft = {
  title: { signal: 'This is what I have from you', consultation: 'This is what you want to talk through' },
  notSent: 'It has not been sent yet. Want to add something? Just keep typing. No proof is needed.',
  consultation: (name) =>
    `This is not a report yet. ${name} thinks it through with you, then you choose what happens with it.`,
  nothing: 'No text yet. Type what is going on.',
  attachments: (count, name) =>
    count === 1
      ? `I cannot take your attachment. ${name} is shown that there is one. It is still in this chat.`
      : `I cannot take your ${count} attachments. ${name} is shown that there are some. They are ` +
        'still in this chat.',
  certainty: {
    label: 'How sure are you?',
    sure: 'Certain: seen or heard it myself',
    suspicion: 'A suspicion',
    gut: 'A gut feeling: something is not right',
  },
  urgency: {
    label: 'Is it urgent?',
    acute: 'Danger now (call 112 too)',
    high: 'Urgent: today if possible',
    normal: 'Ordinary',
    soft: 'No hurry',
  },
  department: {
    label: 'From which department does this come? Kept when you report confidentially.',
    none: 'I would rather not say',
  },
  degree: {
    label: { signal: 'Who may know that you report this?', consultation: 'Who may know that you ask this?' },
    confidential: (who) => `Confidential: ${who}`,
    unknown: 'Unknown: nobody sees your name. Answers still come here.',
    anonymous: 'Anonymous: we do not keep your name. You get an answer with a code.',
  },
  honest:
    'Your name does not go to others, unless the law or a court orders us to. ' +
    'Do you choose unknown or anonymous? Then rather do not write where and when you saw it. Somebody may know ' +
    'you by how you write. Teams keeps this chat. And the channel shows when something came in.',
  send: { signal: 'Send', consultation: 'Put it to them' },
  form: 'Fill in the form',
  toConsultation: 'Rather talk it through first',
  toSignal: 'Report it after all',
  moved: 'Your text is below now.',
  gone: {
    discarded:
      'Deleted. After a minute I keep nothing of what you wrote. Your messages are still in this chat; you can ' +
      'remove them there yourself.',
    expired:
      'What you typed was not sent, and was deleted after 24 hours. Do you still want to tell it? ' +
      'Feel free to start again. ' +
      'Your messages are still in this chat.',
    expiredLater:
      'What you typed was not sent, and is erased now. Is anyone in danger now? Call 112. Do you want to tell it ' +
      'after all? Just begin again.',
  },
  bsn: {
    hidden: (count) =>
      count === 1
        ? 'I hid a number that looks like a BSN (citizen service number). Nobody at the reporting point ' +
          'sees it.'
        : `I hid ${count} numbers that look like a BSN (citizen service number). Nobody at the reporting ` +
          'point sees them.',
    yours: 'Is it in a message that you typed here? You can delete that yourself.',
    undo: 'This is not a BSN',
    which: 'Which number is not a BSN?',
    one: (nth) => `Number ${nth}`,
    all: 'All of them',
    retype:
      'I do not know that number any more, because I do not keep it. Type just the number again. ' +
      'Then I put it back.',
    none: 'There is no number here that I hid.',
  },
  betray: {
    title: 'This can tell people that it was you',
    line: (words, instead) => `“${words}” could be: “${instead}”`,
    more: (count) => (count === 1 ? 'And one more place.' : `And ${count} more places.`),
    about: 'You do not have to change anything. I do not see everything either. Fine as it is? Then send it.',
    one: 'Make this vaguer',
    leave: 'Leave this',
    next: 'Next place',
    all: 'Make all vaguer',
    first: 'Some words in your text can tell people that it was you. Have a look first.',
    none: 'There is nothing here that I can make vaguer.',
  },
  held: {
    title: (reference) => `This is not yet with ${reference}`,
    about: 'Have a look first. Then I pass it on.',
    send: 'Send as it is',
    other:
      'I am not passing this on yet. I want to show you something first. But something else is waiting here. ' +
      'Send or delete that first. Then type this again. Your message is still in this chat.',
  },
  nudge: 'You still have something here. It has not been sent. I delete it 24 hours after your last message.',
  continue: 'Continue',
}

export const form: typeof dutch.form = {
  title: 'Form',
  odd: (all) =>
    all.some(({ why }) => why === 'text')
      ? 'A piece of text did not arrive whole. Check it. The rest is kept.'
      : 'One choice did not arrive. Choose it again. The rest is kept.',
  intro: 'Fill in what you know. Everything may stay empty.',
  guard:
    'Do not find things out and do not confront anyone. Stay within your own work. A BSN (citizen service number) is ' +
    'not needed. Police information belongs with the police, not here.',
  what: 'What did you see or hear?',
  where: 'Where was it?',
  whereHint: 'For example a street, a neighbourhood or a company',
  when: 'When was it?',
  whenHint: 'For example yesterday at the counter, or for months',
  who: 'Who were there?',
  whoHint: 'A description is enough',
  howKnown: 'How do you know this?',
  howKnownHint: 'Saw it myself, heard it from somebody, read it somewhere',
  minor: 'Is somebody under 18 involved?',
  minorHint: 'Choose, or leave empty',
  yes: 'Yes',
  no: 'No',
  unknown: "I don't know",
  save: 'Save',
  notSent: 'Saving is not sending yet.',
}

export const place: typeof dutch.place = {
  title: 'Where does this belong?',
  one: (reference) => `Does this belong to ${reference}, or is it new?`,
  many: 'Does this belong to something you reported before, or is it new?',
  oneAsked: (reference) =>
    `Does this belong to ${reference}, and is it your answer to the question? Or is it new?`,
  manyAsked:
    'Is this your answer to a question? Does it belong to something you reported before? Or is it new?',
  asked: (reference) => `The question about ${reference}:`,
  askedNr: (nr, reference) => `Question ${nr} about ${reference}:`,
  answer: 'This is my answer',
  answerTo: (reference) => `Answer to the question about ${reference}`,
  answerToNr: (nr, reference) => `Answer to question ${nr} about ${reference}`,
  besides: (reference) => `Something else about ${reference}`,
  kept: 'I have kept it. It has not been sent yet.',
  alsoAsked: (reference) =>
    `This now stands with what you have not sent yet. Was it your answer to the question about ${reference}? Then ` +
    'put it in the field under that question.',
  label: 'To which report?',
  here: (reference) => `Belongs to ${reference}`,
  hereChosen: 'Belongs to this report',
  isNew: 'It is new',
}

export const receipt: typeof dutch.receipt = {
  title: { signal: 'Done, thank you.', consultation: 'Done. Good that you ask.' },
  titleInDanger: 'Thank you for telling us this.',
  danger: 'Is there danger now and have you not called yet? Call 112.',
  called: 'You called 112. Well done.',
  alarm: (name) => `It is urgent. ${name} gets an alarm.`,
  reference: 'Number',
  reader: 'Who reads it',
  readerNobody: 'nobody yet',
  nobody: (phone) =>
    'I could not warn anybody of the reporting point yet. What you wrote is kept, and I keep trying. ' +
    `Urgent? Call ${phone}.`,
  hear: 'You hear from us',
  decide: 'Decision',
  by: (moment) => `by ${moment}`,
  outside: {
    municipality: (name) => `Do we report it outside the municipality? Then ${name} does that, not you.`,
    employee: (name) =>
      `Do we report it outside the municipality, in your name? Then ${name} talks it over with you first.`,
    employeeUnreachable:
      'Do we report it outside the municipality? Then your name does not go with it: we do not know it.',
  },
  consultation: (name) =>
    `${name} thinks it through with you. Then you choose: this was enough, ` +
    `keep it as a signal, or come back later.`,
  consultationKept: (name) =>
    `Was it enough? Then we delete it. Only with danger or a child can ${name} keep it all the same. ` +
    `Then you hear why.`,
  confidential: (who) => `Only ${who} can see who you are. That takes a reason. We keep the reason.`,
  unknown: 'Nobody of the reporting point can see who you are. Questions and answers come through this chat.',
  anonymous: 'We do not keep who you are. So nobody can answer you here.',
  anonymousAnswer: (phone, reference) =>
    `Write down ${reference}. Do you want an answer or do you know more? Call ${phone} and give this number.`,
  anonymousConsultation: (name) =>
    `This way ${name} cannot advise you. Do you want to talk it through? Then call.`,
  anonymousMore: 'Do you want more certainty? Meld Misdaad Anoniem (report crime anonymously): 0800-7000.',
  more: 'Do you know more later? Type add. Do not investigate by yourself.',
  guard: 'Do not investigate by yourself.',
  late: (phone) => `Do you hear nothing? Call ${phone}.`,
}
