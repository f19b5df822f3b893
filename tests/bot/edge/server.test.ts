/** The door in front of the SDK: what the SDK answers with 500 or 501, and what it throws, is a 400 with a word. */

import net from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { openLog } from '../../../bot/app/log.ts'
import { RATE, RateLimit } from '../../../bot/app/rateLimit.ts'
import type { Adapter } from '../../../bot/edge/adapter.ts'
import { openAdmission } from '../../../bot/edge/admission.ts'
import { type Door, openDoor } from '../../../bot/edge/server.ts'
import { Municipalities } from '../../../services/municipality/municipalities.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { town } from '../../kit/signals.ts'

const SECRET = 'Kanariewoord van een melder'
const READY = {
  ready: true,
  wrong: [],
  late: 0,
  store: 'ok',
  audit: { behind: 0 },
  undelivered: { documents: 0, effects: 0 },
  channels: { count: 1, gone: 0, refusing: 0 },
  officers: { count: 1, gone: 0 },
  nobodyReads: 0,
  untold: 0,
  openings: { unusual: 0 },
} as const

let door: Door
let lines: string[]
afterEach(() => door.close())

/** Opens a door on an SDK that does this with whatever it takes. */
async function openOn(take: Adapter['take'], leaving?: number): Promise<void> {
  lines = []
  const outside = { municipalities: new Municipalities([town]), elapsed: () => performance.now() }
  const local = { mode: 'local', host: '127.0.0.1', credentials: { kind: 'none' } } as const
  const pace = new RateLimit(drawKeys(Buffer.alloc(32, 7)), RATE)
  door = await openDoor(
    {
      adapter: { take },
      admission: openAdmission(local, { hosts: [], loopback: true }, outside, pace),
      answerWithin: () => 60_000,
      run: async () => undefined,
      ready: async () => READY,
      log: openLog('debug', { write: (line) => void lines.push(line) }),
    },
    0,
    '127.0.0.1',
    leaving,
  )
}

/** Opens a door, and knocks. */
async function knock(take: Adapter['take'], type: string): Promise<{ status: number; text: string }> {
  await openOn(take)
  const activity = {
    type,
    text: SECRET,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    from: { id: '29:iemand' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:1', tenantId: town.tenant },
    channelData: { tenant: { id: town.tenant } },
  }
  const headers = { 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify(activity) }
  const answer = await fetch(`${door.url}/api/messages`, asked)
  return { status: answer.status, text: await answer.text() }
}

const REFUSED = { status: 400, text: '{"error":"refused"}' }

test.each([500, 501, 503])('an invoke that the SDK answers with %i', async (status) => {
  expect(await knock(async () => ({ status, body: { error: SECRET } }), 'invoke')).toEqual(REFUSED)
})

test.each(['invoke', 'message'])('an activity of type %s in which the SDK throws', async (type) => {
  expect(await knock(() => Promise.reject(new TypeError(SECRET)), type)).toEqual(REFUSED)
  expect(lines.join('')).toContain('turn.failed')
  expect(lines.join('')).not.toContain(SECRET)
})

test('closing waits for nobody who only holds a connection', async () => {
  await openOn(async () => undefined, 1)
  const post = 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
  const upgrade = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
  const held = [`${post}Content-Length: 100\r\n\r\n{`, post, upgrade, ' '].map((bytes) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const socket = net.connect(Number(new URL(door.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.resume()
    return new Promise<{ closed: Promise<void> }>((sent) => {
      socket.write(bytes, () => sent({ closed: promise }))
    })
  })
  const all = await Promise.all(held)
  await fetch(`${door.url}/healthz`)
  // Were they waited for, this would never end.
  await door.close()
  for (const { closed } of all) await closed
})

test('what is taken is taken, and an invoke has its answer', async () => {
  expect(await knock(async () => undefined, 'message')).toEqual({ status: 200, text: '' })
  await door.close()
  const answered = await knock(async () => ({ status: 200, body: { task: {} } }), 'invoke')
  expect(answered).toEqual({ status: 200, text: '{"task":{}}' })
})
