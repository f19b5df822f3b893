/** What was typed in a form of the settings, read as a change; or which field cannot be read, and why. Pure. */
import type { SettingsFields, SettingsKind } from '../../../cards/settingsActions.ts'
import type { SettingsFieldName } from '../../../cards/texts/settingsFields.ts'
import { type Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { Change } from '../../../services/municipality/settings/change.ts'
import { SentenceKey } from '../../../services/municipality/settings/sentences.ts'
import { OtherSystem } from '../../../services/municipality/sources.ts'
import { ReminderTerms, RetentionTerms, UrgencyTerms } from '../../../services/municipality/terms.ts'
import { type Day, impossible, OfficerId, PartnerId } from '../../../services/words.ts'
import { readPartner } from './readPartner.ts'
import { Odd, Typed, type Wrong } from './typed.ts'

function spanOf(typed: Typed, today: Day): { from: Day; until: Day } {
  const from = typed.day('from')
  const until = typed.day('until')
  if (until < from) throw new Odd('until', 'order')
  if (until < today) throw new Odd('until', 'past')
  return { from, until }
}

/** The terms of these names, as numbers; the first that its schema refuses is named. */
function termsOf<N extends SettingsFieldName>(
  typed: Typed,
  names: readonly N[],
  fits: (name: N, value: number) => boolean,
) {
  return Object.fromEntries(
    names.map((name) => {
      const value = typed.number(name)
      if (!fits(name, value)) throw new Odd(name, 'between')
      return [name, value]
    }),
  )
}

type At = { municipality: Municipality; today: Day }

function personOf(typed: Typed, item: string | undefined, { municipality }: At): Change {
  const known = municipality.officers.find(({ id }) => id === item)
  if (item !== undefined && !known) throw new Odd('officer', 'unknown')
  const id = known?.id ?? typed.officer('id')
  if (!known && municipality.officers.some((each) => each.id === id)) throw new Odd('id', 'twice')
  const role = Officer.shape.role.safeParse(typed.line('role'))
  if (!role.success) throw new Odd('role', 'choice')
  const phone = typed.phone('phone')
  if (!phone) throw new Odd('phone', 'missing')
  const photo = known?.photo ? { photo: known.photo } : {}
  const person = {
    id,
    name: typed.line('name'),
    role: role.data,
    title: typed.both('title'),
    phone,
    ...photo,
  }
  return { what: 'person', person }
}

function listsOf(typed: Typed): Change {
  const leads = typed.lines('leads')
  if (leads.length === 0) throw new Odd('leads', 'missing')
  if (leads.some((lead) => lead.length > 120)) throw new Odd('leads', 'long')
  const otherSystems = typed.lines('otherSystems').map((line) => {
    const [id = '', nl = '', en = '', ...more] = line.split(';').map((part) => part.trim())
    const system = OtherSystem.safeParse({ id, name: { nl, en: en || nl } })
    if (!system.success || more.length > 0) throw new Odd('otherSystems', 'line')
    return system.data
  })
  if (new Set(otherSystems.map(({ id }) => id)).size !== otherSystems.length)
    throw new Odd('otherSystems', 'twice')
  return { what: 'lists', leads, otherSystems }
}

const partnerIn = ({ municipality }: At, item: string | undefined): PartnerId => {
  const partner = municipality.partners.find(({ id }) => id === item)
  if (!partner) throw new Odd('partners', 'unknown')
  return PartnerId.parse(partner.id)
}

function changeIn(kind: SettingsKind, item: string | undefined, typed: Typed, at: At): Change {
  const { municipality, today } = at
  const officerIn = (id: OfficerId, name: SettingsFieldName): OfficerId => {
    if (!municipality.officers.some((each) => each.id === id)) throw new Odd(name, 'unknown')
    return id
  }
  const about = (): OfficerId => {
    const id = OfficerId.safeParse(item)
    if (!id.success) throw new Odd('officer', 'unknown')
    return officerIn(id.data, 'officer')
  }
  switch (kind) {
    case 'away': {
      const officer = item === undefined ? officerIn(typed.officer('officer'), 'officer') : about()
      const stands =
        typed.maybe('stands') === undefined ? undefined : officerIn(typed.officer('stands'), 'stands')
      if (stands === officer) throw new Odd('stands', 'onLeave')
      return { what: 'away', officer, ...spanOf(typed, today), ...(stands ? { stands } : {}) }
    }
    case 'back':
      return { what: 'back', officer: about(), from: today }
    case 'turn':
      return {
        what: 'turn',
        officer: officerIn(typed.officer('officer'), 'officer'),
        ...spanOf(typed, today),
      }
    case 'noTurn': {
      const [officer, from, until] = (item ?? '').split('|')
      const turn = municipality.rota.find(
        (t) => t.officer === officer && t.from === from && t.until === until,
      )
      if (!turn) throw new Odd('rota', 'unknown')
      return { what: 'noTurn', ...turn }
    }
    case 'person':
      return personOf(typed, item, at)
    case 'noPerson':
      return { what: 'noPerson', officer: about() }
    case 'numbers': {
      const phone = typed.phone('phone')
      if (!phone) throw new Odd('phone', 'missing')
      const onCall = typed.phone('onCall')
      const mailbox = typed.mail('mailbox')
      const officeHours = { from: typed.number('officeFrom'), until: typed.number('officeUntil') }
      if (officeHours.from > 23) throw new Odd('officeFrom', 'between')
      if (officeHours.until > 24) throw new Odd('officeUntil', 'between')
      if (officeHours.until <= officeHours.from) throw new Odd('officeUntil', 'order')
      return {
        what: 'numbers',
        phone,
        officeHours,
        ...(onCall ? { onCall } : {}),
        ...(mailbox ? { mailbox } : {}),
      }
    }
    case 'partner':
      return { what: 'partner', partner: readPartner(typed, item, at) }
    case 'endPartner':
      return { what: 'endPartner', partner: partnerIn(at, item), on: today }
    case 'usePartner':
      return { what: 'usePartner', partner: partnerIn(at, item) }
    case 'verified':
      return { what: 'verified', partner: partnerIn(at, item), on: today }
    case 'lists':
      return listsOf(typed)
    case 'terms': {
      const answerAfterWorkingDays = typed.number('answerAfterWorkingDays')
      if (answerAfterWorkingDays < 1 || answerAfterWorkingDays > 60)
        throw new Odd('answerAfterWorkingDays', 'between')
      const urgency = UrgencyTerms.parse(
        termsOf(
          typed,
          UrgencyTerms.keyof().options,
          (name, value) => UrgencyTerms.shape[name].safeParse(value).success,
        ),
      )
      const reminders = ReminderTerms.parse(
        termsOf(
          typed,
          ReminderTerms.keyof().options,
          (name, value) => ReminderTerms.shape[name].safeParse(value).success,
        ),
      )
      return { what: 'terms', answerAfterWorkingDays, urgency, reminders }
    }
    case 'retention': {
      const names = RetentionTerms.keyof().options
      const fits = (name: (typeof names)[number], value: number) =>
        RetentionTerms.shape[name].safeParse(value).success
      return { what: 'retention', retention: RetentionTerms.parse(termsOf(typed, names, fits)) }
    }
    case 'sentence': {
      const key = SentenceKey.safeParse(item)
      if (!key.success) throw new Odd('sentences', 'unknown')
      const [nl = '', en = nl] = [typed.maybe('nl'), typed.maybe('en')]
      if (nl === '' && en !== '') throw new Odd('nl', 'missing')
      if (nl.length > 400) throw new Odd('nl', 'long')
      if (en.length > 400) throw new Odd('en', 'long')
      return { what: 'sentence', key: key.data, nl, en }
    }
    default:
      return impossible(kind)
  }
}

/** The change that was asked, or the field that is wrong. */
export function readChange(
  kind: SettingsKind,
  item: string | undefined,
  fields: SettingsFields,
  at: At,
): { change: Change } | Wrong {
  try {
    return { change: changeIn(kind, item, new Typed(fields), at) }
  } catch (error) {
    if (error instanceof Odd) return error.at
    throw error
  }
}
