/** How fields of forms come: absent, null and empty are the same. */
import { z } from 'zod'
import { withoutBreaks } from '../../words.ts'
import { Written } from '../words.ts'

/**
 * Text of a form: absent and null are empty, line ends are made one kind, what a card put into it is out. Whether it may
 * stay empty is for the rule.
 */
export const typed = z.preprocess(
  (value) =>
    value === undefined || value === null
      ? ''
      : typeof value === 'string'
        ? withoutBreaks(value).replaceAll('\r\n', '\n')
        : value,
  Written,
)

/** A choice or a day of a form that was left open. */
export const maybe = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** Text where a deed can do without it. */
export const typedOrNot = z.preprocess(
  (value) => (value === '' || value === null ? undefined : value),
  typed.optional(),
)

/** A choice set with several values sends "a,b". */
export const severalOf = <T extends z.ZodType>(schema: T, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter((v) => v !== '') : (value ?? [])),
    z.array(schema).max(most),
  )
