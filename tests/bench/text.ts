/** How long it takes to read a text that is made to be slow to read, and how that grows. */
import { ATTACKS, type Attack, attackOf, READINGS } from './readings.ts'

export type Line = { reading: string; worst: string; ms: number; half: number }

const named = ({ before, pump, behind }: Attack): string => JSON.stringify(`${before}(${pump})${behind}`)

/** The best of some tries, in milliseconds of processor time of this thread: what else the machine does is no part of it. */
export function costOf(read: (text: string) => unknown, text: string, tries: number): number {
  let best = Infinity
  for (let nr = 0; nr < tries; nr += 1) {
    const before = process.threadCpuUsage()
    read(text)
    const { user, system } = process.threadCpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/** For each reading the text of this length that costs it most, and what half of it costs. */
export function measureText(length: number, tries: number, say: (line: Line) => void): void {
  for (const [reading, read] of Object.entries(READINGS)) {
    const costs = ATTACKS.map((attack) => ({ attack, ms: costOf(read, attackOf(attack, length), tries) }))
    const [worst] = costs.sort((a, b) => b.ms - a.ms)
    if (!worst) continue
    const half = costOf(read, attackOf(worst.attack, length / 2), tries)
    say({ reading, worst: named(worst.attack), ms: worst.ms, half })
  }
}

export const HEAD = `${'reading'.padEnd(32)}${'ms'.padStart(8)}${'of half'.padStart(9)}${'ratio'.padStart(7)}  its worst text`

export const lineOf = ({ reading, worst, ms, half }: Line): string =>
  `${reading.padEnd(32)}${ms.toFixed(1).padStart(8)}${half.toFixed(1).padStart(9)}` +
  `${(half > 0 ? (ms / half).toFixed(1) : '-').padStart(7)}  ${worst}`
