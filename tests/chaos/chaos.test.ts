/**
 * Killed at random moments, five times on each store; `npm run chaos` does so a hundred times. Nothing here depends on
 * how fast the machine is.
 */
import { expect, test } from '@jest/globals'
import { meldpunt } from '../../infra/local/demo.ts'
import { received } from '../kit/signals.ts'
import { tableOf, wrongs } from './chaos.ts'
import { check } from './check.ts'
import { Crowd } from './people.ts'
import { chaos, startStage } from './rounds.ts'

const PATIENCE_MS = 600_000
const ROUNDS = 5

test('what is missing, and what stands there twice without saying so, is found', async () => {
  const stage = await startStage()
  const { connector, officer } = stage
  const crowd = new Crowd(connector, stage.graph, officer)
  const record = received()
  const word = 'woord12345678'
  crowd.told.push({ word, person: officer, answered: true })
  crowd.asked.push({ word: 'vraag12345678', reference: record.reference, answered: true })
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const activity = { type: 'message', text: record.reference }
  const body = JSON.stringify({ channelData: { channel: { id: meldpunt.channel.id } }, activity })
  for (let times = 0; times < 2; times += 1) {
    await fetch(`${connector.serviceUrl}v3/conversations`, { ...post, body })
  }
  const found = check(connector, crowd, [record], [])
  expect(found).toMatchObject({
    signalsLost: [word, 'vraag12345678: answered, and not in the record'],
    effectsLost: [`${record.reference}: receipt`],
    doublesUnmarked: [`${record.reference}: doorbell (2)`],
  })
  expect(check(connector, crowd, [record], [{ text: word }]).signalsLost).toHaveLength(1)
  await stage.stop()
})

test.each([
  ['SQLite, one instance', 'sqlite'],
  ['Cosmos DB, two instances', 'cosmos'],
] as const)(
  'killed under load (%s): no signal lost, no effect lost, every double explained',
  async (_name, kind) => {
    const outcome = await chaos(kind, ROUNDS)
    expect(wrongs(outcome)).toEqual([])
    expect(outcome.kills).toBe(ROUNDS)
    // Something happened.
    expect(outcome.signals).toBeGreaterThan(ROUNDS)
    expect(outcome.reports).toBeGreaterThanOrEqual(outcome.signals)
    expect(outcome.takeOvers).toHaveLength(kind === 'cosmos' ? ROUNDS : 0)
    expect(tableOf([outcome])).toMatch(/signals lost +0\n/)
  },
  PATIENCE_MS,
)
