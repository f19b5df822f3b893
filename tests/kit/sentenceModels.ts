/** Folders with a tiny sentence model of our own making: a table with a row of numbers for each word that it knows. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FLOAT, INT64, onnxFile } from './onnx.ts'

export const DIMENSION = 4

/** Words and their rows; all others are unknown, with a row of noughts. */
export type Words = Readonly<Record<string, readonly [number, number, number, number]>>

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const

const sumOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

/** A tokenizer as those of BERT are, which knows these words. */
export const wordTokenizer = (words: readonly string[]) => ({
  version: '1.0',
  added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    special_tokens: { '[CLS]': { ids: [2] }, '[SEP]': { ids: [3] } },
  },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries([...SPECIAL, ...words].map((word, id) => [word, id])),
  },
})

const table = (words: Words): Float32Array =>
  Float32Array.from([...SPECIAL.flatMap(() => [0, 0, 0, 0]), ...Object.values(words).flat()])

/** One row for each token, as a transformer gives; `sentence`: one for the text, as an exported sentence model does. */
export function tinyOnnx(words: Words, gives: 'tokens' | 'sentence', inputs = ['input_ids']): Buffer {
  const rows = Object.keys(words).length + SPECIAL.length
  const shape = ['batch', 'tokens']
  const [first = 'input_ids', ...others] = inputs
  return onnxFile({
    inputs: inputs.map((name) => ({ name, type: INT64, shape })),
    outputs: [
      { name: 'out', type: FLOAT, shape: gives === 'tokens' ? [...shape, DIMENSION] : ['batch', DIMENSION] },
    ],
    weights: [{ name: 'rows', shape: [rows, DIMENSION], values: table(words) }],
    nodes: [
      // The mask is multiplied in, so that a model that asks for it does use it.
      ...others.map((name, at) => ({
        op: 'Mul',
        inputs: [at === 0 ? first : `ids${at}`, name],
        outputs: [`ids${at + 1}`],
      })),
      {
        op: 'Gather',
        inputs: ['rows', others.length === 0 ? first : `ids${others.length}`],
        outputs: [gives === 'tokens' ? 'out' : 'each'],
      },
      ...(gives === 'tokens'
        ? []
        : [{ op: 'ReduceMean', inputs: ['each'], outputs: ['out'], attributes: { axes: [1], keepdims: 0 } }]),
    ],
  })
}

export type Made = {
  words: Words
  gives?: 'tokens' | 'sentence'
  inputs?: readonly string[]
  /** In the place of what would be written. */
  manifest?: Readonly<Record<string, unknown>>
  tokenizer?: unknown
  onnx?: Buffer
  /** What was learnt on top; left out: nothing was. */
  head?: { bias: number; weights: readonly number[]; model?: string }
}

/** Writes the files of a model, with sums that hold. */
export function makeModel(
  folder: string,
  { words, gives = 'tokens', inputs = ['input_ids'], ...made }: Made,
): string {
  mkdirSync(folder, { recursive: true })
  const onnx = made.onnx ?? tinyOnnx(words, gives, [...inputs])
  const tokenizer = JSON.stringify(made.tokenizer ?? wordTokenizer(Object.keys(words)))
  const head = made.head && JSON.stringify({ model: sumOf(onnx), ...made.head })
  writeFileSync(join(folder, 'model.onnx'), onnx)
  writeFileSync(join(folder, 'tokenizer.json'), tokenizer)
  if (head !== undefined) writeFileSync(join(folder, 'head.json'), head)
  const manifest = {
    name: 'tiny',
    licence: 'EUPL-1.2',
    pooling: gives === 'tokens' ? 'mean' : 'none',
    dimension: DIMENSION,
    maxTokens: 16,
    sha256: {
      'model.onnx': sumOf(onnx),
      'tokenizer.json': sumOf(tokenizer),
      ...(head === undefined ? {} : { 'head.json': sumOf(head) }),
    },
    ...made.manifest,
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return folder
}

/** Changes one byte in the middle of a file. */
export function spoil(path: string): void {
  const content = readFileSync(path)
  const at = Math.floor(content.length / 2)
  content[at] = (content[at] ?? 0) ^ 1
  writeFileSync(path, content)
}
