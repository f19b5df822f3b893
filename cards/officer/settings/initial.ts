/** What stands in each form of the settings before anything is typed: as it is now, or what is proposed. */
import type { Municipality, Partner } from '../../../services/municipality/municipality.ts'
import { isThere, onDuty } from '../../../services/municipality/municipality.ts'
import { USUAL_SOURCES } from '../../../services/municipality/sources.ts'
import { USUAL_REMINDERS, USUAL_TERMS, USUAL_URGENCY } from '../../../services/municipality/terms.ts'
import { type Day, impossible, type OfficerId } from '../../../services/words.ts'
import type { SettingsFields, SettingsKind } from '../../settingsActions.ts'

type At = { municipality: Municipality; today: Day; viewer: OfficerId }

/** Who stands in for somebody: the next in line who is there today. */
function standInFor({ municipality, today }: At, away: string): string {
  const { accountable, behind } = onDuty(municipality, today)
  if (accountable.id !== away) return ''
  return behind.find(({ id }) => id !== away && isThere(municipality, id, today))?.id ?? ''
}

const numbers = (of: Readonly<Record<string, number>>): SettingsFields =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value)]))

/** One contact as a line of the form. */
export const contactLine = ({
  name,
  role,
  phone,
  mail,
  hours,
}: NonNullable<Partner['contacts']>[number]): string =>
  [name, role, phone, mail, hours]
    .map((each) => each ?? '')
    .join('; ')
    .replace(/(?:; ?){1,4}$/, '')

function ofPartner(partner: Partner | undefined, today: Day): SettingsFields {
  if (!partner) return { verified: today, inside: 'no', track: 'care' }
  const { ways = [], contacts = [], head, basis } = partner
  const fields: [string, string][] = ways.map((way): [string, string] => {
    switch (way.by) {
      case 'telephone':
        return ['wayPhone', way.phone]
      case 'portal':
        return ['wayPortal', way.url]
      case 'secureMail':
        return ['waySecure', way.mail]
      case 'mail':
        return ['wayMail', way.mail]
      default:
        return impossible(way)
    }
  })
  return {
    id: partner.id,
    name: partner.name.nl,
    nameEn: partner.name.en,
    ...(partner.kind ? { kind: partner.kind } : {}),
    track: partner.track,
    inside: partner.inside ? 'yes' : 'no',
    way: partner.way.nl,
    wayEn: partner.way.en,
    ...Object.fromEntries(fields),
    ...(ways[0] ? { wayFirst: ways[0].by } : {}),
    contacts: contacts.map(contactLine).join('\n'),
    head: head ? contactLine(head) : '',
    basis: basis?.nl ?? '',
    basisEn: basis?.en ?? '',
    verified: partner.verified,
  }
}

/** The fields of a form, by name. `item`: whom or what it is about. */
export function initialFields(kind: SettingsKind, item: string | undefined, at: At): SettingsFields {
  const { municipality: m, today } = at
  switch (kind) {
    case 'away':
      return { officer: item ?? '', from: today, until: today, stands: item ? standInFor(at, item) : '' }
    case 'turn':
      return { from: today, until: today }
    case 'person': {
      const person = m.officers.find(({ id }) => id === item)
      if (!person) return { role: 'deputy' }
      const { id, name, role, title, phone } = person
      return { id, name, role, title: title.nl, titleEn: title.en, phone }
    }
    case 'numbers':
      return {
        phone: m.phone,
        onCall: m.onCall ?? '',
        mailbox: m.mailbox ?? '',
        officeFrom: String(m.officeHours.from),
        officeUntil: String(m.officeHours.until),
      }
    case 'partner':
      return ofPartner(
        m.partners.find(({ id }) => id === item),
        today,
      )
    case 'lists':
      return {
        leads: m.leads.join('\n'),
        otherSystems: (m.otherSystems ?? USUAL_SOURCES)
          .map(({ id, name }) => `${id}; ${name.nl}; ${name.en}`)
          .join('\n'),
      }
    case 'terms':
      return {
        answerAfterWorkingDays: String(m.answerAfterWorkingDays),
        ...numbers(m.urgency ?? USUAL_URGENCY),
        ...numbers(m.reminders ?? USUAL_REMINDERS),
      }
    case 'retention':
      return numbers(m.retention ?? USUAL_TERMS)
    case 'sentence': {
      const own = Object.entries(m.sentences ?? {}).find(([key]) => key === item)?.[1]
      return { nl: own?.nl ?? '', en: own?.en ?? '' }
    }
    case 'back':
    case 'noTurn':
    case 'noPerson':
    case 'endPartner':
    case 'usePartner':
    case 'verified':
      return {}
    default:
      return impossible(kind)
  }
}
