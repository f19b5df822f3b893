/**
 * The round of the terms that passed: every few minutes along the open signals of each municipality, and who is to be
 * told is told (docs/decisions/late.md). Runs in every instance; the save of the record decides who tells.
 */
import { setImmediate } from 'node:timers/promises'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { RemindDeed } from '../../services/signal/command.ts'
import { remindersFor } from '../../services/signal/deeds/remind.ts'
import { type Handled, handle, parseStored } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Versioned } from '../../services/store/port.ts'
import type { OfficerId, SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'

/** The shortest clock is a quarter of an hour. */
const EVERY_MS = 180_000
/** More than is ever open at once in a municipality. */
const MOST_OPEN = 5_000
/** As many are looked at before others get their turn. */
const PAGE = 50
/** As many are told of in one round: Teams takes fifty requests a second, and others want to be told too. */
const AT_MOST = 100

const lookedAt = new WeakMap<App['courier'], number>()

/** One round over every municipality, when it is time for it. What fails is tried in the next one. `most`: told of. */
export async function overdueRound(parts: App, most = AT_MOST): Promise<void> {
  const { courier } = parts
  // After a jump of the clock nothing is called late until it is sure that the clock stays so.
  if (!courier.clock.calm()) return
  const at = courier.elapsed()
  if (at - (lookedAt.get(courier) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return
  lookedAt.set(courier, at)
  for (const municipality of parts.municipalities) {
    await alwaysAnswer(parts, () => goAlong(parts, parts.municipalities.now(municipality), most))
  }
}

async function alwaysAnswer(parts: App, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    parts.log.warn('sweep.failed', { error })
  }
}

type Late = { signal: SignalId; to: OfficerId; acute: boolean; next: boolean }

async function goAlong(parts: App, municipality: Municipality, most: number): Promise<void> {
  const open = await parts.store.list(municipality.id, 'signal', { open: true }, MOST_OPEN)
  const found: Late[] = []
  for (const [at, kept] of open.entries()) {
    if (at % PAGE === PAGE - 1) await setImmediate()
    // One that cannot be read holds up no other.
    await alwaysAnswer(parts, async () => void found.push(...lateOf(parts, municipality, kept)))
  }
  // Danger does not wait for a later round.
  const late = found.toSorted((a, b) => Number(b.acute) - Number(a.acute)).slice(0, most)
  // Who is next in line reads other words than who has it; danger is never one of many.
  const groups = Map.groupBy(late, ({ signal, to, acute, next }) => `${to} ${acute ? signal : next}`)
  for (const group of groups.values()) await alwaysAnswer(parts, () => tellOf(parts, municipality, group))
}

function lateOf(parts: App, municipality: Municipality, { document, etag }: Versioned): Late[] {
  const stored = parseStored(document.body, etag)
  if (!('record' in stored)) return []
  const { id: signal, urgency } = stored.record
  const found = remindersFor(stored.record, { municipality, now: parts.now() })
  return found.map(({ to, next }) => ({ signal, to, next, acute: urgency === 'acute' }))
}

/** Tells one person of these cases in one message: the first of them carries it. */
async function tellOf(parts: App, municipality: Municipality, group: readonly Late[]): Promise<void> {
  let left = group
  for (let carried = false; !carried && left.length > 0; left = left.slice(1)) {
    const [first] = left
    if (!first) return
    const handled = await remindOf(parts, municipality, first, left.length - 1)
    carried = handled.done === 'saved'
    // Another instance tells this person at this moment: it goes along the others too.
    if (handled.done === 'refused' && wasTold(handled.kept.record, first.to, parts.now())) return
  }
  for (const each of left) {
    await alwaysAnswer(parts, async () => void (await remindOf(parts, municipality, each, 'elsewhere')))
  }
}

/** Was this person told of it just now? */
const wasTold = ({ reminded }: SignalRecord, to: OfficerId, now: string): boolean => {
  const last = reminded?.findLast((told) => told.to === to)
  return last !== undefined && Date.parse(now) - Date.parse(last.at) < EVERY_MS
}

async function remindOf(
  parts: App,
  municipality: Municipality,
  { signal, to }: Late,
  others: RemindDeed['others'],
): Promise<Handled> {
  const command = { do: 'remind', to, others, id: parts.newId(), actor: { role: 'system' } } as const
  const handled = await handle(handling(parts, municipality), signal, command)
  if (handled.done === 'saved') void parts.courier.deliver(municipality, handled.kept)
  return handled
}
