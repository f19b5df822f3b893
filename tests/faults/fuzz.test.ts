/**
 * At least 20,000 activities and card payloads that nobody should send, over real HTTP: the bot neither falls nor
 * fails, tells nothing of a signal to people who may not know, and works after it as before it. `FAULTS_SEED=<number>`
 * runs the same ones again; the seed is printed.
 */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { doorbellOf, openDossier, opened, report } from '../journeys/steps.ts'
import { isWire } from '../kit/cardClient.ts'
import { anyJson, broken, buttons } from './fuzzActivities.ts'
import { fireAll, type Hit, JSON_TYPE, raw, type Shot } from './fuzzHttp.ts'
import { bodyOf } from './fuzzValues.ts'
import { type FuzzWorld, SECRETS, startFuzzWorld } from './fuzzWorld.ts'
import { SEED } from './seed.ts'

/** How many of each; together more than 20,000. */
const COUNTS = { broken: 7_500, buttons: 5_500, officers: 1_400, json: 2_700, bodies: 2_500, lines: 200 }
/** What the door may say: done, and every way of refusing. Never a 5xx, never a line cut off. */
const FINE: ReadonlySet<number> = new Set([200, 202, 400, 401, 403, 404, 405, 413, 415, 429])

let world: FuzzWorld
let stands = false
let sent = 0
const statuses = new Map<number, number>()
const wrong: string[] = []
const leaks: string[] = []

beforeAll(async () => {
  world = await startFuzzWorld()
  stands = true
  process.stdout.write(`faults: fuzz: FAULTS_SEED=${SEED}\n`)
}, 120_000)
afterAll(async () => {
  if (stands) await world.house.stop()
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  process.stdout.write(`faults: fuzz: ${sent} requests; ${counted.join(', ')}\n`)
}, 120_000)

const tells = (text: string): boolean => Object.values(SECRETS).some((secret) => text.includes(secret))
const short = ({ shot, status, text }: Hit): string =>
  `${status} ${text.slice(0, 120)} to ${String(shot.body).slice(0, 1_500)}`

function look(hit: Hit): void {
  statuses.set(hit.status, (statuses.get(hit.status) ?? 0) + 1)
  if (!FINE.has(hit.status) && wrong.length < 5) wrong.push(short(hit))
  if (tells(hit.text) && leaks.length < 5) leaks.push(short(hit))
}

/** Draws so many, sends them, and says what went wrong. */
async function volley<T>(of: fc.Arbitrary<T>, count: number, shot: (value: T) => Shot): Promise<void> {
  // In portions: twenty thousand of them at once would fill the memory.
  for (let from = 0; from < count; from += 500) {
    const numRuns = Math.min(500, count - from)
    const drawn = fc.sample(of, { numRuns, seed: SEED + from })
    sent += await fireAll(world.house.bot.url, drawn.map(shot), look)
  }
  await world.house.settle()
  const { connector } = world.house
  const told = connector
    .everythingSent()
    .slice(seenSent)
    .map(({ body }) => body)
  seenSent += told.length
  told.push(...world.lines)
  const failed = world.lines.filter((line) => line.includes('"turn.failed"')).slice(0, 3)
  const repeated = told.filter(tells).slice(0, 3)
  expect({ wrong, leaks, failed, repeated }).toEqual({ wrong: [], leaks: [], failed: [], repeated: [] })
}
let seenSent = 0

const json = (value: unknown): Shot => ({ body: bodyOf(value) })

