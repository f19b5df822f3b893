/** In the dossier: the label of whoever looks, and what is watched, with how to go on or stop. */
import type { CardElement } from '@microsoft/teams.cards'
import { labelFor } from '../../../services/signal/reading/labels.ts'
import { isWatched } from '../../../services/signal/reading/waiting.ts'
import { sinceDecision } from '../../../services/signal/reading/watching.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import type { OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, section, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import type { Look } from './caseView.ts'

/** Bytes of why it was put off. */
const ROOM = 600
/** As many times as are shown. */
const MOST_PUT = 3

/** A word or two of the officer's own. */
export function ownLabel({ record, language, viewer }: Look & { viewer: OfficerId }): CardElement[] {
  const found = labelFor(record, viewer)
  const { label } = texts(language).officer.day
  return found ? [small((found.own ? label.own : label.other)(plain(found.text)))] : []
}

/** Until when, what came in since, and the ways on. */
export function watching({ record, language }: Look): CardElement[] {
  const decision = record.decisions.at(-1)
  const until = decision?.monitorUntil
  if (!decision || until === undefined || !isWatched(record)) return []
  const { day: t } = texts(language).officer
  const since = sinceDecision(record).length
  const longer = isFrozen(record)
    ? []
    : [submit(t.watch.longer, packOfficer('page', { signal: record.id, page: 'watchLonger' }))]
  return section(t.groups.watch, [
    text(t.watched(dayInWords(until, language))),
    ...(since > 0 ? [text(t.cameIn(since))] : []),
    ...(decision.longer ?? [])
      .slice(-MOST_PUT)
      .flatMap((put) => [
        small(t.watch.put(dayInWords(put.from, language), dayInWords(put.until, language))),
        ...fitted(put.reason, ROOM, language),
      ]),
    ...buttons(...longer),
  ])
}
