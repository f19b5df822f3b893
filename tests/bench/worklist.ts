/** How long the first page of the worklist takes (A108), beside reading every record for it: in milliseconds, and as a ratio. */
import { join } from 'node:path'
import { z } from 'zod'
import { startChild } from './children.ts'
import { median, percentile } from './figures.ts'

/** The aim, with a thousand open signals on SQLite. */
export const AIM_MS = 100

export type Listing = {
  size: number
  /** The first of all, right after a start: every leaf of the agenda is read. */
  first: number
  p50: number
  p95: number
  /** The middle one, of reading every record. */
  everything: number
}

/** Pages in turn with reading everything, so that what else the machine does meets both. */
export async function measureWorklist(folder: string, size: number, pages: number): Promise<Listing> {
  const store = { kind: 'sqlite' as const, path: join(folder, `worklist-${size}.db`) }
  const filler = await startChild('./worklistHouse.ts', { store, fill: size }, z.object({}))
  await filler.stop()
  const house = await startChild('./worklistHouse.ts', { store }, z.object({}))
  try {
    const ask = (what: 'page' | 'everything') => house.ask(what, z.number())
    const first = await ask('page')
    const times: number[] = []
    const all: number[] = []
    for (let nr = 0; nr < pages; nr += 1) {
      times.push(await ask('page'))
      if (nr % 10 === 0) all.push(await ask('everything'))
    }
    return { size, first, p50: median(times), p95: percentile(times, 0.95), everything: median(all) }
  } finally {
    await house.stop()
  }
}

/** As the bench prints it. */
export function worklistLine({ size, first, p50, p95, everything }: Listing): string {
  const verdict = p95 <= AIM_MS ? 'meets' : 'MISSES'
  return (
    `THE WORKLIST with ${size} open, on SQLite: first page p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ` +
    `(<= ${AIM_MS} ms ${verdict}); right after a start ${first.toFixed(1)} ms; ` +
    `every record read ${everything.toFixed(1)} ms, ${(everything / p50).toFixed(1)} x a page`
  )
}
