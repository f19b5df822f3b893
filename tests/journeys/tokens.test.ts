/** Authorisation at the door: tokens of a local issuer, checked by our own code. A wrong one is 401, never 500. */
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Log, quietConsole } from '../../bot/app/log.ts'
import { municipality } from '../../infra/local/demo.ts'
import { type House, startHouse } from '../kit/house.ts'
import { type Issuer, startIssuer, WEB_CHAT } from '../kit/issuer.ts'

const APP = '751cda82-ff4a-44a6-8b60-faaee3291eba'
const OTHER_APP = '11111111-2222-4333-8444-555555555555'

let issuer: Issuer
let house: House
let serviceUrl = ''
/** What the SDK says on the console about a token, as production logs it. */
const logged: unknown[] = []
const log: Log = {
  info: (...it) => logged.push(it),
  warn: (...it) => logged.push(it),
  error: (...it) => logged.push(it),
}
const { debug, info, log: say, warn, error } = console
beforeAll(async () => {
  quietConsole(log)
  issuer = await startIssuer(APP, () => serviceUrl)
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      credentials: {
        kind: 'secret',
        appId: APP,
        secret: 'not a real secret',
        tenantId: municipality.tenantId,
        issuer: { name: issuer.name, metadataUrl: issuer.metadataUrl },
      },
    }),
  })
  serviceUrl = house.connector.serviceUrl
})
afterAll(async () => {
  await house.stop()
  await issuer.stop()
  Object.assign(console, { debug, info, log: say, warn, error })
})

