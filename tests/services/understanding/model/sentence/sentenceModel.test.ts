/** A real ONNX model of our own making, run by the real runtime in its process; and processes that fail. */

import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import {
  openSentenceModel,
  type SentenceModel,
  type SentenceModelOptions,
} from '../../../../../services/understanding/model/sentence/sentenceModel.ts'
import { FLOAT, onnxFile } from '../../../../kit/onnx.ts'
import {
  DIMENSION,
  type Made,
  makeModel,
  spoil,
  tinyOnnx,
  type Words,
} from '../../../../kit/sentenceModels.ts'

const WORDS: Words = { rood: [4, 0, 0, 0], groen: [0, 8, 0, 0], deur: [0, 0, 2, 0], iemand: [0, 0, 0, 6] }
const HEAD = { bias: -1, weights: [1, -1, 0, 0] }
const ODD = new URL('../../../../kit/oddModelProcess.ts', import.meta.url)
/** Nothing in these tests waits as long. */
const AMPLE = 60_000

const root = mkdtempSync(join(tmpdir(), 'signaalpunt-model-'))
afterAll(() => rmSync(root, { recursive: true }))
const opened: SentenceModel[] = []
afterEach(() => {
  for (const model of opened.splice(0)) model.close()
})

let folders = 0
function folderOf(made: Partial<Made> = {}): string {
  folders += 1
  return makeModel(join(root, String(folders)), { words: WORDS, head: HEAD, ...made })
}
async function open(folder: string, options: Partial<SentenceModelOptions> = {}): Promise<SentenceModel> {
  const model = await openSentenceModel({ folder, timeoutMs: AMPLE, ...options })
  opened.push(model)
  return model
}
/** The margin of a text that was asked about; undefined: there is no answer. */
async function marginOf(model: SentenceModel, text: string): Promise<number | undefined> {
  await model.prepare([text])
  const score = model.score(text)?.score
  return score === undefined ? undefined : Number(Math.log(score / (1 - score)).toFixed(4))
}

describe('a model that runs', () => {
  test('the mean over the tokens, those around the text included', async () => {
    const model = await open(folderOf())
    // [CLS] rood [SEP]: 4 / 3 - 1; [CLS] rood , groen [SEP]: 4 / 5 - 8 / 5 - 1.
    expect(await marginOf(model, 'rood')).toBe(0.3333)
    expect(await marginOf(model, 'Rood, groen')).toBe(-1.8)
    expect(model.score('rood')?.reasons).toEqual([{ feature: 'model: tiny', weight: expect.closeTo(1 / 3) }])
  })
  test('the first token, or a row for the whole text', async () => {
    const first = await open(folderOf({ manifest: { pooling: 'first' } }))
    expect(await marginOf(first, 'rood')).toBe(-1)
    const sentence = await open(folderOf({ gives: 'sentence' }))
    expect(await marginOf(sentence, 'rood')).toBe(0.3333)
  })
  test('one that asks for a mask, too', async () => {
    const model = await open(folderOf({ inputs: ['input_ids', 'attention_mask'] }))
    expect(await marginOf(model, 'rood')).toBe(0.3333)
  })
  test('it says nothing of a text that it was not asked about', async () => {
    const model = await open(folderOf())
    expect(model.score('rood')).toBeUndefined()
    await model.prepare(['groen'])
    expect(model.score('rood')).toBeUndefined()
  })
  test('a long text is read to the most tokens', async () => {
    const model = await open(folderOf())
    // 16 tokens, of which 14 of the text.
    expect(await marginOf(model, 'rood '.repeat(50_000))).toBe(Number(((4 * 14) / 16 - 1).toFixed(4)))
  })
  test('many at once, each its own answer', async () => {
    const model = await open(folderOf())
    const texts = Array.from({ length: 40 }, (_, at) => `${'rood '.repeat(1 + (at % 9))}${at}`)
    await Promise.all(texts.map((text) => model.prepare([text])))
    for (const text of texts) {
      const words = text.split(' ').length - 1
      // Each number is unknown: a row of noughts.
      expect(await marginOf(model, text)).toBe(Number(((4 * words) / (words + 3) - 1).toFixed(4)))
    }
  })
  test('no name and no origin moves its score', async () => {
    const model = await open(folderOf({ words: { ...WORDS, ahmed: [9, 9, 9, 9], sanne: [1, 1, 1, 1] } }))
    const [one, other] = [await marginOf(model, 'bij Ahmed thuis'), await marginOf(model, 'bij Sanne thuis')]
    expect(one).toBe(other)
    expect(one).toBeDefined()
  })
})

