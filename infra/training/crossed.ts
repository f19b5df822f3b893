/** Each hand weighed by models that learnt from all the others: the only figures that say anything. */
import { learnt, type Margins, marginsOf, type Row } from './pieces.ts'

export type Weighed = { row: Row; margins: Margins }

/** Hands that write in languages which no other does: a quarter of it is left out at a time. */
const ALONE: ReadonlySet<string> = new Set(['hand06'])
const PARTS = 4

export function crossed(rows: readonly Row[], hands: readonly string[]): Weighed[] {
  const folds = hands.flatMap((hand): ((row: Row) => boolean)[] =>
    ALONE.has(hand)
      ? Array.from({ length: PARTS }, (_, part) => (row: Row) => row.hand === hand && row.at % PARTS === part)
      : [(row) => row.hand === hand],
  )
  return folds.flatMap((out) => {
    const models = learnt(rows.filter((row) => !out(row)))
    return rows.filter(out).map((row) => ({ row, margins: marginsOf(models, row) }))
  })
}

/** Above which as many of the false ones are found as may be. */
export function levelAt(margins: readonly number[], share: number): number {
  const falling = [...margins].sort((one, other) => other - one)
  return falling[Math.floor(falling.length * share)] ?? 0
}
