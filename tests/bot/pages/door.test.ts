/** The door for pages, over real HTTP: what comes in, what goes out, and what nobody learns. */
import { connect } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { openLog } from '../../../bot/app/log.ts'
import { RATE, RateLimit } from '../../../bot/app/rateLimit.ts'
import { openAdmission } from '../../../bot/edge/admission.ts'
import { type Door, openDoor } from '../../../bot/edge/server.ts'
import { PAGE_PACE, pagesHandler } from '../../../bot/pages/door.ts'
import { el } from '../../../bot/pages/html.ts'
import type { Page } from '../../../bot/pages/page.ts'
import { Municipalities } from '../../../services/municipality/municipalities.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { town } from '../../kit/signals.ts'

const LINK = 'Xy3-kanarie_link'
const keys = drawKeys(Buffer.alloc(32, 7))

let door: Door
let lines: string[]
let posted: string[]
afterEach(() => door.close())

const answer: Page = {
  prefix: 'a',
  look: async ({ rest, language }) => {
    if (rest === 'stuk') throw new TypeError(`the link ${rest} of ${LINK}`)
    if (rest === 'weg') throw new StoreUnavailable('unreachable')
    if (rest !== LINK) return { is: 'nothing' }
    return { is: 'page', title: `Hallo ${language}`, main: [el('p', {}, 'Dit is een pagina.')] }
  },
  post: {
    as: 'form',
    most: 1_000,
    handle: async ({ rest }, form) => {
      posted.push(`${rest} ${form.get('what')}`)
      return { is: 'page', title: 'Dank je', main: [] }
    },
  },
}
const file: Page = {
  prefix: 'f',
  look: async () => ({ is: 'bytes', type: 'image/png', bytes: Buffer.from('beeld') }),
  post: {
    as: 'raw',
    most: 100,
    type: /^multipart\/form-data;/i,
    admits: async ({ rest }) => rest === 'x',
    tooLarge: () => ({ is: 'page', status: 413, title: 'Te groot', main: [] }),
    handle: async (_request, body, type) => {
      posted.push(`${body.length} ${type}`)
      return { is: 'page', title: 'Ontvangen', main: [] }
    },
  },
}

async function open(
  pace: Partial<Record<keyof typeof PAGE_PACE, { burst: number; perSecond: number }>> = {},
) {
  lines = []
  posted = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  const municipalities = new Municipalities([town])
  const limits = { ...PAGE_PACE, ...pace }
  const pages = pagesHandler(
    {
      pages: [answer, file],
      pace: {
        address: new RateLimit(keys, limits.address),
        link: new RateLimit(keys, limits.link),
        all: new RateLimit(keys, limits.all),
      },
      proxies: 1,
    },
    { log, municipalities },
  )
  const local = { mode: 'local', host: '127.0.0.1', credentials: { kind: 'none' } } as const
  const outside = { municipalities, elapsed: () => performance.now() }
  door = await openDoor(
    {
      adapter: { take: async () => undefined },
      admission: openAdmission(local, { hosts: [], loopback: true }, outside, new RateLimit(keys, RATE)),
      answerWithin: () => 60_000,
      run: async () => undefined,
      ready: async () => {
        throw new Error('not asked')
      },
      pages,
      log,
    },
    0,
    '127.0.0.1',
  )
}

const form = (body: string, more: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
  body,
})

test('a page: html, with a policy that lets nothing run, and kept nowhere', async () => {
  await open()
  const got = await fetch(`${door.url}/a/${LINK}`, {
    headers: { 'accept-language': 'en-GB,en;q=0.9,nl;q=0.1' },
  })
  expect(got.status).toBe(200)
  const text = await got.text()
  expect(text).toMatch(/^<!doctype html><html lang="en">/)
  expect(text).toContain('<h1>Hallo en</h1>')
  expect(text).not.toMatch(/<script|\son[a-z]+=|https?:/)
  const policy = got.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^,]*$/)
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('script-src')
  for (const [name, value] of [
    ['cache-control', 'no-store, private'],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['x-robots-tag', 'noindex, nofollow, noarchive'],
    ['content-type', 'text/html; charset=utf-8'],
  ] as const)
    expect([name, got.headers.get(name)]).toEqual([name, value])
  expect(got.headers.get('set-cookie')).toBeNull()
})

