/**
 * An ONNX sentence model in the place of the product's own text model (`textModel.ts`). It is slow beside what is read
 * at once, so it is asked before a text is read, within a deadline, and remembers what it said: reading stays
 * synchronous, and what is not there in time the product's own model answers (docs/decisions/local-model.md).
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TextModel, TextScore } from '../textModel.ts'
import { HEAD_FILE, Head, MANIFEST_FILE, Manifest, MODEL_FILE } from './manifest.ts'
import { ModelWorker, type WorkerOptions } from './modelWorker.ts'
import { withoutNames } from './withoutNames.ts'

/** The folder of a model is not as it must be. The message names files and no text of anybody. */
export class ModelRefusedError extends Error {
  override readonly name = 'ModelRefusedError'
}

/** What is noted, without content: texts not read in time, the process that went away and came back. */
export type ModelEvent = 'late' | 'away' | 'back'

export type SentenceModelOptions = {
  /** Holds model.onnx, tokenizer.json, manifest.json and head.json. */
  folder: string
  /** Milliseconds for all that is asked before one reading. */
  timeoutMs: number
  note?: (event: ModelEvent) => void
} & Pick<WorkerOptions, 'program' | 'restartMs' | 'hangMs'>

/** So many scores are remembered, by a keyed hash of their text. */
const REMEMBERED = 512
/** So many texts are asked about before one reading, the newest first: of more there is no answer in time. */
const MOST_ASKED = 16

async function json(folder: string, file: string): Promise<{ content: Buffer; value: unknown }> {
  const content = await readFile(join(folder, file)).catch(() => {
    throw new ModelRefusedError(`${file}: cannot be read`)
  })
  try {
    return { content, value: JSON.parse(content.toString('utf8')) }
  } catch {
    throw new ModelRefusedError(`${file}: is not JSON`)
  }
}

/** Reads `manifest.json`. @throws ModelRefusedError */
export async function readManifest(folder: string): Promise<Manifest> {
  const parsed = Manifest.safeParse((await json(folder, MANIFEST_FILE)).value)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new ModelRefusedError(`${MANIFEST_FILE}: ${where.join('; ')}`)
}

async function readHead(folder: string, { sha256, dimension }: Manifest): Promise<Head> {
  const sum = sha256[HEAD_FILE]
  if (sum === undefined) {
    throw new ModelRefusedError(
      `${HEAD_FILE}: is not there yet: npm run train:understanding -- --model=FOLDER`,
    )
  }
  const { content, value } = await json(folder, HEAD_FILE)
  if (createHash('sha256').update(content).digest('hex') !== sum) {
    throw new ModelRefusedError(
      `${HEAD_FILE}: is not the file that ${MANIFEST_FILE} describes (its sha-256 is another one)`,
    )
  }
  const head = Head.safeParse(value)
  if (!head.success || head.data.weights.length !== dimension || head.data.model !== sha256[MODEL_FILE]) {
    throw new ModelRefusedError(`${HEAD_FILE}: was learnt on another model: learn it again`)
  }
  return head.data
}

/** Opens a model without what was learnt on top of it, for whatever learns that. @throws ModelRefusedError */
export async function openWorker(
  manifest: Manifest,
  options: Omit<WorkerOptions, 'manifest'>,
): Promise<ModelWorker> {
  const worker = new ModelWorker({ ...options, manifest })
  const refusal = await worker.open()
  if (refusal !== undefined) throw new ModelRefusedError(refusal)
  return worker
}

/** From 0 to 1, by what was learnt: how likely it is that a text with this row speaks of danger. */
export function marginOfRow({ bias, weights }: Pick<Head, 'bias' | 'weights'>, row: Float32Array): number {
  let sum = bias
  for (let at = 0; at < row.length; at += 1) sum += (weights[at] ?? 0) * (row[at] ?? 0)
  return sum
}

export class SentenceModel implements TextModel {
  readonly name: string
  readonly #worker: ModelWorker
  readonly #head: Head
  readonly #timeoutMs: number
  readonly #note: (event: ModelEvent) => void
  readonly #known = new Map<string, TextScore>()
  readonly #key = randomBytes(32)

  constructor(name: string, worker: ModelWorker, head: Head, { timeoutMs, note }: SentenceModelOptions) {
    this.name = name
    this.#worker = worker
    this.#head = head
    this.#timeoutMs = timeoutMs
    this.#note = note ?? (() => undefined)
  }

  score(text: string): TextScore | undefined {
    return this.#known.get(this.#hash(text))
  }

  /**
   * Asks about texts that will be read: the last ones first, and no longer than the deadline for all of them together.
   * What comes later is not used, so that one turn reads a text in one way. Never rejects.
   */
  async prepare(texts: readonly string[]): Promise<void> {
    const fresh = [...new Set(texts)]
      .reverse()
      .filter((text) => text !== '' && this.score(text) === undefined)
    const until = performance.now() + this.#timeoutMs
    for (const text of fresh.slice(0, MOST_ASKED)) {
      const left = until - performance.now()
      const answer = left > 0 ? await this.#worker.embed(withoutNames(text), left) : 'late'
      if (answer === 'late') this.#note('late')
      if (answer === 'late' || answer === 'away') return
      const margin = marginOfRow(this.#head, answer.row)
      if (Number.isFinite(margin)) this.#remember(text, margin)
    }
  }

  close(): void {
    this.#worker.close()
    this.#known.clear()
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64')
  }

  #remember(text: string, margin: number): void {
    const [oldest] = this.#known.keys()
    if (this.#known.size >= REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
    const score = 1 / (1 + Math.exp(-margin))
    this.#known.set(this.#hash(text), {
      score,
      reasons: [{ feature: `model: ${this.name}`, weight: margin }],
    })
  }
}

/**
 * Opens a model: its manifest, what was learnt on top of it, and its process, which checks the sums of its files.
 * @throws ModelRefusedError
 */
export async function openSentenceModel(options: SentenceModelOptions): Promise<SentenceModel> {
  const { folder, program, restartMs, hangMs, note = () => undefined } = options
  const manifest = await readManifest(folder)
  const head = await readHead(folder, manifest)
  const worker = await openWorker(manifest, {
    folder,
    note,
    ...(program === undefined ? {} : { program }),
    ...(restartMs === undefined ? {} : { restartMs }),
    ...(hangMs === undefined ? {} : { hangMs }),
  })
  return new SentenceModel(manifest.name, worker, head, options)
}
