/** By which ways something can be given to a partner, the proposed one first (I.10). */
import type { Municipality } from '../municipality/municipality.ts'
import type { Partner, PartnerContact } from '../municipality/partner.ts'
import type { SentWay } from './sent.ts'

/** `to`: a number, a site or an address. `not`: it is configured and cannot be used, and why. */
export type OfferedWay = { by: SentWay; to?: string | undefined; not?: 'noMailbox' | undefined }

/** Of a partner without ways: what the words of its way say, in Dutch or English. */
const SAID: readonly (readonly [SentWay, RegExp])[] = [
  ['secureMail', /beveiligd[e]? mail|veilig mailen|veilige mail|zivver|zorgmail|secure mail|encrypted mail/i],
  ['portal', /portaal|portal|formulier|website|\bform\b|\bsite\b/i],
  ['telephone', /\bbel\b|bellen|telefo|phone|\bcall\b/i],
]
const PLAIN: readonly SentWay[] = ['telephone', 'portal', 'secureMail']
const PHONE = /(?<![\d-])(?:\+31|0)[\d][\d -]{6,14}\d/

/** A way that is configured: ordinary mail only where there is a mailbox to send it from. */
function configured(
  way: NonNullable<Partner['ways']>[number],
  { mailbox }: Pick<Municipality, 'mailbox'>,
): OfferedWay {
  switch (way.by) {
    case 'telephone':
      return { by: way.by, to: way.phone }
    case 'portal':
      return { by: way.by, to: way.url }
    case 'secureMail':
      return { by: way.by, to: way.mail }
    case 'mail':
      return { by: way.by, to: way.mail, ...(mailbox === undefined ? { not: 'noMailbox' as const } : {}) }
    default:
      return way satisfies never
  }
}

/** The ways of this partner; last the one that an officer knows of and we do not. */
export function waysOf(partner: Partner | undefined, town: Pick<Municipality, 'mailbox'>): OfferedWay[] {
  const other: OfferedWay = { by: 'other' }
  if (!partner) return [other]
  if (partner.ways?.length) return [...partner.ways.map((way) => configured(way, town)), other]
  const words = `${partner.way.nl} ${partner.way.en}`
  const said = SAID.flatMap(([by, pattern]) => (pattern.test(words) ? [by] : [])).reverse()
  const phone = PHONE.exec(words)?.[0]
  return [...new Set([...said, ...PLAIN])]
    .map((by): OfferedWay => (by === 'telephone' && phone !== undefined ? { by, to: phone } : { by }))
    .concat(other)
}

/** The way that is proposed: the first that can be used. */
export const proposedWay = (ways: readonly OfferedWay[]): OfferedWay =>
  ways.find(({ not }) => not === undefined) ?? { by: 'other' }

/** Whom to ask there, in the order in which they are asked; the head last. */
export const contactsOf = (partner: Partner | undefined): PartnerContact[] => [
  ...(partner?.contacts ?? []),
  ...(partner?.head ? [partner.head] : []),
]
