/**
 * Harmless questions that an employee may ask, for whoever is spoken to (domain D9, A019), always with the guardrail (A023).
 * Content, as data: at most five are shown. They are about behaviour and circumstances, never about where somebody is from.
 */
import { z } from 'zod'
import type { Language } from '../words.ts'
import data from './data/questions.json' with { type: 'json' }

/** The most that are shown at once (D9). */
export const MOST_QUESTIONS = 5

const Sentence = z.string().min(1).max(300)
const QuestionList = z
  .object({
    /** Who is spoken to. */
    for: z.string().min(1).max(40),
    /** Only where somebody may be younger than eighteen. */
    minor: z.boolean(),
    /** Words in the story that say who is spoken to; without them the subject says it. */
    words: z.array(z.string().min(3).max(40)).max(40).optional(),
    subjects: z.array(z.string().max(40)).max(20),
    nl: z.array(Sentence).min(1).max(MOST_QUESTIONS),
    en: z.array(Sentence).min(1).max(MOST_QUESTIONS),
  })
  .refine(({ nl, en }) => nl.length === en.length, 'Both languages have the same questions.')

/** The whole of the file. */
export const Questions = z.object({
  guardrail: z.object({ nl: z.string().min(1).max(600), en: z.string().min(1).max(600) }),
  lists: z.array(QuestionList).min(1).max(20),
})

const { guardrail, lists } = Questions.parse(data)

/** What is known of whom it is about. */
export type SpokenTo = { minor: boolean; subjects: readonly string[]; text: string }

/**
 * The questions that fit, with the limits that go with them; undefined where it is not known who is spoken to. The first
 * list that fits, in the order of the file.
 */
export function questionsFor(
  { minor, subjects, text }: SpokenTo,
  language: Language,
): { questions: readonly string[]; guardrail: string } | undefined {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])
  const found = lists.find((list) => {
    if (list.minor) return minor
    const fits = list.subjects.some((subject) => subjects.includes(subject))
    return fits && (list.words === undefined || list.words.some((word) => words.has(word)))
  })
  return found && { questions: found[language].slice(0, MOST_QUESTIONS), guardrail: guardrail[language] }
}
