/** What was changed in the settings: by whom, when, and each field before and after. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Difference } from '../../../services/municipality/settings/difference.ts'
import type { Version } from '../../../services/municipality/settings/kept.ts'
import type { Language } from '../../../services/words.ts'
import { excerpt } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, small, text, title, top } from '../elements.ts'
import { momentsIn } from '../lookups.ts'
import { fieldInWords, type Names, valueInWords, whoIs } from './values.ts'
import { backToAll, type SettingsShown, toPage } from './view.ts'

/** As many versions as one card shows, and as many fields of one. */
export const MOST_VERSIONS = 8
const MOST_FIELDS = 10
const MOST_VALUE = 240

/** One field, before and after. */
export function differenceLines(each: Difference, names: Names, language: Language): CardElement[] {
  const { preview } = texts(language).officer.settings
  const words = (value: unknown) =>
    excerpt(valueInWords(each.field, value, names, language), MOST_VALUE).shown
  return [
    text(fieldInWords(each, names, language), { weight: 'Bolder', spacing: 'Medium' }),
    text(preview.before(words(each.before)), { spacing: 'Small' }),
    text(preview.after(words(each.after)), { spacing: 'Small' }),
  ]
}

/** A page of versions, the newest first. */
export function historyCard(it: SettingsShown & { versions: readonly Version[] }): IAdaptiveCard {
  const { versions, municipality, language } = it
  const t = texts(language).officer.settings
  const moment = momentsIn(municipality, language)
  const names: Names = [municipality, ...versions.map(({ settings }) => ({ ...municipality, ...settings }))]
  const last = versions.at(-1)
  return frame({
    language,
    speak: t.pages.history,
    body: [
      ...top(it),
      title(t.pages.history),
      text(versions.length === 0 ? t.history.none : t.history.about),
      ...versions.flatMap(({ number, at, by, second, changed }) => [
        text(t.history.one(number, whoIs(by, names, language), moment(at)), {
          weight: 'Bolder',
          separator: true,
          spacing: 'Large',
        }),
        ...(second ? [small(t.history.second(whoIs(second, names, language)))] : []),
        ...(changed.length === 0 ? [small(t.history.first)] : []),
        ...changed.slice(0, MOST_FIELDS).flatMap((each) => differenceLines(each, names, language)),
        ...(changed.length > MOST_FIELDS ? [small(t.history.more(changed.length - MOST_FIELDS))] : []),
      ]),
    ],
    actions: [
      ...(last && last.number > 1 ? [toPage(t.history.older, 'history', last.number - 1)] : []),
      backToAll(language),
    ],
  })
}
