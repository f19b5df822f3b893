/** One button of the dossier is in colour: that of what comes next (A111). Where nothing comes next, none is. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { type NextStep, nextStepOf } from '../../../services/signal/reading/nextStep.ts'
import type { Instant } from '../../../services/words.ts'
import type { Look } from './caseView.ts'

/** What a button of the dossier carries, as far as it says which one it is. */
type Carried = { verb?: unknown; page?: unknown; form?: unknown; route?: unknown; as?: unknown }

/** Is this the button of that step? */
function isOf(next: NextStep, { verb, page, form, route, as }: Carried): boolean {
  switch (next.step) {
    case 'take':
      return verb === 'take'
    case 'close':
      return verb === 'close'
    case 'advise':
    case 'endConsultation':
    case 'decide':
    case 'help':
    case 'feedBack':
      return verb === 'page' && page === next.step
    case 'handOver':
    case 'answerPartner':
      return verb === 'answerPage' && form === next.step && route === next.route.id
    case 'askAgain':
      return verb === 'chase' && route === next.route.id
    case 'confirmLink':
      return verb === 'confirmLinkAnswer' && as === 'taken' && route === next.route.id
    case 'watch':
      return next.over && verb === 'page' && page === 'watchLonger'
    case 'waitPartner':
    case 'waitReporter':
      return false
    default:
      return next satisfies never
  }
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every button that does something, in the order of the card; what a button carries is no part of the card. */
function* buttonsIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const each of value) yield* buttonsIn(each)
  } else if (isNode(value)) {
    if (value.type === 'Action.Submit') yield value
    else for (const each of Object.values(value)) yield* buttonsIn(each)
  }
}

/** Puts that button in colour, and no other. The card was made just now: it is changed in its place. */
export function withPrimary(card: IAdaptiveCard, it: Look & { now: Instant }): IAdaptiveCard {
  const next = nextStepOf(it.record, it.municipality, it.now)
  let found = false
  for (const button of buttonsIn([card.body, card.actions])) {
    const meant: boolean = !found && next !== undefined && isNode(button.data) && isOf(next, button.data)
    found ||= meant
    if (meant) button.style = 'positive'
    else if (button.style === 'positive') delete button.style
  }
  return card
}
