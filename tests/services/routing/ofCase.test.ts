/** What stands in one file of a case counts for the whole of it: proposed on all of it, and said in which file it stands. */
import { expect, test } from '@jest/globals'
import { situationTogether } from '../../../services/routing/ofCase.ts'
import { proposalFor } from '../../../services/routing/propose.ts'
import { situationOf } from '../../../services/routing/read.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Reference, SignalId } from '../../../services/words.ts'
import { done, ids, MARIEKE, NOW, officer, received, town } from '../../kit/signals.ts'

const newId = ids(42)
const told = (text: string, number: number, fields: Partial<SignalRecord> = {}): SignalRecord => ({
  ...received({ story: [{ at: NOW, via: 'chat', text }] }),
  id: SignalId.parse(newId()),
  reference: Reference.parse(`S-2026-${String(number).padStart(4, '0')}`),
  ...fields,
})

const HOUSE = told('Bij de controle van de woning lagen er acht matrassen in de kelder.', 1)
const CHILD = told('Een meisje van zestien moet daar mannen ontvangen. Ze is bang.', 2, { urgency: 'high' })

const kinds = (record: SignalRecord, beside: readonly SignalRecord[]) =>
  proposalFor(record, town, NOW, beside).routes.map(({ kind }) => kind)

test('a place in one file and a youngster in another: proposed is what fits the youngster, from either', () => {
  const alone = kinds(HOUSE, [])
  const together = kinds(HOUSE, [CHILD])
  expect(alone).not.toContain('safeHome')
  expect(together).toContain('safeHome')
  expect(new Set(together)).toEqual(new Set(kinds(CHILD, [HOUSE])))
  expect(situationTogether(HOUSE, [CHILD], town, NOW)).toMatchObject({
    age: { band: 'under18', stands: { from: CHILD.reference, words: [] } },
    urgency: { value: 'high', stands: { from: CHILD.reference } },
  })
})

test('of another file only that it is so and where it stands: none of its words', () => {
  const all = situationTogether(HOUSE, [CHILD], town, NOW)
  const stands = [...all.matters.values(), ...all.circumstances.values(), all.age.stands, all.fork.stands]
  const theirs = stands.filter(({ from }) => from === CHILD.reference)
  expect(theirs.length).toBeGreaterThan(0)
  expect(theirs.flatMap(({ words }) => words)).toEqual([])
  expect(JSON.stringify(theirs)).not.toMatch(/meisje|mannen|zestien/)
  // And of its own they stay.
  expect(
    stands.filter(({ from }) => from === undefined).flatMap(({ words }) => words).length,
  ).toBeGreaterThan(0)
})

test('what an officer confirmed in one of them goes before what is read in another', () => {
  const confirmed = done(CHILD, officer(MARIEKE), {
    do: 'setKinds',
    kinds: ['sexualExploitation'],
  })
  const [first] = situationTogether(HOUSE, [confirmed], town, NOW).matters
  expect(first).toMatchObject(['sexualExploitation', { by: 'officer', from: CHILD.reference }])
})

test('alone, or beside itself, it is what it was', () => {
  const before = situationOf(CHILD, town, NOW)
  expect(situationTogether(CHILD, [], town, NOW)).toEqual(before)
  expect(situationTogether(CHILD, [CHILD], town, NOW)).toEqual(before)
})
