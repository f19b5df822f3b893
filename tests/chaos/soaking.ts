/**
 * A bot in a process of its own, under so many requests a second while one in twenty of its own calls fails: is all
 * that was told kept, is all that is owed delivered, and does its memory stay what it was.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { meldpunt, municipality, people } from '../../infra/local/demo.ts'
import { startChild } from '../bench/children.ts'
import { isWire, press, type Wire } from '../kit/cardClient.ts'
import { type Lean, startLean } from './lean.ts'
import { secrets } from './rounds.ts'

const PER_SECOND = 50
const CHANCE = 0.05
/** What is kept in memory for two minutes (activities that may come twice) is there from then on. */
const WARM_UP_S = 150
/** No more at once than people would send: what the machine cannot do in time is done later, not all together. */
const MOST_AT_ONCE = 64
/** A person who gets no answer at all sends it again. */
const MOST_AGAIN = 5

const Ready = z.object({ url: z.string(), by: z.string() })
const Pending = z.object({ all: z.number(), by: z.number() })
const Words = z.object({ words: z.array(z.string()), references: z.array(z.string()), failed: z.number() })

export type Soaked = {
  seconds: number
  requests: number
  /** Answers that were 5xx. */
  failures: number
  /** Sent again, and never answered. */
  unanswered: number
  /** As the machine could do it. */
  perSecond: number
  toTeams: number
  faults: number
  told: number
  wordsLost: string[]
  receiptsLost: string[]
  bellsLost: string[]
  failed: number
  stillOwed: number
  /** Megabytes after collecting, from the first to the last. */
  heap: number[]
  /** Megabytes an hour, over what came after the warm-up. */
  slope: number
}

type Person = { id: string; conversation: string; entra: string; word: string; answered: boolean }
type Deed = { activity: Wire; teller?: Person }

/** Soaks for so long. */
export async function soak(seconds: number, say: (line: string) => void = () => undefined): Promise<Soaked> {
  const dir = mkdtempSync(join(tmpdir(), 'signaalpunt-soak-'))
  const lean = await startLean(CHANCE)
  const bot = await startChild(
    '../chaos/bot.ts',
    {
      store: { kind: 'sqlite', path: join(dir, 'soak.db') },
      serviceUrl: lean.serviceUrl,
      graphUrl: lean.graphUrl,
      ...secrets(),
      sweepEvery: 1_000,
      leaseMs: 15_000,
    },
    Ready,
    ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  )
  const agent = new http.Agent({ keepAlive: true })
  const told: Person[] = []
  let [requests, failures, unanswered] = [0, 0, 0]
  const send = async ({ activity, teller }: Deed): Promise<void> => {
    requests += 1
    for (let again = 0; again <= MOST_AGAIN; again += 1) {
      const status = await post(agent, bot.ready.url, activity)
      if (status >= 500) failures += 1
      if (teller && status === 200) teller.answered = true
      if (status !== 0) return
    }
    unanswered += 1
  }
  const heap: number[] = []
  try {
    const stories = story(lean, told)
    const startedAt = performance.now()
    const under = new Set<Promise<void>>()
    const every = Math.max(1_000, (seconds * 1000) / 60)
    let [sampled, due] = [0, startedAt]
    for (let at = 0; at < seconds * PER_SECOND; at += 1) {
      // Hardly ever faster than that, to catch up with half a second at most.
      due = Math.max(due + 1000 / PER_SECOND, performance.now() - 500)
      if (due > performance.now()) await pause(due - performance.now())
      while (under.size >= MOST_AT_ONCE) await Promise.race(under)
      const deed = stories.next().value
      const sending: Promise<void> | undefined =
        deed && send(deed).finally(() => under.delete(sending ?? never))
      if (sending) under.add(sending)
      const passed = performance.now() - startedAt
      if (passed > sampled * every) {
        sampled = Math.ceil(passed / every)
        heap.push((await bot.ask('heap', z.number())) / 1e6)
        say(`${Math.round(passed / 1000)} s: ${requests} requests, heap ${heap.at(-1)?.toFixed(1)} MB`)
      }
    }
    await Promise.all(under)
    const took = performance.now() - startedAt
    lean.heal()
    let owed = await bot.ask('pending', Pending, '')
    // What failed last is tried again after its pause.
    for (let waited = 0; owed.all > 0 && waited < 300; waited += 1) {
      await pause(500)
      owed = await bot.ask('pending', Pending, '')
    }
    const kept = await bot.ask('words', Words)
    const words = new Set(kept.words)
    const references = new Set(kept.references)
    return {
      seconds,
      requests,
      failures,
      unanswered,
      perSecond: (requests * 1000) / took,
      toTeams: lean.counts.requests,
      faults: lean.counts.faults,
      told: told.length,
      wordsLost: told.flatMap(({ word, answered }) => (!answered || words.has(word) ? [] : [word])),
      receiptsLost: [...lean.receipts].filter((reference) => !references.has(reference)),
      bellsLost: kept.failed > 0 ? [] : [...references].filter((reference) => !lean.rang.has(reference)),
      failed: kept.failed,
      stillOwed: owed.all,
      heap,
      slope: slopeOf(
        heap.slice(Math.min(heap.length / 2, (WARM_UP_S * 1000) / every)),
        took / Math.max(1, heap.length),
      ),
    }
  } finally {
    agent.destroy()
    await bot.stop()
    await lean.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

const never = Promise.resolve()

/** The status of the answer; 0 without one. */
function post(agent: http.Agent, url: string, activity: Wire): Promise<number> {
  const text = JSON.stringify(activity)
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    const request = http.request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The bot closed a connection that was not used for a while, maybe just now.
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(post(agent, url, activity))
      else resolve(0)
    })
    request.end(text)
  })
}

