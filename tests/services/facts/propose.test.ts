/** What the words of a signal propose, in step with those words. */
import { describe, expect, test } from '@jest/globals'
import { type Fact, MOST_FACTS } from '../../../services/facts/fact.ts'
import { factsOf } from '../../../services/facts/inStep.ts'
import { propose } from '../../../services/facts/propose.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { done, MARIEKE, NOW, officer, received, reporter, town } from '../../kit/signals.ts'

const told = (...texts: string[]): SignalRecord =>
  received({ story: texts.map((text) => ({ at: NOW, via: 'chat', text })) })
const read = (...texts: string[]): readonly Fact[] => told(...texts).facts ?? []
const details = (...texts: string[]): unknown[] => read(...texts).map((fact) => fact.details)
const add = (record: SignalRecord, text: string): SignalRecord =>
  done(record, reporter, { do: 'add', text, attachmentsRefused: 0, acute: false })

describe('what is read', () => {
  test('a story becomes facts, each with its words, not verified, and without a role for anybody', () => {
    const facts = read(
      'Gisteren zag ik in de Tulpenstraat 14b, 3511 AB Utrecht een meisje van 16. De baas Dragan Petrov ' +
        'heeft een bus met kenteken AB-123-C. Zijn nummer is 06-12345678.',
    )
    expect(facts.map((fact) => fact.details)).toEqual([
      { kind: 'time', value: 'Gisteren' },
      {
        kind: 'address',
        street: 'Tulpenstraat',
        number: '14',
        addition: 'b',
        postcode: '3511AB',
        city: 'Utrecht',
      },
      { kind: 'person', described: 'meisje', age: 16, roles: [] },
      { kind: 'person', name: 'Dragan Petrov', described: 'baas', roles: [] },
      { kind: 'vehicle', value: 'AB123C' },
      { kind: 'telephone', value: '+31612345678' },
    ])
    expect(
      facts.every(({ standing, by, checked }) => standing === 'unverified' && by === 'reading' && !checked),
    ).toBe(true)
    expect(facts[1]).toMatchObject({
      passage: { passage: 'story.0', words: 'Tulpenstraat 14b, 3511 AB Utrecht' },
      how: 'observed',
      on: '2026-11-23',
    })
    expect(facts[3]).toMatchObject({ how: 'unknown' })
  })

  test('heard is no seeing; a form that says how it is known says it of all', () => {
    expect(read('Ik hoorde van een buurvrouw dat Dragan Petrov daar woont.')[0]).toMatchObject({
      how: 'heard',
    })
    const form = { what: 'Mevrouw Celik werkt daar.', howKnown: 'Ik heb het zelf gezien.' }
    const fact = received({ story: [], form }).facts?.find((each) => each.details.kind === 'person')
    expect(fact).toMatchObject({ how: 'observed', passage: { passage: 'form.what' } })
  })

  test('a name is split where that is sure, else it stays whole', () => {
    expect(details('Ik sprak mevrouw van Dijk.')).toEqual([
      { kind: 'person', surname: 'van Dijk', roles: [] },
    ])
    expect(details('Hij noemt zich Anna de Vries.')).toContainEqual({
      kind: 'person',
      givenName: 'Anna',
      surname: 'de Vries',
      roles: [],
    })
    expect(details('De eigenaar heet Nguyen Van An.')).toMatchObject([{ name: 'Nguyen Van An' }])
  })

  test('the same twice is one; one name is the other only where nobody else can be meant', () => {
    expect(details('De baas is Dragan Petrov. Later kwam Dragan weer.')).toHaveLength(1)
    const two = details('Ik zag Dragan Petrov en Dragan Ilic. Later zag ik Dragan weer.')
    expect(two.filter((each) => JSON.stringify(each).includes('Dragan'))).toHaveLength(3)
    expect(details('Bus AB-123-C stond er. Later weer ab123c, kenteken AB-123-C.')).toEqual([
      { kind: 'vehicle', value: 'AB123C' },
    ])
  })

  test('the same name, born at another time, is somebody else', () => {
    const facts = details(
      'Maria Popescu, geboren op 12-03-2008, was er.\nOok een Maria Popescu, geboren op 1-1-1990, was er.',
    )
    expect(facts).toMatchObject([{ birthDate: '2008-03-12' }, { birthDate: '1990-01-01' }])
  })

  test('a number of the trade register goes with its company', () => {
    expect(details('Zij werken bij Bouwbedrijf Jansen BV, KvK 12345678.')).toEqual([
      { kind: 'organisation', name: 'Bouwbedrijf Jansen BV', kvk: '12345678' },
    ])
  })

  test('whoever writes is no fact, nor are the people of the reporting point', () => {
    const facts = JSON.stringify(
      details(
        'Mijn naam is Sanne de Wit, mijn nummer is 06-87654321. Ik woon op Kerkstraat 5. De baas is Dragan Petrov. ' +
          'Groet, Sanne',
        `Ik heb het ook aan ${town.officers[0]?.name} verteld.`,
      ),
    )
    expect(facts).toContain('Dragan')
    for (const own of ['Sanne', '87654321', 'Kerkstraat', town.officers[0]?.name ?? '?'])
      expect(facts).not.toContain(own)
  })

  test('a BSN becomes no fact', () => {
    const facts = JSON.stringify(
      details('Haar BSN is 111222333. Ook 111222333 stond op papier, tel 111222333.'),
    )
    expect(facts).not.toContain('111222333')
  })

  test('a day is read where the words say one, and no other', () => {
    const on = (text: string) => read(text).find(({ details: { kind } }) => kind === 'time')?.on
    expect(on('Op 3 november 2026 was het weer zo.')).toBe('2026-11-03')
    expect(on('Afgelopen dinsdag was het weer zo.')).toBe('2026-11-17')
    expect(on('Het is elke vrijdag zo.')).toBeUndefined()
  })

  test('so many and no more, and it is said how many more there are', () => {
    const plates = Array.from(
      { length: 520 },
      (_, at) => `kenteken ${String(10 + (at % 90))}-${'BDFGHJKLNP'[Math.floor(at / 90)]}BD-${at % 9}`,
    )
    const record = told(plates.join('. '))
    expect(new Set(plates).size).toBeGreaterThan(MOST_FACTS)
    expect(record.facts).toHaveLength(MOST_FACTS)
    expect(record.factsLeftOut).toBe(new Set(plates).size - MOST_FACTS)
  })
})

