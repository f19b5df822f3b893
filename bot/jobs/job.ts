/**
 * What a job is: a value with a name, how often it runs, and what it does. The scheduler runs all of them alike, each
 * municipality for itself: what hangs or fails in one of them, or in one job, holds up no other. A job is not begun anew
 * while it is under way. What it remembers is its own; what it may do in one instance only it does under a lease
 * (jobLease.ts), which stands in the store.
 */
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { JobLease } from './jobLease.ts'

/** One round, as every job sees it. */
export type Round = {
  /** What both clocks say (`clockWatch.ts`). */
  seen: { ahead: number; calm: boolean }
  /** As much as it takes at most of what it goes along. */
  page: number
  /** May something new be begun? Not at a stop. */
  goOn(): boolean
  /** What was begun and goes on after the round: a test waits for it, the timer does not. */
  began(work: Promise<void>): void
}

type Named = {
  name: string
  /** Milliseconds from one beginning to the next, by a clock that never jumps; 0: in every round. */
  every: number
  /** As much as one round takes of what it goes along; left out: it goes along nothing. */
  page?: number
  /** After a jump of the clock it waits until it is sure that the clock stays so: it takes something to be over. */
  calm?: true
  /** `look`: it sees what must be done; in one round these go first, one after the other, and then what delivers. */
  when: 'look' | 'deliver'
}

export type Job = Named &
  /** In every instance: what is saved decides who does it. */
  (
    | { each(municipality: Municipality, round: Round): Promise<unknown> }
    /** In one instance for all of them, under a lease of the name of the job. */
    | { leased(municipality: Municipality, round: Round, lease: JobLease): Promise<unknown> }
    /** Not of one municipality. */
    | { once(round: Round): Promise<unknown> }
  )
