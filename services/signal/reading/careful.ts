/** Partners with whom care is taken, by their kind (C3, A100). Pure. */
import type { Partner, PartnerKind } from '../../municipality/partner.ts'

/** Population register and supervision: a visit of theirs warns people (C3). */
const VISITS: ReadonlySet<PartnerKind> = new Set([
  'civilRegistry',
  'careSupervision',
  'permits',
  'socialInvestigation',
  'fireService',
])
/** To whom a possible victim's name goes with written consent only (A100). */
const CONSENT: ReadonlySet<PartnerKind> = new Set(['careCoordinator', 'comensha'])
/** Who gives advice without a name of anybody (A083, A088). */
const ADVISES: ReadonlySet<PartnerKind> = new Set([
  'safeHome',
  'riec',
  'comensha',
  'careCoordinator',
  'straatwaarden',
  'chainDirector',
  'fairwork',
])

/** May a visit of this one warn people: by its kind, or because it is administration of our own? */
export const mayWarn = ({ kind, track, inside }: Partner): boolean =>
  (kind !== undefined && VISITS.has(kind)) || (track === 'administrative' && inside)

/** Does a name of a possible victim go here with written consent only? */
export const wantsConsent = ({ kind }: Partner): boolean => kind !== undefined && CONSENT.has(kind)

/** Is this one asked for advice without personal data? */
export const givesAdvice = ({ kind, track }: Partner): boolean =>
  track === 'consult' || (kind !== undefined && ADVISES.has(kind))
