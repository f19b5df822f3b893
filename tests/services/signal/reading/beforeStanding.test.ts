/** Routes as an earlier version kept them: they open, have a standing, and are worked on as any other. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { standingOf, turnOf } from '../../../../services/signal/reading/routes.ts'
import { toldOfRoutes } from '../../../../services/signal/reading/toldRoutes.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { done, later, MARIEKE, officer, setting, town } from '../../../kit/signals.ts'

const stored: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/stores/before-standing.json', import.meta.url), 'utf8'),
)
const DAYS = 86_400_000
const now = later(25 * DAYS)
const by = officer(MARIEKE)

test('each has a standing, nothing more is asked of what was answered, and nothing is lost in opening', () => {
  const record = SignalRecord.parse(stored.record)
  expect(record).toEqual(stored.record)
  expect(record.routes.map((route) => standingOf(route, now, town).is)).toEqual([
    'takenUp',
    'silent',
    'givenUp',
    'planned',
  ])
  expect(record.routes.map((route) => turnOf(route).turn)).toEqual(['done', 'partner', 'done', 'toHandOver'])
  expect(overdueTerms(record, town, later(90 * DAYS)).map(({ term }) => term)).not.toContain('result')
  expect(toldOfRoutes(record, now, town)).toEqual(['takenUp', 'stillAsking', 'noAnswer'])
})

/** The town as it was then: of no partner is known who there can be asked. */
const withoutContacts = {
  ...town,
  partners: town.partners.map(({ contacts: _contacts, head: _head, ...partner }) => partner),
}

test('a silence of before goes on in the steps', () => {
  const record = SignalRecord.parse(stored.record)
  const route = record.routes[1]?.id ?? ''
  const chased = done(
    record,
    by,
    { do: 'chase', route, step: 'again', who: undefined },
    { id: randomUUID(), at: setting(40 * DAYS, withoutContacts) },
  )
  expect(chased.routes[1]).toMatchObject({
    replies: [{ note: 'Gebeld.' }],
    answer: { asked: { step: 'again' } },
  })
})