/** Bodies that are no JSON, or say that they are something else. */
const strange: fc.Arbitrary<Shot> = fc
  .tuple(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom<string | Buffer>(
        '{"type":',
        '[[[[[[[[',
        '"',
        '',
        'null',
        '{"type":"message"}{"type":"message"}',
        Buffer.from('\ufeff{"type":"message"}', 'utf16le'),
        gzipSync('{"type":"message","text":"x"}'),
        gzipSync(Buffer.alloc(4_000_000)),
        '['.repeat(200_000),
        `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}`,
        'x'.repeat(520_000),
        'type=message&text=hoi&from[id]=x&conversation[id]=y',
        '--x\r\ncontent-disposition: form-data; name="a"; filename="b"\r\n\r\nbestand\r\n--x--\r\n',
        'a,b\r\n1,2\r\n',
      ),
    ),
    fc.constantFrom<Record<string, string>>(
      JSON_TYPE,
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'application/vnd.api+json' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'multipart/form-data' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'text/csv' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/octet-stream' },
      { 'content-type': ';;;' },
      {},
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      { ...JSON_TYPE, 'content-encoding': 'br' },
      { ...JSON_TYPE, 'content-encoding': 'gzip, gzip' },
      { ...JSON_TYPE, 'content-md5': 'x' },
      { ...JSON_TYPE, authorization: 'Bearer' },
      { ...JSON_TYPE, authorization: 'Bearer a.b.c' },
      { ...JSON_TYPE, authorization: 'Basic eDp5' },
      { ...JSON_TYPE, authorization: `Bearer ${'x'.repeat(9_000)}` },
      { ...JSON_TYPE, accept: 'text/html', 'accept-encoding': 'gzip' },
      { ...JSON_TYPE, 'x-http-method-override': 'DELETE', 'x-forwarded-for': '127.0.0.1' },
    ),
    fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
    fc.constantFrom(
      '/api/messages',
      '/api/messages',
      '/api/messages/',
      '/api/messages/..%2f..%2fetc/passwd',
      '/healthz',
      '/readyz',
      '/',
      '/%E0%A4%A',
      '/api/messages?x[__proto__][y]=1',
      '//api/messages',
    ),
  )
  .map(([body, headers, method, path]) => ({ body, headers, method, path }))

describe('faults: fuzz', () => {
  let before: unknown
  beforeAll(async () => {
    before = await world.snapshot()
    seenSent = world.house.connector.everythingSent().length
  })
  const unchanged = async () => expect(await world.snapshot()).toEqual(before)

  test('activities of every kind, broken in up to four places', async () => {
    await volley(broken(world.outsiders, world.alwaysAnswer), COUNTS.broken, json)
    await unchanged()
  }, 300_000)

  test('buttons of every kind with forged ids, by people who may not touch these signals', async () => {
    await volley(buttons(world.outsiders, world.alwaysAnswer), COUNTS.buttons, json)
    await unchanged()
  }, 300_000)

  test('broken buttons of the officer, on a signal of hers and on those of another municipality', async () => {
    const half = COUNTS.officers / 2
    await volley(buttons(world.officers, world.open), half, json)
    await volley(broken(world.officers, world.open), half, json)
    await volley(buttons([world.foreigner], world.mine), half, json)
    await unchanged()
  }, 300_000)

  test('any JSON at all', async () => {
    await volley(anyJson, COUNTS.json, json)
    await unchanged()
  }, 300_000)

  test('other bodies, content types, encodings, methods, addresses and tokens', async () => {
    await volley(strange, COUNTS.bodies, (shot) => shot)
    await unchanged()
  }, 300_000)

  test('bytes that are no HTTP', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }).map((it) => Buffer.from(it)),
      fc.constantFrom(
        'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n{}',
        'POST /api/messages HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
        'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{',
        'GET /healthz HTTP/9.9\r\n\r\n',
        `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
        '\r\n\r\n\r\n',
      ),
    )
    for (const one of fc.sample(bytes, { numRuns: COUNTS.lines, seed: SEED })) {
      expect(await raw(world.house.bot.url, one)).not.toMatch(/^HTTP\/1\.1 5|kanarie/i)
      sent += 1
    }
    await unchanged()
  }, 300_000)

  test('after all that the bot works as before', async () => {
    const { house } = world
    expect(sent).toBeGreaterThanOrEqual(20_000)
    expect((await fetch(`${house.bot.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${house.bot.url}/readyz`)).status).toBe(200)
    const prototype: unknown = Reflect.get({}, 'verb') ?? Reflect.get({}, 'polluted')
    expect(prototype).toBeUndefined()
    const it = await report(house, house.sanne, 'Zij mag haar paspoort niet zelf houden.')
    expect(isWire(doorbellOf(house, it.reference).card)).toBe(true)
    expect(opened(house, await openDossier(house, house.marieke, it.reference))).toContain('paspoort')
  }, 120_000)
})
