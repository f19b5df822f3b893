/**
 * Questions that come before sending: is this for here at all, and is it a report. Until they are answered nobody reads
 * the words, and only a press erases them (domain A2, A3, I).
 */
import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { alert, bareButton, card, type Element, heading, type Readers, say, written } from '../elements.ts'
import { contactBox, HOUSE } from '../start/colleague.ts'
import { echoOf } from './draft.ts'
import { inWords } from './proposals.ts'

/** How much of the text these cards show. */
const MOST_ECHO = 3_000

type Fork = 'colleague' | 'officer' | 'police'

type ForkCard = Pick<Readers, 'accountable'> & {
  draft: Draft
  fork: Fork
  /** The words it stands on; without them the person chose it with a button. */
  because: string | undefined
  municipality: Municipality
  language: Language
}

/** Does this belong here? Where to go if not, and that nothing of it was passed on. */
export function forkCard({
  draft,
  fork,
  because,
  accountable,
  municipality,
  language,
}: ForkCard): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const t = reporter.talk.fork
  const { title } = t[fork]
  const name = plain(accountable.name)
  const body: Element[] = [
    alert(t.emergency),
    heading(title),
    ...(because === '' ? [] : [say(because === undefined ? t.chosen : t.because(inWords(because)))]),
    written(echoOf(draft, shared), MOST_ECHO, shared.more),
    ...elsewhere(fork, name, municipality, language, t),
    say(t.kept),
  ]
  const contact: ISubmitAction[] =
    fork === 'police'
      ? [bareButton(t.contact, packReporter('fork', { draft: draft.id, answer: 'contact' }))]
      : []
  const made = card(language, `${title} ${t.kept}`, body, [
    bareButton(t.wipe, packReporter('discard', { draft: draft.id })),
    ...contact,
    bareButton(t.not, packReporter('fork', { draft: draft.id, answer: 'not' })),
  ])
  return fork === 'police'
    ? made
    : {
        ...made,
        actions: [
          ...(made.actions ?? []),
          { type: 'Action.OpenUrl', title: reporter.colleague.outsideLink, url: HOUSE },
        ],
      }
}

function elsewhere(
  fork: Fork,
  name: string,
  municipality: Municipality,
  language: Language,
  t: Texts['reporter']['talk']['fork'],
): Element[] {
  if (fork === 'police') return [say(t.police.text), say(t.police.contactText(name))]
  return [say(t[fork].text), contactBox(municipality, language)]
}

type PurposeCard = {
  draft: Draft
  /** There is another story that these words may belong to. */
  joins: boolean
  language: Language
}

/** Do you want to report this, or did you ask something? */
export function purposeCard({ draft, joins, language }: PurposeCard): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const { purpose: t, fork } = reporter.talk
  const pack = (answer: 'report' | 'question') => packReporter('purpose', { draft: draft.id, answer })
  return card(
    language,
    `${t.title} ${t.kept}`,
    [
      heading(t.title),
      written(echoOf(draft, shared), MOST_ECHO, shared.more),
      say(t.kept),
      say(fork.emergency),
    ],
    [
      bareButton(joins ? t.join : t.report, pack('report')),
      bareButton(t.question, pack('question')),
      bareButton(reporter.button.discard, packReporter('discard', { draft: draft.id })),
    ],
  )
}
