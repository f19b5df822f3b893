/** Which facts of which signals may be found again. */
import { expect, test } from '@jest/globals'
import { stepOf } from '../../../services/facts/entryOf.ts'
import { lookedUpFacts, mayBeLookedUp } from '../../../services/facts/lookedUp.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { decision, done, MARIEKE, NOW, officer, received, reporter, standing } from '../../kit/signals.ts'

const by = officer(MARIEKE)
const story = [{ at: NOW, via: 'chat', text: 'Gisteren was Dragan Petrov er met bus AB-123-C.' }] as const
const told = (): SignalRecord => received({ story: [...story] })
const names = (record: SignalRecord) => lookedUpFacts(record).map((fact) => fact.details.kind)

test('a signal that is open is found by its facts, verified or not; never by a time', () => {
  expect(names(told())).toEqual(['person', 'vehicle'])
  expect(mayBeLookedUp(standing('signal', 'closed'))).toBe(true)
})

test.each<[string, () => SignalRecord]>([
  ['a consultation', () => received({ kind: 'consultation', story: [...story] })],
  ['what is frozen', () => done(told(), by, { do: 'freeze', reason: 'Bezwaar' })],
  ['what was withdrawn', () => done(told(), reporter, { do: 'withdraw' })],
  [
    'what had an ordinary explanation',
    () =>
      done(
        told(),
        by,
        decision({ outcome: 'noAction', safeReason: 'explained', routes: [], tell: { form: 'call' } }),
      ),
  ],
  [
    'what is to be destroyed',
    () => done(standing('signal', 'closed', { story: [...story] }), by, { do: 'erase', reason: 'Verzoek' }),
  ],
])('%s is not found', (_name, record) => {
  expect(mayBeLookedUp(record())).toBe(false)
  expect(names(record())).toEqual([])
})

test('a refuted fact is found by nobody from then on, and is when that is taken back', () => {
  const record = told()
  const fact = record.facts?.find((each) => each.details.kind === 'person')?.id ?? ''
  const refuted = done(record, by, { do: 'refuteFact', fact })
  expect(names(refuted)).toEqual(['vehicle'])
  expect(names(done(refuted, by, { do: 'unverifyFact', fact }))).toEqual(['person', 'vehicle'])
})

test('what stands on words that were corrected waits for an officer', () => {
  const corrected = done(told(), by, {
    do: 'correct',
    passage: 'story.0',
    text: 'Het was een andere bus.',
    reason: 'Gebeld',
  })
  expect(names(corrected)).toEqual([])
  const facts = corrected.facts?.map(({ id }) => id) ?? []
  expect(names(done(corrected, by, { do: 'confirmFact', facts }))).toEqual(['person', 'vehicle'])
})

test('the digest changes when what may be looked up does, and only then', () => {
  const record = told()
  const [fact = ''] =
    record.facts?.flatMap(({ id, details }) => (details.kind === 'person' ? [id] : [])) ?? []
  const before = stepOf(record)
  const all = record.facts?.map(({ id }) => id) ?? []
  expect(stepOf(done(record, by, { do: 'confirmFact', facts: all }))).toBe(before)
  expect(stepOf(done(record, by, { do: 'setRoles', roles: { [fact]: ['witness'] } }))).toBe(before)
  expect(stepOf(done(record, by, { do: 'note', text: 'x' }))).toBe(before)
  expect(stepOf(done(record, by, { do: 'refuteFact', fact }))).not.toBe(before)
  expect(stepOf(done(record, by, { do: 'freeze', reason: 'Bezwaar' }))).not.toBe(before)
})
