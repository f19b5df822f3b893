/**
 * Every message that the bot sends by itself. Outside it says one neutral line; the content opens on a tap,
 * because the citizen it is about may be standing at the same counter (I.5).
 */
import type { IActionSet, IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReporterMessage } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { announced, buttons, card, common, type Element, heading, say } from '../elements.ts'
import { closed, decided, feedback, handedOver } from './afterDecision.ts'
import { advice, ended, fits, kept, late, question, received, taken } from './beforeDecision.ts'
import type { Told } from './input.ts'
import { noAnswer, stillAsking, takenUp } from './ofRoutes.ts'

type MessageCard = Told & { message: ReporterMessage }

/** What is told of one way out after it was handed over. */
const OF_ROUTE = { takenUp, stillAsking, noAnswer } as const

const OUTSIDE = 'outside'
const INSIDE = 'inside'

/** The one neutral line, for `text`, `summary` and the nudge. */
export function waitingText(language: Language): string {
  return texts(language).shared.waiting
}

/** A message to the reporter, closed until it is tapped. */
export function messageCard({ message, ...told }: MessageCard): IAdaptiveCard {
  const { language, municipality } = told
  const { reporter } = texts(language)
  return closedCard(
    language,
    contentOf(told, message) ?? announced(reporter.message.missing(municipality.phone)),
  )
}

/** That the consultation was enough, when nothing of it is kept any more. */
export function enoughCard({
  reference,
  language,
}: {
  reference: string
  language: Language
}): IAdaptiveCard {
  const { message, chat } = texts(language).reporter
  return closedCard(language, [
    heading(message.ended.enough.title(reference)),
    say(chat.enough),
    buttons(common.consult(language)),
  ])
}

/** One neutral line; the rest opens on a tap. */
function closedCard(language: Language, content: Element[]): IAdaptiveCard {
  const { shared } = texts(language)
  return card(language, shared.waiting, [
    {
      type: 'Container',
      id: OUTSIDE,
      items: [heading(shared.waiting), turn(shared.open)],
    },
    { type: 'Container', id: INSIDE, isVisible: false, items: [...content, turn(shared.hide)] },
  ])
}

/** A button that turns the card over: what was seen goes, what was hidden comes. */
function turn(title: string): IActionSet {
  return {
    type: 'ActionSet',
    actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [OUTSIDE, INSIDE] }],
  }
}

/** What opens; nothing when the record has no such question, advice or decision (any more). */
function contentOf(told: Told, message: ReporterMessage): Element[] | undefined {
  const { record } = told
  switch (message.about) {
    case 'received':
      return received(told)
    case 'taken':
      return taken(told)
    case 'question': {
      const found = record.questions.find((each) => each.id === message.question)
      return found && question(told, found)
    }
    case 'advice': {
      const found = record.advices.find((each) => each.id === message.advice)
      return found && advice(told, found)
    }
    case 'kept':
      return kept(told)
    case 'consultationEnded':
      return ended(told, message.choice)
    case 'decided': {
      const found = record.decisions.find((each) => each.id === message.decision)
      return found && decided(told, found)
    }
    case 'handedOver': {
      const found = record.routes.find((each) => each.id === message.route)
      return found && handedOver(told, found)
    }
    case 'takenUp':
    case 'stillAsking':
    case 'noAnswer': {
      const found = record.routes.find((each) => each.id === message.route)
      return found && OF_ROUTE[message.about](told, found)
    }
    case 'feedback': {
      const found = record.feedback.find((each) => each.id === message.feedback)
      return found && feedback(told, found)
    }
    case 'overdue':
      return late(told, message.term)
    case 'closed':
      return closed(told)
    case 'fits':
      return fits(told)
    default:
      return message satisfies never
  }
}
