/** What is known for a while of numbers that were hidden. */
import { inspect } from 'node:util'
import { expect, test } from '@jest/globals'
import { hide } from '../../../../services/privacy/bsn/hide.ts'
import { HiddenNumbersMemory } from '../../../../services/privacy/bsn/memory.ts'
import { checkDigit } from './artificial.ts'

const ONE = `11122233${checkDigit('11122233')}`
const { hidden } = hide(`dossier ${ONE}`, 'nl')

test('a number is known by the place where it was, until it is forgotten', () => {
  const numbers = new HiddenNumbersMemory()
  numbers.keep('draft', 'part.0', hidden)
  expect(numbers.at('draft', 'part.0')).toEqual(hidden)
  expect([numbers.at('draft', 'part.1'), numbers.at('other', 'part.0')]).toEqual([[], []])
  expect(numbers.all('draft')).toEqual(hidden)
  numbers.forget('draft')
  expect(numbers.at('draft', 'part.0')).toEqual([])
})

test('half an hour, and no longer', () => {
  let now = 0
  const numbers = new HiddenNumbersMemory(() => now)
  numbers.keep('draft', 'part.0', hidden)
  now = 30 * 60_000 - 1
  expect(numbers.at('draft', 'part.0')).toEqual(hidden)
  now += 1
  expect(numbers.at('draft', 'part.0')).toEqual([])
})

test('of so many at most: the oldest goes first', () => {
  const numbers = new HiddenNumbersMemory()
  for (let nth = 0; nth < 2_001; nth += 1) numbers.keep(`draft ${nth}`, 'part.0', hidden)
  expect(numbers.at('draft 0', 'part.0')).toEqual([])
  expect([numbers.at('draft 1', 'part.0'), numbers.at('draft 2000', 'part.0')]).toEqual([hidden, hidden])
})

test('where nothing is known any more, nothing is kept', () => {
  const numbers = new HiddenNumbersMemory()
  numbers.keep('draft', 'part.0', hidden)
  numbers.keep('draft', 'part.0', [undefined])
  expect(numbers.all('draft')).toEqual([])
})

test('cannot be turned into text', () => {
  const numbers = new HiddenNumbersMemory()
  numbers.keep('draft', 'part.0', hidden)
  expect(JSON.stringify(numbers) + inspect(numbers, { depth: 9, showHidden: true })).not.toContain(ONE)
})
