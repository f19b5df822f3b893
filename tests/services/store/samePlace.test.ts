/** Two places that are one: by another name, through a link, at another address of the same account. */
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isSameAccount, isSamePlace } from '../../../services/store/samePlace.ts'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-place-'))
  mkdirSync(join(dir, 'data'))
  writeFileSync(join(dir, 'data', 'a.db'), 'x')
  writeFileSync(join(dir, 'data', 'b.db'), 'x')
  symlinkSync(join(dir, 'data'), join(dir, 'linked'))
  symlinkSync(join(dir, 'data', 'a.db'), join(dir, 'other.db'))
  linkSync(join(dir, 'data', 'a.db'), join(dir, 'hard.db'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const file = (path: string) => ({ kind: 'sqlite' as const, path })
const inDir = (...parts: string[]) => file(join(dir, ...parts))

describe('K5: the second place is another one', () => {
  test.each([
    ['itself', () => inDir('data', 'a.db')],
    ['a longer way to it', () => file(`${dir}/data/../data/./a.db`)],
    ['a relative path', () => file(relative(process.cwd(), join(dir, 'data', 'a.db')))],
    ['through a folder that is a link', () => inDir('linked', 'a.db')],
    ['a link to it', () => inDir('other.db')],
    ['a second name of the file', () => inDir('hard.db')],
  ])('%s is the same', (_what, other) => expect(isSamePlace(inDir('data', 'a.db'), other())).toBe(true))

  test('also where the file is not there yet', () => {
    expect(isSamePlace(inDir('data', 'new.db'), inDir('linked', 'new.db'))).toBe(true)
    expect(isSamePlace(inDir('none', 'x', 'new.db'), inDir('none', 'y', '..', 'x', 'new.db'))).toBe(true)
    expect(isSamePlace(inDir('data', 'new.db'), inDir('linked', 'newer.db'))).toBe(false)
  })

  test('another file is another place', () =>
    expect(isSamePlace(inDir('data', 'a.db'), inDir('data', 'b.db'))).toBe(false))

  const first = {
    kind: 'cosmos' as const,
    endpoint: 'https://first.documents.azure.com',
    key: 'one',
    database: 'signaalpunt',
    container: 'signalen',
  }
  test.each([
    ['with a port and a slash', { endpoint: 'https://FIRST.documents.azure.com:443/' }, true],
    ['with its second key', { key: 'two' }, true],
    ['at the address of a region', { endpoint: 'https://first-westeurope.documents.azure.com' }, true],
    ['another container', { container: 'controle' }, false],
    ['another database', { database: 'controle' }, false],
    ['another account', { endpoint: 'https://second.documents.azure.com', key: 'two' }, false],
  ])('Cosmos DB %s', (_what, change, same) => expect(isSamePlace(first, { ...first, ...change })).toBe(same))

  test('a file and a container are two places; accounts are told apart by address and key', () => {
    expect(isSamePlace(first, inDir('data', 'a.db'))).toBe(false)
    expect(isSamePlace(inDir('data', 'a.db'), first)).toBe(false)
    expect(isSameAccount(first, { ...first, container: 'controle' } as typeof first)).toBe(true)
  })
})
