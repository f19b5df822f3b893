/** The sentences of our web pages. Those who read them work elsewhere: nothing here says what a letter was about. */
import type { Language } from '../../services/words.ts'
import { pages as en } from './en/pages.ts'
import { pages as nl } from './nl/pages.ts'

export type PageTexts = typeof nl

const all: Record<Language, PageTexts> = { nl, en }

/** The texts of pages in this language. */
export const pageTexts = (language: Language): PageTexts => all[language]
