/** Every sentence that a person reads. English has the type of Dutch: a missing one does not compile. */
import type { Language } from '../../services/words.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export type Texts = typeof nl

const all: Record<Language, Texts> = { nl, en }

/** The texts in this language. */
export function texts(language: Language): Texts {
  return all[language]
}
