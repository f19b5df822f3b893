/** A partner as it was typed: its ways, its contacts, and that it can be reached at all. Pure. */
import { type Municipality, Partner } from '../../../services/municipality/municipality.ts'
import { PartnerKind, PartnerWay, Track } from '../../../services/municipality/partner.ts'
import { contactOf, Odd, type Typed } from './typed.ts'

/** A short name of its own, made of what it is called. */
function idFor(name: string, taken: readonly string[]): string {
  const short = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]{1,40}/g, '-')
    .replace(/^[^a-z]{1,40}/, '')
    .slice(0, 30)
    .replace(/-$/, '')
  const first = short.length >= 2 ? short : 'partner'
  for (let nth = 1; ; nth += 1) {
    const id = nth === 1 ? first : `${first}-${nth}`
    if (!taken.includes(id)) return id
  }
}

/** The ways that were filled in, the one that is chosen first. */
function waysOf(typed: Typed): PartnerWay[] {
  const [phone, portal] = [typed.phone('wayPhone'), typed.maybe('wayPortal')]
  const [secure, mail] = [typed.mail('waySecure'), typed.mail('wayMail')]
  if (portal !== undefined && !PartnerWay.safeParse({ by: 'portal', url: portal }).success)
    throw new Odd('wayPortal', 'url')
  const ways: PartnerWay[] = [
    ...(phone ? [{ by: 'telephone' as const, phone }] : []),
    ...(portal ? [{ by: 'portal' as const, url: portal }] : []),
    ...(secure ? [{ by: 'secureMail' as const, mail: secure }] : []),
    ...(mail ? [{ by: 'mail' as const, mail }] : []),
  ]
  if (ways.length === 0) throw new Odd('ways', 'noWay')
  const first = typed.maybe('wayFirst')
  return ways.sort((a, b) => Number(b.by === first) - Number(a.by === first))
}

/** The partner. @throws Odd with the field that is wrong */
export function readPartner(
  typed: Typed,
  item: string | undefined,
  { municipality }: { municipality: Municipality },
): Partner {
  const known = municipality.partners.find(({ id }) => id === item)
  if (item !== undefined && !known) throw new Odd('partners', 'unknown')
  const name = typed.both('name')
  const kind = PartnerKind.optional().safeParse(typed.maybe('kind'))
  if (!kind.success) throw new Odd('kind', 'choice')
  const track = Track.safeParse(typed.line('track'))
  if (!track.success) throw new Odd('track', 'choice')
  const contacts = typed.lines('contacts').map((line) => contactOf('contacts', line))
  if (contacts.length > 8) throw new Odd('contacts', 'long')
  const head = typed.maybe('head')
  const basis = typed.maybe('basis')
  const verified = typed.day('verified')
  return Partner.parse({
    id:
      known?.id ??
      idFor(
        name.nl,
        municipality.partners.map(({ id }) => id),
      ),
    name,
    ...(kind.data ? { kind: kind.data } : {}),
    track: track.data,
    inside: typed.line('inside') === 'yes',
    way: typed.both('way'),
    ways: waysOf(typed),
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(head ? { head: contactOf('head', head) } : {}),
    ...(basis ? { basis: typed.both('basis') } : {}),
    verified,
    ...(known?.ended ? { ended: known.ended } : {}),
  })
}
