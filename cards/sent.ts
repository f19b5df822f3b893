/**
 * What a client sends for a form, field by field: clients write a number as text, a choice as a list, a day in their own
 * way, and leave out what was not touched. A field that cannot be read never spoils the others: it is named, and the form
 * comes back with all the rest in it.
 */
import { z } from 'zod'
import { MOST_ONE_TEXT } from '../services/signal/words.ts'
import { readDay } from './readDay.ts'

/** A field that could not be taken as it came, and what is wrong with it. */
export type Odd = { field: string; why: 'day' | 'choice' | 'text' | 'other' }

type Schema = z.core.$ZodType

/** The schema of the value itself, below what may be left out or is made ready first. */
function core(schema: Schema): Schema {
  let at: Schema = schema
  for (let depth = 0; depth < 10; depth += 1) {
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap()
    else if (at instanceof z.ZodDefault) at = at.unwrap()
    else if (at instanceof z.ZodPipe) at = at.out
    else return at
  }
  return at
}

const YES: ReadonlySet<unknown> = new Set([true, 1, 'true', '1', 'on', 'yes', 'ja'])
const NO: ReadonlySet<unknown> = new Set([false, 0, 'false', '0', 'off', 'no', 'nee'])

/** A choice comes as itself, as a list of one, or with its title. */
function single(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? single(value[0]) : value
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value
}

const asText = (value: unknown): unknown => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const all =
    Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number')
  return all ? value.join(', ') : value
}

/** The value as this field wants it, where it is the same in another form; else as it came. */
function tidied(schema: Schema, came: unknown): unknown {
  const of = core(schema)
  if (came === null || came === undefined) return came
  if (of instanceof z.ZodArray)
    return Array.isArray(came) ? came.map((each) => asText(single(each))) : asText(single(came))
  if (of instanceof z.ZodObject || of instanceof z.ZodRecord) return came
  const value = single(came)
  const bare = typeof value === 'string' ? value.trim() : value
  if (of instanceof z.ZodNumber)
    return typeof bare === 'string' && /^-?\d{1,15}$/.test(bare) ? Number(bare) : value
  if (of instanceof z.ZodBoolean) {
    const said = typeof bare === 'string' ? bare.toLowerCase() : bare
    return YES.has(said) ? true : NO.has(said) ? false : value
  }
  if (of instanceof z.ZodEnum) {
    const text = asText(bare)
    if (typeof text !== 'string') return value
    const said = text.trim().toLowerCase()
    return of.options.find((each) => String(each).toLowerCase() === said) ?? (said === '' ? '' : value)
  }
  if (of instanceof z.ZodISODate) return typeof bare === 'string' ? (readDay(bare) ?? bare) : value
  return of instanceof z.ZodString ? asText(value) : value
}

const takes = (schema: Schema, value: unknown): boolean => z.core.safeParse(schema, value).success

function whyOf(schema: Schema): Odd['why'] {
  const of = core(schema)
  if (of instanceof z.ZodISODate) return 'day'
  if (of instanceof z.ZodEnum || of instanceof z.ZodArray || of instanceof z.ZodBoolean) return 'choice'
  return of instanceof z.ZodString ? 'text' : 'other'
}

/** What stands in the place of what cannot be read; nothing where no such value is: then it is no field of a person. */
function inPlaceOf(schema: Schema, value: unknown): { value: unknown } | undefined {
  const of = core(schema)
  const cut = typeof value === 'string' ? [value.slice(0, MOST_ONE_TEXT)] : []
  const first = of instanceof z.ZodEnum ? of.options.slice(0, 1) : []
  const found = [...cut, undefined, '', ...first, []].find((each) => takes(schema, each))
  return found !== undefined || takes(schema, undefined) ? { value: found } : undefined
}

/** Is this a field that a person fills in? The ids that a button carries take no value in their place. */
function fieldOf(schema: Schema, came: unknown): { value: unknown; odd?: Odd['why'] } | undefined {
  const of = core(schema)
  if (of instanceof z.ZodLiteral) return takes(schema, came) ? { value: came } : undefined
  const value = tidied(schema, came)
  if (takes(schema, value)) return { value }
  const instead = inPlaceOf(schema, value)
  return instead && { ...instead, odd: whyOf(schema) }
}

/** What a button of ours carries, and no person fills in: where it is not right, the button is not ours. */
const CARRIED: ReadonlySet<string> = new Set(
  'signal draft seen press page part route question after month which kind language about called112 choice how task signals said fact facts line sent way from'.split(
    ' ',
  ),
)

/** Reads each field by itself. Undefined: something in it that no person fills in is not right. */
export function readFields(
  schema: z.ZodObject,
  data: Readonly<Record<string, unknown>>,
): { fields: Record<string, unknown>; odd: Odd[] } | undefined {
  const fields: [string, unknown][] = []
  const odd: Odd[] = []
  for (const [name, of] of Object.entries(schema.shape)) {
    const came = Object.hasOwn(data, name) ? data[name] : undefined
    const inner = core(of)
    if (inner instanceof z.ZodObject && typeof came === 'object' && came !== null) {
      const read = readFields(inner, { ...came })
      if (!read) return undefined
      fields.push([name, read.fields])
      odd.push(...read.odd)
      continue
    }
    const read = fieldOf(of, came)
    if (!read || (read.odd && CARRIED.has(name))) return undefined
    fields.push([name, read.value])
    if (read.odd) odd.push({ field: name, why: read.odd })
  }
  return { fields: Object.fromEntries(fields), odd }
}

/** What was typed in a form of which the rest cannot be read: its free text, so that it can be given back. */
export function freeTexts(schema: z.ZodObject, data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(schema.shape).flatMap(([name, of]) => {
    const came = Object.hasOwn(data, name) ? data[name] : undefined
    const inner = core(of)
    if (inner instanceof z.ZodObject && typeof came === 'object' && came !== null)
      return freeTexts(inner, { ...came })
    const text = asText(came)
    const free = inner instanceof z.ZodString && takes(of, 'x y')
    return free && typeof text === 'string' && text.trim() !== '' ? [text.slice(0, MOST_ONE_TEXT)] : []
  })
}
