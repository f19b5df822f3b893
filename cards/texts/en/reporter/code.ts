/** Anonymous with a code: the code on the receipt, and coming back with it. */
import type { code as nl } from '../../nl/reporter/code.ts'

export const code: typeof nl = {
  title: 'Your code',
  keep: 'Write the code down, in a place that nobody else can see. Without the code you hear nothing.',
  use:
    'Do you want to know how it goes, or add something? Type the code in this chat, or in the chat of a ' +
    'colleague with Signaalpunt.',
  press:
    'Do you have it? Press I have kept it, then I take the code away here. I cannot do that by myself: I do ' +
    'not remember whose report this is. That is also why nobody can give you a new code.',
  save: 'I have kept it',
  pressOnly:
    'Good that you have kept it. Only the button on that card can take it away: I do not remember whose report this is. ' +
    'Press I have kept it there.',
  saved: 'You have kept your code. I do not show it again.',
  honest:
    'We do not keep who you are and cannot call you. You are not fully invisible. Teams keeps this chat. ' +
    'Somebody may know you by how you write. And the channel shows when this came in.',
  hear: 'Message with your code',
  consultation: (name) =>
    `${name} thinks it through with you. The advice waits with your code. Then you choose what happens with it.`,
  sentAbove: (reference) => `Sent, thank you. This is ${reference}. Your code stands above. Write it down.`,
  alreadySent: (reference) =>
    `This was sent already: ${reference}. Nothing was done twice. You see your code only once.`,

  back: {
    where: 'What is waiting',
    nothing: 'Nothing is waiting for you yet.',
    answered: 'there was a question, and you answered it',
    line: (day, what) => `${day}: ${what}`,
    what: {
      received: 'we have received it',
      taken: 'somebody is looking at it',
      question: 'there is a question for you',
      advice: 'there is advice',
      kept: 'we keep it as a signal',
      decided: 'there is a decision',
      handedOver: 'it has been passed on',
      takenUp: 'it has been taken up',
      stillAsking: 'we keep asking',
      noAnswer: 'no answer came',
      feedback: 'there is news for you',
      overdue: 'we are late',
      closed: 'it is finished',
      fits: 'it fits with other information',
    },
    choice: {
      enough: 'the consultation is finished',
      keep: 'the consultation is a signal now',
      later: 'the consultation stays open',
    },
    open: (count) =>
      count === 1
        ? 'That message is below. Press it to read it.'
        : 'The messages are below. Press them to read them.',
    older: (phone) => `I do not show older messages again. Call ${phone} if you need them.`,
    remove: 'Now delete your own message with the code from this chat. I cannot do that for you.',
    minutes: (count) =>
      `For ${count} more minutes I know which report this is. After that you type the code again.`,
    done: 'Done, take it away',
  },
  done: 'Done. I have taken away what I showed. Please still delete your own message with the code.',
  /** In place of what was shown, when it was left standing. */
  over: 'The time is over. I have taken away what stood here. Do you want to go on? Type the code again.',
  again: 'Taken away: you typed a code again.',
  away: 'Taken away.',
  onlyCode:
    'I have only read the code. I did not keep the rest of your message. Please type that again, without ' +
    'the code.',
  unknown: (phone) =>
    'I do not know this code, or not any more. Is every character right? Perhaps the consultation was enough. Or ' +
    `the time to keep it is over. Then everything has been deleted. Questions? Call ${phone}.`,
  typo:
    'This looks like a code, but one character is not right. Please check it: five groups of four. ' +
    'Capitals do not matter. Please delete your message with the mistake.',
  notCode: {
    about: 'I kept nothing of this. Was it not a code, but something that you want to tell?',
    button: 'This is not a code',
    gone: 'I do not have that message any more. Please type it again, in a whole sentence.',
  },
  tooOften: (minutes, phone) =>
    minutes === 1
      ? `That was often in a row. Try again in a minute. In a hurry? Call ${phone}. Danger? Call 112.`
      : `That was often in a row. Try again in ${minutes} minutes. In a hurry? Call ${phone}. Danger? Call 112.`,
}
