/**
 * A partner is silent: who is asked next (A109, A113). Again whoever was asked first, then each other contact that it has,
 * then head to head. A step that does not exist for this partner falls away. Pure.
 */
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import type { Partner, PartnerContact, WayName } from '../../municipality/partner.ts'
import type { AskedAgain, Route } from '../route.ts'
import { askedInVain, LEAST_ASKED, repliesOf, turnOf } from './routes.ts'

/** A step that can be taken: who is asked, how, and head to head by whom of us. */
export type NextStep = Omit<AskedAgain, 'until'>

type Names = Pick<Municipality, 'partners' | 'officers'>

const wayTo = (
  { phone, mail }: Partial<PartnerContact>,
  partner: Partner | undefined,
): WayName | undefined => (phone ? 'telephone' : mail ? 'mail' : partner?.ways?.[0]?.by)

function stepTo(
  step: NextStep['step'],
  to: PartnerContact | undefined,
  partner: Partner | undefined,
): NextStep {
  const way = wayTo(to ?? {}, partner)
  return {
    step,
    ...(to ? { who: to.name } : {}),
    ...(to?.role ? { role: to.role } : {}),
    ...(way ? { way } : {}),
  }
}

/** The steps that there are for the partner of this route, in their order; of a partner that is gone only the first. */
export function stepsFor({ partner: id }: Pick<Route, 'partner'>, municipality: Names): NextStep[] {
  const partner = municipality.partners.find((each) => each.id === id)
  const [first, ...others] = partner?.contacts ?? []
  const ours = municipality.officers.find(({ role }) => role === 'head')?.name
  const head = partner?.head
  return [
    stepTo('again', first, partner),
    ...others.map((contact) => stepTo('contact', contact, partner)),
    ...(head ? [{ ...stepTo('head', head, partner), ...(ours ? { ours } : {}) }] : []),
  ]
}

/** What was asked in vain since the partner last let something know. */
function askedSince(route: Route): (AskedAgain | undefined)[] {
  const found: (AskedAgain | undefined)[] = []
  for (const { what, asked } of repliesOf(route).reverse()) {
    if (what !== 'noAnswer') break
    found.unshift(asked)
  }
  return found
}

/** The steps that were not taken yet since then. Asked without a name is the first. */
export function stepsLeft(route: Route, municipality: Names): NextStep[] {
  const before = askedSince(route)
  const taken = ({ step, who }: NextStep): boolean =>
    step === 'again' ? before.length > 0 : before.some((asked) => asked?.step === step && asked.who === who)
  return stepsFor(route, municipality).filter((step) => !taken(step))
}

/** Who is asked now; after the last step the first again. Only where it is the partner's turn. */
export function nextStep(route: Route, municipality: Names): NextStep | undefined {
  if (turnOf(route).turn !== 'partner') return undefined
  return stepsLeft(route, municipality)[0] ?? stepsFor(route, municipality)[0]
}

/** May it end without an answer: it is their turn, it was asked on enough days, and no step is left that there is? */
export const mayGiveUp = (route: Route, municipality: Municipality): boolean =>
  turnOf(route).turn === 'partner' &&
  askedInVain(route) >= LEAST_ASKED &&
  (partnerOf(municipality, route.partner) === undefined || stepsLeft(route, municipality).length === 0)
