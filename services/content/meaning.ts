/**
 * The form of `services/content/data/meaning/*.json`: what words say of intent, forks, wishes and weight, in phrases that
 * a professional can read and extend. A phrase is words with a space between them:
 *
 * - `a/b/c` one of these words; `woord*` a word that begins so, `*woord` one that ends so
 * - `#` a number, or a word that begins with a figure
 * - `?word` may be there or not
 * - `..` at most four words in between, within the clause; `...` at most nine, within the sentence; `_` at most one
 * - `<name>` another concept of these files
 * - `^` and `$`: a sentence begins here, a clause ends here; `^^` and `$$`: the whole message
 *
 * Small letters, accents or none, no punctuation. Every concept shows what it must and must not find, and a test looks.
 */
import { z } from 'zod'

const Phrase = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^\S+(?: \S+){0,20}$/, 'must be words with one space between them')
  .refine((phrase) => !/[A-Z,;:!"()-]/.test(phrase.replaceAll(/<\w{1,40}>/g, '')), {
    error: 'must be in small letters, without punctuation',
  })

const Example = z.string().min(1).max(300)

/** One concept: its phrases in Dutch and English, and sentences that it must and must not find. */
export const MeaningConcept = z.strictObject({
  about: z.string().min(1).max(300),
  phrases: z.strictObject({ nl: z.array(Phrase).max(200), en: z.array(Phrase).max(200) }),
  must: z.array(Example).min(1).max(50),
  mustNot: z.array(Example).min(1).max(50),
})

/** One file of concepts. */
export const MeaningFile = z.strictObject({
  about: z.string().min(1).max(300),
  concepts: z.record(z.string().regex(/^[a-z][A-Za-z]{1,40}$/), MeaningConcept),
})

export type MeaningFile = z.infer<typeof MeaningFile>

/** The names of places in the Netherlands: municipalities, and towns that are known by their own name. */
export const PlacesFile = z.strictObject({
  about: z.string().min(1).max(300),
  /** Written as they are; more than one word, or a hyphen, may be in them. */
  places: z.array(z.string().min(3).max(60)).min(1).max(2_000),
  /** Names that are also words or surnames: only after "in", "te" or "gemeente", with a capital or with "gemeente". */
  alsoWords: z.array(z.string().min(2).max(60)).max(200),
})

/** Short words by which a language is known. */
export const LanguagesFile = z.strictObject({
  about: z.string().min(1).max(300),
  languages: z
    .array(z.strictObject({ code: z.string().regex(/^[a-z]{2}$/), words: z.string().min(10).max(4_000) }))
    .min(2)
    .max(40),
})

/** Words that are never read: names, and where somebody comes from or what they believe. */
export const NeverReadFile = z.strictObject({
  about: z.string().min(1).max(300),
  names: z.string().max(20_000),
  origins: z.string().max(20_000),
})

/** What was learnt: of each feature the weight that it gives to labels, as "label weight label weight"; a label is the place of its group and its own place in it, counted from 0. */
export const ModelFile = z.strictObject({
  about: z.string().min(1).max(600),
  groups: z.record(
    z.string(),
    z.strictObject({ one: z.boolean(), labels: z.array(z.string()).min(1), bias: z.array(z.number()) }),
  ),
  features: z.record(z.string(), z.string()),
})
export type ModelFile = z.infer<typeof ModelFile>
