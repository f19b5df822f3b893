/** What the round does for the reporting points: look, tell, and go through what is open when something changed. */
import type { Municipality } from '../../services/municipality/municipality.ts'
import { handle, parseStored } from '../../services/signal/handle.ts'
import { StoreUnavailable, type Versioned } from '../../services/store/port.ts'
import type { MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { openIfSound } from '../point/startup.ts'

/** More than is ever open at once in a municipality. */
const MOST_OPEN = 5_000
/** As many are gone through side by side: each may wait for a slow answer of Teams. */
const SIDE_BY_SIDE = 16
/** As many in one round, so that what else it does comes in time; the next one goes on. */
const IN_ONE_ROUND = 200

/** What was gone through for the change at hand: what failed is tried again, and nothing else with it. */
type Through = { change: string; done: Set<string> }
const through = new WeakMap<App, Map<MunicipalityId, Through>>()

function throughOf(parts: App): Map<MunicipalityId, Through> {
  const known = through.get(parts) ?? new Map<MunicipalityId, Through>()
  through.set(parts, known)
  return known
}

/**
 * One round over every municipality's reporting point. What fails is tried in the next round.
 * @param goOn may something new be begun? Not at a stop.
 */
export async function reportingPointRound(parts: App, goOn: () => boolean = () => true): Promise<void> {
  // The Playground has no members to ask for, and no channel that can go.
  if (parts.local) return
  // Side by side: one whose Teams or Graph is slow keeps no other waiting.
  await Promise.all(
    parts.municipalities.all().map((municipality) =>
      alwaysAnswer(parts, async () => {
        const { point, elapsed } = parts.courier
        if (point.closed.has(municipality.id)) return openIfSound(parts, point, municipality, elapsed())
        await point.round(municipality)
        if (goOn()) await tendOpen(parts, municipality, goOn)
      }),
    ),
  )
}

/** Logs what fails. Is there sense in trying it again? Not what cannot be read, or will be refused as before. */
async function alwaysAnswer(parts: App, act: () => Promise<unknown>): Promise<'over' | 'again'> {
  try {
    return (await act()) === 'again' ? 'again' : 'over'
  } catch (error) {
    parts.log.warn('sweep.failed', { error })
    return error instanceof StoreUnavailable ? 'again' : 'over'
  }
}

/** Every open signal, once for each change: who is gone is stood in for, a channel that is back shows it again. */
async function tendOpen(parts: App, given: Municipality, goOn: () => boolean): Promise<void> {
  const { point } = parts.courier
  const what = point.toTend(given)
  if (!what) return void throughOf(parts).delete(given.id)
  const municipality = parts.municipalities.now(given)
  const known = JSON.stringify(municipality.point)
  const change = `${what} ${known}`
  const before = throughOf(parts).get(given.id)
  const { done } = before?.change === change ? before : { done: new Set<string>() }
  throughOf(parts).set(given.id, { change, done })
  const open = await parts.store.list(municipality.id, 'signal', { open: true }, MOST_OPEN)
  const left = open.filter(({ document }) => !done.has(document.id))
  let all = left.length <= IN_ONE_ROUND
  for (let at = 0; at < Math.min(left.length, IN_ONE_ROUND); at += SIDE_BY_SIDE) {
    if (!goOn()) return
    const some = left.slice(at, at + SIDE_BY_SIDE)
    const each = some.map(async (kept) => {
      const ended = await alwaysAnswer(parts, () => tendOne(parts, municipality, kept, what === 'ring'))
      if (ended === 'over') done.add(kept.document.id)
      else all = false
    })
    await Promise.all(each)
  }
  // What became known meanwhile is gone through in the next round.
  if (all && JSON.stringify(parts.municipalities.now(given).point) === known)
    await point.tended(municipality, what)
}

async function tendOne(
  parts: App,
  municipality: Municipality,
  listed: Versioned,
  ring: boolean,
): Promise<'over' | 'again'> {
  const stored = parseStored(listed.document.body, listed.etag)
  if (!('record' in stored)) return 'over'
  const { id } = stored.record
  const handled = await handle(handling(parts, municipality), id, {
    do: 'tend',
    ring,
    id: parts.newId(),
    actor: { role: 'system' },
  })
  if (handled.done === 'saved') await parts.courier.deliver(municipality, handled.kept).done
  return handled.done === 'refused' && handled.refusal.refused === 'notNow' ? 'again' : 'over'
}
