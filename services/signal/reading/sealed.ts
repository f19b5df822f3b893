/** Whose answers are sealed (I.14), and what may be said of them without opening one. Pure. */
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import type { PartnerKind } from '../../municipality/partner.ts'
import type { PartnerId } from '../../words.ts'
import type { Route } from '../route.ts'
import type { SixText } from '../sixQuestions.ts'

/** Police data (Wpg), the covenants of RIEC and the WGS, and secrecy of taxes (AWR 67): their law restricts further use. */
const RESTRICTED: ReadonlySet<PartnerKind> = new Set<PartnerKind>([
  'police',
  'avim',
  'borderPolice',
  'riec',
  'ikz',
  'taxAuthority',
])

/** Are the answers of this partner sealed? One whose kind is not said is as it always was. */
export function isRestricted(municipality: Pick<Municipality, 'partners'>, partner: PartnerId): boolean {
  const kind = municipality.partners.find(({ id }) => id === partner)?.kind
  return kind !== undefined && RESTRICTED.has(kind)
}

/** The same of a route: also where its partner is gone from the list since, for something sealed stays so. */
export const seals = (municipality: Municipality, route: Pick<Route, 'partner' | 'sealedAnswers'>): boolean =>
  isRestricted(municipality, route.partner) ||
  (partnerOf(municipality, route.partner) === undefined && (route.sealedAnswers ?? []).length > 0)

/** Which of the questions they answered in what is sealed: that they did, never what they said. */
export const sealedOn = ({ sealedAnswers = [] }: Pick<Route, 'sealedAnswers'>): ReadonlySet<SixText> =>
  new Set(sealedAnswers.flatMap(({ answers = [] }) => answers))

/** Does one of its routes hold an answer that is sealed? */
export const holdsSealed = ({ routes }: { routes: readonly Pick<Route, 'sealedAnswers'>[] }): boolean =>
  routes.some(({ sealedAnswers = [] }) => sealedAnswers.length > 0)
