/** The front door under attack, without a token or with nonsense in an activity: it answers, stays up, and can stop. */
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { municipality } from '../../infra/local/demo.ts'
import { type House, startHouse } from '../kit/house.ts'

let house: House
let failed: unknown[] = []
beforeAll(async () => {
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      pace: { burst: 1_000_000, perSecond: 1_000_000, textADay: Infinity, signalsADay: Infinity },
    }),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (...it) => void failed.push(it),
    },
  })
})
afterAll(() => house.stop())

const tenantId = municipality.tenantId
const activity = (change: Record<string, unknown> = {}) => ({
  type: 'message',
  id: '1',
  text: 'hoi',
  channelId: 'msteams',
  serviceUrl: house.connector.serviceUrl,
  from: { id: '29:iemand', name: 'Iemand' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:onbekend', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  ...change,
})
const withRaw = (change: Record<string, unknown>, raw: string) =>
  JSON.stringify(activity(change)).replace('"RAW"', () => raw)

async function post(body: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(`${house.bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  await answer.text()
  return answer.status
}
const alive = async () => (await fetch(`${house.bot.url}/healthz`)).status

/** Sends these bytes, and gives the first line that comes back; undefined when it is hung up on without a word. */
function raw(text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(new URL(house.bot.url).port), '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.on('data', (bytes) => {
      got += bytes.toString('latin1')
      if (got.includes('\r\n')) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(got === '' ? undefined : got.split('\r\n')[0]))
  })
}
const GET = (path: string, headers = 'Host: a\r\n') => `GET ${path} HTTP/1.1\r\n${headers}\r\n`
const POST = 'Content-Type: application/json\r\nContent-Length: 2\r\n'

describe('bytes that are no decent request', () => {
  test.each([
    ['an address that cannot be read', GET('http://[:::')],
    ['a host that cannot be read', GET('/healthz', 'Host: [\r\n')],
    ['a host with a space', GET('/healthz', 'Host: a b\r\n')],
    ['a port that is none, posted', `POST /api/messages HTTP/1.1\r\nHost: a:99999999\r\n${POST}\r\n{}`],
    ['an address of percent signs, posted', `POST http://%%% HTTP/1.1\r\nHost: a\r\n${POST}\r\n{}`],
    ['no HTTP at all', 'HALLO\r\n\r\n'],
    [
      'two lengths',
      `POST /api/messages HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n${POST}\r\n0\r\n\r\n`,
    ],
    ['a negative length', 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ])('%s: 400, and it lives', async (_, bytes) => {
    expect(await raw(bytes)).toBe('HTTP/1.1 400 Bad Request')
    expect(await alive()).toBe(200)
  })

  test('an address with broken escapes is not found', async () => {
    for (const path of ['/%', '/%E0%A4%A', '/%c0%ae/%00', '//healthz'])
      expect(await raw(GET(path))).toBe('HTTP/1.1 404 Not Found')
  })

  test('a wish to speak something else is not granted, and answered as any other', async () => {
    const upgrade = 'Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
    expect(await raw(GET('/healthz', upgrade))).toBe('HTTP/1.1 200 OK')
    expect(await raw('CONNECT elders:443 HTTP/1.1\r\nHost: a\r\n\r\n')).toBeUndefined()
  })

  test('headers without an end are refused', async () => {
    const long = { 'x-long': 'y'.repeat(20_000) }
    expect(await post(JSON.stringify(activity()), long)).toBe(431)
    const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`x-${n}`, 'yyyyyyyyyy']))
    expect(await post(JSON.stringify(activity()), many)).toBe(431)
  })

  test('what says that it is small and does not end is refused', async () => {
    const chunk = `${(600_000).toString(16)}\r\n${'x'.repeat(600_000)}\r\n0\r\n\r\n`
    const head = 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk}`)).toBe(
      'HTTP/1.1 413 Payload Too Large',
    )
  })

  test('connections that say nothing keep nobody out', async () => {
    const port = Number(new URL(house.bot.url).port)
    const idle = await Promise.all(
      Array.from(
        { length: 300 },
        () =>
          new Promise<net.Socket>((resolve) => {
            const socket = net.connect(port, '127.0.0.1', () => resolve(socket))
            socket.on('error', () => undefined)
          }),
      ),
    )
    expect(await post(JSON.stringify(activity({ type: 'typing' })))).toBe(200)
    for (const socket of idle) socket.destroy()
  })
})

describe('nonsense in an activity', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  const nestedObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const places: [string, (text: string) => string][] = [
    ['value', (text) => withRaw({ value: 'RAW' }, text)],
    [
      'the data of a dialog',
      (text) => withRaw({ type: 'invoke', name: 'task/submit', value: { data: 'RAW' } }, text),
    ],
    ['an attachment', (text) => withRaw({ attachments: [{ contentType: 'x', content: 'RAW' }] }, text)],
    ['channelData', (text) => withRaw({ channelData: { tenant: { id: tenantId }, more: 'RAW' } }, text)],
    ['entities', (text) => withRaw({ entities: 'RAW' }, text)],
    ['from', (text) => withRaw({ from: { id: '29:iemand', more: 'RAW' } }, text)],
  ]
  test.each(places)('ten thousand deep in %s', async (_, body) => {
    failed = []
    for (const deep of [nested(10_000), nestedObject(10_000)]) expect(await post(body(deep))).toBe(200)
    expect([failed, await alive()]).toEqual([[], 200])
  })

  test('names that mean something to the language, and names that stand there twice', async () => {
    const tricks = [
      '{"__proto__":{"verb":"send","admin":true},"verb":"send"}',
      '{"constructor":{"prototype":{"admin":true}},"verb":"__proto__"}',
      '{"verb":"toString"}',
      '{"verb":"send","verb":"open","draft":"__proto__"}',
      '{"hasOwnProperty":1,"then":{},"toJSON":"x"}',
    ]
    for (const trick of tricks) {
      expect(await post(withRaw({ value: 'RAW' }, trick))).toBe(200)
      const invoke = { type: 'invoke', name: 'task/submit', value: { data: 'RAW' } }
      expect(await post(withRaw(invoke, trick))).toBe(200)
    }
    const top = JSON.stringify(activity()).replace('{', '{"__proto__":{"admin":true},')
    expect(await post(top)).toBe(200)
    const plain: { admin?: unknown } = {}
    expect(plain.admin).toBeUndefined()
    // The last one counts, as everywhere: the tenant that is checked is the tenant that is used.
    const other = '11111111-2222-4333-8444-555555555555'
    const tenantOf = (id: string) => JSON.stringify({ tenant: { id } })
    const twice = `${tenantOf(tenantId)},"channelData":${tenantOf(other)}`
    expect(await post(withRaw({ channelData: 'RAW' }, twice))).toBe(403)
  })

  const IDS = [
    '\u0000',
    '29:\ud800',
    '../../x',
    'a'.repeat(3_000),
    'ＡＢＣ',
    '29:i\u0307',
    '\u202e29:x',
    '%00',
    '🏴',
  ]
  test.each(IDS)('an id like %j, wherever one stands', async (id) => {
    const conversation = { id, conversationType: 'personal', tenantId }
    for (const change of [{ conversation }, { from: { id, name: id } }, { id }, { replyToId: id }]) {
      expect(await post(JSON.stringify(activity(change)))).toBe(200)
    }
    expect(await post(JSON.stringify(activity({ from: { id: '29:q', aadObjectId: id } })))).toBe(200)
    const elsewhere = { conversation: { id: 'a:x', tenantId: id }, channelData: { tenant: { id } } }
    expect(await post(JSON.stringify(activity(elsewhere)))).toBe(403)
    expect(await alive()).toBe(200)
  })

  test('three hundred thousand characters of what the readers look for', async () => {
    failed = []
    for (const words of [
      'x',
      '123456782 ',
      'a@',
      '<at>',
      'hij slaat haar ',
      'om tien uur bij mij op het team ',
    ]) {
      const text = words.repeat(300_000 / words.length)
      expect(await post(JSON.stringify(activity({ text })))).toBe(200)
    }
    expect([failed, await alive()]).toEqual([[], 200])
  })
})
