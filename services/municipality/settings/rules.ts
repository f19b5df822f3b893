/**
 * Who may change what of the settings: alone, or with somebody else who confirms it (docs/decisions/settings.md). Pure.
 * What counts is not which button was pressed but what comes of it: who could then learn who reported, and could not before.
 */
import type { Day, Instant, OfficerId } from '../../words.ts'
import { type Municipality, mayBeThere, type Officer, officerOf, onDuty } from '../municipality.ts'
import { addWorkingDays, dayOf } from '../workingTime.ts'
import { dayAfter } from './change.ts'
import { differences, fieldOf, isOfReaders } from './difference.ts'
import { type Settings, settingsOf } from './fields.ts'

/** Why it takes two. */
export type WhyTwo = 'newReader' | 'raised' | 'gains' | 'removed' | 'ofOther' | 'offDuty'

/** `about`: whom it gives more than they had; they never confirm it. */
export type Verdict = { may: 'alone' } | { may: 'two'; why: readonly WhyTwo[]; about: readonly OfficerId[] }

/** Who is nearer to the names, in the order in which they read (`onDuty`). */
const NEAR: Readonly<Record<Officer['role'], number>> = { officer: 2, deputy: 1, head: 0 }

/** What is configured, and nothing of what is known now: that somebody cannot be reached today is no right of another. */
const configured = ({ point: _known, ...it }: Municipality): Municipality => it

/** The days on which something can begin to be otherwise: in between it is as on the one before. */
function turningDays(all: readonly Municipality[], today: Day): Day[] {
  const spans = all.flatMap(({ rota, leave = [] }) => [...rota, ...leave])
  const days = spans.flatMap(({ from, until }) => [from, dayAfter(until)])
  return [...new Set([today, ...days.filter((day) => day > today)])].sort()
}

/** Who may learn who reported on that day, as it is configured (`mayReveal`). */
const revealsOn = (it: Municipality, id: OfficerId, day: Day): boolean =>
  officerOf(it, id)?.role === 'officer' || onDuty(it, day).accountable.id === id

/** Who could learn who reported on a day on which they could not before, and who answered on that day before. */
function gainsOf(before: Municipality, after: Municipality, today: Day) {
  return turningDays([before, after], today).flatMap((day) =>
    after.officers
      .filter(({ id }) => revealsOn(after, id, day) && !revealsOn(before, id, day))
      .map(({ id }) => ({ id, answered: onDuty(before, day).accountable.id })),
  )
}

/** Only that this person is away, or is back: their own leave, and their own turns that give way to it. */
function isOwnLeave(before: Settings, after: Settings, by: OfficerId): boolean {
  const own = (spans: Settings['rota'] = []) => spans.filter(({ officer }) => officer !== by)
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const others = differences({ ...before, rota: [], leave: [] }, { ...after, rota: [], leave: [] })
  const gained = after.rota.filter(
    (turn) => turn.officer === by && !before.rota.some((was) => covers(was, turn)),
  )
  return (
    others.length === 0 &&
    gained.length === 0 &&
    same(own(before.rota), own(after.rota)) &&
    same(own(before.leave), own(after.leave))
  )
}

const covers = (was: Settings['rota'][number], turn: Settings['rota'][number]): boolean =>
  was.officer === turn.officer && was.from <= turn.from && turn.until <= was.until

/** What the officers themselves say: who is new, raised, lowered, gone, or called otherwise by somebody else. */
function ofPeople(before: Municipality, after: Municipality, by: Officer) {
  const why = new Set<WhyTwo>()
  const about = new Set<OfficerId>()
  for (const person of after.officers) {
    const was = officerOf(before, person.id)
    if (!was) why.add('newReader')
    else if (NEAR[was.role] < NEAR[person.role]) why.add('raised')
    else if (NEAR[was.role] > NEAR[person.role] && person.id !== by.id && by.role !== 'officer')
      why.add('removed')
    else if (was.role === 'officer' && person.role !== 'officer' && person.id !== by.id) why.add('removed')
    else if (JSON.stringify(was) !== JSON.stringify(person) && person.id !== by.id && by.role !== 'officer')
      why.add('ofOther')
    if (!was || NEAR[was.role] < NEAR[person.role]) about.add(person.id)
  }
  for (const was of before.officers) {
    if (after.officers.some(({ id }) => id === was.id) || was.id === by.id) continue
    // The officer may let a deputy go; who watches over the officer, and the officer, go by two.
    if (was.role !== 'deputy' || by.role !== 'officer') why.add('removed')
  }
  return { why, about }
}

