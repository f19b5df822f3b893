/** Rules are data: what is wrong with them is said once, with the rule and the field; what holds has a version. */
import { describe, expect, test } from '@jest/globals'
import { localMunicipality } from '../../../infra/local/municipality.ts'
import { Municipality } from '../../../services/municipality/municipality.ts'
import { kindNamed, partnersNamed, regionNamed } from '../../../services/routing/aliases.ts'
import preset from '../../../services/routing/data/netherlands.json' with { type: 'json' }
import { RuleFile, type RuleWritten } from '../../../services/routing/rule.ts'
import {
  publicName,
  RulesRefused,
  readRules,
  regionIds,
  regionOf,
  ruleSetOf,
  sheetOf,
} from '../../../services/routing/ruleSet.ts'
import { RouteKind } from '../../../services/routing/words.ts'

const town = localMunicipality('https://teams.example')
const own: RuleWritten = {
  id: 'harbour',
  signal: { nl: 'De haven', en: 'The harbour' },
  when: { kinds: ['borderCrossing'], postcodes: ['3011-3089'] },
  rank: 3,
  first: ['borderPolice'],
  why: { nl: 'Hier is een haven.', en: 'There is a harbour here.' },
}
const wrongIn = (routing: unknown): string[] => {
  const read = Municipality.safeParse({ ...town, routing })
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a file of rules', () => {
  const withRule = (change: object) => ({
    ...preset,
    rules: preset.rules.map((rule) => (rule.id === 'labour' ? { ...rule, ...change } : rule)),
  })
  test.each([
    [{ first: ['polite'] }, 'the preset: rules.labour.first[0].kind is no kind of partner: polite'],
    [{ first: ['EMM'] }, 'the preset: rules.labour.first[0].kind EMM takes nothing in since 2021'],
    [{ rank: 12 }, 'the preset: rules.labour.rank '],
    [{ when: { age: ['20'] } }, 'the preset: rules.labour.when.age[0] '],
    [{ when: { nationality: ['x'] } }, 'the preset: rules.labour.when '],
    [{ when: { postcodes: ['35AB'] } }, 'the preset: rules.labour.when.postcodes[0] is no postcode area'],
    [
      { when: { postcodes: ['3599-3500'] } },
      'the preset: rules.labour.when.postcodes[0] ends before it begins',
    ],
    [
      { notFirst: [{ as: 'visit', why: own.why }] },
      'the preset: rules.labour.notFirst[0].kind names no kind',
    ],
    [{ why: { nl: 'x' } }, 'the preset: rules.labour.why.en '],
  ])('%j is refused by its rule and field', (change, said) => {
    let message = ''
    try {
      readRules(RuleFile, withRule(change), 'the preset')
    } catch (error) {
      if (!(error instanceof RulesRefused)) throw error
      message = error.message
    }
    expect(message).toContain(said)
    expect(message.split('\n')).toHaveLength(1)
  })
})

describe('the routing of a municipality', () => {
  test('needs nothing', () => {
    expect(wrongIn(undefined)).toEqual([])
    expect(wrongIn({})).toEqual([])
    expect(wrongIn({ region: 'utrecht', rules: [own], off: ['border'] })).toEqual([])
  })
  test.each([
    [{ region: 'atlantis' }, 'routing.region: is no region that is known'],
    [{ off: ['nothing-such'] }, 'routing.off.0: there is no rule nothing-such to leave out'],
    [{ rules: [own, own] }, 'routing.rules.1.id: rule harbour is there twice'],
    [
      { rules: [{ ...own, first: ['emm'] }] },
      'routing.rules.0.first.0.kind: EMM takes nothing in since 2021',
    ],
    [
      { rules: [{ ...own, when: { regions: ['atlantis'] } }] },
      'routing.rules.0.when.regions.0: in rule harbour',
    ],
  ])('%j is refused', (routing, said) => expect(wrongIn(routing).join('\n')).toContain(said))

  test('own rules replace by id or are added, others are left out, and the version tells', () => {
    const usual = ruleSetOf({})
    const added = ruleSetOf(Municipality.parse({ ...town, routing: { rules: [own] } }).routing)
    const replaced = ruleSetOf(
      Municipality.parse({ ...town, routing: { rules: [{ ...own, id: 'border' }] } }).routing,
    )
    const fewer = ruleSetOf({ off: ['border'] })
    expect(added.rules).toHaveLength(usual.rules.length + 1)
    expect(replaced.rules).toHaveLength(usual.rules.length)
    expect(fewer.rules).toHaveLength(usual.rules.length - 1)
    const versions = [usual, added, replaced, fewer, ruleSetOf({ region: 'utrecht' })].map(
      ({ version }) => version,
    )
    expect(new Set(versions).size).toBe(5)
    expect(ruleSetOf({}).version).toBe(usual.version)
    expect(usual.version).toMatch(/^[0-9a-f]{8}$/)
    expect(ruleSetOf({ region: 'utrecht' }).name.nl).toBe('Nederland, 2026 + Utrecht')
  })
})

describe('names', () => {
  test.each(['ISZW', 'Inspectie SZW', 'SZW-inspectie', 'iszw', 'Nederlandse Arbeidsinspectie'])(
    '%s is the Labour Authority',
    (name) => {
      expect(kindNamed(name)).toBe('labourInspectorate')
      expect(partnersNamed(town, name).map(({ id }) => id)).toEqual(['arbeidsinspectie'])
    },
  )
  test('EMM is no route', () => {
    expect(kindNamed('EMM')).toBe('noRoute')
    expect(partnersNamed(town, 'EMM')).toEqual([])
  })
  test('every kind has a sheet, and no name is of two kinds', () => {
    for (const kind of RouteKind.options) {
      expect([kind, kindNamed(kind)]).toEqual([kind, kind])
      for (const alias of sheetOf(kind).aliases) expect([alias, kindNamed(alias)]).toEqual([alias, kind])
    }
  })
  test('a region is found by its names, and lies in regions that are there', () => {
    expect(regionNamed('RIEC Midden-Nederland')).toBe('midden-nederland')
    expect(regionNamed('Atlantis')).toBeUndefined()
    for (const id of regionIds()) {
      for (const within of regionOf(id)?.within ?? []) expect(regionOf(within)).toBeDefined()
      for (const alias of regionOf(id)?.aliases ?? [])
        expect([alias, regionNamed(alias)]).toEqual([alias, id])
    }
    expect(publicName('careCoordinator', 'utrecht').phone).toBe('088-374 47 44')
    expect(publicName('careCoordinator', 'limburg').phone).toBeUndefined()
  })
})
