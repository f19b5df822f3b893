/** Dutch and English are complete in both, and say the same: built alike, with the same numbers, values and links. */
import { describe, expect, test } from '@jest/globals'
import { texts } from '../../../cards/texts/index.ts'
import { LISTS, saidIn } from './said.ts'

type Pair = { path: string; nl: string; en: string }

const said = (language: 'nl' | 'en') => {
  const { reporter, shared, officer } = texts(language)
  const all = Object.entries({ reporter, shared, officer }).flatMap(([side, of]) =>
    saidIn(of, side, language, LISTS),
  )
  return new Map(all.map(({ path, text }) => [path, text]))
}
const [nl, en] = [said('nl'), said('en')]
const pairs: Pair[] = [...nl].map(([path, text]) => ({ path, nl: text, en: en.get(path) ?? '' }))

/** Its numbers, however thousands are parted, in order of size. */
const numbersOf = (text: string): string =>
  [...text.replace(/(\d)[.,](?=\d{3}\b)/g, '$1').matchAll(/\d+/g)]
    .map(([number]) => number)
    .sort()
    .join(' ')
/** Where it leads to, and what it must be shown as. */
const linksOf = (text: string): string =>
  [...text.matchAll(/\]\([^)]{1,200}\)/g)].map(([link]) => link).join(' ')

/** In words in one language and in figures in the other: "een kwartier", "vierde lid", "9 uur". */
const OTHER_NUMBERS = new Set([
  'officer.words.urgencyMeans.acute',
  'officer.overview.about',
  'reporter.chat.inOfficeHours',
])

/**
 * What must be said in both when it is said in one: how each language says it, and where the other rightly has another
 * way.
 */
const MUST: readonly (readonly [what: string, nl: RegExp, en: RegExp, but?: readonly string[]])[] = [
  ['112', /\b112\b/, /\b112\b/],
  ['danger', /gevaar/i, /danger/i],
  [
    'to call',
    /\b(?:bel|bellen|belt|gebeld|belde)\b/i,
    /\b(?:call|called|calling|phoned?)\b/i,
    [
      // "Lukt niet": the question above it says what.
      'reporter.danger.cannot',
      'officer.follow.called.title',
      'officer.follow.called.send',
      'officer.rights.parts.call',
      'officer.search.terms',
    ],
  ],
  // "Voornaam" is one word.
  ['a name', /\bna(?:am|men)\b/i, /\bname/i, ['officer.facts.forms.fields.givenName']],
  ['the code', /\bcode/i, /\bcode/i],
  ['anonymous', /anoniem/i, /anonymous/i],
  ['confidential', /vertrouwelijk/i, /confiden(?:tial|ce)/i],
  ['the police', /politie/i, /police/i],
  ['to erase', /\b(?:wis|wissen|gewist)\b|verwijder/i, /delet|eras|remov/i],
  ['to send', /stu{1,2}r/i, /\b(?:send|sends|sending|sent)\b/i, ['officer.forms.feedBack.choices.message']],
  ['a child', /\bkind\b|minderjarig|jonger/i, /child|minor|under 18|younger/i],
  ['a court', /rechter/i, /court/i],
  ['a working day', /werkdag/i, /working day/i],
  ['sorry', /sorry/i, /sorry/i],
  [
    'not',
    /\b(?:nee|niet|geen|niemand|niets|nooit|zonder|nergens)\b/i,
    /\b(?:not|no|nobody|nothing|never|without|cannot|none|nowhere|disagree)\b|n[’']t\b/i,
    ['reporter.chat.bsnHidden', 'officer.channel.point.standsIn', 'officer.replies.number.wrong'],
  ],
]

test('both are complete', () => {
  expect(pairs.length).toBeGreaterThan(1_000)
  expect([...en.keys()].sort()).toEqual([...nl.keys()].sort())
  expect(
    pairs.filter((pair) => pair.nl.trim() === '' || pair.en.trim() === '').map(({ path }) => path),
  ).toEqual([
    // Waits for nobody.
    'officer.channel.list.waitsFor.none',
  ])
})

test('the same numbers and links', () => {
  const differ = pairs.filter(
    (it) =>
      (numbersOf(it.nl) !== numbersOf(it.en) && !OTHER_NUMBERS.has(it.path)) ||
      linksOf(it.nl) !== linksOf(it.en),
  )
  expect(differ).toEqual([])
})

describe('what one says the other says', () => {
  test.each(MUST)('%s', (_what, dutch, english, but = []) => {
    const differ = pairs.filter((it) => dutch.test(it.nl) !== english.test(it.en)).map(({ path }) => path)
    expect(differ.filter((path) => !but.includes(path))).toEqual([])
    expect(pairs.some((it) => dutch.test(it.nl) && english.test(it.en))).toBe(true)
    // An exception that is none any more goes.
    expect(but.filter((path) => !differ.includes(path))).toEqual([])
  })
})

test('this can fail', () => {
  expect(numbersOf('binnen 3 werkdagen, of 1.200 tekens')).toBe(
    numbersOf('1,200 characters, or within 3 days'),
  )
  expect(numbersOf('binnen 3 werkdagen')).not.toBe(numbersOf('within 5 working days'))
  expect(linksOf('[Bel 112](tel:112)')).not.toBe(linksOf('Call 112'))
})
