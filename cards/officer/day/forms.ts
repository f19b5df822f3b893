/** The forms of the list of the day: a label of one's own, and watching something for longer. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { MOST_LABEL } from '../../../services/signal/reading/labels.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { fieldValue } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { date, reasonField, submit } from '../elements.ts'
import { form, onCase, type PageOf } from '../forms/form.ts'

type Viewed = { viewer: OfficerId; now: Instant }

/** The label of whoever looks; that of a colleague does not stand in it, for it is not theirs to change. */
export function labelCard(it: PageOf<{ text: string }> & Viewed): IAdaptiveCard {
  const { record, viewer, language, values } = it
  const { label: t } = texts(language).officer.day
  const own = record.labels?.find(({ by }) => by === viewer)?.text
  const value = values?.text ?? own
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      {
        type: 'Input.Text',
        id: 'text',
        label: t.field,
        maxLength: MOST_LABEL,
        placeholder: t.hint,
        ...(value ? { value: fieldValue(value) } : {}),
      },
    ],
    send: submit(t.send, packOfficer<'label', 'text'>('label', onCase(it)), { style: 'positive' }),
  })
}

/** A new last day, and why; nothing where it is not watched. */
export function watchLongerCard(
  it: PageOf<{ watchUntil: string; reason: string }> & Viewed,
): IAdaptiveCard | undefined {
  const { record, language, values } = it
  const { watch: t } = texts(language).officer.day
  const until = record.decisions.at(-1)?.monitorUntil
  if (until === undefined) return undefined
  return form({
    ...it,
    name: t.title,
    about: t.about(dayInWords(until, language)),
    body: [
      date({ id: 'watchUntil', label: t.until, missing: t.untilMissing, value: values?.watchUntil }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'watchLonger', 'watchUntil' | 'reason'>('watchLonger', onCase(it)), {
      style: 'positive',
    }),
  })
}