/** What people do, one activity after the other: told, sent a moment later, and now and then taken by the officer. */
function* story(lean: Lean, told: Person[]): Generator<Deed> {
  const waiting: { person: Person; from: number }[] = []
  for (let turn = 0; ; turn += 1) {
    const bell = turn % 5 === 0 ? lean.bell() : undefined
    if (bell) {
      const { data } = press(bell.card, ({ data: own }) => isWire(own) && own.verb === 'take')
      yield { activity: taken(lean, bell, data) }
      continue
    }
    const next = waiting[0]
    // A second after it was told, so that its card can be there.
    if (next && turn - next.from > PER_SECOND) {
      waiting.shift()
      yield { activity: sent(lean, next.person) }
      lean.forget(next.person.conversation)
      continue
    }
    const id = randomUUID()
    const word = `woord${id.slice(0, 8)}`
    const person = { id: `29:${id}`, conversation: `a:1${id}`, entra: randomUUID(), word, answered: false }
    told.push(person)
    waiting.push({ person, from: turn })
    const text = `Bij de loods (${word}) slaapt een jongen.`
    yield { activity: { ...personal(lean, person), type: 'message', text }, teller: person }
  }
}

function sent(lean: Lean, person: Person): Wire {
  const echo = lean.card(person.conversation, 'send')
  const common = { ...personal(lean, person), type: 'message' }
  if (!echo) return { ...common, text: 'versturen' }
  const { data } = press(echo.card, ({ data: own }) => isWire(own) && own.verb === 'send')
  return { ...common, replyToId: echo.id, value: data }
}

const personal = (lean: Lean, { id, conversation, entra }: Person): Wire => ({
  ...common(lean, { id, name: 'Robin Jansen', aadObjectId: entra }),
  conversation: { conversationType: 'personal', tenantId: municipality.tenantId, id: conversation },
  channelData: { tenant: { id: municipality.tenantId } },
})

function taken(lean: Lean, bell: { id: string; conversation: string }, data: unknown): Wire {
  const { tenantId } = municipality
  const { teamsId, aadObjectId, name } = people.marieke
  const { id: team, channel } = meldpunt
  return {
    ...common(lean, { id: teamsId, aadObjectId, name }),
    type: 'invoke',
    name: 'task/fetch',
    replyToId: bell.id,
    value: { data, context: { theme: 'default' } },
    conversation: { isGroup: true, conversationType: 'channel', tenantId, id: bell.conversation },
    channelData: { channel: { id: channel.id }, team: { id: team }, tenant: { id: tenantId } },
  }
}

const common = ({ serviceUrl }: Lean, from: { id: string; name: string; aadObjectId: string }) => ({
  id: `f:${randomUUID()}`,
  channelId: 'msteams',
  serviceUrl,
  timestamp: new Date().toISOString(),
  locale: 'nl-NL',
  from,
  recipient: { id: '28:soak', name: 'Signaalpunt' },
})

/** The slope of a line through these, per hour. */
export function slopeOf(values: readonly number[], everyMs: number): number {
  const n = values.length
  if (n < 2) return 0
  const middle = (n - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const up = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  const across = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0)
  return (up / across) * (3_600_000 / everyMs)
}
