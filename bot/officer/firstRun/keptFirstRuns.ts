/**
 * How far each municipality is with its first run, in this instance. Asked of the store while it has not begun, or is open
 * for a pilot only; once it is there for everybody nothing is asked any more.
 */

import { PersonId } from '../../../services/graph/port.ts'
import {
  afterDeed,
  type FirstRun,
  type FirstRunDeed,
  type FirstRunRefused,
} from '../../../services/municipality/firstRun.ts'
import { readFirstRun, stepFirstRun } from '../../../services/municipality/firstRunStore.ts'
import { type Municipality, officerOf } from '../../../services/municipality/municipality.ts'
import type { SettingsLine } from '../../../services/municipality/settings/kept.ts'
import { ShortMemory } from '../../../services/vault/shortMemory.ts'
import type { MunicipalityId, OfficerId } from '../../../services/words.ts'
import type { Outside } from '../../app/ports.ts'

/** Somebody who comes into the pilot group is let in within this time. */
const GROUP_MS = 15 * 60_000
const MOST_PEOPLE = 10_000

const WHAT = {
  claim: 'placeClaimed',
  confirm: 'placeConfirmed',
  decline: 'placeDeclined',
  looked: 'placeLooked',
  tested: 'placeTested',
  begin: 'placeBegun',
  everybody: 'placeOpened',
} as const satisfies Record<FirstRunDeed['do'], SettingsLine['what']>

export class KeptFirstRuns {
  readonly #outside: Outside
  readonly #over = new Set<MunicipalityId>()
  readonly #inPilot: ShortMemory<{ is: boolean }>

  constructor(outside: Outside) {
    this.#outside = outside
    this.#inPilot = new ShortMemory(MOST_PEOPLE, GROUP_MS, outside.elapsed ?? (() => performance.now()))
  }

  /** How far it is; undefined: it is there for everybody. @throws StoreUnavailable */
  async of(municipality: Municipality): Promise<FirstRun | undefined> {
    const { firstRun, pilot, id } = municipality
    if ((!firstRun && !pilot) || this.#over.has(id)) return undefined
    return this.#take(municipality, await readFirstRun(this.#outside.store, id))
  }

  /** Does it, and says how far it is then. @throws StoreUnavailable */
  async do(
    municipality: Municipality,
    deed: FirstRunDeed,
    by: OfficerId,
  ): Promise<FirstRun | FirstRunRefused> {
    const { store, keys, now, newId } = this.#outside
    const mark = { by, at: now() }
    const line: SettingsLine = {
      id: newId(),
      at: mark.at,
      what: WHAT[deed.do],
      by,
      version: municipality.version ?? 1,
      changed: [],
    }
    const named = {
      firstRun: municipality.firstRun,
      isOfficer: (who: OfficerId) => officerOf(municipality, who)?.role === 'officer',
    }
    const place = { store, key: keys.audit, municipality: municipality.id }
    const done = await stepFirstRun(place, line, (run) => afterDeed(run, deed, mark, named))
    if (!('refused' in done)) this.#take(municipality, done)
    return done
  }

  /**
   * Is this person in the pilot group? At most one request to Graph in a quarter of an hour. Where Graph cannot say they
   * are taken to be: somebody with a signal is not sent away over that.
   */
  async isInPilot(municipality: Municipality, entra: string | undefined): Promise<boolean> {
    const { pilot, tenant, id } = municipality
    if (!pilot) return true
    if (entra === undefined) return false
    const name = `${id}/${entra.toLowerCase()}`
    const known = this.#inPilot.get(name)
    if (known) return known.is
    const found = await this.#outside.graph.groupsOf?.(tenant, new PersonId(entra), [pilot.group])
    if (!found || 'failed' in found) return true
    const is = found.groups.includes(pilot.group)
    this.#inPilot.set(name, { is })
    return is
  }

  #take(municipality: Municipality, run: FirstRun): FirstRun | undefined {
    const { firstRun, pilot, id } = municipality
    const hasBegun = !firstRun || run.begun !== undefined
    this.#outside.municipalities.begins(id, !hasBegun)
    const isOver = hasBegun && (!pilot || run.everybody !== undefined)
    if (isOver) this.#over.add(id)
    return isOver ? undefined : run
  }
}
