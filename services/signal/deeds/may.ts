/**
 * May this person do this with this signal, now? The one place where that is decided, by the definition of the deed (B1).
 * What a card says is never believed.
 */
import { type Municipality, mayAct } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import { type Instant, impossible, type OfficerId } from '../../words.ts'
import type { Command, Refusal } from '../command.ts'
import { hasName, mayLearnName } from '../reading/standing.ts'
import type { SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import type { OfficerDeed, ReporterDeed } from './data.ts'
import { OFFICER_DEEDS } from './definitions.ts'
import { OWN_DEEDS, type OwnDeed } from './ownDefinitions.ts'
import { isCalledIn } from './remind.ts'
import { REPORTER_DEEDS } from './reporterDefinitions.ts'

type Moment = { municipality: Municipality; now: Instant }

/** Whose deeds a command is one of. */
export const isOfOfficer = (command: Command): command is Extract<Command, OfficerDeed> =>
  Object.hasOwn(OFFICER_DEEDS, command.do)
export const isOfReporter = (command: Command): command is Extract<Command, ReporterDeed> =>
  Object.hasOwn(REPORTER_DEEDS, command.do)
export const isOwn = (command: Command): command is Extract<Command, OwnDeed> =>
  Object.hasOwn(OWN_DEEDS, command.do)

/** May this officer act on this signal now, by role, rota and who has it; or as one who was called in for it? */
export function mayActOn(record: SignalRecord, officer: OfficerId, it: Moment): boolean {
  const today = dayOf(it.now, it.municipality)
  return (
    mayAct(it.municipality, officer, today, record.takenBy, record.urgency === 'acute') ||
    isCalledIn(record, officer, it)
  )
}

/** May this officer act on the whole reporting point now: its lists, its searches, its ends? */
export const mayActOnAll = (officer: OfficerId, { municipality, now }: Moment): boolean =>
  mayAct(municipality, officer, dayOf(now, municipality), undefined)

function hindersPerson(
  record: SignalRecord,
  officer: OfficerId,
  may: (typeof OFFICER_DEEDS)['view']['may'],
  it: Moment,
): Refusal | undefined {
  if (!mayActOn(record, officer, it)) return { refused: 'notAllowed' }
  switch (may) {
    case 'onCase':
      return undefined
    case 'onDuty':
      return mayActOnAll(officer, it) ? undefined : { refused: 'notAllowed' }
    case 'name':
      if (!hasName(record)) return { refused: 'notAllowed' }
      return mayLearnName(officer, it) ? undefined : { refused: 'nameOffDuty' }
    default:
      return impossible(may)
  }
}

/** Why this command is not for this person, or not for this signal as it stands; undefined: its rule decides. */
export function hinders(record: SignalRecord, command: Command, it: Moment): Refusal | undefined {
  const { actor } = command
  if (isOfReporter(command)) {
    if (actor.role !== 'reporter') return { refused: 'notAllowed' }
    const { afterClosing } = REPORTER_DEEDS[command.do]
    return record.state === 'closed' && afterClosing === 'refused' ? { refused: 'closed' } : undefined
  }
  if (isOwn(command)) return actor.role === 'system' ? undefined : { refused: 'notAllowed' }
  if (!isOfOfficer(command) || actor.role !== 'officer') return { refused: 'notAllowed' }
  const { may, olderCard, whileFrozen, afterClosing } = OFFICER_DEEDS[command.do]
  const person = hindersPerson(record, actor.id, may, it)
  if (person) return person
  if (isFrozen(record) && whileFrozen === 'refused') return { refused: 'frozen' }
  if (record.state === 'closed') {
    const accepted = typeof afterClosing === 'function' ? afterClosing(record) : afterClosing === 'accepted'
    if (!accepted) return { refused: 'closed' }
  }
  const older = command.seen !== undefined && command.seen < record.revision
  return older && olderCard === 'stale' ? { refused: 'stale' } : undefined
}
