/**
 * The morning of whoever is on duty, and the begin and the end of a turn, each in the officer's own chat and with numbers
 * alone. What is told is claimed in the store first: told once over all instances, and rather not at all than twice.
 */
import {
  dutyBeginsCard,
  dutyEndsCard,
  type MorningNumbers,
  morningCard,
} from '../../cards/officer/day/morning.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { type DutyKept, firstDuty, handedOn, lastEnded } from '../../services/municipality/duty.ts'
import { dutyKey, readDuty } from '../../services/municipality/keptDuty.ts'
import { type Municipality, mayBeThere, officerOf, onDuty } from '../../services/municipality/municipality.ts'
import { dayOf, hourOf, isOfficeOpen } from '../../services/municipality/workingTime.ts'
import { dayNow, groupOf, isListed, whatNow } from '../../services/signal/reading/dayList.ts'
import type { Day, MunicipalityId, OfficerId } from '../../services/words.ts'
import type { App } from '../app/app.ts'

/** How often it is looked at. */
export const DUTY_EVERY_MS = 60_000

/** Who hears what. */
type Told = { begins?: OfficerId; back: boolean; ends?: OfficerId; morning?: OfficerId }

export class DutyRound {
  readonly #app: App
  /** What this instance saw settled: who was on duty, on which day. */
  readonly #over = new Map<MunicipalityId, string>()

  constructor(app: App) {
    this.#app = app
  }

  /** Requests: none while nothing changed. Outside office hours nobody is told anything. @throws StoreUnavailable */
  async of(given: Municipality): Promise<void> {
    const { municipalities, now: clock, store } = this.#app
    const now = clock()
    const municipality = municipalities.now(given)
    if (!isOfficeOpen(now, municipality) || municipality.point?.nobody) return
    const day = dayOf(now, municipality)
    const { accountable } = onDuty(municipality, day)
    const name = `${day} ${accountable.id}`
    if (this.#over.get(municipality.id) === name) return
    const kept = await readDuty(store, municipality.id)
    const next = nextOf(kept?.duty, accountable.id, day, now)
    const document = { ...dutyKey(municipality.id), body: next, open: false, dueAt: null }
    // What does not open is begun anew: who was on duty can be seen.
    if (!kept) await store.save([{ op: 'delete', key: dutyKey(municipality.id) }])
    const op = kept
      ? ({ op: 'replace', document, etag: kept.etag } as const)
      : ({ op: 'create', document } as const)
    // Another instance was first: it is looked at again in the next round.
    if (!(await store.save([op])).saved) return
    this.#over.set(municipality.id, name)
    if (kept) await this.#tell(municipality, toldOf(kept.duty, next, day, isMorning(now, municipality)))
  }

  async #tell(municipality: Municipality, { begins, back, ends, morning }: Told): Promise<void> {
    const { surface } = this.#app
    const { language } = municipality
    if (ends && begins) {
      const name = officerOf(municipality, begins)?.name ?? ''
      await this.#post(municipality, ends, dutyEndsCard({ name, surface, language }))
    }
    const to = begins ?? morning
    if (to === undefined) return
    const numbers = await this.#numbers(municipality, to)
    if (begins) {
      // With nothing open and nothing done meanwhile there is nothing to take over.
      if (numbers.open === 0 && !back) return
      await this.#post(municipality, begins, dutyBeginsCard({ numbers, back, surface, language }))
    }
    // A morning on which there is nothing to do is a quiet one.
    else if (numbers.today + numbers.late + numbers.fresh > 0)
      await this.#post(municipality, to, morningCard({ numbers, surface, language }))
  }

  async #numbers(municipality: Municipality, officer: OfficerId): Promise<MorningNumbers> {
    const { agendas, now } = this.#app
    const { of } = await agendas.now(municipality.id)
    const entries = [...of.values()].flatMap((held) => held.at(-1) ?? []).filter(({ working }) => working)
    const listed = entries.filter(isListed)
    const at = dayNow(now(), municipality)
    const { late, fresh } = whatNow(listed, officer, at)
    const today = listed.filter((entry) => groupOf(entry, at) === 'today').length
    return { today, late, fresh, open: entries.length }
  }

  async #post(
    municipality: Municipality,
    officer: OfficerId,
    card: ReturnType<typeof morningCard>,
  ): Promise<void> {
    const { courier, log } = this.#app
    if (!mayBeThere(municipality, officer)) return
    const message = { card, notify: waitingText(municipality.language) }
    const sent = await courier.chats.post(municipality, officer, message)
    if ('failed' in sent) log.warn('send.failed', { count: 1 })
  }
}

/** The numbers of a day are told in its first hour: later they say nothing that the officer did not see. */
const isMorning = (now: Parameters<typeof hourOf>[0], municipality: Municipality): boolean =>
  hourOf(now, municipality) === municipality.officeHours.from

function nextOf(kept: DutyKept | undefined, on: OfficerId, day: Day, now: DutyKept['since']): DutyKept {
  if (!kept) return { ...firstDuty(on, now), morning: day }
  return { ...handedOn(kept, on, now), morning: day }
}

/** Who hears what of this: a turn that changed tells the numbers of the morning along. */
function toldOf(before: DutyKept, after: DutyKept, day: Day, morning: boolean): Told {
  const changed = before.on !== after.on
  const back = lastEnded(before, after.on) !== undefined
  if (changed) return { begins: after.on, ends: before.on, back }
  return morning && before.morning !== day ? { morning: after.on, back } : { back }
}
