/** The numbers, the terms and the lists as they are, each with the way to change them; and the sentences for the reporter. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { SentenceKey } from '../../../services/municipality/settings/sentences.ts'
import { USUAL_REMINDERS, USUAL_TERMS, USUAL_URGENCY } from '../../../services/municipality/terms.ts'
import { withWhom } from '../../buttonNames.ts'
import { plain } from '../../plain.ts'
import type { SettingsKind } from '../../settingsActions.ts'
import { texts } from '../../texts/index.ts'
import { buttons, facts, frame, section, small, text, title, top } from '../elements.ts'
import { valueInWords } from './values.ts'
import { backToAll, type SettingsShown, toForm } from './view.ts'

/** The page of numbers, lists and terms. */
export function restCard(it: SettingsShown): IAdaptiveCard {
  const { municipality, language } = it
  const t = texts(language).officer.settings
  const { fields: f, rest } = t
  const words = (value: unknown, field = '') => valueInWords(field, value, [municipality], language)
  const { officeHours, onCall, mailbox, phone, leads, otherSystems } = municipality
  const {
    urgency = USUAL_URGENCY,
    reminders = USUAL_REMINDERS,
    retention = USUAL_TERMS,
    answerAfterWorkingDays,
  } = municipality
  const change = (name: string, kind: SettingsKind): CardElement[] =>
    buttons(toForm(withWhom(rest.change, [name])[0] ?? rest.change, kind))
  const hours = `${t.hour(String(officeHours.from))} – ${t.hour(String(officeHours.until))}`
  return frame({
    language,
    speak: t.pages.rest,
    body: [
      ...top(it),
      title(t.pages.rest),
      ...section(rest.numbers, [
        ...facts([
          [f.phone, words(phone)],
          [f.onCall, words(onCall)],
          [f.mailbox, words(mailbox)],
          [f.officeHours, hours],
        ]),
        ...change(rest.numbers, 'numbers'),
      ]),
      ...section(rest.lists, [
        ...facts([
          [f.leads, words(leads)],
          [f.otherSystems, otherSystems ? words(otherSystems.map(({ name }) => name[language])) : rest.usual],
        ]),
        ...change(rest.lists, 'lists'),
      ]),
      ...section(rest.terms, [
        ...facts([
          [f.answerAfterWorkingDays, words(answerAfterWorkingDays)],
          [f.acuteLookMinutes, words(urgency.acuteLookMinutes)],
          [f.acuteDecideHours, words(urgency.acuteDecideHours)],
          [f.highDecideHours, words(urgency.highDecideHours)],
          [f.normalDecideWorkingDays, words(urgency.normalDecideWorkingDays)],
          [f.softDecideWorkingDays, words(urgency.softDecideWorkingDays)],
          [f.handOverWorkingDays, words(reminders.handOverWorkingDays)],
          [f.tellWorkingDays, words(reminders.tellWorkingDays)],
          [f.feedbackWorkingDays, words(reminders.feedbackWorkingDays)],
          [f.questionWorkingDays, words(reminders.questionWorkingDays)],
          [f.recipientWorkingDays, words(reminders.recipientWorkingDays)],
          [f.partnerQuestionWorkingDays, words(reminders.partnerQuestionWorkingDays)],
          [f.helpWorkingDays, words(reminders.helpWorkingDays)],
        ]),
        ...change(rest.terms, 'terms'),
      ]),
      ...section(rest.retention, [
        ...facts([
          [f.consultationDays, words(retention.consultationDays)],
          [f.refutedDays, words(retention.refutedDays)],
          [f.noActionMonths, words(retention.noActionMonths)],
          [f.monitoredMonths, words(retention.monitoredMonths)],
          [f.handledMonths, words(retention.handledMonths)],
          [f.identityDays, words(retention.identityDays)],
        ]),
        ...change(rest.retention, 'retention'),
      ]),
    ],
    actions: [backToAll(language)],
  })
}

/** The page of the sentences. */
export function sentencesCard(it: SettingsShown): IAdaptiveCard {
  const { municipality, language } = it
  const { settings: t, forms } = texts(language).officer
  const titles = withWhom(
    t.sentences.edit,
    SentenceKey.options.map((key) => t.fields[key]),
  )
  return frame({
    language,
    speak: t.pages.sentences,
    body: [
      ...top(it),
      title(t.pages.sentences),
      text(t.sentences.about),
      ...SentenceKey.options.flatMap((key, at) => {
        const own = municipality.sentences?.[key]
        return [
          text(t.fields[key], { weight: 'Bolder', spacing: 'Medium' }),
          small(own ? t.sentences.own : t.sentences.ours),
          text(own ? plain(own[language]) : forms.templates[key], { spacing: 'Small' }),
          ...buttons(toForm(titles[at] ?? t.sentences.edit, 'sentence', key)),
        ]
      }),
    ],
    actions: [backToAll(language)],
  })
}
