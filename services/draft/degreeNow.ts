/** In which degree words are sent when nobody waits for a choice: danger, or whoever asks to be called. Pure. */
import type { Degree } from '../signal/words.ts'
import { understand } from '../understanding/understand.ts'
import type { Draft } from './chat.ts'
import { textsOf } from './texts.ts'

/** What the person chose, else what the words ask for, else confidential: then somebody can call back. */
export const degreeNow = (draft: Draft): Degree =>
  draft.degree ?? understand(textsOf(draft).map(({ text }) => text)).degree?.value ?? 'confidential'
