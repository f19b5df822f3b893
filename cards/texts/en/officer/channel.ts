/** What stands where others can see it: never a word of what was written, and never who wrote it. */
import type { channel as nl } from '../../nl/officer/channel.ts'

export const channel: typeof nl = {
  waiting: (reference, kind, urgency) =>
    `Something is ready for you: ${reference}, ${kind}, urgency ${urgency}`,
  waitingShort: 'Something is ready for you',

  doorbell: {
    urgency: 'Urgency',
    state: 'Status',
    accountable: 'Responsible',
    taken: 'Taken on by',
    calls: (names) => `This is now for ${names}.`,
    look: 'Look before',
    decide: { signal: 'Decide before', consultation: 'Finish before' },
    lookLate: (moment) => `Overdue: somebody had to look before ${moment}.`,
    decideLate: {
      signal: (moment) => `Overdue: the decision was due before ${moment}.`,
      consultation: (moment) => `Overdue: this was to be finished before ${moment}.`,
    },
    notHere: '**Do not discuss it here.** Others can read this channel. The file has room for notes.',
    closed: 'This file is closed. There is nothing to do here.',
    tellAgain:
      'Please note: the feedback has not arrived, and this is closed. Open it and give it another way.',
    frozen: 'Frozen: you can only look.',
    goneTitle: (reference) => `${reference} · the advice has ended`,
    gone: 'The advice was enough. What was asked has been erased. Only the number of times is counted.',
  },

  alarm: {
    title: 'There may be danger now',
    titleDone: 'No alarm any more',
    titleOver: 'The alarm has lapsed',
    writing: (moment) => `On ${moment} somebody wrote something that sounds like acute danger.`,
    raised: (moment) => `On ${moment} a colleague set the urgency to acute.`,
    calls: (names) => `This is now for ${names}.`,
    wrote: 'Somebody wrote something that looks like acute danger.',
    since: {
      writing: (moment) => `Written of again: ${moment}.`,
      sent: (moment) => `Sent: ${moment}.`,
      takenBack: (moment) => `No danger any more, said the writer: ${moment}.`,
      expired: (moment) => `Erased: ${moment}.`,
    },
    stillWriting: 'They are still writing. The content follows as soon as it is sent.',
    sent: 'It has been sent now. Open it at once.',
    told112: 'The first thing the bot said was: call 112, do not wait for us.',
    doNow: 'What you do now',
    doWriting:
      '- Stay reachable and keep Teams open.\n- Open it as soon as it is there.\n- Agree which of you looks.',
    doSent: '- Open it now, or call your colleague to ask who looks.\n- In doubt? Call 112 yourself.',
    seen: {
      one: 'Seen',
      week: 'Seen, keep for a week',
      ask: 'Press Seen when you see this. Until then nothing is erased, and the alarm comes again every day.',
      title: 'Seen',
      until: (moment) => `That is noted. If it is not sent, it is erased: ${moment}.`,
      over: 'This was sent or erased already, or there is no danger any more.',
      since: (moment) => `Seen by the reporting point: ${moment}.`,
    },
    takenBack: 'The writer says: there is no danger. Still, have a look when the file is there.',
    takenBackWriting:
      'The writer says: there is no danger. If it is still sent, you will see it here in Teams.',
    expired:
      'Nothing was sent after the warning. What stood there has been erased, as we promise. We ' +
      'cannot read it any more.',
    notHere: '**Do not discuss it here.** The file has room for notes.',
    speak: 'There may be danger now. Open Signaalpunt.',
  },

  notice: {
    cannotCall112: 'The reporter cannot call 112. Call 112 yourself now, and open this.',
    callNow:
      'The reporter asks: call me now. Open this. May you not see the name? Then send a message through the bot now.',
    high: 'This is urgent: the urgency is high. Open it as soon as you can.',
    added: 'Something was added.',
    answered: 'Your question has been answered.',
    callMe: 'The reporter would like to be called.',
    withdrawn: 'This was withdrawn. The file is closed.',
    withdrawalWish: 'The reporter wants to withdraw this. You weigh that wish.',
    handedToYou: 'A colleague gave this to you. You are responsible now.',
    consultationChoice: 'The reporter has chosen how the conversation goes on.',
    talk: 'The reporter wants to talk with you about it.',
    toDestroy: 'The retention term of one or more files is over. You look and decide.',
    knownAgain: 'Another signal may belong to this one.',
    linkAnswered: 'An organisation answered by the link. See whether it is right, and take it over.',
    linkRefused:
      'Somebody at an organisation wanted to answer by a link that no longer works. Nothing was kept. Call them.',
    mailBounced: 'A mail to an organisation came back. Choose another way, such as calling.',
    mailFailed: 'A mail to an organisation was not sent, or we do not know. Call them.',
    mailReplied: 'An organisation answered with a mail. It is in the mailbox of the reporting point.',
    mailUnconfirmed: 'Nothing came yet on a mail to an organisation. Call to ask whether it is there.',
    notArrived:
      'A message of yours to the reporter has not arrived. The file says which one. When the reporter writes ' +
      'again, it is there at once. Until then choose another way, such as calling.',
    feedbackFailed:
      'This file is closed, but the feedback has not arrived. Choose another way, or record why not.',
    standIn:
      'Whoever had this cannot be reached any more. You are responsible now. The file is there, with all that is in it.',
    overdue: 'Too late: a term has passed.',
    linked: 'A colleague joined this with another file. Open it to see why.',
    caseCorrected:
      'In the case that this belongs to something was put right that may have been handed over. Open the case and see who must hear of it.',
  },
  point: {
    title: {
      channelGone: 'The channel cannot be reached',
      channelRefuses: 'Nothing arrives in the channel any more',
      channelBack: 'The channel works again',
      officerGone: 'A colleague cannot be reached',
      officerBack: 'A colleague can be reached again',
      secretExpires: 'The access of Signaalpunt runs out',
    },
    channelGone: (channel: string) =>
      `The channel ${channel} does not exist any more, or Signaalpunt was taken out of it. From now on new ` +
      'signals come here, in your own chat, and to your colleague. Nothing is lost.',
    channelMend: (channel: string) =>
      `What you do: ask the Teams administrator to restore ${channel} and to add Signaalpunt again. I will ` +
      'tell you when it works.',
    channelRefuses: (channel: string) =>
      `I cannot post anything in ${channel}. From now on new signals come here, in your own chat, and to your ` +
      'colleague. Nothing is lost.',
    channelAllow: (channel: string) =>
      `What you do: ask the Teams administrator about the team of ${channel}. Was it archived? May apps post there? ` +
      'I will tell you when it works.',
    secretExpires:
      'The secret with which Signaalpunt works in Teams has almost run out, or has run out. After that I cannot ' +
      'send anything.',
    secretRenew: 'What you do: ask whoever runs Signaalpunt to set up a new secret, with its new end date.',
    proof: 'Trying: Signaalpunt posts a message here.',
    proven: 'Signaalpunt can post here.',
    channelBack: (channel: string) =>
      `Signals come to ${channel} again. Everything that is open stands there again too.`,
    officerGone: (name: string) =>
      `I cannot reach ${name}. The account does not work any more. Or it is no longer in the channel.`,
    standsIn: (name: string) =>
      `${name} is responsible now, also for what was already open. Is this wrong? Ask the administrator to ` +
      'check the account and the list of people of the reporting point.',
    officerBack: (name: string) => `${name} can read signals again.`,
  },
  moved: 'This is in a newer message in this channel now.',
  noticeOpen: 'Press Open to read it.',

  list: {
    title: 'Worklist',
    count: (total) => (total === 1 ? '1 file is open.' : `${total} files are open.`),
    order: 'The most urgent comes first, then what has waited longest.',
    empty: 'Nothing is open. When something comes in, you will see it in the channel.',
    more: (count) =>
      count === 1 ? 'There is 1 more file.' : `There are ${count} more files. They are less urgent.`,
    next: 'Show the next files',
    first: 'Back to the start',
    line: (kind, state, urgency) => `${kind} · ${state} · urgency ${urgency}`,
    received: (moment) => `Received: ${moment}`,
    due: (moment) => `Next term: ${moment}`,
    overdue: (moment) => `Overdue: the term was ${moment}`,
    answerLate: 'Overdue: there is no answer yet from outside the reporting point',
    monitorOver: 'Overdue: the monitoring is over. Choose what is needed now.',
    taken: (name) => `Taken on by ${name}`,
    notTaken: 'Nobody has taken this on yet',
    waitsFor: {
      officer: 'Waits for you',
      partner: 'Waits for an answer from outside the reporting point',
      reporter: 'Waits for the reporter',
      none: '',
    },
    failed: 'Please note: a message has not arrived.',
    tellAgain: 'Please note: the feedback has not arrived. Give it another way, or record why not.',
    frozen: 'Frozen: you can only look.',
    openOne: (reference) => `Open ${reference}`,
  },
}
