/**
 * What was tried at the front door: to fill its memory without a token, to come in with the app's secret alone, and to
 * come while Microsoft's key list is away or hangs.
 */
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js'
import { municipality, people } from '../../infra/local/demo.ts'
import { projectFiles } from '../house/sources.ts'
import { type House, startHouse } from '../kit/house.ts'
import { type Issuer, startIssuer } from '../kit/issuer.ts'

const APP = '751cda82-ff4a-44a6-8b60-faaee3291eba'

let issuer: Issuer
let house: House
let serviceUrl = ''
beforeEach(async () => {
  issuer = await startIssuer(APP, () => serviceUrl)
})
afterEach(async () => {
  await house.stop()
  await issuer.stop()
})

async function open(): Promise<void> {
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
}

type Change = Record<string, unknown>
const post = async (token: string, change: Change = {}) => {
  const answer = await fetch(`${house.bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'typing',
      channelId: 'msteams',
      serviceUrl,
      from: { id: people.marieke.teamsId, aadObjectId: people.marieke.aadObjectId },
      recipient: { id: `28:${APP}` },
      conversation: { id: 'a:chat', conversationType: 'personal', tenantId: municipality.tenantId },
      channelData: { tenant: { id: municipality.tenantId } },
      ...change,
    }),
  })
  return { status: answer.status, body: await answer.json().catch(() => undefined), headers: answer.headers }
}

/** What the SDK keeps for the whole process: a list of keys for each issuer it was told to believe. */
function sdkRemembers(): number {
  const kept: unknown = Reflect.get(JwtTokenExtractor, 'openIdMetadataCache')
  if (!(kept instanceof Map) && Object.prototype.toString.call(kept) !== '[object Map]') {
    throw new Error('The SDK keeps its list elsewhere: look where, and watch it here.')
  }
  return Number(Reflect.get(Object(kept), 'size'))
}

function heap(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

test('thousands of refused requests, each of another tenant, key, issuer and person: nothing of them is kept', async () => {
  await open()
  const shots: ((n: number) => [string, Change?])[] = [
    (n) => [
      issuer.token({
        ver: '2.0',
        tid: guid(n),
        azp: APP,
        iss: `https://login.microsoftonline.com/${guid(n)}/v2.0`,
      }),
    ],
    (n) => [
      issuer.token({ ver: '1.0', tid: guid(n), appid: APP, iss: `https://sts.windows.net/${guid(n)}/` }),
    ],
    (n) => [issuer.token({ iss: `https://elders-${n}.example` })],
    (n) => [issuer.token({}, { kid: `made-up-${n}` })],
    (n) => [issuer.token({ aud: guid(n) })],
    (n) => [issuer.token({}, {}, issuer.strangersKey), { from: { id: `29:melder-${n}` } }],
    (n) => [issuer.token({ serviceurl: `https://elders-${n}.example/` })],
  ]
  const round = async (from: number, count: number) => {
    for (let n = from; n < from + count; n += 10) {
      const asked = Array.from({ length: 10 }, (_, at) => {
        const shot = shots[(n + at) % shots.length]
        return shot ? post(...shot(n + at)) : undefined
      })
      for (const answer of await Promise.all(asked)) expect(answer?.status).toBe(401)
    }
  }
  // What every process makes once is made first.
  await round(0, 300)
  const [remembered, fetched, before] = [sdkRemembers(), issuer.requests(), heap()]
  await round(1_000, 2_000)
  expect(sdkRemembers()).toBe(remembered)
  expect(remembered).toBe(0)
  // Made-up keys: at most once a minute, two requests.
  expect(issuer.requests() - fetched).toBeLessThanOrEqual(4)
  // The SDK kept some 80 KB for each, which is 160 MB.
  expect(heap() - before).toBeLessThan(25_000_000)
}, 120_000)

test('the app’s secret alone opens nothing: a token for the app itself, as any officer, to any address', async () => {
  await open()
  const { tenantId } = municipality
  for (const iss of [
    `https://sts.windows.net/${tenantId}/`,
    `https://login.microsoftonline.com/${tenantId}/v2.0`,
    'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  ]) {
    const token = issuer.token({
      iss,
      aud: APP,
      appid: APP,
      azp: APP,
      ver: '2.0',
      tid: tenantId,
      serviceurl: undefined,
    })
    for (const change of [{}, { channelId: 'emulator' }, { serviceUrl: 'https://kwaad.example/' }]) {
      for (const type of ['message', 'invoke']) {
        const value = { data: { verb: 'worklist' } }
        const answer = await post(token, { type, name: 'task/fetch', text: 'werklijst', value, ...change })
        expect([answer.status, answer.body]).toEqual([401, { error: 'token' }])
      }
    }
  }
  expect(house.connector.requests).toEqual([])
})

describe('Microsoft’s key list', () => {
  const always = () => true

  test('answers 503: so do we, with when to come back, and nobody is told that a good token is wrong', async () => {
    issuer.faults.next(2, always, { kind: 'answer', reply: { status: 503 } })
    await open()
    const answer = await post(issuer.token())
    expect([answer.status, answer.body]).toEqual([503, { error: 'issuerAway' }])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    // What is wrong in itself is refused all the same.
    expect((await post(issuer.token({ aud: guid(1) }))).status).toBe(401)
  })

  test('hangs from the start: an answer within a second or two, and not after it gives up', async () => {
    issuer.faults.next(Number.POSITIVE_INFINITY, always, { kind: 'slow', ms: 600_000 })
    await open()
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(issuer.token())))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(503))
    expect(issuer.requests()).toBeLessThanOrEqual(2)
  })

  test('goes away later: whoever has a good token notices nothing', async () => {
    await open()
    expect((await post(issuer.token())).status).toBe(200)
    issuer.faults.next(Number.POSITIVE_INFINITY, always, { kind: 'reset' })
    for (let n = 0; n < 20; n += 1) {
      expect((await post(issuer.token({}, { kid: `made-up-${n}` }))).status).toBeGreaterThanOrEqual(401)
      expect((await post(issuer.token())).status).toBe(200)
    }
  })
})

test('nothing of ours reaches the SDK’s own check of tokens', async () => {
  await open()
  const ways =
    /\b(authenticateRequest|authenticateStreamingRequest|authenticateChannelRequest|JwtTokenValidation|SkillValidation|EmulatorValidation)\b/
  const users = projectFiles().filter(
    (path) => path.startsWith('bot/') && path.endsWith('.ts') && ways.test(readFileSync(path, 'utf8')),
  )
  // Where they are replaced by what only refuses.
  expect(users).toEqual(['bot/teams/connector.ts'])
})
