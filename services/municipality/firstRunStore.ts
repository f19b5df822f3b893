/** The first run in the store: one document, changed with its line in the trail of the settings, or not at all. */
import type { Op, Store } from '../store/port.ts'
import { StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { FirstRun, type FirstRunRefused, NOTHING_YET } from './firstRun.ts'
import type { SettingsLine } from './settings/kept.ts'
import { lineOps, type Place } from './settings/store.ts'

const keyOf = (municipality: MunicipalityId) => ({ municipality, kind: 'settings' as const, id: 'firstRun' })

/** How far it is; nothing yet where nothing was kept. @throws StoreUnavailable */
export async function readFirstRun(store: Store, municipality: MunicipalityId): Promise<FirstRun> {
  const stored = await store.read(keyOf(municipality))
  return stored ? FirstRun.parse(stored.document.body) : NOTHING_YET
}

const MOST_TRIES = 8

/**
 * Does it on whatever stands by then; between two people, or two instances, the first counts. `line`: what the trail says
 * of it. @throws StoreUnavailable
 */
export async function stepFirstRun(
  place: Place,
  line: SettingsLine,
  step: (run: FirstRun) => FirstRun | FirstRunRefused,
): Promise<FirstRun | FirstRunRefused> {
  const { store, municipality } = place
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await store.read(keyOf(municipality))
    const next = step(stored ? FirstRun.parse(stored.document.body) : NOTHING_YET)
    if ('refused' in next) return next
    const document = { ...keyOf(municipality), body: next, open: false, dueAt: null }
    const ops: Op[] = [
      stored ? { op: 'replace', document, etag: stored.etag } : { op: 'create', document },
      ...(await lineOps(place, [line])),
    ]
    if ((await store.save(ops)).saved) return next
  }
  throw new StoreUnavailable('busy')
}
