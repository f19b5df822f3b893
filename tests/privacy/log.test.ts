/**
 * The logger cannot be handed a text or an identity: no such thing fits its type, and whatever is in an error stays in
 * it, wherever it stands.
 */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type LogEvent, type LogFields, openLog, quietConsole } from '../../bot/app/log.ts'
import { Address, Reporter } from '../../services/vault/vault.ts'
import { Scanner } from '../kit/canary.ts'

const NAME = 'Kanariëlla van der Vlinderbüsch'
const WORDS = 'Kwikstaartverhaal over zeven bedden'
const USER = 'e4a6dc38-37d4-4bde-86f9-1c3ff7604644'
const ADDRESS = `https://graph.microsoft.com/v1.0/users/${USER}/teamwork/installedApps`
const scanner = new Scanner([
  { what: 'name', text: NAME },
  { what: 'words', text: WORDS },
  { what: 'user', text: USER },
])

/** `takes` where the type takes any text, or who somebody is. */
type Takes<Field> = string extends Field
  ? 'takes'
  : [Extract<Field, Reporter | Address | object>] extends [never]
    ? 'refuses'
    : 'takes'
type Closed = Exclude<keyof LogFields, 'error'>

/** Compiles only while no field takes a free text or an object; an error is the one thing that is looked into. */
const FIELDS: { [Field in Closed]: Takes<NonNullable<LogFields[Field]>> } & { event: Takes<LogEvent> } = {
  event: 'refuses',
  code: 'refuses',
  kind: 'refuses',
  count: 'refuses',
  ms: 'refuses',
  port: 'refuses',
}

function logged(error: unknown): string {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  log.error('turn.failed', { error })
  log.warn('send.failed', { code: 'away', error })
  expect(lines).toHaveLength(2)
  return lines.join('')
}

describe('privacy: the log', () => {
  test('has no field for a text', () => {
    expect(new Set(Object.values(FIELDS))).toEqual(new Set(['refuses']))
  })

  test('of an error says nothing that stands in it: text, name, code, address, cause, stack, fields', () => {
    const secret = fc.constantFrom(NAME, WORDS, USER, ADDRESS)
    const place = fc.constantFrom(
      'message',
      'name',
      'code',
      'statusCode',
      'stack',
      'cause',
      'request',
      'response',
      'body',
      'url',
      'toString',
      'toJSON',
    )
    const shape = fc.constantFrom<(it: string) => unknown>(
      (it) => it,
      (it) => `Error: ${it}\n    at users (/srv/${it}/bot/inputs.ts:1:1)`,
      (it) => new Error(it),
      (it) => ({ url: it, headers: { authorization: it }, body: JSON.stringify({ text: it }) }),
      (it) => () => it,
      (it) => [it],
    )
    const spot = fc.tuple(place, secret, shape)
    fc.assert(
      fc.property(secret, fc.array(spot, { maxLength: 6 }), (message, spots) => {
        const error = new Error(message)
        for (const [where, what, make] of spots)
          Object.defineProperty(error, where, { value: make(what), configurable: true, enumerable: true })
        expect(scanner.look(logged(error))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, unknown]>([
    ['a text', WORDS],
    ['a person', new Reporter({ serviceUrl: ADDRESS, conversation: USER, user: USER, entra: USER }, NAME)],
    ['an address', new Address({ serviceUrl: ADDRESS, conversation: USER, user: USER, entra: USER })],
    ['an activity', { from: { name: NAME, aadObjectId: USER }, text: WORDS }],
    ['an error in an error', new Error('x', { cause: new Error(ADDRESS) })],
    ['many errors', new AggregateError([new Error(WORDS), new Error(NAME)], ADDRESS)],
  ])('%s, handed as an error, stays out', (_, error) => {
    expect(scanner.look(logged(error))).toEqual([])
  })

  test('what the SDKs write on the console stays out, the addresses of Graph too', () => {
    const lines: string[] = []
    const before = { ...console }
    quietConsole(openLog('debug', { write: (line) => void lines.push(line) }))
    console.error(`[onTurnError] ${WORDS}`, new Error(`GET ${ADDRESS} 404 ${NAME}`))
    console.warn('%s failed', ADDRESS, { user: USER })
    console.log(NAME)
    Object.assign(console, before)
    expect(lines).toHaveLength(2)
    expect(scanner.look(lines.join(''))).toEqual([])
  })
})
