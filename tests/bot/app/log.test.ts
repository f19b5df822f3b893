/** The log: whatever went wrong and whatever stood in it, no word of anybody and no name comes on a line. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Log, type LogCode, type LogFields, openLog, quietConsole } from '../../../bot/app/log.ts'
import type { Way } from '../../../services/municipality/ways.ts'
import type { Effect } from '../../../services/outbox/effect.ts'
import { type DocumentKind, StoreUnavailable } from '../../../services/store/port.ts'

const WORDS = 'Er zit een jongen vast'
const NAME = 'Sanne'
const ENTRA = 'e4a6dc38-37d4-4bde-86f9-1c3ff7604644'
const PERSON = '29:1sxjA2KsWLds946gF-s12O7qRlRS0zJRP'
const SECRETS = [WORDS, NAME, 'sanne', ENTRA, PERSON, '123456782', 'voorbeeldstad']

let lines: string[]
let write: jest.SpiedFunction<typeof process.stdout.write>
beforeEach(() => {
  lines = []
  write = jest.spyOn(process.stdout, 'write')
  write.mockImplementation((line) => Boolean(lines.push(String(line))))
})
afterEach(() => write.mockRestore())

/** Everything that was logged, as lines. */
function logged(
  act: (log: Log) => void,
  level: 'info' | 'error' | 'silent' = 'info',
): Record<string, unknown>[] {
  act(openLog(level))
  return lines.map((line) => JSON.parse(line))
}
const ofError = (error: unknown) => {
  const line = logged((log) => log.error('turn.failed', { error })).at(-1)
  for (const secret of SECRETS) expect(JSON.stringify(line)).not.toContain(secret)
  return line
}
const withFields = (fields: object) => Object.assign(new Error(WORDS), fields)

describe('a line', () => {
  test('says when, how bad, what, and the count or code', () => {
    const [line] = logged((log) => log.warn('effect.later', { kind: 'doorbell', code: 'away', count: 3 }))
    expect(line).toEqual({
      level: 40,
      time: expect.any(String),
      event: 'effect.later',
      kind: 'doorbell',
      code: 'away',
      count: 3,
    })
  })

  test('is left out below the level', () => {
    expect(logged((log) => log.info('started', { port: 3978 }), 'error')).toEqual([])
    expect(logged((log) => log.error('store.away'), 'silent')).toEqual([])
  })
})

describe('an error', () => {
  test('is its class, its code and where in our files; not what it says', () => {
    const line = ofError(new StoreUnavailable('unreachable', { cause: new Error(WORDS) }))
    expect(line).toMatchObject({ error: 'StoreUnavailable' })
    expect(ofError(new TypeError(`${WORDS} ${NAME} ${ENTRA}`))).toMatchObject({ error: 'TypeError' })
  })

  test.each([
    ['its message', withFields({})],
    ['its name', withFields({ name: NAME })],
    ['its name, as a class would be', withFields({ name: `${NAME} Error` })],
    ['its code', withFields({ code: NAME })],
    ['its code, in capitals', withFields({ code: 'SANNE' })],
    ['its code, a person', withFields({ code: ENTRA })],
    ['its code, a number', withFields({ code: 123456782 })],
    ['its status', withFields({ statusCode: 123456782 })],
    ['its status, a text', withFields({ statusCode: ENTRA })],
    [
      'fields of its own',
      withFields({ user: PERSON, request: { body: WORDS }, response: { headers: { x: NAME } } }),
    ],
    ['its cause', new Error('x', { cause: new Error(WORDS) })],
    ['its list', new AggregateError([new Error(WORDS)], NAME)],
    ['its stack', withFields({ stack: `Error: x\n    at bot/sanne-e4a6.ts:1\n${WORDS}` })],
    [
      'a message that looks like a stack',
      new Error(`${WORDS}\n    at sanne (bot/sanne.ts:1:1)\n    at services/123456782.ts:3`),
    ],
    [
      'a message that was changed since',
      withFields({ stack: `Error: ${WORDS}\n    at sanne (bot/sanne.ts:1:1)`, message: 'x y' }),
    ],
    ['no error but a text', WORDS],
    ['no error but an object', { name: NAME, message: WORDS, code: PERSON }],
    ['nothing', null],
    ['a symbol', Symbol(NAME)],
    ['a function', () => WORDS],
  ])('says nothing of %s', (_name, error) => expect(ofError(error)).toHaveProperty('event', 'turn.failed'))

  test.each([
    ['ECONNREFUSED', 'ECONNREFUSED'],
    ['ERR_SQLITE_ERROR', 'ERR_SQLITE_ERROR'],
    ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT'],
    ['BotNotInConversationRoster', 'BotNotInConversationRoster'],
    ['MessageWritesBlocked', 'MessageWritesBlocked'],
    [412, 412],
    ['429', '429'],
    ['Iets anders', 'other'],
    [12, 'other'],
    [{}, 'other'],
  ])('keeps a code that is one: %p', (code, said) => {
    expect(ofError(withFields({ code, statusCode: 503 }))).toMatchObject({ errorCode: said, status: 503 })
  })

  test('says where in our own files it was', () => {
    const stack = [
      'Error: x',
      '    at decide (file:///srv/app/services/signal/decide.ts:42:9)',
      '    at async handle (/srv/app/services/signal/handle.ts:130:20)',
      '    at /srv/app/node_modules/botbuilder/lib/x.js:1:1',
      '    at Courier.deliver (/srv/app/bot/courier/courier.ts:7:3)',
    ].join('\n')
    expect(ofError(Object.assign(new Error('x'), { stack }))).toMatchObject({
      at: ['services/signal/decide.ts:42', 'services/signal/handle.ts:130', 'bot/courier/courier.ts:7'],
    })
  })
})

test('what the SDKs write on the console becomes an event, and nothing of it is said', () => {
  const before = { ...console }
  try {
    quietConsole(openLog('info'))
    console.error(`[onTurnError] unhandled: ${WORDS}`, new Error(WORDS))
    console.warn(WORDS)
    console.log(WORDS)
    console.info(NAME)
  } finally {
    Object.assign(console, before)
  }
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['sdk', 'sdk'])
  for (const secret of SECRETS) expect(lines.join('')).not.toContain(secret)
})

/** Types are the first guard: these lines do not compile when a field for text or for a person is added. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const FIELDS: Same<keyof LogFields, 'code' | 'kind' | 'count' | 'ms' | 'port' | 'error'> = true
const KINDS: Same<NonNullable<LogFields['kind']>, Effect['kind'] | DocumentKind | Way> = true
const NO_TEXT: string extends LogCode | NonNullable<LogFields['kind']> ? false : true = true
test('no text fits its type', () => expect([FIELDS, KINDS, NO_TEXT]).toEqual([true, true, true]))
