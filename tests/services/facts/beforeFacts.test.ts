/** What was stored before a record had facts still opens: they are read when it is looked at, and kept at the next change. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { factsOf } from '../../../services/facts/inStep.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { done, MARIEKE, NOW, officer, town } from '../../kit/signals.ts'

const stored: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../fixtures/stores/before-facts.json', import.meta.url), 'utf8'),
)

test('a record from before: nothing is saved by looking, and a button of what is shown works', () => {
  const record = SignalRecord.parse(stored.record)
  expect([record.facts, record.weighed]).toEqual([undefined, undefined])
  const shown = factsOf(record, town, NOW)
  expect(shown.map(({ details }) => details)).toMatchObject([{ name: 'Dragan Petrov' }, { value: 'AB123C' }])
  const fact = shown[0]?.id ?? ''
  const refuted = done(record, officer(MARIEKE), { do: 'refuteFact', fact })
  expect(refuted.facts?.map(({ standing }) => standing)).toEqual(['refuted', 'unverified'])
  expect(done(record, officer(MARIEKE), { do: 'note', text: 'Nog iets.' }).facts).toEqual(shown)
})
