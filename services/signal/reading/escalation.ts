/** Who is called when it cannot wait (A057, C2), in which order and on which number. Pure. */
import { type Municipality, type Officer, onDuty } from '../../municipality/municipality.ts'
import type { Partner } from '../../municipality/partner.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Instant, OfficerId } from '../../words.ts'

/** A contact by its name in the record, with what to dial. */
export type EscalationContact =
  | { id: '112'; is: '112'; phone: '112' }
  | { id: string; is: 'police'; partner: Partner; phone: string | undefined }
  | { id: string; is: 'officer'; officer: Officer; phone: string }
  | { id: 'onCall'; is: 'onCall'; phone: string }

/** The police by their kind; where no kinds are configured, whoever outside is for enforcement and is called so. */
function policeOf({ partners }: Municipality): Partner[] {
  const kinds = partners.filter(({ kind }) => kind === 'police' || kind === 'avim')
  if (kinds.length > 0) return kinds
  return partners.filter(
    ({ kind, track, inside, name }) =>
      kind === undefined && track === 'enforcement' && !inside && /politie/i.test(name.nl),
  )
}

/** What to dial for a partner: its telephone, else that of the first contact. What stands in words is shown as it is. */
const phoneOf = ({ ways = [], contacts = [] }: Partner): string | undefined =>
  ways.flatMap((way) => (way.by === 'telephone' ? [way.phone] : []))[0] ??
  contacts.flatMap(({ phone }) => phone ?? [])[0]

/**
 * Everybody who is called, in this order: 112, the police, who is on duty and next in line, the head, and who can be called
 * outside office hours. `by`: whoever asks is not called.
 */
export function contactsOf(municipality: Municipality, now: Instant, by?: OfficerId): EscalationContact[] {
  const { accountable, behind } = onDuty(municipality, dayOf(now, municipality))
  const heads = municipality.officers.filter(({ role }) => role === 'head')
  const people = [...new Set([accountable, ...behind, ...heads])].filter(({ id }) => id !== by)
  return [
    { id: '112', is: '112', phone: '112' },
    ...policeOf(municipality).map(
      (partner): EscalationContact => ({
        id: `partner:${partner.id}`,
        is: 'police',
        partner,
        phone: phoneOf(partner),
      }),
    ),
    ...people.map(
      (officer): EscalationContact => ({
        id: `officer:${officer.id}`,
        is: 'officer',
        officer,
        phone: officer.phone,
      }),
    ),
    ...(municipality.onCall ? [{ id: 'onCall', is: 'onCall', phone: municipality.onCall } as const] : []),
  ]
}
