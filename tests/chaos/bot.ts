/** The bot that is killed: started by main.ts as in production, in a process of its own, with leases that end sooner. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Config } from '../../bot/app/config.ts'
import { startSignaalpunt } from '../../bot/main.ts'
import { people } from '../../infra/local/demo.ts'
import { Chat } from '../../services/draft/chat.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import { holder } from '../../services/outbox/lease.ts'
import { parseStored } from '../../services/signal/handle.ts'
import type { DocumentKind } from '../../services/store/port.ts'
import { Instant, MunicipalityId } from '../../services/words.ts'
import { answer } from '../bench/children.ts'
import { configOf, StoreGiven } from '../bench/config.ts'

const Given = z.object({
  store: StoreGiven,
  serviceUrl: z.string(),
  graphUrl: z.string(),
  /** Both are 32 bytes, made for this run. */
  vaultKey: z.string(),
  sealKey: z.string(),
  sweepEvery: z.number(),
  leaseMs: z.number(),
})

const FAR = Instant.parse('9999-01-01T00:00:00.000Z')

const members = new Map<string, string>(Object.values(people).map((p) => [p.aadObjectId, p.teamsId]))

answer(async (raw) => {
  const given = Given.parse(raw)
  const config: Config = {
    ...configOf(given),
    vaultKey: Buffer.from(given.vaultKey, 'hex'),
    keys: { kind: 'given', key: Buffer.from(given.sealKey, 'hex') },
    logLevel: 'silent',
    sweepEvery: given.sweepEvery,
    memberIdOf: (officer) => members.get(officer) ?? officer,
  }
  const life = randomUUID()
  const who = holder(given.store.kind === 'sqlite' ? 'alone' : life, life, given.leaseMs)
  const running = await startSignaalpunt(config, { holder: who })
  const { store, courier } = running.app
  const municipality = MunicipalityId.parse(config.municipalities[0]?.id)

  const all = async (kind: DocumentKind) => {
    const found = []
    for (let after = ''; ; ) {
      const page = await store.list(municipality, kind, { after }, 200)
      found.push(...page)
      const last = page.at(-1)
      if (!last) return found
      after = last.document.id
    }
  }
  const effectsOf = (body: unknown): readonly Effect[] => {
    const stored = parseStored(body, '')
    return ('record' in stored ? stored.record : stored.tombstone).effects
  }
  const effects = async (): Promise<Effect[]> => [
    ...(await all('signal')).flatMap(({ document }) => effectsOf(document.body)),
    ...(await all('chat')).flatMap(({ document }) => Chat.parse(document.body).effects),
  ]
  /** What has something to deliver is due some day: the others need not be read. */
  const due = (kind: DocumentKind) => store.list(municipality, kind, { dueBefore: FAR }, 10_000)
  const pending = async (): Promise<Effect[]> =>
    [
      ...(await due('signal')).flatMap(({ document }) => effectsOf(document.body)),
      ...(await due('chat')).flatMap(({ document }) => Chat.parse(document.body).effects),
    ].filter((effect) => !effect.deadLetter)

  return {
    ready: { url: `${running.url}/api/messages`, by: who.by },
    answers: {
      idle: () => running.idle(),
      /** How many effects are still to be delivered, and how many of these are this holder's. */
      pending: async (by) => {
        const left = await pending()
        return { all: left.length, by: left.filter((effect) => effect.lease?.by === by).length }
      },
      signals: async () => (await all('signal')).map(({ document }) => document.body),
      chats: async () => (await all('chat')).map(({ document }) => document.body),
      /** Every word that somebody told, and every reference; the documents themselves would be too much. */
      words: async () => {
        const [signals, chats] = [await all('signal'), await all('chat')]
        const text = JSON.stringify([signals, chats])
        const records = JSON.stringify(signals)
        return {
          words: [...new Set(text.match(/woord[0-9a-f]{8}/g))],
          references: [...new Set(records.match(/S-\d{4}-\d{4,}/g))],
          failed: (await effects()).filter((effect) => effect.deadLetter).length,
        }
      },
      counts: () => courier.tally.counts,
      heap: () => {
        globalThis.gc?.()
        return process.memoryUsage().heapUsed
      },
    },
    stop: () => running.stop(),
  }
})
