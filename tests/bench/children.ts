/** The processes of the bench: each part in one of its own, which answers what it is asked. */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What a process answers, by name. */
export type Answers = Record<string, (given: unknown) => unknown>

export type Child<T> = {
  /** What it said when it was ready. */
  readonly ready: T
  /** Asks, and checks the answer. Rejects when it fails, or takes longer than `patienceMs`. */
  ask<A>(what: string, schema: z.ZodType<A>, given?: unknown, patienceMs?: number): Promise<A>
  stop(): Promise<void>
  /** SIGKILL: it does nothing any more. */
  kill(): Promise<void>
}

/** Processor time that processes of the bench used, in milliseconds, as last seen: an ended one cannot be asked. */
const used = new Map<number, number>()
/** The kernel counts in hundredths of a second. */
const TICK_MS = 10

/** Looks once more what each of them used. Only Linux tells. */
function look(): void {
  for (const pid of used.keys()) {
    try {
      // After the name, which may hold anything: state is the third field, user and system time the 14th and 15th.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      used.set(pid, TICK_MS * (Number(fields[11]) + Number(fields[12])))
    } catch {
      // Ended, or another system.
    }
  }
}

const LOOK_MS = 250
const watch = { timer: undefined as NodeJS.Timeout | undefined }

/** Milliseconds of processor time of all processes that were started here; 0 where the system does not tell. */
export function usedByChildren(): number {
  look()
  return [...used.values()].reduce((sum, ms) => sum + ms, 0)
}

const Asked = z.object({ n: z.number(), what: z.string(), given: z.unknown().optional() })
const Answered = z.object({ n: z.number(), answer: z.unknown().optional(), failed: z.string().optional() })

/** A process that hangs must not hold up the bench; a busy machine may take its time. */
const PATIENCE_MS = 600_000

/** Starts a file of this folder as a process, and waits until it is ready. */
export async function startChild<T>(
  file: string,
  given: unknown,
  schema: z.ZodType<T>,
  execArgv: readonly string[] = [],
): Promise<Child<T>> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = fork(path, [], { execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  if (child.pid !== undefined) used.set(child.pid, 0)
  watch.timer ??= setInterval(look, LOOK_MS).unref()
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let asked = 0
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.on('message', (message) => {
    const { n, answer, failed } = Answered.parse(message)
    const one = waiting.get(n)
    waiting.delete(n)
    if (failed === undefined) one?.resolve(answer)
    else one?.reject(new Error(`${file}: ${failed}`))
  })
  void ended.then(() => {
    for (const one of waiting.values()) one.reject(new Error(`${file} ended before it answered.`))
  })
  const ask = async <A>(
    what: string,
    answerSchema: z.ZodType<A>,
    about?: unknown,
    patienceMs = PATIENCE_MS,
  ): Promise<A> => {
    asked += 1
    const n = asked
    let timer: NodeJS.Timeout | undefined
    const answer = await new Promise<unknown>((resolve, reject) => {
      waiting.set(n, { resolve, reject })
      timer = setTimeout(() => reject(new Error(`${file} does not answer "${what}".`)), patienceMs)
      child.send({ n, what, given: about ?? null })
    }).finally(() => clearTimeout(timer))
    return answerSchema.parse(answer)
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const kill = setTimeout(() => child.kill('SIGKILL'), 5_000)
    if (child.connected) child.disconnect()
    await ended
    clearTimeout(kill)
  }
  try {
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL')
      await ended
    }
    return { ready: await ask('start', schema, given), ask, stop, kill }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The other side: starts with what the bench gave, and answers from then on. Ends when the bench ends, however it does.
 * @param start answers with what there is to know, and with what can be asked.
 */
export function answer(
  start: (
    given: unknown,
  ) => Promise<{ ready: unknown; answers: Answers; stop?: (() => Promise<void>) | undefined }>,
): void {
  let started: Awaited<ReturnType<typeof start>> | undefined
  const reply = async (what: string, given: unknown): Promise<unknown> => {
    if (what === 'start') {
      started = await start(given)
      return started.ready
    }
    const act = started?.answers[what]
    if (!act) throw new Error(`nothing to answer to "${what}"`)
    return act(given)
  }
  process.on('message', (message) => {
    const { n, what, given } = Asked.parse(message)
    reply(what, given).then(
      (answered) => process.send?.({ n, answer: answered ?? null }),
      (error: unknown) => process.send?.({ n, failed: Error.isError(error) ? error.message : 'failed' }),
    )
  })
  process.once('disconnect', () => {
    const stopped = started?.stop?.() ?? Promise.resolve()
    void stopped.finally(() => process.exit())
  })
}
