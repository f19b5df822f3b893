/**
 * Learns the models of danger from the corpus and writes them as data: `npm run train:understanding`. The same corpus
 * gives the same file. Hands that are kept for testing (`corpus/index.json`) are not learnt from.
 */
import { writeFileSync } from 'node:fs'
import { tokensOf } from '../../services/understanding/danger/tokens.ts'
import type { Linear } from '../../services/understanding/model/linear.ts'
import { alsoLearnt, handsFor } from './corpus.ts'

/**
 * How many false ones are borne at most, on hands that were not learnt from: of look-alikes, and of ordinary messages.
 * Elsewhere there are too few of them to be strict: who cries for help in another language has fewer ways to be heard.
 */
const BORNE = {
  here: { ring: { lookalike: 0.035, ordinary: 0.007 }, ask: { lookalike: 0.12, ordinary: 0.04 } },
  elsewhere: { ring: { lookalike: 0.08, ordinary: 0.02 }, ask: { lookalike: 0.22, ordinary: 0.1 } },
} as const
/** Smaller weights than this share of the largest are not kept. */
const KEPT = 1 / 254

const write = (path: string, data: unknown): void =>
  writeFileSync(new URL(`../../services/${path}`, import.meta.url), `${JSON.stringify(data, null, 2)}\n`)

function packed({ bias, weights }: Linear) {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  const gaps: number[] = []
  const kept: number[] = []
  let before = 0
  weights.forEach((weight, place) => {
    if (Math.abs(weight) < most * KEPT) return
    gaps.push(...gapOf(place - before))
    kept.push(Math.round((weight / most) * 127))
    before = place
  })
  return {
    bias: Number(bias.toFixed(6)),
    scale: Number((most / 127).toFixed(9)),
    gaps: Buffer.from(gaps).toString('base64'),
    weights: Buffer.from(Int8Array.from(kept).buffer).toString('base64'),
  }
}

/** Seven bits to a byte, the highest first; the highest bit says that more follow. */
function gapOf(gap: number): number[] {
  const bytes = [gap & 127]
  for (let rest = gap >> 7; rest > 0; rest >>= 7) bytes.unshift(128 | (rest & 127))
  return bytes
}

const hands = handsFor('training')
const seen = alsoLearnt(handsFor('test'), hands)
if (seen.length > 0) throw new Error(`${seen.length} messages that are kept for testing are learnt from too.`)

// What people wrote of harmless things is no typing error of a hazard.
const guarded = new Map<string, number>()
for (const { messages } of hands) {
  for (const { danger, messages: typed } of messages) {
    if (danger !== 'none') continue
    for (const { word } of tokensOf(typed))
      if (word.length >= 6) guarded.set(word, (guarded.get(word) ?? 0) + 1)
  }
}
write('content/data/guardedWords.json', [...guarded.keys()].sort())

// Read only now: what is guarded decides which words are mended, and so what is met in a text.
const { crossed, levelAt } = await import('./crossed.ts')
const { learnt, rowsOf } = await import('./pieces.ts')

const rows = hands.flatMap(rowsOf)
const judged = crossed(
  rows,
  hands.map(({ name }) => name).filter((name) => /^hand(?!00|3)/.test(name)),
)
function levelsWhere(elsewhere: boolean): { ring: number; ask: number } {
  const level = (what: 'ring' | 'ask'): number => {
    const of = (group: string): number[] =>
      judged
        .filter(({ row }) => row.elsewhere === elsewhere && row.message.group === group)
        .map(({ margins }) => margins[what])
    const { lookalike, ordinary } = BORNE[elsewhere ? 'elsewhere' : 'here'][what]
    const most = Math.max(levelAt(of('lookalike'), lookalike), levelAt(of('ordinary'), ordinary))
    return Number(most.toFixed(3))
  }
  return { ring: level('ring'), ask: level('ask') }
}

const { text, concepts } = learnt(rows)
const here = levelsWhere(false)
const elsewhere = levelsWhere(true)
write('understanding/model/weights.json', { text: packed(text), concepts: packed(concepts), here, elsewhere })
console.log(`${rows.length} messages of ${hands.length} hands; levels ${JSON.stringify({ here, elsewhere })}`)
