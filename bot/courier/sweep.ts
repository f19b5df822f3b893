/**
 * The round that takes what is due: effects that were not delivered or were left by an instance that died, and drafts
 * that were left. Runs on a timer, in every instance; what is under way somewhere is left alone.
 */
import { z } from 'zod'
import type { Municipality } from '../../services/routing/municipality.ts'
import { Chat } from '../../services/signal/chat.ts'
import { heardIsOver } from '../../services/signal/drafting.ts'
import { parseStored } from '../../services/signal/register.ts'
import { Effect } from '../../services/signal/signal.ts'
import { Instant } from '../../services/signal/words.ts'
import type { DocumentKind, Kept } from '../../services/store/port.ts'
import { retentionRound } from '../officer/retentionRound.ts'
import type { Parts } from '../parts.ts'
import { pointRound } from '../pointRound.ts'
import { takeAwayOver } from '../reporter/code.ts'
import { draftIsDue, forgetHeard, sweepDraft } from './drafts.ts'
import { HeldChat, HeldSignal } from './held.ts'

/** As many of a kind are looked at in one round. */
const AT_MOST = 500
/** As many are taken side by side. */
const SIDE_BY_SIDE = 16
/** As many deliveries of the sweep are under way at most: Teams takes fifty requests a second. */
const MOST_UNDER_WAY = 100

/** Documents on which a round fails: they are asked for on top of the others, so that they never hide these. */
const failing = new WeakMap<Parts['courier'], Set<string>>()
const underWay = new WeakMap<Parts['courier'], Set<Promise<void>>>()

function of<T>(all: WeakMap<Parts['courier'], Set<T>>, { courier }: Parts): Set<T> {
  const known = all.get(courier)
  if (known) return known
  const made = new Set<T>()
  all.set(courier, made)
  return made
}

const later = (at: Instant, ms: number): Instant => Instant.parse(new Date(Date.parse(at) + ms).toISOString())

/** One round over every municipality, until what it took is delivered. What fails is tried in the next round. */
export async function sweep(parts: Parts): Promise<void> {
  await pointRound(parts)
  await retentionRound(parts)
  const { done } = await round(parts)
  await done
}

/** Looks at everything that is due and takes it; `done` when that is delivered. */
async function round(parts: Parts): Promise<{ done: Promise<unknown> }> {
  const { courier } = parts
  const { ahead, calm } = courier.clock.look()
  courier.watch.round()
  await countFailures(parts, courier.elapsed()).catch((error: unknown) =>
    parts.log.warn('sweep.failed', { error }),
  )
  await takeAwayOver(parts).catch((error: unknown) => parts.log.warn('sweep.failed', { error }))
  const done: Promise<void>[] = []
  for (const municipality of parts.municipalities) {
    // What another has taken is due when its lease ends; it is watched from before that.
    const dueBefore = later(parts.now(), Math.max(ahead, courier.who.ms))
    for (const kind of ['signal', 'chat'] as const) {
      // One municipality that cannot be listed does not keep the others waiting.
      const listed = await list(parts, municipality, kind, dueBefore).catch((error: unknown) => {
        parts.log.warn('sweep.failed', { error })
        return []
      })
      for (let at = 0; at < listed.length; at += SIDE_BY_SIDE) {
        const some = listed.slice(at, at + SIDE_BY_SIDE)
        const taken = some.map((kept) => guarded(parts, kept, () => look(parts, municipality, kept, calm)))
        for (const one of await Promise.all(taken)) if (one) done.push(followed(parts, one.done))
      }
    }
  }
  return { done: Promise.all(done) }
}

/** What was given up is counted anew now and then, also what another instance gave up, or this one in an earlier life. */
const COUNT_EVERY_MS = 600_000
const MOST_COUNTED = 1_000
const countedAt = new WeakMap<Parts['courier'], number>()

async function countFailures({ courier, store, ...parts }: Parts, at: number): Promise<void> {
  if (at - (countedAt.get(courier) ?? Number.NEGATIVE_INFINITY) < COUNT_EVERY_MS) return
  countedAt.set(courier, at)
  const found: [string, readonly Effect[]][] = []
  for (const { id } of parts.municipalities) {
    for (const kind of ['signal', 'chat'] as const) {
      for (const { document } of await store.list(id, kind, { open: true }, MOST_COUNTED)) {
        const { data } = WithEffects.safeParse(document.body)
        if (data) found.push([document.id, data.effects])
      }
    }
  }
  courier.tally.all(found)
}

