import { describe, expect, test } from '@jest/globals'
import { readName } from '../../../../services/matching/names/readName.ts'

const read = (name: string): string[] =>
  readName({ name }).readings.map(({ given, surname }) =>
    [given, surname]
      .map((side) => side.map(({ before, text }) => [before, text].filter(Boolean).join('+')).join(' '))
      .join(' / '),
  )

describe('what a name is made of', () => {
  test.each([
    ['Jan van der Berg', 'jan / vander+berg'],
    ['Berg, Jan van den', 'jan / vanden+berg'],
    ["Jan 't Hart", 'jan / t+hart'],
    ["Pierre d'Hondt", 'pierre / d+hondt'],
    ['Jan vdBerg', 'jan / vd+berg'],
    ['Jan v/d Berg', 'jan / vd+berg'],
    ['Fatima ElAmrani', 'fatima / el+amrani'],
    ["Sinéad O'Brien", 'sinead / obrien'],
    ['Ronald McDonald', 'ronald / mcdonald'],
    ['de heer Jan Bakker', 'jan / bakker'],
    ['drs. ing. Jan Bakker', 'jan / bakker'],
    ['Ben Jansen', 'ben / jansen'],
    ['Abd el Rahman Hassan', 'abdelrahman / hassan'],
    ['Maria Jansen (geb. de Boer)', 'maria / jansen de+boer'],
    ['Jean-Pierre Dubois', 'jean pierre / dubois'],
    ['J0han Bakker', 'johan / bakker'],
    ['王小明', 'xiaoming / wang'],
  ])('%s', (name, first) => expect(read(name)[0]).toBe(first))

  test('in one string both orders are kept, with a comma one', () => {
    expect(read('Bakker Jan')).toEqual(['bakker / jan', 'jan / bakker'])
    expect(read('Bakker, Jan')).toEqual(['jan / bakker'])
  })

  test.each([
    ['J.P. Bakker', ['j', 'p']],
    ['JP Bakker', ['j', 'p']],
    ['J P Bakker', ['j', 'p']],
    ['Bakker J.P.', ['j', 'p']],
    ['Joh. Bakker', ['joh']],
  ])('%s has initials', (name, initials) => {
    expect(readName({ name })).toMatchObject({
      initials,
      readings: [{ given: [], surname: [{ text: 'bakker' }] }],
    })
  })

  test.each(['Johannes (Hans) Smit', 'Johannes "Hans" Smit', 'Johannes Smit, roepnaam Hans'])(
    '%s says what somebody is called',
    (name) => expect(readName({ name }).called.map(({ text }) => text)).toEqual(['hans']),
  )

  test.each(['', ' ', '123', '---', '()', ','])('"%s" is no name', (name) =>
    expect(readName({ name }).readings).toEqual([]),
  )

  test('ten thousand letters are cut', () => {
    const form = readName({ name: 'ab '.repeat(10_000) })
    expect(form.letters.length).toBeLessThan(100)
    expect(readName({ name: 'x'.repeat(10_000) }).letters.length).toBeLessThanOrEqual(40)
  })
})
