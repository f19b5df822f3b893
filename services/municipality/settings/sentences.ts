/**
 * The sentences of the feedback (C7) in a municipality's own words: each says one thing that has happened, in general.
 * Checked that they name nobody, and promise nothing about anybody: a sentence goes to every reporter.
 */
import { z } from 'zod'

/** Each is said when the record says that it is so, and never else. */
export const SentenceKey = z.enum([
  'noAction',
  'monitor',
  'moreInsight',
  'notYetHanded',
  'someHanded',
  'handedOver',
  'limits',
  'noAnswer',
  'noAnswerObtained',
  'takenUp',
  'notTakenUp',
  'noNeedToInvestigate',
])
export type SentenceKey = z.infer<typeof SentenceKey>

const Sentence = z.object({ nl: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) })
/** What is left out is said in our words. */
export const Sentences = z.partialRecord(SentenceKey, Sentence)
export type Sentences = z.infer<typeof Sentences>

/** What a sentence for everybody never says: who is suspected, and what the police does (C7). */
const NEVER = /\b(?:politie|police|verdachten?|suspects?|daders?|perpetrators?|slachtoffers?|victims?)\b/i
/** Something to be filled in, a number to call, an address. */
const FILLED = /[{}<>[\]%$@]|\d{3}/

export type WrongSentence = {
  key: SentenceKey
  language: 'nl' | 'en'
  message: string
  why: 'filled' | 'never' | 'named'
}

type Named = {
  officers: readonly { name: string }[]
  partners: readonly {
    name: { nl: string; en: string }
    contacts?: readonly { name: string }[] | undefined
  }[]
  integrity: { name: string }
}

/** Every sentence that names somebody, or says what no reporter may read, with the reason. */
export function wrongSentence(sentences: Sentences | undefined, it: Named): WrongSentence[] {
  const names = [
    ...it.officers.map(({ name }) => name),
    ...it.partners.flatMap(({ name, contacts = [] }) => [name.nl, name.en, ...contacts.map((c) => c.name)]),
    it.integrity.name,
  ].map((name) => name.toLowerCase())
  return SentenceKey.options.flatMap((key) =>
    (['nl', 'en'] as const).flatMap((language): WrongSentence[] => {
      const said = sentences?.[key]?.[language] ?? ''
      const at = { key, language }
      if (FILLED.test(said))
        return [{ ...at, why: 'filled', message: 'has something to be filled in, a number or an address' }]
      if (NEVER.test(said)) return [{ ...at, why: 'never', message: 'says what no reporter may read' }]
      const lower = said.toLowerCase()
      if (names.some((name) => lower.includes(name)))
        return [{ ...at, why: 'named', message: 'names somebody, or an organisation' }]
      return []
    }),
  )
}
