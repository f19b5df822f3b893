/**
 * The lexicon of concepts: which words and phrases mean what, as data that professionals read and extend
 * (`data/concepts/*.json`; docs/understanding.md says how). A concept is met or not; what follows from it is decided
 * elsewhere.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const DATA = new URL('./data/', import.meta.url)

/** ISO 639-1 of the languages in which there are words. */
const Language = z.enum(['nl', 'en', 'pl', 'tr', 'ar', 'uk', 'ro', 'bg', 'es', 'fr', 'de'])

/**
 * A phrase: words, in the one form in which all is read. `a/b` one of them; `a*` begins so, `*a` ends so; `..` up to four
 * words between. Small words ("now", "just", "even") may stand between all of them.
 */
const Phrase = z.string().min(1).max(120)

export const Concept = z.strictObject({
  name: z.string().regex(/^[a-zA-Z]{1,40}$/),
  /**
   * `hazard`: somebody may come to harm. `context`: makes a hazard more or less likely. `against`: says that it is not
   * now, not so, or no person.
   */
  role: z.enum(['hazard', 'context', 'against']),
  /** What it is, for whoever extends it. */
  nl: z.string().min(3),
  en: z.string().min(3),
  words: z.partialRecord(Language, z.array(Phrase)),
  /** Sentences in which it must be met, and in which it must not. */
  match: z.array(z.string()).min(1),
  not: z.array(z.string()),
})
export type Concept = z.infer<typeof Concept>

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, DATA), 'utf8'))

/** Concepts of several files may have one name: their words are taken together. */
export const CONCEPTS: readonly Concept[] = readdirSync(new URL('concepts/', DATA))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => z.array(Concept).parse(read(`concepts/${file}`)))

/** Chat, dialect and glued words, and what is read for them. */
export const CHAT_SPELLINGS: Readonly<Record<string, string>> = z
  .record(z.string(), z.string())
  .parse(read('spellings.json'))

/** Lists of single words. */
const Lists = z.strictObject({
  /** May stand between the words of a phrase. */
  fillers: z.array(z.string()),
  /** Said of where people come from, what they believe or look like: read as if it were not there. */
  origins: z.array(z.string()),
  /** Given names: read as one and the same. */
  names: z.array(z.string()),
})
export const WORD_LISTS = Lists.parse(read('wordLists.json'))

/** The commonest words of each language: by these it is seen in which a message is written. */
export const COMMON_WORDS = z.record(Language, z.array(z.string())).parse(read('commonWords.json'))
export type LexiconLanguage = z.infer<typeof Language>
