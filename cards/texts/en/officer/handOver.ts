/** Handing over, in English. */
import type { OfficerTexts } from '../../nl/officer.ts'

export const handOver: OfficerTexts['handOver'] = {
  to: 'Hand over',
  title: (partner) => `Hand over to ${partner}`,
  about: 'This is what they get. The bot sends nothing by itself: you do it, and record it here.',
  aboutMail: 'This is ready to be given. The message itself says nothing of the content.',
  ways: {
    telephone: 'By phone',
    portal: 'By their portal',
    secureMail: 'By secure mail',
    mail: 'By a message without content',
    other: 'In another way',
  },
  by: (way) => `Way: ${way}`,
  instead: (way) => `Instead: ${way.charAt(0).toLowerCase()}${way.slice(1)}`,
  noMailbox: 'Ordinary mail is not possible: no mailbox of the reporting point is set for this municipality.',
  contact: 'Whom do you ask for there?',
  contactLine: (name, role, hours) => [name, role, hours].filter(Boolean).join(', '),
  script: 'Say this, in this order',
  noNumber: 'There is no number with this organisation. Look it up, or ask a colleague.',
  openPortal: 'Open their portal',
  copy: 'The text to copy',
  copyAbout: 'Do you want to change something? Choose “Change the text”. What you type here is not kept.',
  sendTo: (address) => `Send to: ${address}`,
  neutral: (subject) => `Subject: ${subject}`,
  mail: {
    from: (town) => `From: municipality of ${town}`,
    subject: 'Message from the municipality',
    number: '(a number of its own)',
    link: '(a link to answer, for this message only)',
  },
  mailAbout: 'This is what the message looks like. What stands below you tell them when they phone.',
  whatTheyGet: 'What you give them',
  betrays: 'Look at these words',
  betraysAbout: 'They may show who the reporter is. Take them out, or leave them if that is really fine.',
  betrayed: {
    who: (words) => `“${words}”: may say who the reporter is`,
    moment: (words) => `“${words}”: a moment that perhaps only the reporter knows`,
    story: (words) => `“${words}”: stands like this in what the reporter wrote`,
  },
  changed: 'A fact in this text has changed since. Make the text anew, or change it.',
  prepared: (name, moment) => `Changed by ${name} · ${moment}`,
  edit: 'Change the text',
  fields: {
    spokeWith: 'With whom did you speak?',
    spokeAt: 'At what time?',
    theirNumber: 'Their number or reference',
    said: 'What did they say?',
    promised: 'What did they promise?',
    withWhat: 'With what did you send it?',
    how: 'How did you give it?',
  },
  done: {
    telephone: 'Phoned: handed over',
    portal: 'Filled in: handed over',
    secureMail: 'Sent: handed over',
    mail: 'Send the message',
    other: 'Handed over',
  },
  sure: (label) => `Anyway. ${label}`,
  later: 'Phoned, fill in later',

  prepare: {
    title: (partner) => `What does ${partner} get?`,
    about: 'Choose the facts, or write the text yourself. The fixed part always comes below it.',
    facts: 'Facts',
    none: 'There are no facts to choose.',
    not: (fact, why) => `${fact} (proposal: no, ${why})`,
    ofSource: (fact, source) => `${fact} · source ${source}`,
    refuted: (count) =>
      count === 1 ? 'One refuted fact is not listed.' : `${count} refuted facts are not listed.`,
    why: {
      refuted: 'it is refuted',
      lost: 'its text stands in another file now',
      notNeeded: 'they do not need it',
      names: 'they get no names',
      betrays: 'it may give the reporter away',
      moment: 'the moment may give the reporter away',
      witness: 'ask the witness first',
      tooMany: 'there are many already',
    },
    make: 'Make it from these facts',
    words: 'The text',
    keep: 'Look at this text',
    fixed: 'This always comes below it',
  },

  more: {
    title: (partner) => `What did ${partner} say?`,
    about: 'Fill in what you did not write down yet. Do not write who the reporter is.',
    send: 'Save',
    button: 'Fill in the conversation',
    due: (day) => `Fill in what was said, by ${day}.`,
    late: (day) => `Late: the conversation is not filled in yet. That should have been by ${day}.`,
  },
  given: {
    title: (partner) => `What ${partner} got`,
    button: 'Read what we gave',
    line: (way, contact, facts) =>
      [way, contact, facts === 1 ? '1 fact' : `${facts} facts`].filter(Boolean).join(' · '),
    standing: {
      done: undefined,
      queued: 'The message is still to be sent.',
      accepted: 'The message was sent. Whether it was read we do not know.',
      bounced: 'The message came back. Nobody got it.',
      notConfirmed: 'We do not know whether the message arrived.',
    },
    basis: (basis) => `Ground (the reason in the law): ${basis}`,
    edited: 'The text was changed.',
    letStand: (count) =>
      count === 1
        ? 'One place that may give the reporter away was left on purpose.'
        : `${count} places that may give the reporter away were left on purpose.`,
    at: (name, moment) => `${name} · ${moment}`,
    link: {
      title: 'Answering by a link',
      label: 'The link to copy',
      about:
        'Put this link in your message or in the portal. With it the organisation answers, without an account. ' +
        'The page says nothing about the signal.',
    },
    none: 'What was given is not kept here.',
  },
  told: {
    to: (contact, way) => `Ask for ${contact}, ${way}`,
    by: (way) => `Way: ${way}`,
    had: (values) => `They got: ${values}`,
  },

  wrong: {
    bsn: 'there is a number in the text that looks like a citizen service number. We give that to nobody. Take it out.',
    story: 'a long piece is word for word what the reporter wrote. We give that to nobody. Write it shorter.',
    betrays: 'some words may show who the reporter is. Look at them first.',
    changed: 'a fact in the text has changed since. Make the text anew, or change it.',
    empty: 'the text is empty. Write something, or make the text from the facts.',
    tooLong: 'the text is too long. Make it shorter.',
    way: 'it cannot be done in this way. Choose another way.',
    contact: 'this contact is not there any more. Choose another one.',
    tooOften: 'too much has been given to this organisation on this route already.',
  },
  doneLines: {
    prepare: 'Saved. Look at it once more.',
    more: 'The conversation is filled in.',
    queued: (partner) =>
      `The message to ${partner} is ready and will be sent. The reporter hears of it when it is gone.`,
    later: (day) => `Fill in by ${day} what was said.`,
  },
}
