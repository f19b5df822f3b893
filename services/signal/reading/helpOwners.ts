/** Who can see to help for a possible victim: the people of the reporting point, the partners, and the teams that can have the lead. */
import { type Municipality, partnersNow } from '../../municipality/municipality.ts'
import { impossible } from '../../words.ts'
import type { HelpOwner } from '../help.ts'

/** A choice in a form: what it sends, and whom that means. */
export type HelpOwnerChoice = { id: string; owner: HelpOwner }

/** What a form sends for this owner. */
export function ownerId(owner: HelpOwner): string {
  switch (owner.who) {
    case 'officer':
      return `officer:${owner.officer}`
    case 'partner':
      return `partner:${owner.partner}`
    case 'team':
      return `team:${owner.team}`
    default:
      return impossible(owner)
  }
}

/** Everybody who can be chosen: officers first, then partners that give help, then teams, then the other partners. */
export function ownersOf({ officers, leads, ...it }: Municipality): HelpOwnerChoice[] {
  const partners = partnersNow(it)
  const cares = partners.filter(({ track }) => track === 'care')
  const others = partners.filter(({ track }) => track !== 'care')
  const owners: HelpOwner[] = [
    ...officers.map(({ id }) => ({ who: 'officer', officer: id }) as const),
    ...cares.map(({ id }) => ({ who: 'partner', partner: id }) as const),
    ...leads.map((team) => ({ who: 'team', team }) as const),
    ...others.map(({ id }) => ({ who: 'partner', partner: id }) as const),
  ]
  return owners.map((owner) => ({ id: ownerId(owner), owner }))
}
