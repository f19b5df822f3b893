/**
 * What was written to a reporter and did not arrive, written down a second time: the officer who has it hears so once for
 * each message, in time to choose another way, and never of what had arrived. Courtesies are no reason to disturb
 * anybody, and a closed signal comes back in a way of its own (`unheard.ts`).
 */
import type { ReporterMessage } from '../../services/signal/notices.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Version } from './history.ts'
import { must } from './must.ts'
import type { Shown } from './world.ts'

type Message = SignalRecord['effects'][number] & { kind: 'tellReporter' }

/** What one officer must be told at once: these messages did not arrive. `at`: when that was known, in milliseconds. */
export type Late = { officer: OfficerId; messages: readonly string[]; at: number }

const COURTESIES = new Set<ReporterMessage['about']>(['taken', 'overdue', 'closed', 'fits'])
const MINUTE = 60_000
/** Tried in vain for so long the officer knows: half an hour, a last pause, and a clock that was set back meanwhile. */
const KNOWN_WITHIN = 75 * MINUTE
/** The line itself may fail a few times. */
const HEARD_WITHIN = 60 * MINUTE
/** What is sent side by side with what it speaks of. */
const SIDE_BY_SIDE = MINUTE

const isMessage = (effect: SignalRecord['effects'][number]): effect is Message =>
  effect.kind === 'tellReporter' && !COURTESIES.has(effect.message.about)

const isLate = ({ at, plannedAt, deadLetter }: Message): boolean =>
  deadLetter !== undefined ||
  (plannedAt !== undefined && Date.parse(plannedAt) - Date.parse(at) >= 30 * MINUTE)

/** Follows one signal, version by version. */
export class LateWatch {
  readonly #since = new Map<string, number>()
  readonly #told = new Set<string>()

  /** What this version makes known to the officer who has it, if anything. @throws Broken */
  see(version: Version): Late | undefined {
    if (version.is !== 'record') return undefined
    const { record, at } = version
    const messages = record.effects.filter(isMessage)
    for (const { id } of messages) if (!this.#since.has(id)) this.#since.set(id, at)
    if (record.state === 'closed') return undefined
    const late = messages.filter((effect) => isLate(effect) && !this.#told.has(effect.id))
    for (const { id } of late) this.#told.add(id)
    for (const effect of messages) {
      const tooLong = at - (this.#since.get(effect.id) ?? at) > KNOWN_WITHIN
      const known = effect.attempts === 0 || this.#told.has(effect.id)
      must(known || !tooLong, 'nobody was told that it is not arriving', effect)
    }
    if (late.length === 0) return undefined
    return { officer: record.takenBy ?? record.accountable, messages: late.map(({ id }) => id), at }
  }
}

/**
 * Every line that an officer saw was true when it was sent: something they were told of had not reached the reporter, or
 * nobody could know that it had. @throws Broken
 */
export function saidTruly(
  line: Shown,
  all: readonly Late[],
  versions: readonly Version[],
  arrived: (record: SignalRecord, message: ReporterMessage, before: number) => boolean,
): void {
  const ids = new Set(all.filter(({ at }) => at <= line.at).flatMap(({ messages }) => messages))
  const recent = versions.filter(
    (version, nr) => version.at <= line.at && (versions[nr + 1]?.at ?? line.at) >= line.at - SIDE_BY_SIDE,
  )
  const open = recent.some(
    (version) =>
      version.is === 'record' &&
      version.record.effects.some((effect) => {
        if (!isMessage(effect) || !ids.has(effect.id)) return false
        const unsure = effect.outcomeUnknown !== undefined || effect.deadLetter === 'outcomeUnknown'
        return unsure || !arrived(version.record, effect.message, line.at - SIDE_BY_SIDE)
      }),
  )
  must(open, 'an officer was told that something did not arrive, and it had', { line, all })
}

/** What is not there in the end was said, to whoever had it, in time. @throws Broken */
export function saidAtAll(
  all: readonly Late[],
  last: SignalRecord,
  lines: (to: OfficerId) => readonly Shown[],
): void {
  const missing = new Set(last.effects.filter(isMessage).map(({ id }) => id))
  for (const { officer, messages, at } of all) {
    if (!messages.some((id) => missing.has(id))) continue
    const heard = lines(officer).some((line) => line.at >= at && line.at <= at + HEARD_WITHIN)
    must(heard, 'an officer was not told in time that something did not arrive', { officer, messages, at })
  }
}
