/** Authorisation at the door: tokens of a local issuer, checked by botbuilder's own code. A wrong one is 401, never 500. */
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Log, quietConsole } from '../../bot/app/log.ts'
import { municipality } from '../../infra/local/demo.ts'
import { type House, startHouse } from '../kit/house.ts'
import { type Issuer, startIssuer } from '../kit/issuer.ts'

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
const post = (authorization: string | undefined, tenant: string = municipality.tenantId) =>
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
  ]
  test.each(wrong)('%s is refused with 401', async (_, header) => {
    const answer = await post(header())
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'token' }])
  })

  test('a valid token does not open another municipality', async () => {
    const answer = await post(`Bearer ${issuer.token()}`, OTHER_APP)
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'tenant' }])
  })
})

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