/** Typing is taken and answers nothing, so that only the door is asked. */
const post = (
  authorization: string | undefined,
  tenant: string = municipality.tenantId,
  change: Record<string, unknown> = {},
) =>
  fetch(`${house.bot.url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify({
      type: 'typing',
      channelId: 'msteams',
      serviceUrl,
      from: { id: '29:iemand' },
      recipient: { id: `28:${APP}` },
      conversation: { id: 'a:chat', conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      ...change,
    }),
  })

const now = () => Math.floor(Date.now() / 1000)
const encode = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')

describe('authorisation: the token', () => {
  test('a valid one is let in', async () => {
    expect((await post(`Bearer ${issuer.token()}`)).status).toBe(200)
    expect(issuer.requests()).toBeGreaterThan(0)
  })

  const wrong: [string, () => string | undefined][] = [
    ['none', () => undefined],
    ['an empty header', () => ''],
    ['not a bearer', () => `Basic ${encode('a')}`],
    ['rubbish', () => 'Bearer a.b.c'],
    ['half a token', () => `Bearer ${issuer.token().split('.').slice(0, 2).join('.')}.`],
    ['expired', () => `Bearer ${issuer.token({ nbf: now() - 7200, exp: now() - 3600 })}`],
    ['not valid yet', () => `Bearer ${issuer.token({ nbf: now() + 3600, exp: now() + 7200 })}`],
    ['for another bot', () => `Bearer ${issuer.token({ aud: OTHER_APP })}`],
    ['of another issuer', () => `Bearer ${issuer.token({ iss: 'https://elsewhere.test' })}`],
    ['for another service', () => `Bearer ${issuer.token({ serviceurl: 'https://elsewhere.test/' })}`],
    ['without a service', () => `Bearer ${issuer.token({ serviceurl: undefined })}`],
    ['signed by a stranger', () => `Bearer ${issuer.token({}, {}, issuer.strangersKey)}`],
    ['with an unknown key', () => `Bearer ${issuer.token({}, { kid: 'nobody' })}`],
    ['changed after signing', () => `Bearer ${changed(issuer.token())}`],
    ['unsigned', () => `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${issuer.token().split('.')[1]}.`],
    ['signed with the public name as a secret', () => `Bearer ${hmac()}`],
    ['of another kind of key', () => `Bearer ${otherKind()}`],
    ['of another length of hash', () => `Bearer ${issuer.token({}, { alg: 'RS512' })}`],
    ['signed for Web Chat', () => `Bearer ${issuer.token({}, { kid: WEB_CHAT }, issuer.webChatKey)}`],
    ['without the name of a key', () => `Bearer ${issuer.token({}, { kid: undefined })}`],
    ['that brings its own key', () => `Bearer ${withOwnKey()}`],
    ['that must be read in a way of its own', () => `Bearer ${issuer.token({}, { crit: ['own'], own: 1 })}`],
    ['that never ends', () => `Bearer ${issuer.token({ exp: undefined })}`],
    ['for several bots', () => `Bearer ${issuer.token({ aud: [APP, OTHER_APP] })}`],
    ['of almost this issuer', () => `Bearer ${issuer.token({ iss: `${issuer.name}/` })}`],
    ['of the Emulator, first version', () => `Bearer ${issuer.token(emulator('1.0'))}`],
    ['of the Emulator, second version', () => `Bearer ${issuer.token(emulator('2.0'))}`],
    [
      'of the Emulator, of this tenant',
      () => `Bearer ${issuer.token(emulator('2.0', municipality.tenantId))}`,
    ],
    [
      'of another bot that acts as a skill',
      () => `Bearer ${issuer.token({ appid: OTHER_APP, ver: '1.0', iss: sts(TENANT) })}`,
    ],
    ['too long', () => `Bearer ${issuer.token({ more: 'x'.repeat(7_000) })}`],
    ['two at once', () => `Bearer ${issuer.token()}, Bearer ${issuer.token()}`],
    ['with something behind it', () => `Bearer ${issuer.token()} x`],
  ]
  test.each(wrong)('%s is refused with 401', async (_, header) => {
    const answer = await post(header())
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'token' }])
  })

  test.each<[string, Record<string, unknown>, number, string]>([
    ['another address of Teams', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }, 401, 'token'],
    ['an address of somebody else', { serviceUrl: 'https://kwaad.example/' }, 401, 'token'],
    ['Web Chat', { channelId: 'webchat' }, 403, 'channel'],
    ['Direct Line', { channelId: 'directline' }, 403, 'channel'],
    ['the Emulator', { channelId: 'emulator' }, 403, 'channel'],
    ['almost Teams', { channelId: 'MSTeams' }, 403, 'channel'],
    ['no channel', { channelId: undefined }, 400, 'notAnActivity'],
  ])('a valid token, and an activity of %s: refused', async (_, change, status, error) => {
    const answer = await post(`Bearer ${issuer.token()}`, municipality.tenantId, change)
    expect([answer.status, await answer.json()]).toEqual([status, { error }])
  })

  test('a valid token for an address that is none of Microsoft: refused', async () => {
    const kwaad = 'https://kwaad.example/'
    const bearer = `Bearer ${issuer.token({ serviceurl: kwaad })}`
    const answer = await post(bearer, municipality.tenantId, { serviceUrl: kwaad })
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'address' }])
  })

  test('an address that is written in another way is the same', async () => {
    const written = serviceUrl.replace('http://', 'HTTP://').replace(/\/$/, '')
    const answer = await post(`Bearer ${issuer.token({ serviceurl: written })}`)
    expect(answer.status).toBe(200)
  })

  test('without a token nothing is read: a body that is no activity, or far too large, is 401 as well', async () => {
    for (const body of ['{"type":', '{}', JSON.stringify({ text: 'x'.repeat(600_000) })]) {
      const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
      const answer = await fetch(`${house.bot.url}/api/messages`, asked)
      expect([answer.status, await answer.json()]).toEqual([401, { error: 'token' }])
    }
  })

  test('a valid token does not open another municipality', async () => {
    const answer = await post(`Bearer ${issuer.token()}`, OTHER_APP)
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'tenant' }])
  })
})

const TENANT = 'd6d49420-f39b-4df7-a1dc-d59a935871db'
const sts = (tenant: string) => `https://sts.windows.net/${tenant}/`

/** As the Emulator makes them, and whoever has the app's secret: issued for the app itself, by the sign-in service. */
function emulator(ver: '1.0' | '2.0', tenant: string = TENANT) {
  const app = ver === '1.0' ? { appid: APP } : { azp: APP }
  const iss = ver === '1.0' ? sts(tenant) : `https://login.microsoftonline.com/${tenant}/v2.0`
  return { ver, iss, tid: tenant, aud: APP, ...app, serviceurl: undefined }
}

function withOwnKey(): string {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = publicKey.export({ format: 'jwk' })
  return issuer.token(
    {},
    { jwk, jku: 'https://kwaad.example/keys', x5u: 'https://kwaad.example/x' },
    privateKey,
  )
}

/** Says something else than was signed. */
function changed(token: string): string {
  const [head, body, signature] = token.split('.')
  const claims = { ...JSON.parse(Buffer.from(body ?? '', 'base64url').toString()), appid: 'someone' }
  return [head, encode(claims), signature].join('.')
}

function hmac(): string {
  const [, body] = issuer.token().split('.')
  const head = encode({ alg: 'HS256', typ: 'JWT', kid: 'signing-key-1' })
  const signature = createHmac('sha256', 'signing-key-1').update(`${head}.${body}`).digest('base64url')
  return `${head}.${body}.${signature}`
}

function otherKind(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return issuer.token({}, { alg: 'ES256' }, privateKey)
}
