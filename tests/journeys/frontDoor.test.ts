/** The front door: what is turned away, with which status, and that nothing is ever answered with a 5xx. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { RATE } from '../../bot/app/rateLimit.ts'
import { municipality } from '../../infra/local/demo.ts'
import { type House, startHouse } from '../kit/house.ts'

let house: House
let serviceUrl = 'http://127.0.0.1:9'
beforeAll(async () => {
  // Nobody is forgiven while the test runs, however long that takes.
  const pace = { burst: RATE.burst, perSecond: 1e-6 }
  house = await startHouse({ adjust: (config) => ({ ...config, pace }) })
  serviceUrl = house.connector.serviceUrl
})
afterAll(() => house.stop())

const activity = (change: Record<string, unknown> = {}) => ({
  type: 'message',
  id: '1',
  text: 'hoi',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:iemand', name: 'Iemand' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:onbekend', conversationType: 'personal', tenantId: municipality.tenantId },
  channelData: { tenant: { id: municipality.tenantId } },
  ...change,
})

const post = (body: unknown, raw = false) =>
  fetch(`${house.bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: raw ? String(body) : JSON.stringify(body),
  })

const OTHER = '11111111-2222-4333-8444-555555555555'

describe('what is turned away', () => {
  test.each<[string, unknown, number]>([
    ['nothing', {}, 400],
    ['a list', [], 400],
    ['a text', 'hoi', 400],
    ['no sender', activity({ from: undefined }), 400],
    ['no conversation', activity({ conversation: undefined }), 400],
    ['an empty type', activity({ type: '' }), 400],
    ['no recipient', activity({ recipient: undefined }), 400],
    ['no channel', activity({ channelId: '' }), 400],
  ])('%s is no activity', async (_, body, status) => {
    expect((await post(body)).status).toBe(status)
  })

  test('another tenant is refused, wherever it is named, and nothing is sent', async () => {
    const before = house.connector.requests.length
    const elsewhere = { id: 'a:onbekend', conversationType: 'personal', tenantId: OTHER }
    const named = [
      activity({ conversation: elsewhere }),
      activity({ channelData: { tenant: { id: OTHER } } }),
      activity({ channelData: { tenant: { id: OTHER } }, conversation: elsewhere }),
      activity({ channelData: {}, conversation: { id: 'a:onbekend' } }),
    ]
    for (const body of named) expect((await post(body)).status).toBe(403)
    expect(house.connector.requests).toHaveLength(before)
  })

  test('what is not JSON, too large, or elsewhere gets a status and a word', async () => {
    const broken = await post('{"type":', true)
    expect([broken.status, await broken.json()]).toEqual([400, { error: 'refused' }])
    const large = await post(activity({ text: 'x'.repeat(600_000) }))
    expect([large.status, await large.json()]).toEqual([413, { error: 'refused' }])
    const elsewhere = await fetch(`${house.bot.url}/admin`)
    expect([elsewhere.status, await elsewhere.json()]).toEqual([404, { error: 'refused' }])
    const wrong = await fetch(`${house.bot.url}/api/messages`)
    expect(wrong.status).toBe(405)
  })

  test('what is packed, uploaded, or no JSON is refused unread, and the house stays up', async () => {
    const body = JSON.stringify(activity())
    const json = { 'content-type': 'application/json' }
    const refused: [Record<string, string>, string | Uint8Array<ArrayBuffer>][] = [
      [{ ...json, 'content-encoding': 'gzip' }, 'this is not packed at all'],
      [{ ...json, 'content-encoding': 'gzip' }, new Uint8Array(gzipSync(Buffer.alloc(8_000_000)))],
      [{ ...json, 'content-encoding': 'br' }, body],
      [{ 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\n\r\nx\r\n--x--'],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'type=message'],
      [{ 'content-type': 'text/plain' }, body],
    ]
    for (const [headers, sent] of refused) {
      const asked = { method: 'POST', headers, body: sent }
      const answer = await fetch(`${house.bot.url}/api/messages`, asked)
      expect([answer.status, await answer.json()]).toEqual([415, { error: 'refused' }])
    }
    expect((await fetch(`${house.bot.url}/healthz`)).status).toBe(200)
  })

  test('one person in a hurry is slowed down, another is not', async () => {
    const hasty = activity({ type: 'typing', from: { id: '29:haast' } })
    const statuses: number[] = []
    for (let i = 0; i < RATE.burst + 5; i += 1) statuses.push((await post(hasty)).status)
    expect(statuses.slice(0, RATE.burst)).toEqual(Array(RATE.burst).fill(200))
    const last = await post(hasty)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post(activity({ type: 'typing', from: { id: '29:rustig' } }))).status).toBe(200)
  })
})

test('every answer says not to keep, sniff or frame it, and not what it runs on', async () => {
  const answer = await fetch(`${house.bot.url}/healthz`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('server') ?? '').toBe('')
})
