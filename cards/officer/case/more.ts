/** What is needed less often: who has it, how urgent, a minor, and how a consultation ends. */
import type { CardElement, IAdaptiveCard, IContainer, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { isWeighty } from '../../../services/signal/reading/consultation.ts'
import { labelFor } from '../../../services/signal/reading/labels.ts'
import { movableIn } from '../../../services/signal/reading/movable.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import { ConsultationChoice } from '../../../services/signal/words.ts'
import type { Language, OfficerId } from '../../../services/words.ts'
import { type Page, packOfficer, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { buttons, frame, leave, section, submit, text, title, top } from '../elements.ts'
import { nameOf } from '../lookups.ts'
import { backTo } from './back.ts'

type More = {
  record: SignalRecord
  municipality: Municipality
  viewer: OfficerId
  press: string
  surface: Surface
  language: Language
  error?: string | undefined
  notice?: string | undefined
}

const MINORS = ['yes', 'no', 'unknown'] as const

/** The page behind *Meer*. */
export function moreCard(it: More): IAdaptiveCard {
  const { record, municipality, viewer, language } = it
  const t = texts(language).officer
  const { more, dossier } = t
  const data = { signal: record.id }
  const onCase = { ...data, seen: record.revision, press: it.press }
  const page = (label: string, to: Page): ISubmitAction =>
    submit(label, packOfficer('page', { ...data, page: to }))
  const holder = record.takenBy && nameOf(municipality, record.takenBy, language)

  const label = labelFor(record, viewer)
  const frozen = isFrozen(record)
  const movable = movableIn(record).length > 0

  const open: CardElement[] = [
    ...section(more.who, [
      text(
        holder
          ? more.whoNow(record.takenBy === viewer ? dossier.youHaveIt(holder) : holder)
          : t.channel.list.notTaken,
      ),
      ...buttons(
        ...(record.takenBy ? [] : [submit(t.words.take, packOfficer('take', data))]),
        page(more.handTo, 'handTo'),
      ),
    ]),
    ...section(t.day.label.title, [
      ...(label ? [text((label.own ? t.day.label.own : t.day.label.other)(plain(label.text)))] : []),
      ...buttons(page(t.day.label.button, 'label')),
    ]),
    ...section(dossier.facts.urgency, [
      text(more.urgency(t.words.urgencies[record.urgency])),
      ...buttons(page(more.changeUrgency, 'setUrgency')),
    ]),
    ...section(dossier.facts.minor, [
      text(more.minor(t.words.minors[record.minor])),
      ...buttons(
        ...MINORS.filter((minor) => minor !== record.minor).map((minor) =>
          submit(more.setMinor[minor], packOfficer('setMinor', { ...onCase, minor })),
        ),
      ),
    ]),
    ...section(t.decision.insight.title, [
      text(t.decision.insight.door),
      ...buttons(page(t.decision.insight.form, 'askInsight')),
    ]),
    ...section(t.decision.advice.title, [
      text(t.decision.advice.door),
      ...buttons(page(t.decision.advice.form, 'adviceCall')),
    ]),
    ...(record.kind === 'consultation' ? ofSparren() : []),
  ]

  /** Ending erases: the choices stand behind a button of their own, with what each of them does. */
  function ofSparren(): CardElement[] {
    const weighty = isWeighty(record)
    return section(more.sparren, [
      ...(weighty ? [text(more.keep), ...buttons(page(more.keepButton, 'keepAgainstWish'))] : []),
      ...buttons({ type: 'Action.ToggleVisibility', title: more.end, targetElements: ['ending'] }),
      {
        type: 'Container',
        id: 'ending',
        isVisible: false,
        items: [
          text(more.endAbout),
          ...buttons(
            ...ConsultationChoice.options.map((choice) =>
              submit(more.endChoices[choice], packOfficer('endConsultation', { ...onCase, choice })),
            ),
          ),
        ],
      } satisfies IContainer,
    ])
  }

  return frame({
    language,
    speak: more.title(record.reference),
    body: [
      ...top(it),
      title(more.title(record.reference)),
      ...(record.state === 'closed' ? [text(more.closed)] : isFrozen(record) ? [] : open),
      // What is frozen is only looked at: nothing that would be refused, and the way out of it.
      ...(isFrozen(record) ? [text(more.frozen), ...buttons(page(t.rights.unfreeze, 'unfreeze'))] : []),
      ...(frozen || !movable
        ? []
        : section(t.follow.move.title, [
            text(t.follow.move.door),
            ...buttons(page(t.follow.move.title, 'move')),
          ])),
      ...(frozen || record.kind === 'consultation'
        ? []
        : section(t.cases.link.button, [
            text(t.cases.link.door),
            ...buttons(page(t.cases.link.button, 'link'), page(t.cases.meetings.buttons.meet, 'meet')),
          ])),
      ...section(t.rights.button, [text(t.rights.door), ...buttons(page(t.rights.button, 'rights'))]),
    ],
    actions: [backTo(record, language), leave(t.words.worklist, packOfficer('worklist', {}))],
  })
}
