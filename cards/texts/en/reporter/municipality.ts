/** For which municipality it is, where several have their reporting point in one organisation. */
import type { municipality as dutch } from '../../nl/reporter/municipality.ts'

export const municipality: typeof dutch = {
  question: 'Which municipality is this for?',
  why:
    'Your organisation has more than one reporting point. Each reads only what is for its own municipality. ' +
    'You choose only once. You may type the name too.',
  held: 'I am holding on to what you just typed. Once you choose, I go on with it.',
  heldInDanger:
    'Every reporting point now hears that there may be danger. Choose below which municipality it is for.',
  chosen: (name) =>
    `From now on what you type here goes to the reporting point of ${name}. Not right? Type other municipality.`,
  first: 'First choose which municipality this is for. The question is in your chat with me.',
  gone: 'I no longer have what you typed before that. It is still above. Please send it again.',
  words: ['municipality', 'other municipality', 'choose municipality', 'change municipality'],
}
