/** A record from before it was kept what was given: it opens, everybody has all of it, and what is planned is handed over. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { sentOf } from '../../../services/handover/sent.ts'
import { openRecipientTasks } from '../../../services/signal/reading/recipients.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { done, MARIEKE, officer, POLICE, TEAM } from '../../kit/signals.ts'

const before: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/stores/before-hand-over.json', import.meta.url), 'utf8'),
)
const by = officer(MARIEKE)

test('it opens as it was, and nothing is said of what nobody kept', () => {
  const record = SignalRecord.parse(before)
  expect(record).toEqual(before)
  const police = record.routes.find(({ partner }) => partner === POLICE)
  expect(police).toMatchObject({ state: 'handedOver' })
  expect(sentOf(police ?? {})).toEqual([])
})

test('its recipient is told as before; what was planned is kept as it is given, and only who got a fact hears of it', () => {
  const record = SignalRecord.parse(before)
  expect(openRecipientTasks(record)).toHaveLength(1)
  const address = record.facts?.find(({ details }) => details.kind === 'organisation')?.id ?? ''
  const team = record.routes.find(({ partner }) => partner === TEAM)?.id ?? ''
  const given = done(record, by, { do: 'handOver', route: team }, { id: randomUUID() })
  const sent = sentOf(given.routes.find(({ id }) => id === team) ?? {})
  expect(sent).toHaveLength(1)
  expect(sent[0]?.facts.map(({ id }) => id)).not.toContain(address)
  const refuted = done(given, by, { do: 'refuteFact', fact: address, text: undefined }, { id: randomUUID() })
  const told = openRecipientTasks(refuted).filter(({ fact }) => fact === address)
  expect(told.map(({ route }) => given.routes.find(({ id }) => id === route)?.partner)).toEqual([POLICE])
})
