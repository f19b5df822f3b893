/** What the round does for the reporting points: look, tell, and go through what is open when something changed. */
import type { Municipality } from '../../services/municipality/municipality.ts'
import { handle } from '../../services/signal/handle.ts'
import type { MunicipalityId, SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { openIfSound } from '../point/startup.ts'
import { workingSignals } from './openSignals.ts'
import { stepOver } from './stepOver.ts'

/** As many are gone through side by side: each may wait for a slow answer of Teams. */
const SIDE_BY_SIDE = 16
/** As many in one round, so that what else it does comes in time; the next one goes on. */
const IN_ONE_ROUND = 200

/** What was gone through for the change at hand: what failed is tried again, and nothing else with it. */
type Through = { change: string; done: Set<string> }

/** The round of one instance. */
export class ReportingPointRound {
  readonly #app: App
  readonly #through = new Map<MunicipalityId, Through>()

  constructor(app: App) {
    this.#app = app
  }

  /**
   * One round of a municipality's reporting point. What fails is tried in the next round.
   * @param goOn may something new be begun? Not at a stop.
   */
  async of(municipality: Municipality, goOn: () => boolean): Promise<void> {
    const app = this.#app
    // The Playground has no members to ask for, and no channel that can go.
    if (app.local) return
    const { point, elapsed } = app.courier
    if (point.closed.has(municipality.id)) return openIfSound(app, point, municipality, elapsed())
    await point.round(municipality)
    if (goOn()) await this.#tendOpen(municipality, goOn)
  }

  /**
   * Every open signal, once for each change: an officer who is gone is stood in for, a channel that is back shows it
   * again.
   */
  async #tendOpen(given: Municipality, goOn: () => boolean): Promise<void> {
    const app = this.#app
    const { point } = app.courier
    const what = point.toTend(given)
    if (!what) return void this.#through.delete(given.id)
    const municipality = app.municipalities.now(given)
    const known = JSON.stringify(municipality.point)
    const change = `${what} ${known}`
    const before = this.#through.get(given.id)
    const { done } = before?.change === change ? before : { done: new Set<string>() }
    this.#through.set(given.id, { change, done })
    const open = await workingSignals(app, municipality)
    const left = open.filter((signal) => !done.has(signal))
    let all = left.length <= IN_ONE_ROUND
    for (let at = 0; at < Math.min(left.length, IN_ONE_ROUND); at += SIDE_BY_SIDE) {
      if (!goOn()) return
      const some = left.slice(at, at + SIDE_BY_SIDE)
      const each = some.map(async (signal) => {
        const went = await stepOver(app, () => tendOne(app, municipality, signal, what === 'ring'))
        const again = 'did' in went ? went.did === 'again' : went.failed === 'again'
        if (again) all = false
        else done.add(signal)
      })
      await Promise.all(each)
    }
    // What became known meanwhile is gone through in the next round.
    if (all && JSON.stringify(app.municipalities.now(given).point) === known)
      await point.tended(municipality, what)
  }
}

async function tendOne(
  app: App,
  municipality: Municipality,
  id: SignalId,
  ring: boolean,
): Promise<'over' | 'again'> {
  const handled = await handle(handling(app, municipality), id, {
    do: 'tend',
    ring,
    id: app.newId(),
    actor: { role: 'system' },
  })
  if (handled.done === 'saved') await app.courier.deliver(municipality, handled.kept).done
  return handled.done === 'refused' && handled.refusal.refused === 'notNow' ? 'again' : 'over'
}
