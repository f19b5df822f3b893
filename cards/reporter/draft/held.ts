/** An addition or an answer to a signal that was sent, held until the person has looked at it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import {
  bareButton,
  button,
  card,
  type Element,
  emergencyLine,
  heading,
  noticeLine,
  say,
  written,
} from '../elements.ts'
import { echoOf, MOST_ECHO } from './draft.ts'
import { betrayPart, hiddenPart, type Pointed } from './review.ts'

type OutboxDocument = {
  draft: Draft & { to: NonNullable<Draft['to']> }
  /** Only the bot's memory knows where it goes: then the button does too, so that pressed later it begins nothing new. */
  byCode?: boolean
  pointed: readonly Pointed[]
  notice?: string | undefined
  language: Language
}

/**
 * That these words are not with their signal yet: the text, what was hidden, what gives its writer away, and a button
 * to send it so.
 */
export function heldCard({ draft, byCode, pointed, notice, language }: OutboxDocument): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const t = reporter.draft
  const title = t.held.title(draft.to.reference)
  const body: Element[] = [
    ...noticeLine(notice),
    heading(title),
    emergencyLine(language),
    written(echoOf(draft, shared), MOST_ECHO, shared.more),
    say(t.held.about),
    ...hiddenPart(draft, language),
    ...betrayPart(draft, pointed, language),
  ]
  return card(language, title, body, [
    button(
      t.held.send,
      byCode
        ? packReporter('place', {
            draft: draft.id,
            signal: draft.to.signal,
            ...(draft.to.question === undefined ? {} : { question: draft.to.question }),
          })
        : packReporter<'send', 'certainty' | 'urgency' | 'degree'>('send', { draft: draft.id }),
      { style: 'positive', associatedInputs: 'none' },
    ),
    bareButton(reporter.button.discard, packReporter('discard', { draft: draft.id })),
  ])
}
