/** What differs between two versions, field by field: by name of the field, what it was and what it is. Pure. */
import { z } from 'zod'
import { FIELDS, type Field, OF_READERS, type Settings } from './fields.ts'

/**
 * `field`: where it stands, as in `partners.riec.contacts`; those with an id by their id. Without `before` it is new,
 * without `after` it is gone.
 */
export const Difference = z.object({
  field: z.string().max(200),
  before: z.json().optional(),
  after: z.json().optional(),
})
export type Difference = z.infer<typeof Difference>

/** The field of the settings that it is of. */
export const fieldOf = ({ field }: Pick<Difference, 'field'>): string => field.split('.')[0] ?? ''

/** Does it say who reads, or when? */
export const isOfReaders = (difference: Pick<Difference, 'field'>): boolean =>
  OF_READERS.has(fieldOf(difference))

type Json = z.infer<ReturnType<typeof z.json>>
const asJson = (value: unknown): Json => z.json().parse(JSON.parse(JSON.stringify(value)))
const text = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))

const one = (field: string, before: unknown, after: unknown): Difference[] =>
  text(before) === text(after)
    ? []
    : [
        {
          field,
          ...(before === undefined ? {} : { before: asJson(before) }),
          ...(after === undefined ? {} : { after: asJson(after) }),
        },
      ]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of something that is there before and after, each of its parts; else the whole of it. */
function within(field: string, before: unknown, after: unknown): Difference[] {
  if (!isObject(before) || !isObject(after)) return one(field, before, after)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => one(`${field}.${name}`, before[name], after[name]))
}

type WithId = { id: string }

function byId(field: Field, before: readonly WithId[] = [], after: readonly WithId[] = []): Difference[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  const of = (all: readonly WithId[], id: string) => all.find((each) => each.id === id)
  return ids.flatMap((id) => within(`${field}.${id}`, of(before, id), of(after, id)))
}

/** Days on which somebody has a turn, or is away: each is there, or is not. */
function spans(field: Field, before: Settings['rota'] = [], after: Settings['rota'] = []): Difference[] {
  const has = (all: Settings['rota'], it: Settings['rota'][number]) =>
    all.some((each) => text(each) === text(it))
  return [
    ...before.filter((it) => !has(after, it)).flatMap((it) => one(field, it, undefined)),
    ...after.filter((it) => !has(before, it)).flatMap((it) => one(field, undefined, it)),
  ]
}

/** Every difference between these, in the order of the fields. */
export function differences(before: Settings, after: Settings): Difference[] {
  return FIELDS.flatMap((field): Difference[] => {
    switch (field) {
      case 'officers':
      case 'partners':
      case 'otherSystems':
        return byId(field, before[field], after[field])
      case 'rota':
      case 'leave':
        return spans(field, before[field], after[field])
      case 'sentences':
      case 'urgency':
      case 'reminders':
      case 'retention':
      case 'officeHours':
        return within(field, before[field], after[field])
      case 'phone':
      case 'onCall':
      case 'mailbox':
      case 'leads':
      case 'answerAfterWorkingDays':
        return one(field, before[field], after[field])
      default:
        return field satisfies never
    }
  })
}
