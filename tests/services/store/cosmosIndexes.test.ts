/** Which indexes a container lacks, by its definition. */
import { expect, test } from '@jest/globals'
import { lackingIndexes } from '../../../services/store/cosmos/indexes.ts'

const WANTED = {
  includedPaths: [{ path: '/kind/?' }, { path: '/key/?' }],
  compositeIndexes: [[{ path: '/kind', order: 'ascending' }, { path: '/key' }]],
}
const ALL = ['/kind/?', '/key/?', '/kind ascending, /key ascending']
const of = (indexingPolicy: unknown) => lackingIndexes(WANTED, { indexingPolicy })
const whole = { ...WANTED, excludedPaths: [{ path: '/*' }] }

test('as it was made nothing is lacking; everything is where nothing is indexed, or it cannot be read', () => {
  expect(of(whole)).toEqual([])
  for (const policy of [undefined, 'odd', { ...whole, indexingMode: 'none' }, { ...whole, automatic: false }])
    expect(of(policy)).toEqual(ALL)
})

test('a path that is taken out, and a composite index in another order', () => {
  expect(of({ ...whole, includedPaths: [{ path: '/kind/?' }] })).toEqual(['/key/?'])
  expect(of({ ...whole, compositeIndexes: [[{ path: '/key' }, { path: '/kind' }]] })).toEqual([ALL[2]])
})

test('a policy that indexes everything has each path, but for what it leaves out', () => {
  const wide = { includedPaths: [{ path: '/*' }], compositeIndexes: WANTED.compositeIndexes }
  expect(of(wide)).toEqual([])
  expect(of({ ...wide, excludedPaths: [{ path: '/key/?' }] })).toEqual(['/key/?'])
})
