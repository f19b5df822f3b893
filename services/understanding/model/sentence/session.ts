/** A model that is open: from a text to one row of numbers. Runs in a process of its own (`modelProcess.ts`). */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { type Manifest, MODEL_FILE, TOKENIZER_FILE } from './manifest.ts'
import type { Refusal } from './messages.ts'
import { type Tokenizer, tokenizerOf } from './tokenizer.ts'

export type Embed = (text: string) => Promise<Float32Array>

/** Gives the row of a text, or says why the model is not taken. */
type Opened = { embed: Embed } | { refused: Refusal }

const INPUTS: ReadonlySet<string> = new Set(['input_ids', 'attention_mask', 'token_type_ids'])
/** With these words it is tried whether the model gives what its manifest says. */
const TRIED = 'is er gevaar'

type Read = { content: Buffer } | { refused: Refusal }
async function readChecked(
  folder: string,
  file: typeof MODEL_FILE | typeof TOKENIZER_FILE,
  { sha256 }: Manifest,
): Promise<Read> {
  let content: Buffer
  try {
    content = await readFile(join(folder, file))
  } catch {
    return { refused: `${file}: cannot be read` }
  }
  if (createHash('sha256').update(content).digest('hex') === sha256[file]) return { content }
  return { refused: `${file}: is not the file that manifest.json describes (its sha-256 is another one)` }
}

function tokenizerIn(content: Buffer, maxTokens: number): Tokenizer | undefined {
  try {
    return tokenizerOf(JSON.parse(content.toString('utf8')), maxTokens)
  } catch {
    return undefined
  }
}

const takesOurs = ({ inputMetadata }: InferenceSession): boolean =>
  inputMetadata.every((input) => INPUTS.has(input.name) && input.isTensor && input.type === 'int64')

/**
 * The row of what a model gave for one text.
 * @returns undefined where its shape is not what the manifest says
 */
export function pooled(
  { data, dims, type }: Pick<Tensor, 'data' | 'dims' | 'type'>,
  { pooling, dimension }: Pick<Manifest, 'pooling' | 'dimension'>,
  tokens: number,
): Float32Array | undefined {
  if (type !== 'float32' || !(data instanceof Float32Array)) return undefined
  const shape = pooling === 'none' ? [1, dimension] : [1, tokens, dimension]
  if (dims.length !== shape.length || dims.some((size, at) => size !== shape[at])) return undefined
  if (pooling !== 'mean') return data.slice(0, dimension)
  const mean = new Float32Array(dimension)
  for (let at = 0; at < data.length; at += 1) {
    mean[at % dimension] = (mean[at % dimension] ?? 0) + (data[at] ?? 0) / tokens
  }
  return mean
}

/** Opens the model of a folder: checks its sums, and tries it once. Never rejects. */
export async function openSession(folder: string, manifest: Manifest): Promise<Opened> {
  const model = await readChecked(folder, MODEL_FILE, manifest)
  if ('refused' in model) return model
  const file = await readChecked(folder, TOKENIZER_FILE, manifest)
  if ('refused' in file) return file
  const tokenizer = tokenizerIn(file.content, manifest.maxTokens)
  if (tokenizer === undefined) {
    return {
      refused: `${TOKENIZER_FILE}: is no tokenizer of a kind that is known (WordPiece, byte-level BPE)`,
    }
  }
  const runtime = await import('onnxruntime-node').catch(() => undefined)
  if (runtime === undefined) return { refused: 'the package onnxruntime-node is not installed' }
  const { InferenceSession, Tensor } = runtime
  let session: InferenceSession
  try {
    // One thread: a text is short, and the bot needs the other ones.
    session = await InferenceSession.create(model.content, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    })
  } catch {
    return { refused: `${MODEL_FILE}: is no ONNX model that can be run` }
  }
  if (!takesOurs(session)) {
    return {
      refused: `${MODEL_FILE}: asks for an input that is not known (input_ids, attention_mask and token_type_ids of int64 are)`,
    }
  }
  const output = manifest.output ?? session.outputNames[0] ?? ''
  const embed: Embed = async (text) => {
    const ids = tokenizer(text)
    const row = (value: (id: number) => number) =>
      new Tensor(
        'int64',
        BigInt64Array.from(ids, (id) => BigInt(value(id))),
        [1, ids.length],
      )
    const feeds: Record<string, Tensor> = {}
    for (const name of session.inputNames) {
      feeds[name] = row(name === 'input_ids' ? (id) => id : name === 'attention_mask' ? () => 1 : () => 0)
    }
    const given = (await session.run(feeds))[output]
    const found = given && pooled(given, manifest, ids.length)
    if (found === undefined) throw new TypeError('The model gives another shape than its manifest says.')
    return found
  }
  try {
    await embed(TRIED)
  } catch {
    return { refused: `${MODEL_FILE}: does not give what manifest.json says (output, pooling, dimension)` }
  }
  return { embed }
}
