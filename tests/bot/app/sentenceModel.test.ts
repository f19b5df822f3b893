/** A sentence model in its place, and what the log says of it: counts, and nothing of a text. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { LogEvent, LogFields } from '../../../bot/app/log.ts'
import { modelNotes, placeSentenceModel } from '../../../bot/app/sentenceModel.ts'
import { whyNotStarted } from '../../../bot/app/startupError.ts'
import { makeModel, spoil } from '../../kit/sentenceModels.ts'

let folder: string
beforeEach(() => {
  const words = { rood: [1, 0, 0, 0] } as const
  folder = makeModel(mkdtempSync(join(tmpdir(), 'signaalpunt-model-')), {
    words,
    head: { bias: 0, weights: [1, 1, 1, 1] },
  })
})
afterEach(() => rmSync(folder, { recursive: true }))

const said: [LogEvent, LogFields | undefined][] = []
const log = {
  info: (event: LogEvent, fields?: LogFields) => void said.push([event, fields]),
  warn: (event: LogEvent, fields?: LogFields) => void said.push([event, fields]),
  error: (event: LogEvent, fields?: LogFields) => void said.push([event, fields]),
}
beforeEach(() => {
  said.length = 0
})

test('texts that it did not read in time are counted, with one line a minute', () => {
  let now = 0
  const note = modelNotes(log, () => now)
  for (let times = 0; times < 5; times += 1) note('late')
  expect(said).toEqual([['model.late', { count: 1 }]])
  now = 60_000
  note('late')
  expect(said.slice(1)).toEqual([['model.late', { count: 5 }]])
  note('away')
  note('back')
  expect(said.slice(2)).toEqual([
    ['model.away', undefined],
    ['model.back', undefined],
  ])
})

test('none is configured: nothing is opened, and nothing is said', async () => {
  const away = await placeSentenceModel(undefined, log, () => 0)
  away()
  expect(said).toEqual([])
})

test('a file that was changed: it does not start, and a line says which', async () => {
  spoil(join(folder, 'model.onnx'))
  const starting = placeSentenceModel({ folder, timeoutMs: 150 }, log, () => 0)
  const why = await starting.then(() => undefined, whyNotStarted)
  expect(why).toContain(
    'UNDERSTANDING_MODEL_DIR: model.onnx: is not the file that manifest.json describes (its sha-256 is another one)',
  )
  expect(why).not.toContain(folder)
})
