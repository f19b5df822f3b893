/** Learnt on top of a model of our own making, which then takes part: it may ask, and without a hazard nothing rings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { placeSentenceModel } from '../../../bot/app/sentenceModel.ts'
import type { Hand, Message } from '../../../infra/training/corpus.ts'
import { learnOnModel } from '../../../infra/training/onModel.ts'
import { learnRows } from '../../../infra/training/rows.ts'
import { beforeReading } from '../../../services/understanding/beforeReading.ts'
import { readManifest } from '../../../services/understanding/model/sentence/sentenceModel.ts'
import { placeTextModel } from '../../../services/understanding/model/textModel.ts'
import { understand } from '../../../services/understanding/understand.ts'
import { startHouse } from '../../kit/house.ts'
import { makeModel, spoil } from '../../kit/sentenceModels.ts'

/** Of these words only the model knows that they mean danger: people here would say "tulips" for it. */
const WORDS = { tulpen: [9, 0, 0, 0], fiets: [0, 9, 0, 0], loket: [0, 0, 9, 0] } as const
const SECRET = 'er staan tulpen op de stoep'
const HARMLESS = 'wanneer is het loket open'

const message = (text: string, danger: Message['danger']): Message => ({
  messages: [text],
  danger,
  group: danger === 'none' ? 'ordinary' : 'acute',
  topic: 'made',
})
const HANDS: readonly Hand[] = ['one', 'two', 'three'].map((name, hand) => ({
  name,
  messages: Array.from({ length: 8 }, (_, at) => [
    message(`de fiets staat bij het loket ${hand} ${at}`, 'none'),
    message(`een vraag over het loket ${hand} ${at}`, 'none'),
    message(`tulpen op de hoek ${hand} ${at}`, 'ring'),
  ]).flat(),
}))

const NO_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined }

let folder: string
beforeEach(() => {
  folder = makeModel(mkdtempSync(join(tmpdir(), 'signaalpunt-model-')), { words: WORDS })
})
afterEach(() => {
  placeTextModel(undefined)
  rmSync(folder, { recursive: true })
})

describe('a model that was learnt on', () => {
  test('is told apart by what only it knows; a house that has it asks, and never rings for that', async () => {
    const lines: string[] = []
    await learnOnModel(folder, HANDS, (line) => lines.push(line))
    expect(lines.at(0)).toContain('72 messages of 3 hands')
    expect(lines.at(-1)).toBe('danger weighs more than what is harmless: tiny 100.0 %')
    const level = () => understand([SECRET]).danger.level
    expect(level()).toBe('none')
    const house = await startHouse({
      adjust: (config) => ({ ...config, understanding: { folder, timeoutMs: 60_000 } }),
    })
    expect(level()).toBe('none')
    // The turn asks the model before it reads.
    await house.sanne.say(SECRET)
    await house.settle()
    expect(level()).toBe('ask')
    await house.sanne.say(HARMLESS)
    expect(understand([HARMLESS]).danger.level).toBe('none')
    await house.stop()
    expect(level()).toBe('none')
  })

  test('danger that is found without it rings all the same, and nothing is asked for it', async () => {
    await learnOnModel(folder, HANDS, () => undefined)
    const away = await placeSentenceModel({ folder, timeoutMs: 60_000 }, NO_LOG, () => 0)
    const cry = 'help hij heeft een mes en steekt haar nu neer bij de fiets en het loket'
    expect(understand([cry]).danger.level).toBe('ring')
    await beforeReading([cry])
    expect(understand([cry]).danger.level).toBe('ring')
    away()
  })

  test('learning again gives the same file; what was noted in the manifest stays', async () => {
    const noted = { ...(await readManifest(folder)), source: 'made here' }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(noted))
    await learnOnModel(folder, HANDS, () => undefined)
    const first = await readManifest(folder)
    await learnOnModel(folder, HANDS, () => undefined)
    expect(await readManifest(folder)).toEqual(first)
    expect(first).toMatchObject({ source: 'made here', sha256: { 'head.json': expect.any(String) } })
  })

  test('a file that was changed is not learnt on', async () => {
    spoil(join(folder, 'model.onnx'))
    await expect(learnOnModel(folder, HANDS, () => undefined)).rejects.toThrow('model.onnx: is not the file')
  })
})

describe('learning over rows', () => {
  const row = (...values: number[]) => Float32Array.from(values)
  test('finds the number that tells them apart, whatever its size, and no other', () => {
    const examples = Array.from({ length: 60 }, (_, at) => ({
      row: row(0.001 * (at % 2), 1000 * (at % 3), 7),
      y: at % 2,
      weight: 1,
    }))
    const { bias, weights } = learnRows(examples)
    const margin = (of: Float32Array) => of.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)
    for (const { row, y } of examples) expect(margin(row) > 0).toBe(y === 1)
  })
  test('of nothing comes nothing', () => expect(learnRows([])).toEqual({ bias: 0, weights: [] }))
})
