/** The forms of a question that is set out as a task (A091): the question itself, what came back, and what it gave. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import type { InsightFields } from '../../../services/signal/deeds/decisionData.ts'
import type { Insight } from '../../../services/signal/insight.ts'
import { InsightKind } from '../../../services/signal/insight.ts'
import { insightChoices, insightDay, openInsights } from '../../../services/signal/reading/insight.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { area, choose, date, MOST_REASON, small, submit } from '../elements.ts'
import { fitted } from '../fit.ts'
import { partnerName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'

type Values = { [field in keyof InsightFields]?: string | undefined }
type Fields = {
  record: SignalRecord
  municipality: Municipality
  language: Language
  now: Instant
  values?: Values | undefined
}

/** Whom it was asked, ready to be shown. */
export function askedOf(to: Insight['to'], municipality: Municipality, language: Language): string {
  switch (to.who) {
    case 'partner':
      return partnerName(municipality, to.partner, language)
    case 'team':
      return plain(to.team)
    case 'reporter':
      return texts(language).officer.decision.insight.theReporter
    default:
      return to satisfies never
  }
}

/** The question, to whom, and by when. */
export function insightFields(it: Fields): CardElement[] {
  const { record, municipality, language, now, values } = it
  const t = texts(language).officer.decision.insight
  const choices = insightChoices(record, municipality).map(({ id, to }): [string, string] => {
    if (to.who === 'reporter') return [id, t.reporter]
    if (to.who === 'team') return [id, t.team(to.team)]
    const inside = municipality.partners.some((each) => each.id === to.partner && each.inside)
    return [id, (inside ? t.inside : t.outside)(partnerName(municipality, to.partner, language))]
  })
  const today = dayOf(now, municipality)
  return [
    area({
      id: 'insightQuestion',
      label: t.question,
      hint: t.hint,
      missing: t.question,
      most: MOST_REASON / 2,
      value: values?.insightQuestion,
      language,
    }),
    choose({
      id: 'insightTo',
      label: t.to,
      missing: t.to,
      style: 'compact',
      placeholder: t.to,
      choices,
      value: values?.insightTo,
    }),
    choose({
      id: 'insightKind',
      label: t.kind,
      choices: InsightKind.options.map((each) => [each, t.kinds[each]]),
      value: values?.insightKind ?? 'ask',
    }),
    date({
      id: 'insightUntil',
      label: t.until,
      min: today,
      value: values?.insightUntil ?? insightDay(today, municipality),
    }),
  ]
}

/** A question, at any moment before the end. */
export function askInsightCard(it: PageOf<Values> & { now: Instant }): IAdaptiveCard {
  const { language } = it
  const t = texts(language).officer.decision.insight
  return form({
    ...it,
    name: t.form,
    about: t.about,
    body: insightFields(it),
    send: submit(t.send, packOfficer<'askInsight', keyof InsightFields>('askInsight', onCase(it)), {
      style: 'positive',
    }),
  })
}

type OfOne = PageOf<{ insight: string; text: string }> & { now: Instant }

function onOne(it: OfOne, which: 'insightCame' | 'endInsight'): IAdaptiveCard | undefined {
  const { record, language, municipality, values } = it
  const open = openInsights(record).find(({ id }) => id === values?.insight)
  if (!open) return undefined
  const t = texts(language).officer.decision.insight
  const came = which === 'insightCame'
  const text = area({
    id: 'text',
    label: came ? t.cameText : t.endText,
    missing: came ? t.cameText : t.endText,
    most: MOST_REASON,
    value: values?.text,
    language,
  })
  const data = { ...onCase(it), insight: open.id }
  return form({
    ...it,
    name: came ? t.cameTitle : t.endTitle,
    about: came ? t.cameAbout : t.endAbout,
    body: [
      small(t.of(askedOf(open.to, municipality, language), dayInWords(open.until, language))),
      ...fitted(open.question, 1_000, language),
      text,
    ],
    send: came
      ? submit(t.cameSend, packOfficer<'insightCame', 'text'>('insightCame', data), { style: 'positive' })
      : submit(t.endSend, packOfficer<'endInsight', 'text'>('endInsight', data), { style: 'positive' }),
  })
}

/** What came back on one; nothing when it has ended. */
export const insightCameCard = (it: OfOne): IAdaptiveCard | undefined => onOne(it, 'insightCame')
/** What one gave; nothing when it has ended. */
export const endInsightCard = (it: OfOne): IAdaptiveCard | undefined => onOne(it, 'endInsight')
