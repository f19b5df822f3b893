/** The forms of the rights page: freeze, correct, erase earlier, keep longer. */
import type { IAdaptiveCard, IDateInput } from '@microsoft/teams.cards'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { dayAfter } from '../../../services/signal/reading/retentionTerm.ts'
import { freezeOf } from '../../../services/signal/rights/freeze.ts'
import { correctable } from '../../../services/signal/rights/passages.ts'
import type { Term } from '../../../services/signal/rights/types.ts'
import type { Day, Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dateOf } from '../case/rightsParts.ts'
import { area, choose, reasonField, submit } from '../elements.ts'
import { begun, form, onCase, type PageOf } from './form.ts'

type Reason = { reason: string }

/** A page with a reason and a button. */
function reasonForm(
  it: PageOf<Reason>,
  t: { title: string; about: string; reason: string; reasonMissing: string; send: string },
  verb: 'freeze' | 'unfreeze' | 'erase',
): IAdaptiveCard {
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [reasonField(t, it.values?.reason, it.language)],
    send: submit(t.send, packOfficer<typeof verb, 'reason'>(verb, onCase(it))),
  })
}

/** Freezes, or lifts the freeze (AVG 18). */
export function freezeCard(it: PageOf<Reason>): IAdaptiveCard {
  const { freeze, unfreeze } = texts(it.language).officer.rights.forms
  return freezeOf(it.record) ? reasonForm(it, unfreeze, 'unfreeze') : reasonForm(it, freeze, 'freeze')
}

/** Puts it on the destruction list before its term (AVG 17). */
export function eraseCard(it: PageOf<Reason>): IAdaptiveCard {
  return reasonForm(it, texts(it.language).officer.rights.forms.erase, 'erase')
}

/** Passages to choose from; the newest, when there are more than a list can hold. */
const MOST_PASSAGES = 60
/** As much of each is shown. */
const MOST_SHOWN = 60

/** Says what is not right, at the passage (AVG 16). */
export function correctCard(it: PageOf<{ passage: string; text: string; reason: string }>): IAdaptiveCard {
  const { record, language, values } = it
  const { forms, parts: passageParts } = texts(language).officer.rights
  const t = forms.correct
  const passages = correctable(record).slice(-MOST_PASSAGES)
  if (passages.length === 0) return form({ ...it, name: t.title, about: t.none, body: [] })
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'passage',
        label: t.passage,
        missing: t.passageMissing,
        style: 'compact',
        choices: passages.map(({ id, part, text }) => [
          id,
          t.passageChoice(passageParts[part], begun(text, MOST_SHOWN)),
        ]),
        value: values?.passage,
      }),
      area({ id: 'text', label: t.text, missing: t.textMissing, value: values?.text, language }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'correct', 'passage' | 'text' | 'reason'>('correct', onCase(it)), {
      style: 'positive',
    }),
  })
}

/** Off the destruction list, to another day within the absolute limit (I.9). */
export function keepLongerCard(
  it: PageOf<{ until: Day; reason: string }> & { term: Term | undefined; now: Instant },
): IAdaptiveCard {
  const { language, values, term, municipality } = it
  const t = texts(language).officer.retention.keepLonger
  const first = dayAfter(dayOf(it.now, municipality), { days: 1 })
  if (!term || term.most < first) return form({ ...it, name: t.title, about: t.notPossible, body: [] })
  const date: IDateInput = {
    type: 'Input.Date',
    id: 'until',
    label: t.until,
    isRequired: true,
    errorMessage: t.untilMissing,
    min: first,
    max: term.most,
    ...(values?.until ? { value: values.until } : {}),
  }
  return form({
    ...it,
    name: t.title,
    about: t.about(dateOf(term.most, language)),
    body: [date, reasonField(t, values?.reason, language)],
    send: submit(t.send, packOfficer<'keepLonger', 'until' | 'reason'>('keepLonger', onCase(it)), {
      style: 'positive',
    }),
  })
}
