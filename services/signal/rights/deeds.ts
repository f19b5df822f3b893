/**
 * The rights of the people in a signal, as deeds of an officer: freeze (AVG 18), correct (16) and tell everybody who had
 * it (19), erase before the term (17); and at the end of the term: keep longer with a reason, or destroy (section E).
 */

import { dayOf, daysBetween } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { type Change, type Deed, note, set, visible } from '../change.ts'
import { stillToHear } from '../reading/feedback.ts'
import { untold } from '../reading/recipients.ts'
import { standingOf, termOf } from '../reading/retentionTerm.ts'
import { RIGHTS_DEEDS, type RightsDeed } from './command.ts'
import { freezeOf, isFrozen } from './freeze.ts'
import { correctable } from './passages.ts'
import type { Telling } from './types.ts'

const NAMES: ReadonlySet<string> = new Set(RIGHTS_DEEDS)
export const isRightsDeed = (deed: { do: string }): deed is RightsDeed => NAMES.has(deed.do)

const blank = (text: string): boolean => text.trim() === ''

/** A task for each partner that has it, once for each reason. */
function tellEveryRecipient(change: Change, why: Telling['why']): void {
  const { record, setting } = change
  const before = record.tellings ?? []
  const fresh = record.routes
    .filter((route) => route.handedOverAt !== undefined)
    .filter((route) => !before.some((t) => t.route === route.id && t.why === why && !t.told))
    .map((route) => ({ id: setting.newId(), at: setting.now, route: route.id, why }))
  if (fresh.length > 0) set(change, { tellings: [...before, ...fresh] })
}

/** Carries out one deed of an officer whose right to act has been checked. */
export function rightsDeed(change: Change, by: OfficerId, deed: RightsDeed & { id: string }): Deed {
  const { record, setting } = change
  const { now } = setting
  switch (deed.do) {
    case 'freeze': {
      if (isFrozen(record)) return { refused: 'already' }
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      const { listed: _off, ...retention } = record.retention ?? {}
      set(change, { freezes: [...(record.freezes ?? []), { at: now, by, reason: deed.reason }], retention })
      note(change, 'freeze')
      tellEveryRecipient(change, 'frozen')
      visible(change)
      return
    }
    case 'unfreeze': {
      const now_ = freezeOf(record)
      if (!now_) return { refused: 'already' }
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      const lifted = { at: now, by, reason: deed.reason }
      set(change, { freezes: record.freezes?.map((f) => (f === now_ ? { ...f, lifted } : f)) })
      note(change, 'unfreeze')
      tellEveryRecipient(change, 'unfrozen')
      visible(change)
      return
    }
    case 'correct': {
      if (!correctable(record).some(({ id }) => id === deed.passage)) {
        return { refused: 'needs', field: 'passage' }
      }
      if (blank(deed.text)) return { refused: 'needs', field: 'text' }
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      const { id, passage, text, reason } = deed
      set(change, {
        corrections: [...(record.corrections ?? []), { id, at: now, by, passage, text, reason }],
      })
      note(change, 'correct')
      tellEveryRecipient(change, 'corrected')
      visible(change)
      return
    }
    case 'told': {
      const telling = record.tellings?.find(({ id }) => id === deed.telling)
      if (!telling) return { refused: 'notNow' }
      if (telling.told) return { refused: 'already' }
      const told = { at: now, by }
      set(change, { tellings: record.tellings?.map((t) => (t === telling ? { ...t, told } : t)) })
      note(change, 'told')
      visible(change)
      return
    }
    case 'erase': {
      // Nothing is destroyed before it has been decided on.
      if (!termOf(record, setting.municipality)) {
        return { refused: record.kind === 'consultation' ? 'stillConsultation' : 'decideFirst' }
      }
      if (record.retention?.erase) return { refused: 'already' }
      if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
      const erase = { at: now, by, reason: deed.reason }
      set(change, { retention: { ...record.retention, erase, listed: now } })
      note(change, 'erase')
      tellEveryRecipient(change, 'erased')
      visible(change)
      return
    }
    case 'keepLonger':
      return keepLonger(change, by, deed)
    case 'destroy': {
      if (standingOf(record, setting.municipality, now) !== 'due') return { refused: 'notNow' }
      // A term that is over is listed, so that it is seen; but with the file the way to the reporter would go.
      if (untold(record).length > 0 || stillToHear(record)) return { refused: 'tellFirst' }
      return { ended: 'destroyed' }
    }
  }
}

/** Off the list, to another day that lies ahead and within the absolute limit (I.9). */
function keepLonger(change: Change, by: OfficerId, deed: Extract<RightsDeed, { do: 'keepLonger' }>): Deed {
  const { record, setting } = change
  const { municipality, now } = setting
  const term = termOf(record, municipality)
  if (!term || standingOf(record, municipality, now) !== 'due') return { refused: 'notNow' }
  if (blank(deed.reason)) return { refused: 'needs', field: 'reason' }
  if (!deed.until) return { refused: 'needs', field: 'until' }
  const today = dayOf(now, municipality)
  if (deed.until <= today || deed.until > term.most) {
    return { refused: 'dayOutOfRange', field: 'until', most: Math.max(0, daysBetween(today, term.most)) }
  }
  const { erase: _erase, listed: _listed, ...marks } = record.retention ?? {}
  const longer = [...(marks.longer ?? []), { at: now, by, until: deed.until, reason: deed.reason }]
  set(change, { retention: { ...marks, longer } })
  note(change, 'keepLonger')
  visible(change)
}
