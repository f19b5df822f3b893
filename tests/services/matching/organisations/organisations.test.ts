/** Names of organisations: with and without their legal form, turned round, joined, and what common words are worth. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareOrganisations,
  ORGANISATION_GRADES,
} from '../../../../services/matching/organisations/compareOrganisations.ts'
import {
  MOST_ORGANISATION_KEYS,
  organisationKeys,
} from '../../../../services/matching/organisations/organisationKeys.ts'

const gradeOf = (here: string, there: string): string => compareOrganisations(here, there).grade

describe('grades', () => {
  test.each([
    ['Kapsalon Royal', 'Royal Kapsalon'],
    ['Kapsalon Royal', 'KapsalonRoyal'],
    ['Ardevra B.V.', 'ARDEVRA'],
    ['Ardevra BV', 'Ardevra Holding B.V.'],
    ['Stichting Zorg voor Elkaar', 'Zorg voor Elkaar'],
    ['Jansen & Zn.', 'Jansen en Zonen VOF'],
    ['Kowal Sp. z o.o.', 'Kowal'],
    ['Ковал ООО', 'Koval'],
    ['Van der Velde Transport', 'vd Velde Transport'],
    ['A.B.C. Zorg', 'ABC Zorg'],
    ['Mezger GmbH', 'Mezger'],
    ['Nagelstudio Lotus', 'Lotus Nagelstudio v.o.f.'],
    ['TempoWork', 'Tempo Work BV'],
    ['Lotuskapsalon', 'Kapsalon Lotus B.V.'],
    ['hotel transonex', 'Transonexhotel'],
    ['Bakkerij Rijnika', 'bakkery Rynika'],
    ['Café Zilvermeer', 'Cafe Zilvermeer'],
    ['Janssen Beheer h/o Kapsalon Zilvermeer', 'Kapsalon Zilvermeer'],
    ['Pieters t.h.o.d.n. Zilvermeer', 'Zilvermeer'],
  ])('%s is %s', (here, there) => expect(gradeOf(here, there)).toBe('same'))

  test.each([
    ['Ardevra BV', 'Ardevro'],
    ['Zilvermeer Zorg', 'Zilvemeer Zorg'],
    ['Schoonmaakbedrijf Berkelo', 'Schoonmaak Berkelo B.V.'],
    ['Zilver Meer', 'Zilvermer'],
    ['Restaurant Zilvermeer', 'Zilvermeer'],
    ['Ardevra', 'Ardevra Vastgoed'],
    ['Thuiszorg Peloteg', 'Pelotech Thuiszorg'],
  ])('%s is nearly %s', (here, there) => expect(gradeOf(here, there)).toBe('nearly'))

  test.each([
    ['Ardevra', 'Ardevra Molenaar'],
    ['Kapsalon Ardevra', 'Kapsalon Ardevra Molenaar'],
  ])('%s is a part of %s', (here, there) => expect(gradeOf(here, there)).toBe('partly'))

  test.each([
    ['Flexmond Uitzendbureau BV', 'Flexmond Personeel'],
    ['Restaurant Zilvermeer', 'Zilvermeer Catering'],
    ['Kapsalon Zilvermeer', 'Stichting Moskee Zilvermeer'],
  ])('%s and %s each say what they are, and not the same', (here, there) =>
    expect(gradeOf(here, there)).toBe('otherKind'),
  )

  test.each([
    ['Uitzendbureau', 'Uitzendbureau Flexmond'],
    ['Restaurant', 'Restaurant Zilvermeer'],
    ['Restaurant', 'restaurant'],
    ['Thuiszorg Zilvermeer', 'Thuiszorg Ardevra'],
  ])('%s and %s share a common word only', (here, there) => {
    const { grade, bits } = compareOrganisations(here, there)
    expect(grade).toBe('generic')
    expect(bits).toBeLessThan(8)
  })

  test('first letters are a weak sign', () => {
    expect(compareOrganisations('Noord Veluwse Zorg', 'NVZ')).toMatchObject({ grade: 'acronym', bits: 4 })
  })

  test.each([
    ['Ardevra', 'Zilvermeer'],
    ['Ardevra Zorg', 'Zilvermeer Bouw'],
  ])('%s is not %s', (here, there) => expect(gradeOf(here, there)).toBe('differs'))

  test.each(['', '  ', '!!'])('%j says too little', (here) =>
    expect(gradeOf(here, 'Ardevra')).toBe('tooLittle'),
  )

  test('which words matched, how rare they are, and what is only here', () => {
    const found = compareOrganisations('Ardevra Zorg BV', 'Ardevra Bouw')
    expect(found.matched.map(({ here, telling }) => [here, telling])).toEqual([['ardevra', true]])
    expect([found.onlyHere, found.onlyThere]).toEqual([['zorg'], ['bouw']])
    expect(found.bits).toBeGreaterThan(8)
    expect(compareOrganisations('Kapsalon Royal', 'Royal').bits).toBeLessThan(found.bits)
  })
})

const aName = fc
  .array(
    fc.constantFrom(
      'Ardevra',
      'Zilvermeer',
      'Kapsalon',
      'Zorg',
      'Royal',
      'BV',
      'Stichting',
      '&',
      'van',
      'Uitzendbureau',
      'h/o',
    ),
    { maxLength: 5 },
  )
  .map((words) => words.join(' '))

describe('properties', () => {
  test('the same either way round', () => {
    fc.assert(
      fc.property(aName, aName, (here, there) => {
        const [one, other] = [compareOrganisations(here, there), compareOrganisations(there, here)]
        expect(one.grade).toBe(other.grade)
        expect(one.bits).toBeCloseTo(other.bits)
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  test('nothing is more alike than the same', () => {
    fc.assert(
      fc.property(aName, aName, (here, there) => {
        const own = compareOrganisations(here, here)
        const other = compareOrganisations(here, there)
        if (own.grade === 'tooLittle' || own.grade === 'generic') return
        expect(ORGANISATION_GRADES.indexOf(own.grade)).toBeLessThanOrEqual(
          ORGANISATION_GRADES.indexOf(other.grade),
        )
      }),
      { seed: 9, numRuns: 500 },
    )
  })

  test('any text is read, and gives ten keys at most', () => {
    const text = fc.oneof(fc.string({ maxLength: 250 }), fc.string({ unit: 'binary', maxLength: 80 }))
    fc.assert(
      fc.property(text, (written) => {
        expect(organisationKeys(written).length).toBeLessThanOrEqual(MOST_ORGANISATION_KEYS)
        expect(['differs', 'acronym', 'partly']).not.toContain(gradeOf(written, written))
      }),
      { seed: 10, numRuns: 400 },
    )
  })

  test.each(['Ardevra BV', 'Zilvermeer', 'Kapsalon Royal', 'Flexmond Uitzendbureau', 'Bakkerij Hoogendal'])(
    'one error anywhere in %s leaves a key',
    (name) => {
      const keys = organisationKeys(name)
      const core = name.replace(/ BV$/, '')
      for (let at = 0; at < core.length; at += 1) {
        const wrong = [
          core.slice(0, at) + core.slice(at + 1),
          `${core.slice(0, at)}x${core.slice(at + 1)}`,
          `${core.slice(0, at)}x${core.slice(at)}`,
          core.slice(0, at) + (core[at + 1] ?? '') + (core[at] ?? '') + core.slice(at + 2),
        ]
        for (const written of wrong) {
          expect([written, organisationKeys(written).some((key) => keys.includes(key))]).toEqual([
            written,
            true,
          ])
        }
      }
    },
  )
})
