/** The data of every button that there is, with words of choice in every field that takes words. */
import { z } from 'zod'

/** Values that fields take which take no free words; each field gets the first that it takes. */
const VALUES: readonly unknown[] = [
  '3f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01',
  3,
  7,
  'yes',
  'nl',
  '2026-12-08',
  '2026-12',
  'dossier',
  'keep',
  'message',
  'signal',
  'text',
  'takenUp',
  'external',
  'notYet',
  'arranged',
  'normal',
  'tooLittle',
  'unknown',
  '',
  true,
  {},
  [],
  ['3f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01'],
  ['where'],
  'not',
  'report',
  'addFact',
  'timeline',
  'away',
  'confirm',
  'noAction',
  'endInsight',
  'meeting',
  '09:30',
  'again',
  'result',
  'askedAgain',
  'taken',
  'facts',
  'telephone',
  'all',
  'back',
  'confirm',
  'people',
  'agreeFirst',
]

const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

function dataFor(schema: z.ZodType, words: string, name = ''): unknown {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([key, field]) => [key, dataFor(field, words, key)])
    return Object.fromEntries(fields)
  }
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (takes(schema, words)) return words
  const found = VALUES.find((value) => takes(schema, value))
  if (found === undefined) throw new Error(`No value for the field ${name}: add one to VALUES.`)
  return found
}

/** The data of each verb, with these words wherever words can stand. */
export function listed(
  actions: z.ZodDiscriminatedUnion<readonly z.ZodObject[]>,
  words: string,
  fixed: Record<string, unknown> = {},
): Record<string, unknown>[] {
  return actions.options.map((option) => {
    const data = z.record(z.string(), z.unknown()).parse(dataFor(option, words))
    const known = Object.entries(fixed).filter(([key]) => key in data)
    return { ...data, ...Object.fromEntries(known) }
  })
}
