/** What can be seen coming in the settings: who reads in the days ahead, and which partner was not looked at for a year. */
import { type Day, OfficerId } from '../../words.ts'
import { type Municipality, onDuty } from '../municipality.ts'
import type { Partner } from '../partner.ts'
import { dayAfter } from './change.ts'

/** Days that are shown ahead. */
export const DAYS_AHEAD = 28

/** `planned`: the rota names somebody who is there. Else whoever is next in line reads. */
export type Reads = { from: Day; until: Day; officer: OfficerId; planned: boolean }

/** Who reads from today on, as spans of days on which it is the same. */
export function readersAhead(municipality: Municipality, today: Day, count = DAYS_AHEAD): Reads[] {
  const { point: _now, ...it } = municipality
  const found: Reads[] = []
  let day = today
  for (let each = 0; each < count; each += 1, day = dayAfter(day)) {
    const officer = OfficerId.parse(onDuty(it, day).accountable.id)
    const turn = it.rota.find(({ from, until }) => from <= day && day <= until)
    const isOfficer = it.officers.some(({ id, role }) => id === officer && role === 'officer')
    // The officer reads without a turn: a day on which somebody else does so is one that nobody planned.
    const planned = turn?.officer === officer || (turn === undefined && isOfficer)
    const last = found.at(-1)
    if (last && last.officer === officer && last.planned === planned) last.until = day
    else found.push({ from: day, until: day, officer, planned })
  }
  return found
}

/** Whether all of it is right was last looked at over a year ago (A113). */
export function isStale({ verified, ended }: Pick<Partner, 'verified' | 'ended'>, today: Day): boolean {
  const [year = 0, rest = ''] = [Number(today.slice(0, 4)), today.slice(4)]
  return ended === undefined && verified < `${year - 1}${rest}`
}
