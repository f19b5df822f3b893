/** What the bot says in the chat, without a card. */
import type { chat as dutch } from '../../nl/reporter/chat.ts'

export const chat: typeof dutch = {
  startReport:
    'Go ahead. What did you see or hear? One sentence is enough. A BSN (citizen service number) is ' +
    'not needed. Police information belongs with the police, not here.',
  startConsult: 'What are you in doubt about? Tell it as it comes to you. No names needed.',
  empty: 'I saw no text. Type what is going on, or type start for the buttons.',
  dangerAsked: 'Is anyone in danger now? Then call 112, do not wait for us. No danger? Type no danger.',
  attachmentRefused: (count, name) =>
    count === 1
      ? 'I cannot take an attachment or photo. I have not opened it. It is still in this chat; you ' +
        'can remove it there ' +
        `yourself. ${name} is shown that there is one.`
      : 'I cannot take attachments or photos. I have not opened them. They are still in this chat; ' +
        'you can remove them ' +
        `there yourself. ${name} is shown that there are some.`,
  attachmentOnly:
    'I cannot take an attachment or photo. I have not opened it. It is still in this chat; you can ' +
    'remove it there ' +
    'yourself. Can you tell in words what is on it?',
  recordingRefused: (count, name, phone) =>
    count === 1
      ? 'I cannot take a recording, such as a voice message or a video. I have not played it. ' +
        `Type what you want to say, or call ${phone}. ${name} is shown that there is one.`
      : 'I cannot take recordings, such as voice messages or videos. I have not played them. ' +
        `Type what you want to say, or call ${phone}. ${name} is shown that there are some.`,
  wrongPlace:
    'Others can read along here. So do not write your report here: I take nothing in this place. ' +
    'Open a chat of your own with me, and I will help you on. Is anyone in danger now? Call 112.',
  inOwnChat:
    'You do that in your own chat with me. I have just sent you a message there. Others read along here.',
  typeInOwnChat: 'You do that in your own chat with me. Type it there. Others read along here.',
  unknownButton:
    'That button no longer works. Nothing has changed. Type start and I will give you new buttons.',
  notNow: 'That is not possible any more. Nothing has changed. Type my reports to see how things stand.',
  closed: (reference, phone) =>
    `${reference} is closed. Nothing can be added to it. Is there something new? Just type it. Or ` +
    `call ${phone}.`,
  unknownSignal:
    'I cannot find that report here. Do you have a code of it? Type that first. Or type my reports to see ' +
    'what there is.',
  storeAway: (phone) =>
    'I cannot keep it right now. What you typed is still in this chat. Please try again in a moment, ' +
    `or call ${phone}. Is anyone in danger now? Call 112.`,
  pointClosed: (phone) =>
    'I cannot take a report here now. I cannot reach anybody of the reporting point yet. I keep nothing ' +
    `now. Call ${phone}. Is anyone in danger now? Call 112.`,
  notBegun: (phone) =>
    'Signaalpunt has not begun here yet. I keep nothing now. Would you like to report or ask something? ' +
    `Call ${phone}. Is anyone in danger now? Call 112.`,
  notInPilot: (phone) =>
    'Signaalpunt begins with a small group of colleagues. It is not there for you yet. I keep nothing now. ' +
    `Would you like to report or ask something? Call ${phone}. Is anyone in danger now? Call 112.`,
  late: 'This takes longer than usual. Perhaps it is kept already. Press again in a moment: nothing comes twice.',
  storeUnsure: (phone) =>
    'I cannot see now whether this was kept. What you typed is still in this chat. Wait a moment and try ' +
    `again. Twice does no harm. Or call ${phone}. Danger right now? Call 112.`,
  wentWrong: (phone) =>
    'Something went wrong here. It is not your fault. What you typed is still in this chat. ' +
    `Please try again in a moment, or call ${phone}. Is anyone in danger now? Call 112.`,
  savedSlow: (reference) =>
    `Your report has been saved: ${reference}. The rest will follow. You do not have to do anything again.`,
  tooMuch: (phone) =>
    'This does not fit any more. What you typed before has been kept, this last part has not. ' +
    `Tell it more briefly, or call ${phone}.`,
  cutTyped: (most) =>
    `Your message was too long. I read the first ${most.toLocaleString('en')} characters only. I do not have the rest. ` +
    'What you typed is still in this chat. Send the rest in smaller pieces.',
  cutField: (most) =>
    `A field was too long. I read the first ${most.toLocaleString('en')} characters only. I do not have the rest. ` +
    'Put the rest somewhere else, or make it shorter.',
  tooMuchToday: (phone) =>
    'I already got a great deal from you today. What was there is kept, this last part is not. Tomorrow you can go on. ' +
    `If it cannot wait, call ${phone}. Is anyone in danger now? Call 112.`,
  tooManyToday: (phone) =>
    'You already sent a great many reports today. What you typed is still here, ready to send. ' +
    `If it cannot wait, call ${phone}. Is anyone in danger now? Call 112.`,
  added: (reference) => `Good that you let us know. That is now with ${reference}.`,
  bsnHidden: (phone) =>
    'I hid a number that looks like a BSN (citizen service number). Is it something else, and does it ' +
    `matter? Call ${phone}.`,
  addNow: (reference) => `Go ahead and type what has to be added to ${reference}.`,
  nothingToAddTo: 'There is no open report here to add to. Just type what is going on.',
  answered: (reference) => `Thank you. Your answer is with ${reference}.`,
  answerEmpty: "I saw no answer. Type it here now, or press I don't know.",
  alreadyAnswered: 'You had answered that question already. Want to add something? Type add.',
  dontKnow: (reference) => `Thank you. I pass on that you do not know. That is with ${reference}.`,
  callMe: (name) => `I pass on to ${name} that you want to be called.`,
  callMeUnknown: (phone) =>
    'I pass on that you want to be called. None of us can see who you are. ' +
    `Was your number not in it? Then call us: ${phone}.`,
  noQuestion: 'There is no question waiting for you.',
  withdrawn: (reference) => `${reference} has been withdrawn and closed. Good that you let us know.`,
  withdrawWish: (reference, name) =>
    `Your wish to withdraw ${reference} has been noted. ${name} looks whether that is possible.`,
  alreadyWithdrawn: (reference) => `Your wish to withdraw ${reference} had been noted already.`,
  nothingToWithdraw: 'There is no open report here to withdraw.',
  language: 'From now on I speak English.',
  nothingToSend: 'There is nothing ready to send yet. Type first what is going on.',
  notWaiting:
    'This is no longer waiting. It has been sent or deleted. Did you see a number? Then it has been sent, ' +
    'and nothing was done twice.',
  nothingToDiscard: 'There is nothing here to delete.',
  sentAbove: (reference) =>
    `Sent, thank you. This is ${reference}. Above you can read who reads it and when you will hear from us.`,
  draftFirst:
    'Something is still waiting that has not been sent. Send or delete it first. What you type now is added to it.',
  alreadySent: (reference) => `This had been sent already: ${reference}. Nothing was done twice.`,
  alreadyDone: 'That had been done already. Nothing was done twice.',
  placeFirst: 'First choose whether this belongs to an earlier report, or is new.',
  formNeedsDraft: 'First type in a few words what is going on. After that you can fill in the form.',
  formSaved: 'The form has been saved. It has not been sent yet.',
  choiceNoted: 'Changed. You can see it on the card below.',
  choiceWithoutDraft: 'You can choose that once you have typed something. Type first what is going on.',
  talk: (name, reference) => `I pass on to ${name} that you want to talk about ${reference}.`,
  talkUnknown: (reference, phone) =>
    `I pass on that you want to talk about ${reference}. None of us can see who you are. ` +
    `So please call us: ${phone}, and give the number. They will then know who is calling.`,
  talkWithoutSignal: (name, phone) =>
    `You can talk to us. Call ${name}: ${phone}. Is anyone in danger now? Call 112.`,
  inOfficeHours: (phone, from, until) => `${phone}, on working days from ${from}:00 to ${until}:00`,
  enough: 'Good that you asked. What you wrote has been deleted. Only a count remains.',
  enoughWish: (name) =>
    `Good that you asked. There is danger, or it is about a child. So ${name} decides with you. You will hear.`,
  choiceWish: (name) => `Thank you. ${name} looks at it. You will hear.`,
  whichConsultation: (references) =>
    `Which one is it about? Type the number with it: ${references}. For example: enough, and then the number.`,
  keep: (reference) => `Good. It is now a signal: ${reference}.`,
  later: (reference) => `Good, take your time. ${reference} stays open. Type add when you want to go on.`,
  notConsultation: (reference) => `${reference} is a signal already. Nothing has changed.`,
  said112: 'Good that you say so. It has been noted.',
  noDanger: 'Good that you say so. Does it become dangerous after all? Call 112.',
  noDangerKnown: 'Good. No danger had been noted.',
  noDangerUnknown: (phone) =>
    `Good. I cannot pass that on from here any more. Call ${phone}, so that the reporting point knows too. ` +
    'Does it become dangerous after all? Call 112.',
  worklistNotYours:
    'The worklist is only for the reporting point. Type my reports for what you reported yourself.',
  edited: 'You changed a message. I have changed it here too.',
  editedSent: (reference) =>
    `That message has been sent: it is with ${reference}. What you changed is not added to it. ` +
    `Do you want to add something? Type add ${reference}.`,
  editedUnknown:
    'That message is not waiting here to be sent. Nothing has changed. Was it sent before? Type add. ' +
    'Is it new? Type it as a new message.',
  deleted: 'You deleted a message. I have deleted it here too.',
  deletedSent: (reference) =>
    `That message has been sent: it is still with ${reference}. Do you want to withdraw the report? ` +
    `Type withdraw ${reference}.`,
  deletedUnknown:
    'You deleted a message. Was it sent before? Then it is still with the reporting point. Type my ' +
    'reports to see what there is.',
  restored: 'You put a message back. I have put it back here too.',
  restoredSent: (reference) => `That message has been sent: it is with ${reference}. Nothing has changed.`,
  unsurePlace: 'I do not know who reads along here. So I answer you in your own chat with me.',
  unsureNothing:
    'I do not know who reads along here. So I take nothing in this place. Open a chat of your own with me, ' +
    'and I will help you on. Is anyone in danger now? Call 112.',
  degreeMissing:
    'Nothing has been sent yet. I was not told who may know that you report this. Choose it below, and ' +
    'press send once more.',
}
