/** What is measured of one index, as the processes of the bench say it to each other. */
import { z } from 'zod'
import { StoreGiven } from '../config.ts'
import { ASKED } from './register.ts'

/** What a process with the sealed index is given. */
export const SealedGiven = z.object({
  store: StoreGiven,
  size: z.number(),
  /** Questions of each kind. */
  each: z.number(),
  /** As long is taken at most for comparing with everything. */
  budgetMs: z.number(),
})

/** How the index was built. `bytes`: on the disk; nought where that cannot be seen. `lookUps`: requests so far. */
export const Built = z.object({
  entities: z.number(),
  postings: z.number(),
  ms: z.number(),
  bytes: z.number(),
  peakMb: z.number(),
  requests: z.number(),
})
export type Built = z.infer<typeof Built>

/** One look-up: how long it took, what it read, and whether the right one was among it. */
export const Answered = z.object({
  kind: z.enum(ASKED),
  ms: z.number(),
  /** Of the processor, in milliseconds: on a machine that others use too, this is what it costs. */
  cpuMs: z.number(),
  /** Of one entity of what was asked, the most. */
  keys: z.number(),
  /** Documents that were opened, for each entity of what was asked. */
  opened: z.number(),
  requests: z.number(),
  /** The right one was among what was opened; undefined: there is none. */
  rightOpened: z.boolean().optional(),
  /** It was called strong or likely. */
  rightCalled: z.boolean().optional(),
  /** How many others were called so. */
  falseLikely: z.number(),
})
export type Answered = z.infer<typeof Answered>

/** Each compared with all: `sample` were, and the times are for all of them. `called`: the right one strong or likely. */
export const Scanned = z.object({ ms: z.array(z.number()), called: z.array(z.boolean()), sample: z.number() })
export type Scanned = z.infer<typeof Scanned>

/** One by one, each durable before the next. Milliseconds. */
export const Changed = z.object({ add: z.array(z.number()), remove: z.array(z.number()) })
export type Changed = z.infer<typeof Changed>

/** MiniSearch: `found`: the right one is among its first thirty. */
export const Searched = z.object({
  ms: z.array(z.number()),
  found: z.array(z.boolean()),
  buildMs: z.number(),
  peakMb: z.number(),
})
export type Searched = z.infer<typeof Searched>

/** Everything of one size on one store. */
export type Measured = {
  store: 'sqlite' | 'cosmos'
  size: number
  built: Built
  answered: Answered[]
  scanned: Scanned
  changed: Changed
  askingMb: number
  searched: Searched | undefined
}

/** The most memory of this process until now. */
export const peakMb = (): number => process.resourceUsage().maxRSS / 1024
