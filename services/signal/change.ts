/** A change under way: the record as it will be, with what it causes. Everything here is pure. */
import { appended } from '../audit/chain.ts'
import type { CaseRecord } from '../cases/case.ts'
import type { Municipality } from '../municipality/municipality.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { type Effect, type NewEffect, pendingEffect } from '../outbox/effect.ts'
import { onceAs } from '../outbox/kinds.ts'
import { type Instant, type OfficerId, plus, type Reference } from '../words.ts'
import type { Refusal } from './command.ts'
import { dayOnly } from './reading/anonymousTimes.ts'
import { type OfficerNotice, REMEMBERED_COMMANDS, type ReporterMessage, type SignalRecord } from './record.ts'
import type { Actor, State } from './words.ts'

/** What a decision may know besides the record: the moment, the municipality, and names for new things. */
export type Setting = {
  now: Instant
  municipality: Municipality
  /** A fresh uuid on each call. Given from outside, so that a decision stays pure. */
  newId: () => string
  /** The key of the chains of audit entries. */
  auditKey: Buffer
  /** Words are moved: this signal takes them, in the same save. Only `decideMove` says so; without it none go away. */
  target?: Reference
  /** A deed on a case: the case as it becomes in the same save. Only services/cases says so. */
  together?: CaseRecord
  /** The other signals of its case that whoever does this may see, where what is given is of the whole case. */
  beside?: readonly SignalRecord[]
}

/** Makes a pending effect of it. */
export function effect(fresh: NewEffect, setting: Setting): Effect {
  return pendingEffect(fresh, setting.newId(), setting.now)
}

export type Change = {
  record: SignalRecord
  readonly setting: Setting
  readonly actor: Actor
}

const byOf = (actor: Actor) => (actor.role === 'officer' ? actor.id : actor.role)

/** Is one of these pending already, of which one is enough? */
const isPending = (effects: readonly Effect[], fresh: NewEffect): boolean => {
  const once = onceAs(fresh)
  return once !== undefined && effects.some((e) => !e.deadLetter && onceAs(e) === once)
}

/** Adds an effect, unless the same is pending. */
export function cause(change: Change, fresh: NewEffect): void {
  const effects = change.record.effects
  if (isPending(effects, fresh)) return
  change.record = { ...change.record, effects: [...effects, effect(fresh, change.setting)] }
}

/**
 * Tells the reporter, if there is a way. Of an anonymous one there is no address: it waits for the person with the
 * code.
 */
export function tell(change: Change, message: ReporterMessage): void {
  const { vaultKey, code, reporterLeft } = change.record
  // A reporter whose account is gone is not written to or nudged any more.
  if (reporterLeft) return
  if (vaultKey) cause(change, { kind: 'tellReporter', message })
  if (vaultKey || !code) return
  const day = dayOf(change.setting.now, change.setting.municipality)
  set(change, { code: { ...code, waiting: [...code.waiting, { day, message }] } })
}

/** So often within an hour the same deed of a reporter reaches an officer at once; then every so many minutes. */
const MOST_AT_ONCE = 6
const TOO_OFTEN_WAITS = 10

/** Did the reporter do the same so often within the hour (of an anonymous one: the day) that nobody follows it any more? */
function isTooOften({ record, setting, actor }: Change): boolean {
  if (actor.role !== 'reporter') return false
  const what = record.audit.at(-1)?.what
  const hourAgo = plus(setting.now, { minutes: -60 })
  const since = record.degree === 'anonymous' ? dayOnly(setting.now, setting.municipality) : hourAgo
  return (
    record.audit.filter((e) => e.by === 'reporter' && e.what === what && e.at >= since).length > MOST_AT_ONCE
  )
}

/**
 * Tells an officer in their own chat. The same deed of one reporter again and again is told of in one message every so
 * many minutes: one that waits already says it (docs/decisions/one-alarm.md). Called after the deed was noted.
 */
export function tellOfficer(change: Change, officer: OfficerId, notice: OfficerNotice): void {
  const told: NewEffect = { kind: 'tellOfficer', officer, notice }
  if (!isTooOften(change)) {
    cause(change, told)
    return
  }
  const { record, setting } = change
  const waits = record.effects.some(
    (e) =>
      e.kind === 'tellOfficer' &&
      e.officer === officer &&
      e.notice === notice &&
      !e.deadLetter &&
      !e.lease &&
      e.notBefore !== undefined &&
      e.notBefore > setting.now,
  )
  if (waits) return
  const notBefore = plus(setting.now, { minutes: TOO_OFTEN_WAITS })
  const held: Effect = { ...effect(told, setting), notBefore, plannedAt: setting.now }
  change.record = { ...record, effects: [...record.effects, held] }
}

/** Tells whoever has the signal in hand, in their own chat. */
export function tellHolder(change: Change, notice: OfficerNotice): void {
  tellOfficer(change, change.record.takenBy ?? change.record.accountable, notice)
}

/** When something is done; of an anonymous signal the day only, for what others do lies close to what its reporter did. */
export const momentOf = ({ record, setting }: Change): Instant =>
  record.degree === 'anonymous' ? dayOnly(setting.now, setting.municipality) : setting.now

/** Writes in the audit trail what was done; with `to`, the signal goes to that state. */
export function note(change: Change, what: string, to?: State): void {
  const from = change.record.state
  const moved = to !== undefined && to !== from
  const { municipality, id: signal } = change.record
  change.record = {
    ...change.record,
    ...(moved ? { state: to } : {}),
    audit: appended({ key: change.setting.auditKey, municipality, signal }, change.record.audit, {
      at: momentOf(change),
      by: byOf(change.actor),
      what,
      ...(moved ? { from, to } : {}),
    }),
  }
}

/** Sets fields of the record. */
export function set(change: Change, fields: Partial<SignalRecord>): void {
  change.record = { ...change.record, ...fields }
}

/** An officer should see this before deciding: raises the revision and mends the doorbell. */
export function visible(change: Change): void {
  set(change, { revision: change.record.revision + 1 })
  cause(change, { kind: 'doorbell' })
}

/** Remembers the command, so that the same one twice is one thing. */
export function remember(change: Change, commandId: string): void {
  set(change, { taken: [...change.record.taken, commandId].slice(-REMEMBERED_COMMANDS) })
}

/**
 * What a rule did, said in so many words: a rule that falls off its end does not compile. `changed`: the same command
 * once more must not do it again, so its id is kept. `noted`: once more does no harm, or the record itself says that it
 * was done; its id would push out what must not be done twice. `ended`: the signal goes.
 */
export type RuleResult =
  | { did: 'changed' }
  | { did: 'noted' }
  | { did: 'ended'; how: 'enough' | 'destroyed' }
  | Refusal

export const CHANGED: RuleResult = { did: 'changed' }
export const NOTED: RuleResult = { did: 'noted' }

/** Working on it takes it: an officer who asks or decides on what nobody has yet, has it in hand from then on. */
export function takeIfFree(change: Change, officer: OfficerId): void {
  if (change.record.takenBy) return
  set(change, { takenBy: officer, accountable: officer })
  note(change, 'take', change.record.state === 'received' ? 'inTriage' : undefined)
}