describe('a folder that is not taken', () => {
  const refused = (folder: string) => openSentenceModel({ folder, timeoutMs: AMPLE }).catch(String)
  test.each(['model.onnx', 'tokenizer.json', 'head.json'])('%s was changed', async (file) => {
    const folder = folderOf()
    spoil(join(folder, file))
    expect(await refused(folder)).toBe(
      `ModelRefusedError: ${file}: is not the file that manifest.json describes (its sha-256 is another one)`,
    )
  })
  test.each(['model.onnx', 'tokenizer.json', 'head.json', 'manifest.json'])('%s is missing', async (file) => {
    const folder = folderOf()
    unlinkSync(join(folder, file))
    expect(await refused(folder)).toBe(`ModelRefusedError: ${file}: cannot be read`)
  })
  test.each<[string, Partial<Made>, string]>([
    [
      'another dimension',
      { manifest: { dimension: 3 }, head: { bias: 0, weights: [1, 1, 1] } },
      'does not give what',
    ],
    ['a row for each token where one is said', { manifest: { pooling: 'none' } }, 'does not give what'],
    [
      'one row where each token is said',
      { gives: 'sentence', manifest: { pooling: 'mean' } },
      'does not give what',
    ],
    ['an output that is not there', { manifest: { output: 'pooler' } }, 'does not give what'],
    ['an input that is not known', { inputs: ['input_ids', 'past_key'] }, 'asks for an input'],
    ['no ONNX', { onnx: Buffer.from('no model at all') }, 'is no ONNX model'],
    ['numbers of another kind', { onnx: floatInput() }, 'asks for an input'],
    [
      'a tokenizer of another kind',
      { tokenizer: { model: { type: 'Unigram', vocab: [] } } },
      'is no tokenizer',
    ],
    ['nothing learnt on top', { head: undefined }, 'npm run train:understanding'],
    ['learnt on another model', { head: { ...HEAD, model: 'a'.repeat(64) } }, 'was learnt on another model'],
    ['learnt for fewer numbers', { head: { bias: 0, weights: [1] } }, 'was learnt on another model'],
    ['no licence', { manifest: { licence: '' } }, 'manifest.json: licence'],
    ['no sums', { manifest: { sha256: {} } }, 'manifest.json: sha256.model.onnx'],
  ])('%s', async (_name, made, why) => expect(await refused(folderOf(made))).toContain(why))
  test('a manifest that is no JSON', async () => {
    const folder = folderOf()
    writeFileSync(join(folder, 'manifest.json'), '{')
    expect(await refused(folder)).toBe('ModelRefusedError: manifest.json: is not JSON')
  })
})

function floatInput(): Buffer {
  return onnxFile({
    inputs: [{ name: 'input_ids', type: FLOAT, shape: ['batch', DIMENSION] }],
    outputs: [{ name: 'out', type: FLOAT, shape: ['batch', DIMENSION] }],
    weights: [],
    nodes: [{ op: 'Identity', inputs: ['input_ids'], outputs: ['out'] }],
  })
}

describe('a process that fails', () => {
  test('too slow: no answer within the time, and later texts are not kept from theirs', async () => {
    const notes: string[] = []
    const model = await open(folderOf(), {
      program: ODD,
      timeoutMs: 200,
      hangMs: 300,
      restartMs: 1,
      note: (event) => notes.push(event),
    })
    expect(await marginOf(model, 'slow')).toBeUndefined()
    expect(notes).toEqual(['late'])
    await until(() => notes.includes('back'))
    // A machine that is busy may need more than one.
    let texts = 0
    await until(async () => {
      texts += 1
      return (await marginOf(model, `rood ${texts}`)) !== undefined
    })
  })
  test('it dies: what was asked has no answer, it is started again, and the next one has', async () => {
    const notes: string[] = []
    const model = await open(folderOf(), { program: ODD, restartMs: 1, note: (event) => notes.push(event) })
    const [one, other] = await Promise.all([marginOf(model, 'crash'), marginOf(model, 'groen')])
    expect([one, other]).toEqual([undefined, undefined])
    await until(() => notes.includes('back'))
    expect(notes).toEqual(['away', 'back'])
    expect(await marginOf(model, 'rood')).toBeDefined()
  })
  test('it cannot read one text: that one has no answer, the next one has', async () => {
    const model = await open(folderOf(), { program: ODD })
    expect(await marginOf(model, 'cannot')).toBeUndefined()
    expect(await marginOf(model, 'rood')).toBeDefined()
  })
  test('closed: nothing is asked any more, and nothing waits', async () => {
    const model = await open(folderOf(), { program: ODD })
    const waiting = model.prepare(['slow'])
    model.close()
    await waiting
    expect(await marginOf(model, 'rood')).toBeUndefined()
  })
  test('a process that ends before it is open is a refusal', async () => {
    const program = new URL('../../../../kit/noSuchProcess.ts', import.meta.url)
    await expect(openSentenceModel({ folder: folderOf(), timeoutMs: AMPLE, program })).rejects.toThrow(
      'model.onnx',
    )
  })
})

describe('what is asked', () => {
  test('a text once, however often it is read; the last of many first, and no more than are of use', async () => {
    const model = await open(folderOf(), { program: ODD })
    const texts = Array.from({ length: 40 }, (_, at) => `text ${at}`)
    await model.prepare([...texts, 'text 39'])
    // The process counts: its first answer was about the last text.
    const margins = texts.map((text) => model.score(text)?.reasons[0]?.weight)
    expect(margins.at(-1)).toBe(0)
    expect(margins.filter((margin) => margin !== undefined)).toHaveLength(16)
    await model.prepare(['text 39', 'new'])
    expect(model.score('new')?.reasons[0]?.weight).toBe(16)
  })
})

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('the file that the kit writes is the same each time', () => {
  expect(tinyOnnx(WORDS, 'tokens').equals(tinyOnnx(WORDS, 'tokens'))).toBe(true)
})
