/** Signals as an earlier version kept them: they open, and what nobody did then is asked now. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { hindersClosing } from '../../../services/signal/reading/closing.ts'
import { openHelp } from '../../../services/signal/reading/help.ts'
import { movableIn } from '../../../services/signal/reading/movable.ts'
import { overdueTerms } from '../../../services/signal/reading/overdue.ts'
import { turnOf } from '../../../services/signal/reading/routes.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { act, done, firstRoute, later, MARIEKE, officer, town } from '../../kit/signals.ts'

const by = officer(MARIEKE)
/** Ids that the older one does not remember. */
const fresh = () => ({ id: randomUUID() })
const DAY_MS = 86_400_000
const read = () =>
  SignalRecord.parse(JSON.parse(readFileSync('tests/fixtures/stores/answered-by-a-question.json', 'utf8')))

test('a question that was called an answer waits for ours, and help that had no owner has one', () => {
  const record = read()
  expect(record.routes[0]).toMatchObject({ state: 'answered', answer: { what: 'question' } })
  expect(record.routes.map(turnOf)).toEqual([{ turn: 'officer', by: '2026-12-08' }])
  expect(openHelp(record, town)).toMatchObject({ owner: { who: 'officer', officer: MARIEKE } })
  expect(record.decisions[0]?.minor).toBeUndefined()
  expect(record.calls).toMatchObject([{ by: MARIEKE }])
  const late = overdueTerms(record, town, later(30 * DAY_MS)).map(({ term }) => term)
  expect(late).toEqual(expect.arrayContaining(['partnerAsks', 'help']))
  expect(movableIn(record).length).toBe(2)
})

test('it is worked on as any other, to its end', () => {
  const record = read()
  expect(hindersClosing(record)).toEqual({ refused: 'routesOpen' })
  const route = firstRoute(record)
  const ours = done(record, by, { do: 'answerPartner', route, text: 'Aan de Havenweg' }, fresh())
  expect(ours.routes.map(turnOf)).toMatchObject([{ turn: 'partner' }])
  const answered = done(ours, by, { do: 'partnerAnswered', route, what: 'takenUp', text: '' }, fresh())
  expect(hindersClosing(answered)).toEqual({ refused: 'helpOpen' })
  const task = openHelp(answered, town)?.id ?? ''
  const helped = done(answered, by, { do: 'help', task, how: 'arranged', text: '' }, fresh())
  expect(act(helped, by, { do: 'close' }, fresh())).toMatchObject({ done: 'changed' })
})
