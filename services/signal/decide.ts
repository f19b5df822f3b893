/**
 * The heart: what a command does to a signal. Pure: record, command and setting in; a changed record, its end, or
 * a refusal out. No clock, no I/O, no randomness of its own.
 */

import { mayAct, onDuty } from '../municipality/municipality.ts'
import { clocks, dayOf } from '../municipality/workingTime.ts'
import { type Change, cause, type Deed, effect, note, remember, type Setting, tell } from './change.ts'
import type { Command, OfficerDeed, Refusal, Report, ReporterDeed } from './command.ts'
import { officerDeed } from './deeds/officer.ts'
import { isCalledIn, remind } from './deeds/remind.ts'
import { reporterDeed } from './deeds/reporter.ts'
import { noteNobody, tend } from './deeds/standIn.ts'
import { withoutMoments } from './reading/anonymousTimes.ts'
import { toTellAgain } from './reading/feedback.ts'
import { isTooBig } from './reading/size.ts'
import { alarmed, higher } from './reading/urgency.ts'
import type { SignalRecord, Tombstone } from './record.ts'
import type { SystemDeed } from './rights/command.ts'
import { isRightsDeed } from './rights/deeds.ts'
import { destroyedOf } from './rights/destroy.ts'
import { isFrozen, WHILE_FROZEN } from './rights/freeze.ts'
import { isSystemDeed, systemDeed } from './rights/retentionDeeds.ts'
import { heldUntil, partsSent, remainsOf } from './tombstone.ts'

export type Decided =
  | { done: 'changed'; record: SignalRecord }
  /** The record goes; the tombstone mends the doorbell and then goes too. `counted`: what the count learns. */
  | { done: 'ended'; tombstone: Tombstone; counted?: 'enough' }
  | Refusal

/** Deeds that no other change can spoil, so that an older card may ask for them too. */
const NEVER_STALE: ReadonlySet<Command['do']> = new Set([
  'view',
  'take',
  'note',
  'ask',
  'called',
  'reveal',
  'advise',
  'setMinor',
  'freeze',
  'told',
])

const REPORTER_DEEDS: ReadonlySet<Command['do']> = new Set([
  'add',
  'answer',
  'withdraw',
  'say112',
  'noDanger',
  'talk',
  'shown',
  'speak',
  'chooseConsultation',
])

const isReporterDeed = (command: Command): command is Command & ReporterDeed => REPORTER_DEEDS.has(command.do)
const isOfficerDeed = (command: Command): command is Command & OfficerDeed =>
  command.do !== 'report' &&
  command.do !== 'tend' &&
  command.do !== 'remind' &&
  !REPORTER_DEEDS.has(command.do) &&
  !isSystemDeed(command)
const isOfSystem = (command: Command): command is Command & SystemDeed => isSystemDeed(command)

/**
 * Decides one command on an existing signal.
 * @returns the changed record with a higher revision and its effects, the end of a sparren, or a refusal.
 */
export function decide(record: SignalRecord, command: Command, setting: Setting): Decided {
  if (record.taken.includes(command.id)) return { refused: 'already' }
  if (command.do === 'report') return { refused: 'already' }
  const change: Change = { record, setting, actor: command.actor }
  if (isReporterDeed(command)) {
    if (command.actor.role !== 'reporter') return { refused: 'notAllowed' }
    // Whoever writes is there.
    const { reporterLeft, ...there } = record
    if (reporterLeft) change.record = there
    return finish(record, change, command, reporterDeed(change, command))
  }
  if (command.do === 'tend') {
    if (command.actor.role !== 'system') return { refused: 'notAllowed' }
    return finish(record, change, command, tend(change, command))
  }
  if (command.do === 'remind') {
    if (command.actor.role !== 'system') return { refused: 'notAllowed' }
    return finish(record, change, command, remind(change, command))
  }
  if (isOfSystem(command)) {
    if (command.actor.role !== 'system') return { refused: 'notAllowed' }
    return finish(record, change, command, systemDeed(change, command))
  }
  if (!isOfficerDeed(command)) return { refused: 'notAllowed' }
  const { actor } = command
  if (actor.role !== 'officer') return { refused: 'notAllowed' }
  const today = dayOf(setting.now, setting.municipality)
  const acute = record.urgency === 'acute'
  const may = mayAct(setting.municipality, actor.id, today, record.takenBy, acute)
  if (!may && !isCalledIn(record, actor.id, setting)) return { refused: 'notAllowed' }
  if (isFrozen(record) && !WHILE_FROZEN.has(command.do)) {
    return { refused: command.do === 'freeze' ? 'already' : 'frozen' }
  }
  const afterClosing =
    command.do === 'view' ||
    command.do === 'reveal' ||
    isRightsDeed(command) ||
    (command.do === 'feedBack' && toTellAgain(record))
  if (record.state === 'closed' && !afterClosing) return { refused: 'closed' }
  if (command.seen !== undefined && command.seen < record.revision && !NEVER_STALE.has(command.do)) {
    return { refused: 'stale' }
  }
  const deed = officerDeed(change, actor.id, command)
  if (command.withoutChannel && !deed) note(change, 'withoutChannel')
  return finish(record, change, command, deed)
}