test('HEAD has the same headers, and no body', async () => {
  await open()
  const got = await fetch(`${door.url}/a/${LINK}`)
  const head = await fetch(`${door.url}/a/${LINK}`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'))
})

test.each([
  ['?lang=en', 'nl', 'en'],
  ['?lang=nl', 'en', 'nl'],
  ['?lang=%3Cscript%3E', 'en', 'en'],
  ['', '', 'nl'],
  ['', '*', 'nl'],
  ['', 'de-DE,de;q=0.9', 'en'],
  ['', 'de, nl;q=0.5, en;q=0.4', 'nl'],
  ['', 'en;q=0, nl;q=0.1', 'nl'],
  ['', 'NL-be', 'nl'],
])('the language of %j with %j is %s', async (query, accepts, language) => {
  await open()
  const got = await fetch(`${door.url}/a/${LINK}${query}`, { headers: { 'accept-language': accepts } })
  expect(await got.text()).toContain(`<html lang="${language}">`)
})

test('a form is taken; what is no form, too large or packed is not, and not a byte of it is', async () => {
  await open()
  expect((await fetch(`${door.url}/a/${LINK}`, form('what=opgepakt'))).status).toBe(200)
  expect(posted).toEqual([`${LINK} opgepakt`])
  const neutral = await (await fetch(`${door.url}/a/anders`)).text()
  for (const asked of [
    form(`what=${'x'.repeat(2_000)}`),
    form('what=x', { 'content-encoding': 'gzip' }),
    { ...form('{"what":"x"}'), headers: { 'content-type': 'application/json' } },
    { ...form('what=x'), headers: { 'content-type': 'text/plain' } },
    form(Array.from({ length: 90 }, (_, at) => `a${at}=1`).join('&')),
    { method: 'PUT', body: 'x' },
    { method: 'DELETE' },
  ]) {
    const got = await fetch(`${door.url}/a/${LINK}`, asked)
    expect([got.status, await got.text()]).toEqual([404, neutral])
  }
  expect(posted).toHaveLength(1)
})

/** Sends bytes as they are, and gives what came back until the other side hangs up. */
const raw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setTimeout(5_000, () => socket.destroy(new Error('held')))
    socket.on('data', (data) => {
      got += data.toString()
    })
    socket.on('close', () => resolve(got))
    socket.on('error', reject)
  })

test('what says to be too large is answered before it came, and hung up on', async () => {
  await open()
  const head = `POST /a/${LINK} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n`
  expect(await raw(`${head}content-length: 900000000\r\n\r\nwhat=`)).toMatch(/^HTTP\/1\.1 404 /)
  expect(await raw(`${head}transfer-encoding: chunked\r\n\r\n4\r\nwhat`)).toMatch(/^HTTP\/1\.1 404 /)
  expect(posted).toEqual([])
})

test('a file comes by a body of its own; it is looked at where nothing runs', async () => {
  await open()
  const type = 'multipart/form-data; boundary=b'
  const sent = { method: 'POST', headers: { 'content-type': type }, body: '--b--' }
  expect((await fetch(`${door.url}/f/x`, sent)).status).toBe(200)
  expect(posted).toEqual([`5 ${type}`])
  const got = await fetch(`${door.url}/f/x`)
  expect(got.headers.get('content-type')).toBe('image/png')
  expect(got.headers.get('content-security-policy')).toContain('sandbox')
})

