/** What colleagues did while this officer was not on duty, by file: from the trail of each, never what was written. */
import { type DoneOn, doneMeanwhileCard, MOST_DONE } from '../../cards/officer/day/morning.ts'
import { nameOf } from '../../cards/officer/lookups.ts'
import { texts } from '../../cards/texts/index.ts'
import { dayInWords } from '../../cards/when.ts'
import { lastEnded } from '../../services/municipality/duty.ts'
import { readDuty } from '../../services/municipality/keptDuty.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { mayActOn } from '../../services/signal/deeds/may.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type Instant, OfficerId, plus } from '../../services/words.ts'
import { alongRegister } from './alongRegister.ts'
import type { OfficerTurn, View } from './view.ts'

/** Days that it looks back, whoever was away for longer. */
const MOST_DAYS = 62
/** When nobody was away, so far. */
const USUAL_DAYS = 7

/** Looking is no deed, and a label is the officer's own. */
const NO_DEED: ReadonlySet<string> = new Set(['view', 'seenAsMatch', 'label'])

/** The page. @throws StoreUnavailable */
export async function dutyView(desk: OfficerTurn, { from }: { from?: string | undefined }): Promise<View> {
  const { app, turn, officer, language } = desk
  const { municipality } = turn
  const now = app.now()
  const least = plus(now, { hours: -24 * MOST_DAYS })
  const kept = await readDuty(app.store, municipality.id)
  const ended = kept && lastEnded(kept.duty, officer)
  const since = ended === undefined ? plus(now, { hours: -24 * USUAL_DAYS }) : ended < least ? least : ended
  const look = (record: SignalRecord): DoneOn | undefined =>
    mayActOn(record, officer, { municipality, now }) ? doneOn(record, desk, since) : undefined
  const step = await alongRegister(desk, { from, most: MOST_DONE }, look)
  const card = doneMeanwhileCard({
    since: dayInWords(dayOf(since, municipality), language),
    files: step.found,
    next: step.next,
    language,
  })
  return { title: texts(language).officer.day.duty.title, card }
}

/** What others did on it since then, by person. */
function doneOn(
  record: SignalRecord,
  { officer, turn, language }: OfficerTurn,
  since: Instant,
): DoneOn | undefined {
  const by = new Map<string, string[]>()
  for (const entry of record.audit) {
    const who = OfficerId.safeParse(entry.by)
    if (!who.success || who.data === officer || entry.at < since || NO_DEED.has(entry.what)) continue
    const name = nameOf(turn.municipality, who.data, language)
    by.set(name, [...(by.get(name) ?? []), entry.what])
  }
  if (by.size === 0) return undefined
  const lines = [...by].map(([name, deeds]) => ({ name, deeds }))
  return { signal: record.id, reference: record.reference, lines }
}
