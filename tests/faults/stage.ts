/**
 * Time and order for the schedules, both ours: every call to a port waits until the stage picks it, timers run on a
 * clock that the stage moves, and which of what is ready goes next is drawn from the schedule's own numbers. So a
 * schedule runs the same way every time, and no real moment passes.
 */
import { Instant } from '../../services/words.ts'

/** A Tuesday morning in office hours. */
const TUESDAY = '2026-11-24T09:00:00.000Z'

/** Numbers from a seed (mulberry32): the same ones for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Timer = { at: number; every: number | undefined; act: () => void; owner: string }
type Task = { owner: string; act: () => Promise<void>; orphaned: () => Promise<void> }

const real = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate }

/** Everything that is only waiting for what already happened has now gone on. */
async function settled(): Promise<void> {
  // Twice: what waits with `setImmediate` goes on in the first, and its own calls stand there after the second.
  for (let i = 0; i < 2; i += 1) await new Promise<void>((resolve) => real.setImmediate(resolve))
}

export class Stage {
  readonly draw: (below: number) => number
  /** Which bot's code is running: its timers die with it. */
  owner = 'nobody'
  /** By a clock that never jumps. */
  #ms = Date.parse(TUESDAY)
  /** How far the clock on the wall is off. */
  #off = 0
  #tasks: Task[] = []
  readonly #timers = new Map<object, Timer>()

  constructor(seed: number) {
    this.draw = numbers(seed)
  }

  /** Never the same moment twice, so that what came first can be told. */
  readonly now = (): Instant => {
    this.#ms += 1
    return Instant.parse(new Date(this.#ms + this.#off).toISOString())
  }
  readonly elapsed = (): number => this.#ms

  /** Time passes. */
  advance(ms: number): void {
    this.#ms += ms
  }

  /** The clock on the wall is set, ahead or back; no time passes. */
  jump(ms: number): void {
    this.#off += ms
  }

  /** Something a bot asked of outside: `act` is done when it is picked; `orphaned` when its bot died before. */
  ask(owner: string, act: () => Promise<void>, orphaned: () => Promise<void>): void {
    this.#tasks.push({ owner, act, orphaned })
  }

  /** What this bot waited for is nobody's any more; what was on its way may still arrive. */
  async bury(owner: string): Promise<void> {
    const left = this.#tasks.filter((task) => task.owner === owner)
    this.#tasks = this.#tasks.filter((task) => task.owner !== owner)
    for (const [handle, timer] of this.#timers) if (timer.owner === owner) this.#timers.delete(handle)
    for (const task of left) await task.orphaned()
  }

  /** At most so many steps, or until nothing is left to do. */
  async run(most: number): Promise<void> {
    await settled()
    for (let step = 0; step < most; step += 1) {
      const timer = this.#nextTimer()
      // A pause that is over sooner than an answer came: now and then.
      const early = timer !== undefined && this.#tasks.length > 0 && this.draw(10) === 0
      if (this.#tasks.length > 0 && !early) {
        const [task] = this.#tasks.splice(this.draw(this.#tasks.length), 1)
        if (task) {
          this.owner = task.owner
          // An answer takes a while; a slow one takes longer than another's pause.
          this.#ms += this.draw(40)
          await task.act()
        }
      } else if (timer) {
        this.#fire(timer)
      } else return
      await settled()
    }
  }

  /** Until nothing is left to do. */
  async quiet(): Promise<void> {
    await this.run(MOST_STEPS)
    if (this.#tasks.length > 0) throw new Error('The bot never comes to rest.')
  }

  #nextTimer(): [object, Timer] | undefined {
    let first: [object, Timer] | undefined
    for (const entry of this.#timers) {
      if (entry[1].every === undefined && (!first || entry[1].at < first[1].at)) first = entry
    }
    // What repeats for ever is no reason to wait; what it would have done by now it does on the way.
    for (const entry of this.#timers) {
      if (first && entry[1].every !== undefined && entry[1].at < first[1].at) first = entry
    }
    return first
  }

  #fire([handle, timer]: [object, Timer]): void {
    this.#ms = Math.max(this.#ms, timer.at)
    if (timer.every === undefined) this.#timers.delete(handle)
    else timer.at = this.#ms + timer.every
    this.owner = timer.owner
    timer.act()
  }

  /** Puts our clock behind the timers of the code under test. @returns what puts the real ones back. */
  install(): () => void {
    const set = (act: () => void, ms: number, every: number | undefined) => {
      const handle = { unref: () => handle, ref: () => handle, hasRef: () => false }
      this.#timers.set(handle, { at: this.#ms + ms, every, act, owner: this.owner })
      return handle
    }
    const clear = (handle: unknown) => {
      if (typeof handle === 'object' && handle !== null) this.#timers.delete(handle)
    }
    Object.assign(globalThis, {
      setTimeout: (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
        set(() => act(...given), ms, undefined),
      setInterval: (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
        set(() => act(...given), ms, Math.max(1, ms)),
      clearTimeout: clear,
      clearInterval: clear,
    })
    return () => void Object.assign(globalThis, real)
  }
}

const MOST_STEPS = 20_000