function finish(before: SignalRecord, change: Change, command: Command, deed: Deed): Decided {
  if (deed && 'refused' in deed) return deed
  if (deed?.ended === 'destroyed') return { done: 'ended', tombstone: destroyedOf(change) }
  if (deed) return { done: 'ended', tombstone: bury(change), counted: deed.ended }
  if (isTooBig(before, change.record, command.actor)) return { refused: 'tooMuch' }
  // Looking twice does no harm; remembered, it would push out what must not be done twice.
  // A reminder is never given twice: the record says which were.
  const again = command.do === 'view' || command.do === 'shown' || command.do === 'remind'
  if (!again) remember(change, command.id)
  return { done: 'changed', record: withoutMoments(change.record, change.setting.municipality) }
}

/** What remains of a sparren that was enough: the card to mend, and nothing of what was asked (A007). */
function bury({ record, setting, actor }: Change): Tombstone {
  // Who chose it in the chat has the answer there; who chose it with the officer, by phone, is told.
  const told = actor.role === 'officer' && record.vaultKey !== undefined
  const ended = { kind: 'tellReporter', message: { about: 'consultationEnded', choice: 'enough' } } as const
  // Whoever chose it with the code was shown it: by then the send was over.
  const mayBreakOff = record.degree === 'anonymous' && actor.role === 'officer'
  // A doorbell that another instance is ringing now: only when it says where it stands can it be mended.
  const ringing = record.effects.find((e) => e.kind === 'doorbell' && e.lease && !e.deadLetter)
  return {
    ...remainsOf(record),
    parts: partsSent(record),
    ...(mayBreakOff ? { until: heldUntil(setting.now) } : {}),
    effects: [
      effect({ kind: 'doorbell' }, setting),
      ...(told ? [effect(ended, setting)] : []),
      ...(ringing ? [ringing] : []),
    ],
  }
}

/**
 * A report becomes a signal. Nothing refuses it: no proof, no length, no form (A003, A012, A060).
 * The officer on duty is accountable from here on (A104). Danger or a minor raises the urgency, doubt never lowers
 * it (C2).
 */
export function receive(report: Command & Report, setting: Setting): SignalRecord {
  const { municipality } = setting
  const { accountable, behind } = onDuty(municipality, dayOf(setting.now, municipality))
  const acute = report.danger !== undefined && report.danger.takenBackAt === undefined
  const minor = report.form?.minor ?? 'unknown'
  // Danger that was taken back may have been taken back under somebody's eyes: it is looked at today (C2).
  const pressing = minor === 'yes' || report.danger !== undefined
  const urgency = acute ? 'acute' : pressing ? higher(report.urgency, 'high') : report.urgency
  const change: Change = {
    setting,
    actor: { role: 'reporter' },
    record: {
      schema: 1,
      municipality: report.municipality,
      id: report.signal,
      reference: report.reference,
      revision: 1,
      kind: report.kind,
      fromConsultation: report.kind === 'consultation',
      state: 'received',
      receivedAt: setting.now,
      language: report.language,
      degree: report.degree,
      ...(report.vaultKey && report.degree !== 'anonymous' ? { vaultKey: report.vaultKey } : {}),
      ...(report.code && report.degree === 'anonymous' ? { code: { id: report.code, waiting: [] } } : {}),
      certainty: report.certainty,
      urgency,
      ...(report.danger ? { danger: report.danger } : {}),
      minor,
      story: report.story,
      ...(report.form ? { form: report.form } : {}),
      attachmentsRefused: report.attachmentsRefused,
      accountable: accountable.id,
      notes: [],
      calls: [],
      questions: [],
      advices: [],
      decisions: [],
      routes: [],
      feedback: [],
      reveals: [],
      due: clocks(
        report.kind === 'consultation' && urgency === 'normal' ? 'soft' : urgency,
        setting.now,
        municipality,
      ),
      alarms: report.alarms,
      effects: [],
      audit: [],
      taken: [],
    },
  }
  note(change, 'report')
  noteNobody(change)
  if (change.record.vaultKey) {
    const replaces = report.replaces === undefined ? {} : { replaces: report.replaces }
    tell(change, { about: 'received', ...replaces })
  } else tell(change, { about: 'received' })
  cause(change, { kind: 'doorbell' })
  // Whoever was alarmed while it was a draft needs no second alarm; a danger that the person chose here does.
  const state = acute ? 'sent' : 'takenBack'
  for (const posted of report.alarms) cause(change, { kind: 'mendAlarm', posted, state })
  if (urgency === 'acute') {
    const nobodyYet = report.alarms.length === 0 ? alarmed(accountable.id, behind[0]?.id) : []
    for (const to of report.unrung ?? nobodyYet) cause(change, { kind: 'alarm', to })
  }
  remember(change, report.id)
  return withoutMoments(change.record, municipality)
}
