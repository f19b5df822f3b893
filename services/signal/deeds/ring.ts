/**
 * A signal that became urgent reaches a person at once, at any hour: a card that is only mended where it stands notifies
 * nobody. Whoever made it so knows already, and is not rung. Where one of them cannot be reached, their stand-in is (C2,
 * I.3, I.7).
 */
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { type Change, cause, tellOfficer } from '../change.ts'
import type { OfficerNotice } from '../notices.ts'
import { pairOnDuty } from '../reading/ringing.ts'
import { alarmed } from '../reading/urgency.ts'
import type { Urgency } from '../words.ts'

/** Rings for an urgency that was just raised to this. `by`: the officer who raised it, where it was one. */
export function ringRaised(change: Change, urgency: Urgency, by?: OfficerId): void {
  const { record, setting } = change
  const [first, second] = pairOnDuty(setting.municipality, dayOf(setting.now, setting.municipality))
  if (!first) return
  const holder = record.takenBy ?? record.accountable
  if (urgency === 'acute') {
    for (const to of new Set([...alarmed(first.id, second?.id), holder]))
      if (to !== by) cause(change, { kind: 'alarm', to, raised: true })
  } else if (urgency === 'high') {
    for (const officer of new Set([holder, first.id]))
      if (officer !== by) cause(change, { kind: 'tellOfficer', officer, notice: 'high' })
  }
}

/** Somebody may be in danger and cannot call 112: then another has to, at once. */
export const ringCannotCall = (change: Change): void => ringEveryOfficer(change, 'cannotCall112')

/** Whoever has it, and whoever is on duty, in their own chats. */
export function ringEveryOfficer(change: Change, notice: OfficerNotice): void {
  const { record, setting } = change
  const duty = pairOnDuty(setting.municipality, dayOf(setting.now, setting.municipality)).map(({ id }) => id)
  for (const officer of new Set([record.takenBy ?? record.accountable, ...duty]))
    tellOfficer(change, officer, notice)
}