test('a file beyond its bound is let pass unread, and a page says so; without a link that works not a byte of it is', async () => {
  await open()
  const body = new FormData()
  body.set('f', new Blob(['x'.repeat(2_000_000)]))
  const got = await fetch(`${door.url}/f/x`, { method: 'POST', body })
  expect([got.status, await got.text()]).toEqual([413, expect.stringContaining('<h1>Te groot</h1>')])
  // Nothing of it came, and it is answered.
  const head = 'HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\n'
  for (const length of [90, 900_000_000_000])
    expect(await raw(`POST /f/y ${head}content-length: ${length}\r\n\r\n--b`)).toMatch(/^HTTP\/1\.1 404 /)
  expect(posted).toEqual([])
})

test.each([
  '/a',
  '/a/',
  '/a/x/y',
  '/a/%2e%2ex',
  '/a/..%2fb',
  '/a/%00',
  '/a/%zz',
  `/a/${'x'.repeat(700)}`,
  '/a/é',
  '/a?x',
])('%s is the one neutral page, with our number, after a beat', async (path) => {
  await open()
  const neutral = await (await fetch(`${door.url}/a/anders`)).text()
  expect(neutral).toContain(town.name)
  expect(neutral).toContain(town.phone)
  const got = await fetch(`${door.url}${path}`)
  expect([got.status, await got.text()]).toEqual([404, neutral])
})

test('other doors are as they were', async () => {
  await open()
  expect((await fetch(`${door.url}/b/iets`)).status).toBe(404)
  expect(await (await fetch(`${door.url}/b/iets`)).json()).toEqual({ error: 'refused' })
  expect((await fetch(`${door.url}/api/messages`, form('what=x'))).status).toBe(415)
  expect((await fetch(`${door.url}/healthz`)).status).toBe(200)
})

test('a defect shows the neutral page, a store that is away a wait, and neither is told in the log', async () => {
  await open()
  const neutral = await (await fetch(`${door.url}/a/anders`)).text()
  const failed = await fetch(`${door.url}/a/stuk`)
  expect([failed.status, await failed.text()]).toEqual([404, neutral])
  const away = await fetch(`${door.url}/a/weg`)
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '30'])
  expect(lines.length).toBe(2)
  expect(lines.join('')).not.toMatch(/kanarie|stuk|weg|\/a\//)
})

test('no link is in the log, whatever happens to it', async () => {
  await open({ link: { burst: 1, perSecond: 0.001 } })
  await fetch(`${door.url}/a/${LINK}`)
  await fetch(`${door.url}/a/${LINK}`)
  await fetch(`${door.url}/a/${LINK}%zz`)
  await fetch(`${door.url}/a/${LINK}`, form(`what=${'x'.repeat(2_000)}`))
  expect(lines.join('')).toContain('page.refused')
  expect(lines.join('')).not.toContain('kanarie')
})

test('one link, and one visitor, come so often; another visitor is not kept waiting', async () => {
  await open({ address: { burst: 3, perSecond: 0.001 }, link: { burst: 2, perSecond: 0.001 } })
  const from = async (address: string, path: string) =>
    (await fetch(`${door.url}${path}`, { headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } })).status
  expect([await from('10.0.0.1', `/a/${LINK}`), await from('10.0.0.2', `/a/${LINK}`)]).toEqual([200, 200])
  expect(await from('10.0.0.3', `/a/${LINK}`)).toBe(429)
  expect([await from('10.0.0.1', '/a/b'), await from('10.0.0.1', '/a/c')]).toEqual([404, 404])
  expect(await from('10.0.0.1', '/a/d')).toBe(429)
  expect(await from('10.0.0.4', '/a/e')).toBe(404)
})

test('one visitor who never stops takes nothing of what is there for all', async () => {
  await open({ address: { burst: 2, perSecond: 0.001 }, all: { burst: 5, perSecond: 0.001 } })
  const from = async (address: string) =>
    (await fetch(`${door.url}/a/${LINK}`, { headers: { 'x-forwarded-for': address } })).status
  const tried = []
  for (let times = 0; times < 9; times += 1) tried.push(await from('10.0.0.1'))
  expect(tried).toEqual([200, 200, ...Array.from({ length: 7 }, () => 429)])
  expect([await from('10.0.0.2'), await from('10.0.0.3')]).toEqual([200, 200])
})
