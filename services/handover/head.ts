/** To whom a hand-over is, and from whom: the officer, on behalf of the municipality, and never the reporter (C6, A098). */
import { officerOf } from '../municipality/municipality.ts'
import type { Language } from '../words.ts'
import type { About } from './about.ts'
import { knowsMotive, type Profile } from './profile.ts'
import { textsOf } from './texts.ts'

/** Who answers for it towards the partner. */
export function senderOf({
  municipality,
  officer,
  records,
}: Pick<About, 'municipality' | 'officer' | 'records'>) {
  const [{ takenBy, accountable }] = records
  const someone = [officer, takenBy, accountable].flatMap(
    (id) => (id && officerOf(municipality, id)) || [],
  )[0]
  return someone ?? municipality.officers[0]
}

/** The first lines. A partner that must not learn why it is asked does not read what the officer is for either. */
export function headOf(about: About, profile: Profile, language: Language): string {
  const t = textsOf(language)
  const { municipality, partner, contact, records } = about
  const sender = senderOf(about)
  const who = contact && [contact.name, contact.role].filter(Boolean).join(', ')
  const from = !sender
    ? t.fromPlain(municipality.name, municipality.name, municipality.phone)
    : knowsMotive(profile)
      ? t.from(municipality.name, sender.name, sender.title[language], sender.phone)
      : t.fromPlain(municipality.name, sender.name, sender.phone)
  return [
    ...(partner ? [t.to(partner.name[language], who)] : []),
    from,
    t.onBehalf[municipality.reportsOutsideAs](municipality.name),
    t.reference(records[0].reference),
  ].join('\n')
}
