/** What waits for an anonymous reporter, and on which day it was shown; never by whom, where or when. */
import type { CardElement } from '@microsoft/teams.cards'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { section, small } from '../elements.ts'
import type { Look } from './caseView.ts'

/** As many as are named one by one: the newest. */
const MOST = 12

/** One line for each message, the newest last. */
export function atTheCode({ record, language }: Look): CardElement[] {
  const { code: t } = texts(language).officer
  const waiting = record.code?.waiting ?? []
  if (waiting.length === 0) return []
  const line = ({ day, message, shownOn }: (typeof waiting)[number]): string =>
    shownOn
      ? t.shown(t.what[message.about], dayInWords(day, language), dayInWords(shownOn, language))
      : t.notShown(t.what[message.about], dayInWords(day, language))
  return section(t.title, [...waiting.slice(-MOST).map((each) => small(line(each))), small(t.about)])
}
