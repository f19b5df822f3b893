/**
 * Learns on top of a sentence model that an administrator put beside the product: `npm run train:understanding --
 * --model=FOLDER`. Its rows stay in this process, its weights go into `head.json` in the folder of the model.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textsWeighed } from '../../services/understanding/danger/weigh.ts'
import { marginOf } from '../../services/understanding/model/linear.ts'
import { HEAD_FILE, MANIFEST_FILE, MODEL_FILE } from '../../services/understanding/model/sentence/manifest.ts'
import {
  ModelRefusedError,
  marginOfRow,
  openWorker,
  readManifest,
} from '../../services/understanding/model/sentence/sentenceModel.ts'
import { withoutNames } from '../../services/understanding/model/sentence/withoutNames.ts'
import type { Hand } from './corpus.ts'
import { learnt, type Row, rowsOf } from './pieces.ts'
import { learnRows, type RowExample } from './rows.ts'
import { scaleTo } from './scale.ts'

/** A message with the rows that the sentence model gives of it. */
type Seen = Row & { wholeRow: Float32Array; pieceRows: readonly Float32Array[] }

/** No text of the corpus takes as long. */
const PATIENCE_MS = 60_000
const TARGET = { ring: 1, ask: 0.6, none: 0 } as const

/** Danger may stand in any piece of a long message, so it is learnt whole; where there is none, there is none in any. */
const examplesOf = (seen: readonly Seen[]): RowExample[] =>
  seen.flatMap(({ message, wholeRow, pieceRows }): RowExample[] => {
    const y = TARGET[message.danger]
    if (y > 0 || pieceRows.length < 2) return [{ row: wholeRow, y, weight: 1 }]
    return pieceRows.map((row) => ({ row, y, weight: 1.5 / pieceRows.length }))
  })

const most = (margins: readonly number[]): number => Math.max(Number.NEGATIVE_INFINITY, ...margins)

/** What both text models make of messages from which neither learnt. */
type Judged = { seen: Seen; own: number; sentence: number }

function crossed(all: readonly Seen[]): Judged[] {
  const hands = [...new Set(all.map(({ hand }) => hand))]
  return hands.flatMap((hand) => {
    const others = all.filter((seen) => seen.hand !== hand)
    const own = learnt(others).text
    const sentence = learnRows(examplesOf(others))
    return all
      .filter((seen) => seen.hand === hand)
      .map((seen) => ({
        seen,
        own: most(seen.pieces.map(({ text }) => marginOf(own, text))),
        sentence: most(seen.pieceRows.map((row) => marginOfRow(sentence, row))),
      }))
  })
}

/** How often a message of danger weighs more than a harmless one. */
function orderOf(judged: readonly Judged[], which: 'own' | 'sentence'): number {
  const danger = judged.filter(({ seen }) => seen.message.danger !== 'none').map((each) => each[which])
  const harmless = judged.filter(({ seen }) => seen.message.danger === 'none').map((each) => each[which])
  let right = 0
  for (const one of danger) for (const other of harmless) right += one > other ? 1 : one === other ? 0.5 : 0
  return right / Math.max(1, danger.length * harmless.length)
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/**
 * Writes `head.json`, and its sum into `manifest.json`.
 * @param say takes lines for whoever runs it: figures of messages from which nothing was learnt
 * @throws ModelRefusedError when the folder is not as it must be, or the model does not read a text
 */
export async function learnOnModel(
  folder: string,
  hands: readonly Hand[],
  say: (line: string) => void,
): Promise<void> {
  const manifest = await readManifest(folder)
  const worker = await openWorker(manifest, { folder, note: () => undefined })
  const seen: Seen[] = []
  try {
    const rowOf = async (text: string): Promise<Float32Array> => {
      const answer = await worker.embed(withoutNames(text), PATIENCE_MS)
      if (answer === 'late' || answer === 'away') {
        throw new ModelRefusedError(`${MODEL_FILE}: did not read every message of the corpus`)
      }
      return answer.row
    }
    for (const row of hands.flatMap(rowsOf)) {
      const pieceRows: Float32Array[] = []
      for (const text of textsWeighed(row.message.messages)) pieceRows.push(await rowOf(text))
      const [only, ...more] = pieceRows
      const wholeRow = only && more.length === 0 ? only : await rowOf(row.message.messages.join('\n'))
      seen.push({ ...row, wholeRow, pieceRows })
    }
  } finally {
    worker.close()
  }
  const judged = crossed(seen)
  const harmless = judged.filter(({ seen }) => seen.message.danger === 'none')
  const { by, plus } = scaleTo(
    harmless.map(({ own }) => own),
    harmless.map(({ sentence }) => sentence),
  )
  const plain = learnRows(examplesOf(seen))
  const bias = plain.bias * by + plus
  const weights = plain.weights.map((weight) => weight * by)
  const head = `${JSON.stringify({ model: manifest.sha256[MODEL_FILE], bias, weights })}\n`
  writeFileSync(join(folder, HEAD_FILE), head)
  const sums = { ...manifest.sha256, [HEAD_FILE]: createHash('sha256').update(head).digest('hex') }
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify({ ...manifest, sha256: sums }, null, 2)}\n`)
  say(`${seen.length} messages of ${hands.length} hands, each weighed by what was learnt from the others:`)
  say(`danger weighs more than what is harmless: own text model ${percent(orderOf(judged, 'own'))}`)
  say(`danger weighs more than what is harmless: ${manifest.name} ${percent(orderOf(judged, 'sentence'))}`)
}
