/** I.8: a number that was typed in pieces, each in a message of its own. The numbers are fictional. */
import { describe, expect, test } from '@jest/globals'
import { hideAcross } from '../../../../services/privacy/bsn/across.ts'
import { BSN_MARKS } from '../../../../services/privacy/bsn/marks.ts'

const MARK = BSN_MARKS.nl
const hidden = (...texts: string[]) => hideAcross(texts, MARK)

describe('hidden, every piece of it', () => {
  test.each([
    [
      ['123456', '782'],
      [MARK, MARK],
    ],
    [
      ['Haar nummer: 1234', '56782 is het.'],
      [`Haar nummer: ${MARK}`, `${MARK} is het.`],
    ],
    [
      ['123', '456', '782'],
      [MARK, MARK, MARK],
    ],
    [[...'123456782'], [...'123456782'].map(() => MARK)],
    [
      ['Iets. 12 34 ', ' 56.782'],
      [`Iets. ${MARK}`, ` ${MARK}`],
    ],
    [
      ['bsn 1112', '22333'],
      [`bsn ${MARK}`, MARK],
    ],
  ])('%j', (typed, shown) => {
    expect(hidden(...typed)).toEqual(shown)
    // The same again changes nothing.
    expect(hideAcross(shown, MARK)).toEqual(shown)
  })
})

describe('left as it is', () => {
  test.each([
    [['123456', '783']],
    [['Om 12', '30 mensen.']],
    [['123456', 'en toen 782']],
    [['123456 zei hij', '782']],
    [['0123456789', '782']],
    [['123456', '7829']],
    [['12345', 'een zin ertussen', '6782']],
    [['Iets met 123', '456', 'iets', '782']],
    [['123456782']],
    [[]],
  ])('%j', (typed) => {
    expect(hidden(...typed)).toEqual(typed)
  })
})

test('of what stood there before only what goes on into something new', () => {
  const texts = ['123456', '782', '5 bedden']
  expect(hideAcross(texts, MARK, 2)).toBe(texts)
  expect(hideAcross(texts, MARK, 1)).toEqual([MARK, MARK, '5 bedden'])
})
