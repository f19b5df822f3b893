/** The page *Rechten en bewaren*: how long it is kept, and what can be done for the people in it. */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import { openRecipientTasks } from '../../../services/signal/reading/recipients.ts'
import { freezeOf } from '../../../services/signal/rights/freeze.ts'
import type { Term } from '../../../services/signal/rights/types.ts'
import { type Page, packOfficer } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { texts } from '../../texts/index.ts'
import { backTo } from '../case/back.ts'
import { dateOf, recipientOf, rightsHead, termInWords, toTell, whyTold } from '../case/rightsParts.ts'
import { buttons, frame, section, small, submit, text, title, top } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import type { PageOf } from './form.ts'

/** As many as are named one by one. */
const MOST_TOLD = 8

/** The rights page. `due`: its term is over, so that it can be kept longer. */
export function rightsCard(
  it: Omit<PageOf<unknown>, 'values'> & { term: Term | undefined; due: boolean },
): IAdaptiveCard {
  const { record, municipality, language, term } = it
  const t = texts(language).officer.rights
  const moment = momentsIn(municipality, language)
  const frozen = freezeOf(record) !== undefined
  const page = (label: string, to: Page): ISubmitAction =>
    submit(label, packOfficer('page', { signal: record.id, page: to }))
  const kept: CardElement[] = [
    ...(term
      ? [
          text(t.kept(termInWords(term, language), dateOf(term.until, language))),
          small(t.most(dateOf(term.most, language))),
        ]
      : [text(t.noTerm)]),
    ...(record.retention?.erase ? [text(t.erasing, { weight: 'Bolder' })] : []),
    ...(record.retention?.reporterForgotten
      ? [small(t.forgotten(moment(record.retention.reporterForgotten)))]
      : []),
    ...(it.due && !frozen ? buttons(page(t.keepLonger, 'keepLonger')) : []),
  ]
  const can: CardElement[] = frozen
    ? buttons(page(t.unfreeze, 'unfreeze'))
    : [
        text(t.freezeAbout),
        ...buttons(page(t.freeze, 'freeze')),
        text(t.correctAbout),
        ...buttons(page(t.correct, 'correct')),
        ...(term && !record.retention?.erase ? [text(t.eraseAbout), ...buttons(page(t.erase, 'erase'))] : []),
      ]
  return frame({
    language,
    speak: t.title(record.reference),
    body: [
      ...top(it),
      title(t.title(record.reference)),
      text(t.about),
      ...(frozen ? rightsHead({ record: { ...record, recipientTasks: [] }, municipality, language }) : []),
      ...section(t.term, kept),
      ...section(t.tell, recipientTasks(it)),
      ...section(t.can, can),
    ],
    actions: [backTo(record, language)],
  })
}

/** Who must still be told, with a button for each; and who was. */
function recipientTasks(it: Omit<PageOf<unknown>, 'values'>): CardElement[] {
  const { record, municipality, language } = it
  const t = texts(language).officer.rights
  const moment = momentsIn(municipality, language)
  const all = record.recipientTasks ?? []
  const open = openRecipientTasks(record)
  const done = all.filter((task) => task.informed).slice(-MOST_TOLD)
  if (all.length === 0) return []
  // No two buttons have one name: one partner may have to be told of more.
  const names = withWhom(
    t.told,
    open.map((task) => recipientOf(record, task, municipality, language)),
  )
  return [
    ...(open.length > 0 ? [small(t.tellAbout)] : []),
    ...open.slice(0, MOST_TOLD).flatMap((task, at) => [
      text(toTell(it, task)),
      ...buttons(
        submit(
          names[at] ?? t.told,
          packOfficer('recipientInformed', {
            signal: record.id,
            seen: record.revision,
            press: it.press,
            task: task.id,
          }),
        ),
      ),
    ]),
    ...done.flatMap((task) => {
      const { informed } = task
      const partner = recipientOf(record, task, municipality, language)
      return informed
        ? [
            small(
              t.toldAt(
                partner,
                whyTold(record, task, language),
                nameOf(municipality, informed.by, language),
                moment(informed.at),
              ),
            ),
          ]
        : []
    }),
  ]
}