describe('in step with the words', () => {
  test('what is added is read in the same save; the same words give the same facts with the same ids', () => {
    const record = told('Dragan Petrov woont er.')
    const more = add(record, 'Zijn bus is AB-123-C.')
    expect(more.facts?.[0]).toEqual(record.facts?.[0])
    expect(more.facts?.map((fact) => fact.details.kind)).toEqual(['person', 'vehicle'])
    expect(propose(more, town, NOW).facts.map(({ id }) => id)).toEqual(more.facts?.map(({ id }) => id))
  })

  test('an answer is read, once', () => {
    const asked = done(told('Iets klopt niet.'), officer(MARIEKE), { do: 'ask', text: 'Wie is het?' })
    const question = asked.questions[0]?.id
    const answered = done(asked, reporter, {
      do: 'answer',
      question,
      how: 'text',
      text: 'Dragan Petrov.',
      attachmentsRefused: 0,
      acute: false,
    })
    expect(answered.facts).toMatchObject([
      { details: { name: 'Dragan Petrov' }, passage: { passage: `answer.${question}` } },
    ])
  })

  test('a correction says what is right instead, and is read as well', () => {
    const corrected = done(told('Dragan Petrov woont er.'), officer(MARIEKE), {
      do: 'correct',
      passage: 'story.0',
      text: 'Het is zijn broer Goran Petrov.',
      reason: 'Gebeld',
    })
    expect(corrected.facts?.map((fact) => fact.details)).toMatchObject([
      { name: 'Dragan Petrov' },
      { name: 'Goran Petrov' },
    ])
  })

  test('while it is frozen nothing is read; what was added then is read when that ends', () => {
    const frozen = done(told('Dragan Petrov woont er.'), officer(MARIEKE), {
      do: 'freeze',
      reason: 'Bezwaar',
    })
    const added = add(frozen, 'Zijn bus is AB-123-C.')
    expect(added.facts).toHaveLength(1)
    const lifted = done(added, officer(MARIEKE), { do: 'unfreeze', reason: 'Afgewezen' })
    expect(lifted.facts).toHaveLength(2)
  })

  test('of an anonymous signal the facts keep the day only', () => {
    const record = received({
      degree: 'anonymous',
      story: [{ at: NOW, via: 'chat', text: 'Dragan Petrov is het.' }],
    })
    expect(record.facts?.[0]?.at).toBe('2026-11-23T23:00:00.000Z')
  })

  test('a record from before has its facts when they are looked at, and keeps them at the next change', () => {
    const { facts, ...before } = told('Dragan Petrov woont er.')
    expect(factsOf(before, town, NOW)).toEqual(facts)
    expect(done(before, officer(MARIEKE), { do: 'note', text: 'x' }).facts).toEqual(facts)
  })
})