/**
 * May this person make this change alone? `before`: as it stands; `after`: as it would. Always alone: one's own leave.
 * Never alone: a new reader, or a raised role, whoever asks it; what lets oneself read names that one could not read
 * before; and taking away who watches over oneself. @throws Error when `by` is none of the officers
 */
export function verdictOf(before: Municipality, after: Municipality, by: OfficerId, today: Day): Verdict {
  const [was, will] = [configured(before), configured(after)]
  const actor = officerOf(was, by)
  if (!actor) throw new Error('Only somebody of the reporting point changes its settings.')
  const [old, fresh] = [settingsOf(was), settingsOf(will)]
  if (isOwnLeave(old, fresh, by)) return { may: 'alone' }
  const changed = differences(old, fresh)
  const { why, about } = ofPeople(was, will, actor)
  for (const { id, answered } of gainsOf(was, will, today)) {
    // The officer or the head chooses somebody to stand in, or whoever would have read then; never the one who gains.
    const mayChoose = actor.role === 'officer' || actor.role === 'head' || answered === by
    if (id !== by && mayChoose) continue
    why.add('gains')
    about.add(id)
  }
  const isOnDuty = actor.role === 'officer' || onDuty(was, today).accountable.id === by
  const ofSpans = changed.every((each) => fieldOf(each) === 'rota' || fieldOf(each) === 'leave')
  const onlySelf = changed.every(({ field }) => field.startsWith(`officers.${by}.`))
  if (!isOnDuty && !onlySelf && !(ofSpans && actor.role === 'head')) why.add('offDuty')
  return why.size === 0 ? { may: 'alone' } : { may: 'two', why: [...why], about: [...about] }
}

/** A proposal goes to the FG after so many working days. */
export const WAITS_WORKING_DAYS = 2

/** From this day on the FG is asked too. */
export const escalatesOn = (at: Instant, municipality: Municipality): Day =>
  addWorkingDays(dayOf(at, municipality), WAITS_WORKING_DAYS)

type Asked = { by: OfficerId; at: Instant; about: readonly OfficerId[] }

/**
 * May this person say yes or no to it? Another officer, deputy or head who can still be counted on, the integrity contact,
 * and the FG when nobody did for two working days. Never who proposed it, and never who gets more by it.
 */
export function mayConfirm(municipality: Municipality, asked: Asked, who: OfficerId, now: Instant): boolean {
  if (who === asked.by || asked.about.includes(who)) return false
  if (officerOf(municipality, who)) return mayBeThere(municipality, who)
  if (municipality.integrity.id === who) return true
  return municipality.dpo?.id === who && escalatesOn(asked.at, municipality) <= dayOf(now, municipality)
}

/** Everybody who may say yes or no to it now and can be written to in Teams. */
export function confirmersOf(municipality: Municipality, asked: Asked, now: Instant): OfficerId[] {
  const all = [...municipality.officers.map(({ id }) => id), municipality.integrity.id, municipality.dpo?.id]
  return all.filter((id): id is OfficerId => id !== undefined && mayConfirm(municipality, asked, id, now))
}

/** Who hears at once that who reads has changed: the officer, the head, the integrity contact, and whom it is about. */
export function hearersOf(
  before: Municipality,
  after: Municipality,
  by: OfficerId,
  changed: readonly { field: string; before?: unknown; after?: unknown }[],
): OfficerId[] {
  const ofReaders = changed.filter(isOfReaders)
  if (ofReaders.length === 0) return []
  const text = JSON.stringify(ofReaders)
  const people = [...before.officers, ...after.officers]
  const told = people.filter(({ id, role }) => role !== 'deputy' || text.includes(id)).map(({ id }) => id)
  const integrity = after.integrity.id
  return [...new Set([...told, ...(integrity ? [integrity] : [])])].filter((id) => id !== by)
}
