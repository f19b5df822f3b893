/** What a partner reads, in its two languages. A partner is no reader of cards: so these stand here. */
import type { Language } from '../words.ts'
import { en } from './texts/en.ts'
import { type HandOverTexts, nl } from './texts/nl.ts'

export type { HandOverTexts } from './texts/nl.ts'

const ALL: Readonly<Record<Language, HandOverTexts>> = { nl, en }
export const textsOf = (language: Language): HandOverTexts => ALL[language]