const WithEffects = z.object({ effects: z.array(Effect) })

const nameOf = ({ document: { municipality, kind, id } }: Kept): string => `${municipality}/${kind}/${id}`

async function list(
  parts: Parts,
  municipality: Municipality,
  kind: DocumentKind,
  dueBefore: Instant,
): Promise<Kept[]> {
  const bad = of(failing, parts)
  const listed = await parts.store.list(municipality.id, kind, { dueBefore }, AT_MOST + bad.size)
  // What is not due any more, or gone, does not stand in the way either.
  const there = new Set(listed.map(nameOf))
  const here = `${municipality.id}/${kind}/`
  for (const name of bad) if (name.startsWith(here) && !there.has(name)) bad.delete(name)
  return listed
}

/** Delivers what is due of a document; undefined when there is nothing to do now. */
async function look(
  parts: Parts,
  municipality: Municipality,
  listed: Kept,
  calm: boolean,
): Promise<{ done: Promise<void> } | undefined> {
  if (of(underWay, parts).size >= MOST_UNDER_WAY) return undefined
  const { body, kind } = listed.document
  if (kind === 'signal') {
    return parts.courier.takeListed(new HeldSignal(municipality, parseStored(body, listed.etag)))
  }
  const chat = Chat.parse(body)
  const deliver = () => parts.courier.takeListed(new HeldChat(municipality, { chat, etag: listed.etag }))
  const heard = heardIsOver(chat, parts.now())
  const draft = draftIsDue(chat, parts.now(), calm)
  if (!heard && !draft) return deliver()
  return tidied(parts, listed, async () => {
    if (heard) await forgetHeard(parts, municipality, chat.id)
    try {
      if (draft) return await sweepDraft(parts, municipality, chat.id, calm)
    } catch (error) {
      // What stands in the chat to be delivered, an alarm perhaps, does not wait for its draft.
      await (await deliver())?.done
      throw error
    }
    await (await deliver())?.done
  })
}

/** Chats that are being tidied: that waits for Teams, so a round does not wait for it, and does not begin it twice. */
const tidying = new WeakMap<Parts['courier'], Set<string>>()

function tidied(parts: Parts, listed: Kept, act: () => Promise<void>): { done: Promise<void> } | undefined {
  const names = of(tidying, parts)
  const name = nameOf(listed)
  if (names.has(name)) return undefined
  names.add(name)
  const done = guarded(parts, listed, act).finally(() => names.delete(name))
  return { done: done.then(() => undefined) }
}

function followed(parts: Parts, done: Promise<void>): Promise<void> {
  const all = of(underWay, parts)
  const followed = done.finally(() => all.delete(followed))
  all.add(followed)
  return followed
}

async function guarded<T>(parts: Parts, kept: Kept, act: () => Promise<T>): Promise<T | undefined> {
  const bad = of(failing, parts)
  try {
    const found = await act()
    bad.delete(nameOf(kept))
    return found
  } catch (error) {
    bad.add(nameOf(kept))
    parts.log.warn('sweep.failed', { error })
    return undefined
  }
}

/**
 * Sweeps every `every` milliseconds until stopped. A round that is still looking is not overtaken; one that waits for
 * slow deliveries is, so that what a dead instance left is found in time.
 */
export function keepSweeping(parts: Parts, every: number): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const again = () => {
    running ??= round(parts)
      .then(({ done }) => void done)
      .catch((error: unknown) => parts.log.warn('sweep.failed', { error }))
      .finally(() => {
        running = undefined
      })
  }
  // Beside the other, for it waits for Teams and Graph.
  let looking: Promise<void> | undefined
  const look = () => {
    looking ??= pointRound(parts)
      .then(() => retentionRound(parts))
      .catch((error: unknown) => parts.log.warn('sweep.failed', { error }))
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(() => {
    again()
    look()
  }, every)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      await looking
    },
  }
}
