/** The buttons and forms of the day of an officer: what the list shows, a label, watching, finding, who stood in. */
import { z } from 'zod'
import { SignalKind } from '../services/facts/weighed.ts'
import { DAY_DATA, FindPurpose } from '../services/signal/deeds/dayData.ts'
import { maybe, typed } from '../services/signal/deeds/fields.ts'
import { Kind } from '../services/signal/words.ts'
import { PartnerId, SignalId } from '../services/words.ts'

type DayDeed = keyof typeof DAY_DATA

const signal = SignalId
const press = z.uuid()
const onCase = { signal, seen: z.number().int().min(1), press }
const asks = <D extends DayDeed, S extends z.ZodRawShape>(deed: D, data: S) =>
  z.object({ verb: z.literal(deed), ...onCase, ...data })

/** The deeds that have a form of their own. */
export const DAY_FORMS = ['label', 'watchLonger'] as const satisfies readonly DayDeed[]

/** What the button of each deed sends. */
export const DAY_ACTIONS = {
  label: asks('label', DAY_DATA.label.shape),
  watchLonger: asks('watchLonger', DAY_DATA.watchLonger.shape),
} as const satisfies { [D in DayDeed]: z.ZodType<{ verb: D }> }

/** The choice that chooses nothing: a choice without a value does not show. */
export const ALL = 'all'
const chosen = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === '' || value === null || value === ALL ? undefined : value),
    schema.optional(),
  )

/** What an officer chooses to see on the list; what is left open is not asked for. */
export const LIST_FILTER = {
  mine: chosen(z.enum(['mine'])),
  about: chosen(z.enum([...Kind.options, ...SignalKind.options])),
  area: chosen(z.string().regex(/^\d{4}$/)),
  partner: chosen(PartnerId),
  lacks: chosen(z.enum(['lead', 'help'])),
} as const

/** Where a walk along the register goes on; a card that carries another is not ours. */
const from = z.string().max(80).optional()

/** Of the whole reporting point. */
export const DAY_POINT = {
  /** The form of what the list shows. */
  listFilter: z.object({ verb: z.literal('listFilter'), ...LIST_FILTER }),
  /** Finding a file to work on, which is no access request: the form, and what came of it. */
  find: z.object({ verb: z.literal('find') }),
  findNow: z.object({
    verb: z.literal('findNow'),
    press,
    terms: typed,
    findFor: maybe(FindPurpose),
    reason: typed,
    from,
  }),
  /** What colleagues did since one was on duty last. */
  duty: z.object({ verb: z.literal('duty'), from }),
} as const
