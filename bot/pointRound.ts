/** What the round does for the reporting points: look, tell, and go through what is open when something changed. */
import type { Municipality } from '../services/routing/municipality.ts'
import { handle, parseStored } from '../services/signal/register.ts'
import type { Kept } from '../services/store/port.ts'
import { handling } from './outside.ts'
import type { Parts } from './parts.ts'

/** More than is ever open at once in a municipality. */
const MOST_OPEN = 5_000

/** One round over every municipality's reporting point. What fails is tried in the next round. */
export async function pointRound(parts: Parts): Promise<void> {
  await parts.courier.alarmAgain()
  // The Playground has no members to ask for, and no channel that can go.
  if (parts.local) return
  for (const municipality of [...parts.municipalities]) {
    await guarded(parts, async () => {
      await parts.courier.point.round(municipality)
      await tendOpen(parts, municipality)
    })
  }
}

/** Did it succeed? */
async function guarded(parts: Parts, act: () => Promise<void>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    parts.log.warn('sweep.failed', { error })
    return false
  }
}

/** Every open signal, once for each change: who is gone is stood in for, a channel that is back shows it again. */
async function tendOpen(parts: Parts, given: Municipality): Promise<void> {
  const { point } = parts.courier
  const what = point.toTend(given)
  if (!what) return
  let all = true
  const municipality = point.now(given)
  const known = JSON.stringify(municipality.point)
  for (const kept of await parts.store.list(municipality.id, 'signal', { open: true }, MOST_OPEN)) {
    all = (await guarded(parts, () => tendOne(parts, municipality, kept, what === 'ring'))) && all
  }
  // What became known meanwhile is gone through in the next round.
  if (all && JSON.stringify(point.now(given).point) === known) await point.tended(municipality, what)
}

async function tendOne(parts: Parts, municipality: Municipality, listed: Kept, ring: boolean): Promise<void> {
  const stored = parseStored(listed.document.body, listed.etag)
  if (!('record' in stored)) return
  const { id } = stored.record
  const handled = await handle(handling(parts, municipality), id, {
    do: 'tend',
    ring,
    id: parts.newId(),
    actor: { role: 'system' },
  })
  if (handled.done === 'saved') await parts.courier.deliver(municipality, handled.kept).done
}
