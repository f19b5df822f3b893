/** What an officer does with the facts of a signal, and with the signal as a whole. */
import { describe, expect, test } from '@jest/globals'
import { MOST_FACTS } from '../../../../services/facts/fact.ts'
import type { OfficerDeed, Refusal } from '../../../../services/signal/command.ts'
import { decideMove } from '../../../../services/signal/decideMove.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { Day, SignalId } from '../../../../services/words.ts'
import {
  act,
  done,
  firstRoute,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  setting,
  standing,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const story = [{ at: NOW, via: 'chat', text: 'De baas Dragan Petrov heeft bus AB-123-C.' }] as const
const told = (): SignalRecord => received({ story: [...story] })
const handed = (): SignalRecord => standing('signal', 'handedOver', { story: [...story] })
const person = (record: SignalRecord): string =>
  record.facts?.find(({ details }) => details.kind === 'person')?.id ?? ''
const factIn = (record: SignalRecord, id: string) => record.facts?.find((fact) => fact.id === id)
const all = (record: SignalRecord): string[] => record.facts?.map(({ id }) => id) ?? []
const typed: Pick<OfficerDeed<'addFact'>, 'roleList'> = { roleList: [] }
const tasks = (record: SignalRecord) => (record.recipientTasks ?? []).map(({ why, fact }) => [why, fact])

describe('its standing', () => {
  test('confirmed once, by whom and when; twice is once', () => {
    const record = told()
    const confirmed = done(record, by, { do: 'confirmFact', facts: all(record) })
    expect(confirmed.facts).toMatchObject([
      { standing: 'confirmed', checked: { by: MARIEKE, at: NOW } },
      { standing: 'confirmed' },
    ])
    expect(act(confirmed, by, { do: 'confirmFact', facts: all(record) })).toEqual({ refused: 'already' })
    expect(confirmed.audit.at(-1)?.what).toBe('confirmFact')
    // Nobody needs to read the signal again for it.
    expect(confirmed.revision).toBe(record.revision)
  })

  test('refuted, with or without why; everybody who has it is to hear, once, and hears that it was taken back', () => {
    const record = handed()
    const fact = person(record)
    const refuted = done(record, by, { do: 'refuteFact', fact })
    expect(factIn(refuted, fact)).toMatchObject({ standing: 'refuted' })
    expect(refuted.recipientTasks).toMatchObject([{ why: 'refuted', fact, route: firstRoute(record) }])
    const said = done(refuted, by, { do: 'refuteFact', fact, text: 'Het was zijn broer.' })
    expect(factIn(said, fact)).toMatchObject({ standing: 'refuted', why: 'Het was zijn broer.' })
    expect(said.recipientTasks).toHaveLength(1)
    expect(act(said, by, { do: 'refuteFact', fact })).toEqual({ refused: 'already' })
    // Nobody was told yet: nobody has to hear anything.
    expect(tasks(done(said, by, { do: 'unverifyFact', fact }))).toEqual([])
    const informed = done(said, by, { do: 'recipientInformed', task: said.recipientTasks?.[0]?.id ?? '' })
    const back = done(informed, by, { do: 'confirmFact', facts: [fact] })
    expect(tasks(back)).toEqual([
      ['refuted', fact],
      ['corrected', fact],
    ])
    expect(factIn(back, fact)?.why).toBeUndefined()
  })

  test('where it went nowhere nobody is to be told', () => {
    const record = told()
    expect(done(record, by, { do: 'refuteFact', fact: person(record) }).recipientTasks).toBeUndefined()
  })

  test('what is not there is not there', () => {
    expect(act(told(), by, { do: 'refuteFact', fact: press() })).toEqual({ refused: 'notNow' })
    expect(act(told(), by, { do: 'confirmFact', facts: [press()] })).toEqual({ refused: 'notNow' })
  })

  test('after closing it can still be made right, and is worked on no more', () => {
    const closed = standing('signal', 'closed', { story: [...story] })
    const fact = person(closed)
    expect(act(closed, by, { do: 'confirmFact', facts: [fact] })).toEqual({ refused: 'closed' })
    expect(done(closed, by, { do: 'refuteFact', fact }).recipientTasks).toHaveLength(1)
  })

  test('while it is frozen nothing is done', () => {
    const frozen = done(told(), by, { do: 'freeze', reason: 'Bezwaar' })
    expect(act(frozen, by, { do: 'refuteFact', fact: person(frozen) })).toEqual({ refused: 'frozen' })
  })
})

describe('what it says', () => {
  test('corrected: what it said stays beside it, the words do not propose it again, and who has it hears', () => {
    const record = handed()
    const fact = person(record)
    const corrected = done(record, by, {
      do: 'correctFact',
      fact,
      ...typed,
      name: 'Dragan Petrovic',
      birth: '12-3-1980',
      known: 'heard',
    })
    expect(factIn(corrected, fact)).toMatchObject({
      details: { name: 'Dragan Petrovic', birthDate: '1980-03-12' },
      before: [{ details: { name: 'Dragan Petrov' } }],
      standing: 'confirmed',
      how: 'heard',
    })
    expect(tasks(corrected)).toEqual([['corrected', fact]])
    const more = done(
      corrected,
      { role: 'reporter' },
      {
        do: 'add',
        text: 'Dragan Petrov was er weer.',
        attachmentsRefused: 0,
        acute: false,
      },
    )
    expect(more.facts?.filter(({ details }) => details.kind === 'person')).toHaveLength(1)
  })

  test.each<[string, Partial<OfficerDeed<'addFact'>>, Refusal]>([
    [
      'a postcode',
      { kind: 'address', street: 'Kerkstraat', postcode: '35 AB' },
      { refused: 'invalid', field: 'postcode' },
    ],
    [
      'a house number',
      { kind: 'address', street: 'Kerkstraat', number: 'b14' },
      { refused: 'invalid', field: 'number' },
    ],
    ['a plate', { kind: 'vehicle', value: 'AUTO VAN JAN' }, { refused: 'invalid', field: 'plate' }],
    [
      'a day of birth',
      { kind: 'person', name: 'A', birth: '31-2-2008' },
      { refused: 'invalid', field: 'birth' },
    ],
    [
      'a day that lies ahead',
      { kind: 'person', name: 'A', birth: '1-1-2031' },
      { refused: 'invalid', field: 'birth' },
    ],
    ['an age', { kind: 'person', name: 'A', age: '200' }, { refused: 'invalid', field: 'age' }],
    ['a mail address', { kind: 'mail', value: 'jan.example' }, { refused: 'invalid', field: 'mail' }],
    ['a phone', { kind: 'telephone', value: '12' }, { refused: 'invalid', field: 'telephone' }],
    [
      'an account',
      { kind: 'account', value: 'NL91ABNA0417164301' },
      { refused: 'invalid', field: 'account' },
    ],
    ['a company', { kind: 'organisation', name: 'X', kvk: '1234' }, { refused: 'invalid', field: 'kvk' }],
    ['nobody', { kind: 'person' }, { refused: 'needs', field: 'name' }],
    ['nothing', {}, { refused: 'needs', field: 'kind' }],
    ['a hidden BSN', { kind: 'person', name: '[BSN verwijderd]' }, { refused: 'invalid', field: 'name' }],
  ])('%s that cannot be is refused with its field', (_name, fields, refusal) => {
    expect(act(told(), by, { do: 'addFact', ...typed, ...fields })).toEqual(refusal)
  })

  test.each<[Partial<OfficerDeed<'addFact'>>, unknown]>([
    [{ kind: 'vehicle', value: 'ab-123-c' }, { value: 'AB123C' }],
    [{ kind: 'telephone', value: '06 12 34 56 78' }, { value: '+31612345678' }],
    [{ kind: 'account', value: 'nl91 abna 0417 1643 00' }, { value: 'NL91ABNA0417164300' }],
    [{ kind: 'mail', value: 'Jan@Example.org' }, { value: 'jan@example.org' }],
    [{ kind: 'organisation', kvk: '12345678' }, { kvk: '12345678' }],
    [
      { kind: 'address', street: 'Kerkstraat', number: '14b', postcode: '3511 ab' },
      { postcode: '3511AB', number: '14b' },
    ],
    [
      { kind: 'person', described: 'de baas', birth: '1990' },
      { described: 'de baas', birthYear: 1990 },
    ],
    [{ kind: 'time', value: 'elke avond' }, { value: 'elke avond' }],
  ])('%j is added in its one form', (fields, details) => {
    const record = done(told(), by, { do: 'addFact', ...typed, ...fields })
    expect(record.facts?.at(-1)).toMatchObject({ details, by: MARIEKE, standing: 'confirmed' })
  })

  test('of the most there can be, no more is added', () => {
    const record = told()
    const [fact] = record.facts ?? []
    if (!fact) throw new Error('Nothing was read.')
    const full = { ...record, facts: Array.from({ length: MOST_FACTS }, () => ({ ...fact, id: press() })) }
    expect(act(full, by, { do: 'addFact', ...typed, kind: 'mail', value: 'x@example.org' })).toEqual({
      refused: 'tooMany',
      most: MOST_FACTS,
    })
  })
})

describe('what a person may be in it', () => {
  test('several roles, chosen by an officer and by nobody else', () => {
    const record = told()
    const fact = person(record)
    const chosen = done(record, by, {
      do: 'setRoles',
      roles: { [fact]: ['possibleVictim', 'possibleExploiter'] },
    })
    expect(factIn(chosen, fact)?.details).toMatchObject({ roles: ['possibleVictim', 'possibleExploiter'] })
    expect(factIn(done(chosen, by, { do: 'setRoles', roles: { [fact]: [] } }), fact)?.details).toMatchObject({
      roles: [],
    })
  })

  test('what was chosen on the page goes along with another button of it, and not from an older page', () => {
    const record = told()
    const fact = person(record)
    const deed: OfficerDeed<'confirmFact'> = {
      do: 'confirmFact',
      facts: [fact],
      roles: { [fact]: ['witness'] },
    }
    const now = act(record, by, deed, { seen: record.revision })
    expect(now).toMatchObject({ record: { facts: [{ details: { roles: ['witness'] } }, {}] } })
    const older = act({ ...record, revision: record.revision + 1 }, by, deed, { seen: record.revision })
    expect(older).toMatchObject({
      record: { facts: [{ details: { roles: [] }, standing: 'confirmed' }, {}] },
    })
  })

  test('how somebody can be reached safely is kept, and who has the signal hears that it changed', () => {
    const record = handed()
    const fact = person(record)
    const said = done(record, by, { do: 'safeContact', fact, how: 'Via school', mustNotKnow: 'Haar vriend' })
    expect(factIn(said, fact)?.details).toMatchObject({
      safeContact: { how: 'Via school', mustNotKnow: 'Haar vriend' },
    })
    expect(tasks(said)).toEqual([['corrected', fact]])
    // It stays when something else of the person is corrected.
    const corrected = done(said, by, { do: 'correctFact', fact, ...typed, name: 'Dragan P.' })
    expect(factIn(corrected, fact)?.details).toMatchObject({ safeContact: { how: 'Via school' } })
  })
})

test('words that move take their proposals along; what an officer confirmed stays, and is marked', () => {
  const source = received({ story: [...story] })
  const target = received({ signal: SignalId.parse(press()), story: [] })
  const fact = person(source)
  const confirmed = done(source, by, { do: 'confirmFact', facts: [fact] })
  const command = {
    do: 'move',
    id: press(),
    actor: by,
    passage: 'story.0',
    to: target.id,
    reference: '',
    reason: 'Hoort daar',
  } as const
  const moved = decideMove(confirmed, target, command, setting())
  if ('refused' in moved || moved.source.done !== 'changed' || moved.target.done !== 'changed')
    throw new Error('The words were not moved.')
  expect(moved.source.record.facts).toMatchObject([{ id: fact, standing: 'confirmed', lost: true }])
  expect(moved.target.record.facts?.map(({ details }) => details.kind)).toEqual(['person', 'vehicle'])
  // Confirmed anew it stands on the word of the officer.
  const again = done(moved.source.record, by, { do: 'confirmFact', facts: [fact] })
  expect(again.facts?.[0]).toMatchObject({ standing: 'confirmed' })
  expect(again.facts?.[0]?.lost).toBeUndefined()
  expect(again.facts?.[0]?.passage).toBeUndefined()
})

describe('the signal as a whole', () => {
  test('kinds: several, and none is a choice', () => {
    const kinds = ['labourExploitation', 'careFraud'] as const
    expect(done(told(), by, { do: 'setKinds', kinds: [...kinds] }).weighed?.kinds?.kinds).toEqual(
      [...kinds].sort(),
    )
    expect(done(told(), by, { do: 'setKinds', kinds: [] }).weighed?.kinds?.kinds).toEqual([])
  })

  test('the weighing: a point is yes, no or not known, with a line', () => {
    const weighed = done(told(), by, {
      do: 'weigh',
      concrete: 'yes',
      concreteLine: 'Een adres',
      recent: 'unknown',
    })
    expect(weighed.weighed?.weighing?.points).toEqual({
      concrete: { answer: 'yes', line: 'Een adres' },
      recent: { answer: 'unknown' },
    })
    expect(act(told(), by, { do: 'weigh' })).toEqual({ refused: 'needs', field: 'weighing' })
  })

  test('who helps: not known is an answer, and known says who', () => {
    expect(done(told(), by, { do: 'setHelpers', helpers: 'unknown', text: '' }).weighed?.helpers?.known).toBe(
      'unknown',
    )
    expect(act(told(), by, { do: 'setHelpers', helpers: 'known', text: ' ' })).toEqual({
      refused: 'needs',
      field: 'text',
    })
  })

  test('special data only with why it is needed, apart from the facts, and out again', () => {
    expect(act(told(), by, { do: 'addSpecial', text: 'Zwanger', reason: '' })).toEqual({
      refused: 'needs',
      field: 'needed',
    })
    const kept = done(told(), by, { do: 'addSpecial', text: 'Zwanger', reason: 'spoed bij opvang' })
    expect(kept.weighed?.special).toMatchObject([{ text: 'Zwanger', needed: 'spoed bij opvang' }])
    const line = kept.weighed?.special?.[0]?.id ?? ''
    expect(done(kept, by, { do: 'dropSpecial', line }).weighed?.special).toEqual([])
  })

  const look = {
    do: 'lookElsewhere',
    source: 'kvk',
    on: Day.parse('2026-11-24'),
    text: 'Bestaat dit bedrijf?',
    basis: 'publicTask',
    found: 'noHit',
  } as const

  test('a look elsewhere: where, when, for what, on which ground, and hit or none', () => {
    expect(done(told(), by, look).weighed?.elsewhere).toMatchObject([
      { source: 'kvk', why: 'Bestaat dit bedrijf?', basis: 'publicTask', hit: false },
    ])
    expect(act(told(), by, { ...look, text: '' })).toEqual({ refused: 'needs', field: 'purpose' })
    expect(act(told(), by, { ...look, basis: undefined })).toEqual({ refused: 'needs', field: 'basis' })
    expect(act(told(), by, { ...look, on: Day.parse('2026-11-25') })).toEqual({
      refused: 'needs',
      field: 'on',
    })
    expect(act(told(), by, { ...look, source: 'nergens' })).toEqual({ refused: 'needs', field: 'source' })
  })

  test.each(['suwi', 'wmo', 'youth', 'medical', 'police'] as const)(
    '%s is closed until it is opened',
    (source) => {
      expect(act(told(), by, { ...look, source })).toEqual({ refused: 'sourceClosed' })
      const opened = setting(0, { ...town, openSources: [source] })
      expect(act(told(), by, { ...look, source }, { at: opened })).toMatchObject({ done: 'changed' })
    },
  )

  test('advice is looked up nowhere', () => {
    const sparren = received({ kind: 'consultation', story: [...story] })
    expect(act(sparren, by, look)).toEqual({ refused: 'stillConsultation' })
  })
})
