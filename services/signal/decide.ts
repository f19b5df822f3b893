/**
 * The heart: what a command does to a signal. Pure: record, command and setting in; a changed record, its end, or
 * a refusal out. No clock, no I/O, no randomness of its own.
 */

import { inStep } from '../facts/inStep.ts'
import { onDuty } from '../municipality/municipality.ts'
import { clocks, dayOf } from '../municipality/workingTime.ts'
import { impossible, type OfficerId } from '../words.ts'
import { type Change, cause, effect, note, type RuleResult, remember, type Setting, tell } from './change.ts'
import type { Command, Refusal, Report } from './command.ts'
import { causeAlong } from './deeds/along.ts'
import { doOfOfficer } from './deeds/definitions.ts'
import { causeLookUp } from './deeds/known.ts'
import { hinders, isOfOfficer, isOfReporter, isOwn } from './deeds/may.ts'
import { followOutside } from './deeds/outside.ts'
import { doOwn } from './deeds/ownDefinitions.ts'
import { doOfReporter } from './deeds/reporterDefinitions.ts'
import { ringRaised } from './deeds/ring.ts'
import { noteNobody } from './deeds/standIn.ts'
import { withoutMoments } from './reading/anonymousTimes.ts'
import { isTooBig } from './reading/size.ts'
import { alarmed, higher } from './reading/urgency.ts'
import type { SignalRecord, Tombstone } from './record.ts'
import { destroyedOf } from './rights/destroy.ts'
import { remainsOf } from './tombstone.ts'

export type Decided =
  | { done: 'changed'; record: SignalRecord }
  /** The record goes; the tombstone mends the doorbell and then goes too. `counted`: what the count learns. */
  | { done: 'ended'; tombstone: Tombstone; counted?: 'enough' }
  | Refusal

/**
 * Decides one command on an existing signal: who may is asked first (`may.ts`), then its rule decides.
 * @returns the changed record with a higher revision and its effects, the end of a consultation, or a refusal.
 */
export function decide(record: SignalRecord, command: Command, setting: Setting): Decided {
  if (record.taken.includes(command.id)) return { refused: 'already' }
  if (command.do === 'report') return { refused: 'already' }
  const hindered = hinders(record, command, setting)
  if (hindered) return hindered
  const change: Change = { record, setting, actor: command.actor }
  return finish(record, change, command, ruled(change, command))
}

/** What its rule makes of a command that is for this person and this signal. */
function ruled(change: Change, command: Exclude<Command, { do: 'report' }>): RuleResult {
  if (isOfOfficer(command)) {
    const { actor } = command
    if (actor.role !== 'officer') return { refused: 'notAllowed' }
    const did = doOfOfficer(change, actor.id, command)
    if (command.withoutChannel && !('refused' in did) && did.did !== 'ended') note(change, 'withoutChannel')
    return did
  }
  if (isOfReporter(command)) {
    // A reporter who writes is there.
    const { reporterLeft, ...there } = change.record
    if (reporterLeft) change.record = there
    return doOfReporter(change, command)
  }
  if (isOwn(command)) return doOwn(change, command)
  return impossible(command)
}

/** What a rule did, as it is to be saved: with its command remembered, and not too big. */
export function finish(before: SignalRecord, change: Change, command: Command, did: RuleResult): Decided {
  if ('refused' in did) return did
  if (did.did === 'ended') {
    return did.how === 'destroyed'
      ? { done: 'ended', tombstone: destroyedOf(change) }
      : { done: 'ended', tombstone: bury(change), counted: did.how }
  }
  if (change.record === before)
    throw new Error(`The rule of ${command.do} says that it did something, and did not.`)
  const { municipality, now } = change.setting
  followOutside(change, before, command)
  causeAlong(change, before)
  change.record = inStep(before, change.record, municipality, now)
  causeLookUp(change, before)
  if (isTooBig(before, change.record, command.actor)) return { refused: 'tooMuch' }
  if (did.did === 'changed') remember(change, command.id)
  return { done: 'changed', record: withoutMoments(change.record, change.setting.municipality) }
}

/** What remains of a consultation that was enough: the card to mend, and nothing of what was asked (A007). */
function bury({ record, setting, actor }: Change): Tombstone {
  // A reporter who chose it in the chat has the answer there; one who chose it with the officer, by phone, is told.
  const told = actor.role === 'officer' && record.vaultKey !== undefined
  const ended = { kind: 'tellReporter', message: { about: 'consultationEnded', choice: 'enough' } } as const
  // A doorbell that another instance is ringing now: only when it says where it stands can it be mended.
  const ringing = record.effects.find((e) => e.kind === 'doorbell' && e.lease && !e.deadLetter)
  return {
    ...remainsOf(record),
    effects: [
      effect({ kind: 'doorbell' }, setting),
      ...(told ? [effect(ended, setting)] : []),
      ...(ringing ? [ringing] : []),
    ],
  }
}

/** The trail says who wrote it down: the reporter is somebody else. */
function noteEntered(change: Change, by: OfficerId): void {
  const entering: Change = { ...change, actor: { role: 'officer', id: by } }
  note(entering, 'enter')
  change.record = entering.record
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
      ...(report.writtenIn ? { writtenIn: report.writtenIn } : {}),
      degree: report.degree,
      ...(report.vaultKey && report.degree !== 'anonymous' ? { vaultKey: report.vaultKey } : {}),
      ...(report.entered ? { entered: report.entered } : {}),
      ...(report.callerKey && report.degree === 'confidential' ? { callerKey: report.callerKey } : {}),
      ...(report.sentFrom && report.degree === 'confidential' ? { sentFrom: report.sentFrom } : {}),
      ...(report.code && report.degree === 'anonymous' ? { code: { id: report.code, waiting: [] } } : {}),
      certainty: report.certainty,
      urgency,
      ...(report.danger ? { danger: report.danger } : {}),
      minor,
      story: report.story,
      ...(report.form ? { form: report.form } : {}),
      attachmentsRefused: report.attachmentsRefused,
      ...(report.attachments?.length ? { attachments: report.attachments } : {}),
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
  if (report.entered) noteEntered(change, report.entered.by)
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
    const wroteAt = report.danger ? { wroteAt: report.danger.at } : {}
    for (const to of report.unrung ?? nobodyYet) cause(change, { kind: 'alarm', to, ...wroteAt })
  }
  // The doorbell is for everybody in the channel; what has haste is told to a person. Where danger was taken back those on
  // duty were rung already, and their card says so.
  if (urgency === 'high' && report.alarms.length === 0) ringRaised(change, urgency)
  remember(change, report.id)
  change.record = inStep(undefined, change.record, municipality, setting.now)
  causeLookUp(change, undefined)
  return withoutMoments(change.record, municipality)
}
