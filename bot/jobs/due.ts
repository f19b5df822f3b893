/**
 * The round of what is due by itself: every few minutes the agenda of each municipality says which signals have come to
 * their next moment, and only these are read. Those who must hear of a term that passed are told
 * (docs/decisions/late.md), and what the terms of retention ask for is done. Runs in every instance; the save of the
 * record decides who tells.
 */
import { entriesOf, takeOut } from '../../services/agenda/agenda.ts'
import type { Entry } from '../../services/agenda/entry.ts'
import { LeafWatch } from '../../services/agenda/mend.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { RemindDeed } from '../../services/signal/command.ts'
import { remindersFor } from '../../services/signal/deeds/remind.ts'
import { type Handled, handle, type KeptSignal, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { everyDocument } from '../../services/store/every.ts'
import { type OfficerId, SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { chaseMails } from './mailbox.ts'
import { stepOver } from './stepOver.ts'
import { endTerms, relist } from './terms.ts'

/** The shortest clock is a quarter of an hour; and what is late at about the same time is told of in one message. */
export const DUE_EVERY_MS = 180_000
/** As many are read in one round, the most urgent first; those of an earlier round that failed come after the others. */
const MOST_READ = 1_000
/** As many are read side by side. */
const SIDE_BY_SIDE = 16
/** As many are told of in one round: Teams takes fifty requests a second, and others want to be told too. */
export const MOST_TOLD = 100

type Late = { signal: SignalId; to: OfficerId; acute: boolean; next: boolean }

/** The round of one instance. What it remembers: what failed, so that this hides nothing else, and which leaves it saw. */
export class DueRound {
  readonly #app: App
  readonly #failed = new Map<string, Set<string>>()
  readonly #leaves = new Map<string, LeafWatch>()

  constructor(app: App) {
    this.#app = app
  }

  /**
   * One round of a municipality. What fails is tried in the next one. `most`: told of.
   * @returns whether everything stands in the agenda @throws StoreUnavailable
   */
  async of(given: Municipality, most = MOST_TOLD): Promise<boolean> {
    const app = this.#app
    const municipality = app.municipalities.now(given)
    const found: Late[] = []
    const due = await this.#due(municipality)
    for await (const some of due ?? everySignal(app, municipality)) {
      const each = some.map((signal) => this.#attend(municipality, signal, found))
      await Promise.all(each)
    }
    // Danger does not wait for a later round.
    const late = found.toSorted((a, b) => Number(b.acute) - Number(a.acute)).slice(0, most)
    // The next in line reads other words than the officer who has it; danger is never one of many.
    const groups = Map.groupBy(late, ({ signal, to, acute, next }) => `${to} ${acute ? signal : next}`)
    for (const group of groups.values()) await stepOver(app, () => tellOf(app, municipality, group))
    return due !== undefined
  }

  /** What has come to its moment, some at a time; undefined while not everything stands in the agenda. */
  async #due(municipality: Municipality): Promise<Entry[][] | undefined> {
    const { store, now } = this.#app
    const behind = this.#failed.get(municipality.id) ?? new Set()
    const at = now()
    const isDue = ({ next }: { next: string | null }) => next !== null && next <= at
    const wanted = { leaf: isDue, entry: isDue }
    const most = MOST_READ + behind.size
    const { agenda, entries } = await entriesOf(store, municipality.id, wanted, most)
    if (!agenda.complete || !(await this.#watch(municipality).look(store, agenda))) return undefined
    const place = ({ signal }: Entry) => Number(behind.has(signal))
    const sorted = entries.toSorted((a, b) => place(a) - place(b))
    const groups = Math.ceil(sorted.length / SIDE_BY_SIDE)
    return Array.from({ length: groups }, (_, nr) => sorted.slice(nr * SIDE_BY_SIDE, (nr + 1) * SIDE_BY_SIDE))
  }

  #watch({ id }: Municipality): LeafWatch {
    const known = this.#leaves.get(id) ?? new LeafWatch()
    this.#leaves.set(id, known)
    return known
  }

  /** Does with one what its moment came for; what somebody must be told of it is told with others. */
  async #attend(municipality: Municipality, due: Entry | SignalId, found: Late[]): Promise<void> {
    const app = this.#app
    const signal = typeof due === 'string' ? due : due.signal
    const behind = this.#failed.get(municipality.id) ?? new Set()
    this.#failed.set(municipality.id, behind)
    // One that cannot be read holds up no other.
    const went = await stepOver(app, async () => {
      const kept = await readSignal(app.store, municipality.id, signal)
      if (kept && 'record' in kept) return attend(app, municipality, kept)
      if (typeof due !== 'string') await takeOut(app.store, municipality.id, due)
      return []
    })
    if ('failed' in went) behind.add(signal)
    else {
      behind.delete(signal)
      found.push(...went.did)
    }
  }
}

async function attend(app: App, municipality: Municipality, kept: KeptSignal): Promise<Late[]> {
  await endTerms(app, municipality, kept.record)
  await chaseMails(app, municipality, kept.record)
  const late = lateOf(kept.record, municipality, app)
  // Nobody is to be told: then its moment is another one by now.
  if (late.length === 0) await relist(app, municipality, kept)
  return late
}

/** Until everything stands in the agenda, once after an upgrade, everything is looked at. */
async function* everySignal({ store }: App, municipality: Municipality): AsyncGenerator<SignalId[]> {
  for await (const { document } of everyDocument(store, municipality.id, 'signal')) {
    const { success, data } = SignalId.safeParse(document.id)
    if (success) yield [data]
  }
}

function lateOf(record: SignalRecord, municipality: Municipality, { now }: App): Late[] {
  const { id: signal, urgency } = record
  const found = remindersFor(record, { municipality, now: now() })
  return found.map(({ to, next }) => ({ signal, to, next, acute: urgency === 'acute' }))
}

/** Tells one person of these cases in one message: the first of them carries it. */
async function tellOf(app: App, municipality: Municipality, group: readonly Late[]): Promise<void> {
  let left = group
  for (let carried = false; !carried && left.length > 0; left = left.slice(1)) {
    const [first] = left
    if (!first) return
    const handled = await remindOf(app, municipality, first, left.length - 1)
    carried = handled.done === 'saved'
    // Another instance tells this person at this moment: it goes along the others too.
    if (handled.done === 'refused' && wasTold(handled.kept.record, first.to, app.now())) return
  }
  for (const each of left) {
    await stepOver(app, () => remindOf(app, municipality, each, 'elsewhere'))
  }
}

/** Was this person told of it just now? */
const wasTold = ({ reminded }: SignalRecord, to: OfficerId, now: string): boolean => {
  const last = reminded?.findLast((told) => told.to === to)
  return last !== undefined && Date.parse(now) - Date.parse(last.at) < DUE_EVERY_MS
}

async function remindOf(
  app: App,
  municipality: Municipality,
  { signal, to }: Late,
  others: RemindDeed['others'],
): Promise<Handled> {
  const command = { do: 'remind', to, others, id: app.newId(), actor: { role: 'system' } } as const
  const handled = await handle(handling(app, municipality), signal, command)
  if (handled.done === 'saved') void app.courier.deliver(municipality, handled.kept)
  return handled
}
