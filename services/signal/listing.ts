/**
 * What the agenda of a municipality holds of one signal (docs/decisions/next-moment.md): enough to sort it and to know
 * when it must be looked at. Nothing that anybody wrote, and nobody but officers. It is sealed wherever it stands.
 */
import { z } from 'zod'
import { SignalKind } from '../facts/weighed.ts'
import { Day, Instant, OfficerId, PartnerId, SignalId } from '../words.ts'
import { Kind } from './words.ts'

/** On whom it waits; `watch`: it is only watched, until a day. */
export const WaitsOn = z.enum(['us', 'partner', 'reporter', 'watch'])
export type WaitsOn = z.infer<typeof WaitsOn>

/**
 * What the worklist sorts and chooses by without reading the record: names of lists of ours, days, and the four digits of
 * a postcode; no street, no word.
 */
export const DayLine = z.object({
  on: WaitsOn,
  /** Since which day it waits on that; not there: on us. */
  since: Day.optional(),
  /** When the first of its terms passes; null: none runs. */
  first: Instant.nullable(),
  /** Nobody has taken it yet. */
  fresh: z.boolean(),
  /** Who has it in hand; before that, who answers for it. */
  holder: OfficerId,
  kind: Kind,
  /** What it may be about, as an officer left it (C3). */
  kinds: z.array(SignalKind).max(40),
  /** Those to whom it goes, or went. */
  partners: z.array(PartnerId).max(40),
  areas: z.array(z.string().regex(/^\d{4}$/)).max(10),
  /** A105: nobody has the lead of its case. */
  leadless: z.boolean(),
  /** A099: help for a possible victim is not arranged. */
  helpless: z.boolean(),
})
export type DayLine = z.infer<typeof DayLine>

export const Entry = z.object({
  signal: SignalId,
  /** Where it stands in the order of the worklist: the most urgent first, then what waits longest. */
  key: z.string().min(1).max(160),
  /** When one of its rules asks for something; null: no rule does. */
  next: Instant.nullable(),
  /** Somebody still has to do something with it: it stands on the worklist. */
  working: z.boolean(),
  /** It stands on the destruction list. */
  toDestroy: z.boolean(),
  /** Nothing was decided on it, and it should have been by then. */
  decideBy: Instant.nullable(),
  /** Who has it in hand, and whoever was called in for it. */
  people: z.array(OfficerId),
  /** How many of its messages were given up. */
  failed: z.number().int().min(0),
  /** For the list of the day; not there: it was told before there was one, and the record says it. */
  day: DayLine.optional(),
})
export type Entry = z.infer<typeof Entry>

/**
 * What the agenda was told last of this signal: the `n`th time. In the record itself, so that what is saved next knows
 * what it replaces. `entry` null: it does not stand there.
 */
export const Listing = z.object({ n: z.number().int().min(1), entry: Entry.nullable() })
export type Listing = z.infer<typeof Listing>
