/** Names of every origin do equally well: what is found does not depend on where a name comes from. */
import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../../services/understanding/understand.ts'

const FULL = [
  'Jan de Groot',
  'Mehmet Yılmaz',
  'Fatima El Amrani',
  'Agnieszka Kowalczyk',
  'Oluwaseun Adeyemi',
  'Nguyễn Thị Lan',
  'Gheorghe Munteanu',
  'Xiaoming Li',
  'Shanti Ramdin',
  'Sjoukje van der Veen',
  'Ngozi Okafor',
  'José Hernández',
]
const GIVEN = [
  'Sanne',
  'Hans',
  'Yonas',
  'Ruben',
  'Mehmet',
  'Fatma',
  'Piotr',
  'Ngozi',
  'Tesfay',
  'Xiaoming',
  'Oksana',
  'Bogdan',
  'Youssef',
  'Lan',
]
const SURNAMES = [
  'Jansen',
  'Yılmaz',
  'El Amrani',
  'Kowalczyk',
  'Adeyemi',
  'Nguyen',
  'Munteanu',
  'Warsame',
  'Van den Berg',
]

/** What is found, with the name itself taken out. */
const shape = (text: string, name: string): unknown =>
  understand([text]).facts.map(({ kind, at, sure, role }) => ({
    kind,
    sure,
    role,
    words: at.words.replace(name, 'NAME').replace(name.toLowerCase(), 'NAME'),
  }))

const same = (names: readonly string[], sentence: (name: string) => string): void => {
  const [first = ''] = names
  const expected = shape(sentence(first), first)
  expect(JSON.stringify(expected)).toContain('NAME')
  for (const name of names) expect([name, shape(sentence(name), name)]).toEqual([name, expected])
}

describe('a whole name', () => {
  test.each<[string, (name: string) => string]>([
    ['after a role', (name) => `de eigenaar ${name} was er ook`],
    ['in a sentence', (name) => `gisteren zag ik ${name} bij de deur`],
    ['at the beginning', (name) => `${name} woont daar met twee kinderen`],
    ['with a year', (name) => `het gaat om ${name} (2008)`],
    ['after "heet"', (name) => `de man heet ${name}.`],
    ['with a role behind it', (name) => `volgens ${name}, de buurman, klopt het niet`],
  ])('%s', (_where, sentence) => same(FULL, sentence))
})

describe('a given name', () => {
  test.each<[string, (name: string) => string]>([
    ['after a role', (name) => `haar vriend ${name} dreigt`],
    ['in a sentence', (name) => `ze wil niet dat ${name} het weet`],
    ['in small letters behind kin', (name) => `tante ${name.toLowerCase()} zegt van niet`],
    ['in small letters behind "heet"', (name) => `hij heet ${name.toLowerCase()}`],
    ['at the beginning', (name) => `${name} zegt dat ze betaald wordt`],
    ['before a verb of anything', (name) => `${name} is daar elke dag`],
    ['with another', (name) => `${name} en Elif slapen in de schuur`],
  ])('%s', (_where, sentence) => same(GIVEN, sentence))
})

test('a family name behind a salutation', () =>
  same(SURNAMES, (name) => `ik sprak mevrouw ${name} over de post`))
test('an initial and a family name', () => same(SURNAMES, (name) => `daar staat S. ${name} ingeschreven`))
