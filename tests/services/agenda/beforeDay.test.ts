/** What was stored before there was a list of the day still opens: the record says what the entry does not. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { anewLineOps, entryOf, Line, withListing } from '../../../services/agenda/entry.ts'
import { LeafBody } from '../../../services/agenda/leaves.ts'
import { isListed } from '../../../services/signal/reading/dayList.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { Day } from '../../../services/words.ts'
import { done, MARIEKE, NOW, officer, town } from '../../kit/signals.ts'

const stored: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../fixtures/stores/before-day.json', import.meta.url), 'utf8'),
)

test('a leaf and a line from before open, and say nothing of the day', () => {
  const { entries } = LeafBody.parse(stored.leaf)
  const { entry } = Line.parse(stored.line)
  expect([...entries, entry].map((each) => each && isListed(each))).toEqual([false, false])
})

test('a record from before is told anew at its next change, or by the walk, and has no label and nothing put off', () => {
  const watched = SignalRecord.parse(stored.watched)
  expect([watched.labels, watched.decisions.at(-1)?.longer]).toEqual([undefined, undefined])
  const told = withListing(watched, town, NOW)
  expect(told.listing?.n).toBe((watched.listing?.n ?? 0) + 1)
  expect(told.listing?.entry?.day).toMatchObject({ on: 'watch', holder: MARIEKE, fresh: false })
  expect(entryOf(SignalRecord.parse(stored.out), town, NOW)?.day).toMatchObject({ on: 'reporter' })
  // What stood there before is replaced by its key, as it always was.
  expect(anewLineOps(watched.listing?.entry ? [watched.listing.entry] : [], told)).toHaveLength(1)
})

test('what was watched before can be put off', () => {
  const watched = SignalRecord.parse(stored.watched)
  const watchUntil = Day.parse('2026-12-23')
  const deed = { do: 'watchLonger', watchUntil, reason: 'Er komt nog een controle.' } as const
  // Its own press: the record remembers those of before.
  const put = done(watched, officer(MARIEKE), deed, { id: randomUUID() })
  expect(put.decisions.at(-1)).toMatchObject({ monitorUntil: '2026-12-23', longer: [{ from: '2026-12-02' }] })
})
