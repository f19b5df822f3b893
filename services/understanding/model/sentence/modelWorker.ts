/**
 * Keeps the process of a model: one text at a time, in the order in which they were asked, none longer than was
 * allowed; what hangs is ended, and what died is started again, later each time it dies.
 */
import { type ChildProcess, fork } from 'node:child_process'
import type { Manifest } from './manifest.ts'
import type { FromModel, Refusal, ToModel } from './messages.ts'

/** A row; or `late`: not within the time; or `away`: there is no process, or the model failed. */
export type Answer = { row: Float32Array } | 'late' | 'away'

export type WorkerOptions = {
  folder: string
  manifest: Manifest
  /** The process went away by itself, or is there again. */
  note: (event: 'away' | 'back') => void
  /** Tests put another program in its place. */
  program?: URL
  /** Milliseconds until it is started again; twice as many each time, until it answered. */
  restartMs?: number
  /** Milliseconds after which a text that is being read hangs. */
  hangMs?: number
}

/** So many texts wait at most. */
const MOST_WAITING = 64
const PROGRAM = new URL('./modelProcess.ts', import.meta.url)
const RESTART_MS = 1_000
const LONGEST_RESTART_MS = 300_000
const HANG_MS = 10_000
/** A large model from a slow disk. */
const OPEN_MS = 120_000

type Job = { id: number; text: string; done: (answer: Answer) => void }

export class ModelWorker {
  readonly #options: WorkerOptions
  #child: ChildProcess | undefined
  readonly #waiting: Job[] = []
  #running: Job | undefined
  #next = 0
  #restartMs: number
  #restart: NodeJS.Timeout | undefined
  #hang: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#restartMs = options.restartMs ?? RESTART_MS
  }

  /** Starts the process and opens the model. @returns why it is not taken, if it is not */
  async open(): Promise<Refusal | undefined> {
    const { folder, manifest, program = PROGRAM } = this.#options
    const child = fork(program, {
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Nothing that a library prints comes out: it might have a text in it.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    const say = (message: ToModel) => child.send(message, () => undefined)
    const refusal = await new Promise<Refusal | undefined>((resolve) => {
      const late = setTimeout(() => child.kill('SIGKILL'), OPEN_MS)
      const done = (why: Refusal | undefined) => {
        clearTimeout(late)
        resolve(why)
      }
      child.once('message', (message: FromModel) => done(message.say === 'refused' ? message.why : undefined))
      child.once('exit', () => done('model.onnx: is no ONNX model that can be run'))
      child.once('error', () => done('model.onnx: is no ONNX model that can be run'))
      say({ say: 'open', folder, manifest })
    })
    child.removeAllListeners()
    if (refusal !== undefined || this.#closed) {
      child.kill('SIGKILL')
      return refusal
    }
    child.on('message', (message: FromModel) => this.#took(message))
    child.on('exit', () => this.#died(child))
    child.on('error', () => this.#died(child))
    child.unref()
    child.channel?.unref()
    this.#child = child
    // It may have died between its word and now.
    if (child.exitCode !== null || child.signalCode !== null) this.#died(child)
    return undefined
  }

  /** The row of a text. Never rejects, and never takes longer than `withinMs`. */
  embed(text: string, withinMs: number): Promise<Answer> {
    if (this.#child === undefined) return Promise.resolve('away')
    if (this.#waiting.length >= MOST_WAITING) return Promise.resolve('late')
    this.#next += 1
    const id = this.#next
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        const at = this.#waiting.findIndex((job) => job.id === id)
        if (at >= 0) this.#waiting.splice(at, 1)
        resolve('late')
      }, withinMs)
      const done = (answer: Answer) => {
        clearTimeout(timer)
        resolve(answer)
      }
      this.#waiting.push({ id, text, done })
      this.#go()
    })
  }

  /** Ends the process; what was asked is `away`. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#restart)
    const child = this.#child
    this.#child = undefined
    child?.removeAllListeners()
    child?.kill('SIGKILL')
    this.#drop()
  }

  #go(): void {
    if (this.#running !== undefined || this.#child === undefined) return
    const job = this.#waiting.shift()
    if (job === undefined) return
    this.#running = job
    const child = this.#child
    this.#hang = setTimeout(() => child.kill('SIGKILL'), this.#options.hangMs ?? HANG_MS).unref()
    const message: ToModel = { say: 'embed', id: job.id, text: job.text }
    child.send(message, () => undefined)
  }

  #took(message: FromModel): void {
    const job = this.#running
    if (job === undefined || !('id' in message) || message.id !== job.id) return
    clearTimeout(this.#hang)
    this.#running = undefined
    this.#restartMs = this.#options.restartMs ?? RESTART_MS
    job.done(message.say === 'embedded' ? { row: message.row } : 'away')
    this.#go()
  }

  #drop(): void {
    clearTimeout(this.#hang)
    const dropped = [...(this.#running ? [this.#running] : []), ...this.#waiting.splice(0)]
    this.#running = undefined
    for (const job of dropped) job.done('away')
  }

  #died(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#child = undefined
    this.#drop()
    this.#options.note('away')
    this.#later()
  }

  #later(): void {
    if (this.#closed) return
    this.#restart = setTimeout(() => void this.#again(), this.#restartMs).unref()
    this.#restartMs = Math.min(this.#restartMs * 2, LONGEST_RESTART_MS)
  }

  async #again(): Promise<void> {
    if ((await this.open()) !== undefined) return this.#later()
    if (this.#child !== undefined) this.#options.note('back')
  }
}
