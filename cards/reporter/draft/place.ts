/** The question where words belong, or whether they are something new: asked when they were typed while signals are open. */
import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import type { Language, Reference, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { bareButton, button, card, type Element, heading, say, written } from '../elements.ts'
import { echoOf } from './draft.ts'
import { betrayPart, hiddenPart, type Pointed } from './review.ts'

/** How much of the text this card shows, and how many signals it offers (the newest). */
const MOST_ECHO = 3_000
const MOST_OFFERED = 60

type PlaceCard = {
  draft: Draft
  /** The signals of this chat that are open, the newest last. */
  open: readonly { signal: SignalId; reference: Reference }[]
  /** What gives the writer away, where it is looked at here; numbers that were hidden are then named here too. */
  pointed?: readonly Pointed[]
  language: Language
}

/** The text, and where it can go. */
export function placeCard({ draft, open, pointed, language }: PlaceCard): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const t = reporter.place
  const offered = open.slice(-MOST_OFFERED).reverse()
  const [newest, ...others] = offered
  const question = newest && others.length === 0 ? t.one(newest.reference) : t.many
  const body: Element[] = [
    heading(t.title),
    written(echoOf(draft, shared), MOST_ECHO, shared.more),
    ...(pointed ? [...hiddenPart(draft, language), ...betrayPart(draft, pointed, language)] : []),
    say(`${t.kept} ${question}`),
  ]
  if (newest && others.length > 0) {
    body.push({
      type: 'Input.ChoiceSet',
      id: 'signal',
      label: t.label,
      style: 'compact',
      value: newest.signal,
      choices: offered.map(({ signal, reference }) => ({ title: reference, value: signal })),
    })
  }
  const here: ISubmitAction[] = !newest
    ? []
    : others.length === 0
      ? [
          bareButton(
            t.here(newest.reference),
            packReporter('place', { draft: draft.id, signal: newest.signal }),
          ),
        ]
      : [button(t.hereChosen, packReporter<'place', 'signal'>('place', { draft: draft.id }))]
  return card(language, `${t.title} ${question}`, body, [
    ...here,
    bareButton(t.isNew, packReporter('placeNew', { draft: draft.id })),
    bareButton(reporter.button.discard, packReporter('discard', { draft: draft.id })),
  ])
}
