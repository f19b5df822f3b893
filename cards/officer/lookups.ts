/** Small things a card has to know: names by id, and how moments are said. */
import { DateTime } from 'luxon'
import { type Municipality, officerOf, partnerOf } from '../../services/municipality/municipality.ts'
import type { HelpOwner } from '../../services/signal/help.ts'
import type { Route } from '../../services/signal/route.ts'
import type { Kind } from '../../services/signal/words.ts'
import { Day, type Instant, impossible, type Language, type OfficerId } from '../../services/words.ts'
import { plain } from '../plain.ts'
import { texts } from '../texts/index.ts'
import { dayInWords, momentInWords } from '../when.ts'

/** The name of somebody of the reporting point, ready to be shown. */
export function nameOf(municipality: Municipality, id: OfficerId, language: Language): string {
  const officer = officerOf(municipality, id)
  return officer ? plain(officer.name) : texts(language).officer.words.somebodyGone
}

/** The name of an organisation, as it stands in the configuration. */
export function partnerName(municipality: Municipality, id: string, language: Language): string {
  return partnerOf(municipality, id)?.name[language] ?? texts(language).officer.words.partnerGone
}

/** The name of the organisation of a route: as it is configured now, else as it was called when it was planned. */
export function routeName(
  municipality: Municipality,
  { partner, name }: Pick<Route, 'partner' | 'name'>,
  language: Language,
): string {
  const now = partnerOf(municipality, partner)?.name ?? name
  return now?.[language] ?? texts(language).officer.words.partnerGone
}

/** Who sees to help, ready to be shown. */
export function ownerName(municipality: Municipality, owner: HelpOwner, language: Language): string {
  switch (owner.who) {
    case 'officer':
      return nameOf(municipality, owner.officer, language)
    case 'partner':
      return partnerName(municipality, owner.partner, language)
    case 'team':
      return plain(owner.team)
    default:
      return impossible(owner)
  }
}

/** The signal's name and kind: "S-2026-0001 · signaal". */
export function named(it: { reference: string; kind: Kind; language: Language }): string {
  const t = texts(it.language).officer
  return t.words.titleOf(it.reference, t.words.kinds[it.kind])
}

/** A way to say moments in one card. One of which the day only is kept stands at its beginning, and is said as a day. */
export function momentsIn(municipality: Municipality, language: Language): (at: Instant) => string {
  const { zone } = municipality
  return (at) => {
    const local = dayBegunAt(at, zone)
    return local ? dayInWords(local, language) : momentInWords(at, zone, language)
  }
}

/** The same moments stand in a dossier again and again, and the zone's calendar is slow to ask. */
const begun = new Map<string, Day | undefined>()
const MOST_BEGUN = 1_000

/** The day that begins at this moment there; nothing at any other moment. */
function dayBegunAt(at: Instant, zone: string): Day | undefined {
  const name = `${zone} ${at}`
  if (begun.has(name)) return begun.get(name)
  const local = DateTime.fromISO(at, { zone })
  const isDay = local.toMillis() === local.startOf('day').toMillis()
  const day = isDay ? Day.parse(local.toISODate()) : undefined
  if (begun.size >= MOST_BEGUN) begun.clear()
  begun.set(name, day)
  return day
}
