/** What an officer can do with a signal, up to and after its decision. Closing and deciding have their own files. */

import { mayReveal, officerOf, whyGone } from '../../municipality/municipality.ts'
import { clocks, dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { type Change, cause, type Deed, note, set, takeIfFree, tell, visible } from '../change.ts'
import type { Command, OfficerDeed } from '../command.ts'
import { isReachable } from '../reading/feedback.ts'
import { dueAt, higher } from '../reading/urgency.ts'
import { isRightsDeed, rightsDeed } from '../rights/deeds.ts'
import { close, feedBack } from './closing.ts'
import { chooseConsultation, isWeighty } from './consultation.ts'
import { decideOutcome, handOver, partnerAnswered } from './decision.ts'

const blank = (text: string): boolean => text.trim() === ''

/** Carries out one deed of an officer whose right to it has been checked. */
export function officerDeed(change: Change, by: OfficerId, deed: Command & OfficerDeed): Deed {
  if (isRightsDeed(deed)) return rightsDeed(change, by, deed)
  const { record, setting } = change
  const { now } = setting
  switch (deed.do) {
    case 'view':
      note(change, 'view')
      return
    case 'reveal': {
      // Only the first degree can be opened by a person, with a reason, recorded (I.1).
      if (record.degree !== 'confidential' || !record.vaultKey) return { refused: 'notAllowed' }
      const today = dayOf(now, setting.municipality)
      if (!mayReveal(setting.municipality, by, today)) return { refused: 'nameOffDuty' }
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      set(change, { reveals: [...record.reveals, { at: now, by, reason: deed.reason }] })
      note(change, 'reveal')
      return
    }
    case 'take': {
      if (record.takenBy === by) return { refused: 'already' }
      if (record.takenBy) return { refused: 'stale' }
      takeIfFree(change, by)
      tell(change, { about: 'taken' })
      visible(change)
      return
    }
    case 'handTo': {
      const to = officerOf(setting.municipality, deed.officer)
      if (!to || whyGone(setting.municipality, to.id)) return { refused: 'unknownOfficer', field: 'officer' }
      if (record.takenBy === to.id) return { refused: 'already' }
      const first = !record.takenBy
      set(change, { takenBy: to.id, accountable: to.id })
      note(change, 'handTo', record.state === 'received' ? 'inTriage' : undefined)
      if (to.id !== by) cause(change, { kind: 'tellOfficer', officer: to.id, notice: 'handedToYou' })
      if (first) tell(change, { about: 'taken' })
      visible(change)
      return
    }
    case 'note': {
      if (blank(deed.text)) return { refused: 'needs', field: 'text' }
      set(change, { notes: [...record.notes, { at: now, by, text: deed.text }] })
      note(change, 'note')
      visible(change)
      return
    }
    case 'ask': {
      if (blank(deed.text)) return { refused: 'needs', field: 'text' }
      if (!isReachable(record)) return { refused: 'unreachable' }
      takeIfFree(change, by)
      set(change, { questions: [...record.questions, { id: deed.id, at: now, by, text: deed.text }] })
      note(change, 'ask')
      tell(change, { about: 'question', question: deed.id })
      visible(change)
      return
    }
    case 'called': {
      set(change, { calls: [...record.calls, { at: now, by }] })
      takeIfFree(change, by)
      note(change, 'called')
      visible(change)
      return
    }
    case 'setUrgency': {
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      if (deed.urgency === record.urgency) return { refused: 'already' }
      set(change, {
        urgency: deed.urgency,
        urgencyReason: deed.reason,
        due: dueAt(record, deed.urgency, setting),
      })
      note(change, 'setUrgency')
      visible(change)
      return
    }
    case 'setMinor': {
      if (deed.minor === record.minor) return { refused: 'already' }
      set(change, { minor: deed.minor })
      // A minor is at least high (C2, A155); an officer can lower that, with a reason.
      if (deed.minor === 'yes' && higher(record.urgency, 'high') !== record.urgency) {
        set(change, { urgency: 'high', due: dueAt(record, 'high', setting) })
      }
      note(change, 'setMinor')
      visible(change)
      return
    }
    case 'decide':
      return decideOutcome(change, by, deed)
    case 'handOver':
      return handOver(change, by, deed.route)
    case 'partnerAnswered':
      return partnerAnswered(change, by, deed)
    case 'feedBack':
      return feedBack(change, by, deed)
    case 'advise': {
      if (record.kind !== 'consultation') return { refused: 'notNow' }
      if (blank(deed.text)) return { refused: 'needs', field: 'text' }
      if (!isReachable(record)) return { refused: 'unreachable' }
      takeIfFree(change, by)
      set(change, { advices: [...record.advices, { id: deed.id, at: now, by, text: deed.text }] })
      note(change, 'advise')
      tell(change, { about: 'advice', advice: deed.id })
      visible(change)
      return
    }
    case 'endConsultation': {
      if (record.kind !== 'consultation') return { refused: 'notNow' }
      takeIfFree(change, by)
      return chooseConsultation(change, deed.choice)
    }
    case 'keepAgainstWish': {
      // A007: against the wish only with acute danger or a minor, with a reason, and the reporter is told so.
      if (record.kind !== 'consultation') return { refused: 'notNow' }
      if (!isWeighty(record)) return { refused: 'notAllowed' }
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      takeIfFree(change, by)
      set(change, {
        kind: 'signal',
        keptReason: deed.reason,
        due: clocks(record.urgency, now, setting.municipality),
      })
      note(change, 'keepAgainstWish', 'inTriage')
      tell(change, { about: 'kept' })
      visible(change)
      return
    }
    case 'close':
      return close(change, by)
  }
}
