/**
 * Recognition under what goes wrong: signals come, change, are frozen and go, while two instances recognise them at the
 * same time, the store and the index are away now and then, and each of them stops half-way. At the end every signal that
 * may be in the index is in it and no other, and every pair is known on both sides or on neither.
 */
import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { entryOf, OUT, stepOf } from '../../services/facts/entryOf.ts'
import { entitiesOf } from '../../services/matching/entitiesOf.ts'
import { memoryIndex } from '../../services/matching/memoryIndex.ts'
import type { MatchIndex } from '../../services/matching/port.ts'
import { alike, recognise } from '../../services/recognition/recognise.ts'
import type { OfficerDeed, ReporterDeed } from '../../services/signal/deeds/data.ts'
import {
  type Handling,
  handle,
  type KeptSignal,
  type KeptTombstone,
  parseStored,
  readSignal,
  replaceOps,
  storedSignal,
  tombstoneDocument,
} from '../../services/signal/handle.ts'
import type { Actor } from '../../services/signal/words.ts'
import { type Store, StoreUnavailable } from '../../services/store/port.ts'
import { MunicipalityId, Reference, SignalId } from '../../services/words.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { AUDIT_KEY, ids, MARIEKE, NOW, officer, received, reporter, town } from '../kit/signals.ts'
import { SEED } from './seed.ts'

const HERE = MunicipalityId.parse(town.id)
const STREETS = ['Kraanvogelstraat 14b', 'Kraanvogelstraat 14-B', 'Reigerlaan 3', 'Ooievaarplein 21']
const MUTED = { n: 0, has: () => false }

/** A mulberry32: the same numbers in every run of a seed. */
function drawn(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What is asked takes its time, and fails now and then: before it was done, or after it. */
function shaky<T extends object>(
  real: T,
  chance: () => number,
  often: { rate: number },
  names: readonly string[],
): T {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        const fails = names.includes(String(name)) ? chance() : 1
        for (let left = Math.floor(chance() * 4); left > 0; left -= 1) await setImmediate()
        if (fails < often.rate / 2) throw new StoreUnavailable('unreachable')
        const answer: unknown = await Reflect.apply(value, target, args)
        if (fails < often.rate) throw new StoreUnavailable('unreachable', { unsure: true })
        return answer
      }
    },
  })
}

class World {
  readonly real = new MemoryStore()
  readonly index: MatchIndex = memoryIndex()
  readonly often = { rate: 0.12 }
  readonly chance: () => number
  readonly newId: () => string
  readonly signals: SignalId[] = []
  readonly store: Store
  readonly shakyIndex: MatchIndex
  constructor(seed: number) {
    this.chance = drawn(seed)
    this.newId = ids(10 + (seed % 80))
    this.store = shaky<Store>(this.real, this.chance, this.often, ['read', 'save'])
    this.shakyIndex = shaky(this.index, this.chance, this.often, ['put', 'remove', 'postings', 'entities'])
  }
  pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.chance() * from.length)]
    if (one === undefined) throw new Error('Nothing to choose from.')
    return one
  }
  handling(store: Store): Handling {
    return { store, now: () => NOW, newId: this.newId, municipality: town, auditKey: AUDIT_KEY }
  }
  async report(): Promise<void> {
    const id = SignalId.parse(this.newId())
    const number = String(this.signals.length + 1).padStart(4, '0')
    const text = `In het huis aan de ${this.pick(STREETS)} slapen zes mannen op matrassen.`
    const record = received({
      signal: id,
      reference: Reference.parse(`S-2026-${number}`),
      story: [{ at: NOW, via: 'chat', text }],
    })
    await this.real.save([{ op: 'create', document: storedSignal(record, town) }])
    this.signals.push(id)
  }
  async act(): Promise<void> {
    const id = this.pick(this.signals)
    const kept = await readSignal(this.real, HERE, id)
    if (!kept || 'tombstone' in kept) return
    const { record } = kept
    const [fact] = record.facts ?? []
    const other = record.known?.matches[0]?.signal
    const by = officer(MARIEKE)
    const deeds: [Actor, OfficerDeed | ReporterDeed][] = [
      [by, { do: 'freeze', reason: 'x' }],
      [by, { do: 'unfreeze', reason: 'x' }],
      ...(fact ? [[by, { do: 'refuteFact', fact: fact.id, text: 'x' }] as [Actor, OfficerDeed]] : []),
      ...(fact ? [[by, { do: 'unverifyFact', fact: fact.id }] as [Actor, OfficerDeed]] : []),
      ...(other ? [[by, { do: 'notSame', other }] as [Actor, OfficerDeed]] : []),
      ...(other ? [[by, { do: 'sameAgain', other }] as [Actor, OfficerDeed]] : []),
      [reporter, { do: 'add', text: `Ook bij ${this.pick(STREETS)}.`, attachmentsRefused: 0, acute: false }],
    ]
    if (this.chance() < 0.1) deeds.push([reporter, { do: 'withdraw' }])
    const [actor, deed] = this.pick(deeds)
    await handle(this.handling(this.real), id, { ...deed, id: this.newId(), actor })
  }
  /** Nothing of it is left but what says that it is gone, as after its destruction was approved. */
  async end(): Promise<void> {
    const id = this.pick(this.signals)
    const kept = await readSignal(this.real, HERE, id)
    if (!kept || 'tombstone' in kept) return
    const { record } = kept
    const tombstone = {
      schema: 1 as const,
      gone: true as const,
      municipality: record.municipality,
      id,
      reference: record.reference,
      language: record.language,
      alarms: [],
      knownBy: (record.known?.matches ?? []).map(({ signal }) => signal),
      effects: [{ id: this.newId(), at: NOW, attempts: 0, kind: 'recognise' as const }],
    }
    await this.real.save([{ op: 'replace', document: tombstoneDocument(tombstone, town), etag: kept.etag }])
  }
  /** An instance that delivers what is pending of one signal; what fails is left for the next. */
  async deliver(id: SignalId): Promise<void> {
    try {
      const kept = await readSignal(this.store, HERE, id)
      const pending = kept ? effectsOf(kept).filter(({ kind }) => kind === 'recognise') : []
      if (pending.length === 0) return
      await recognise({ ...this.handling(this.store), index: this.shakyIndex, muted: MUTED }, id)
      await this.settle(id, new Set(pending.map((effect) => effect.id)))
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }
  async settle(id: SignalId, done: ReadonlySet<string>): Promise<void> {
    for (;;) {
      const kept = await readSignal(this.store, HERE, id)
      if (!kept) return
      const effects = effectsOf(kept).filter((effect) => !done.has(effect.id))
      const ops =
        'record' in kept
          ? replaceOps({ ...kept.record, effects }, kept.etag, kept.record.listing, town)
          : [
              {
                op: 'replace' as const,
                document: tombstoneDocument({ ...kept.tombstone, effects }, town),
                etag: kept.etag,
              },
            ]
      if ((await this.store.save(ops)).saved) return
    }
  }
  async pending(): Promise<SignalId[]> {
    const all = await Promise.all(this.signals.map((id) => readSignal(this.real, HERE, id)))
    return this.signals.filter((_, at) => {
      const kept = all[at]
      return kept !== undefined && effectsOf(kept).some(({ kind }) => kind === 'recognise')
    })
  }
}

const effectsOf = (kept: KeptSignal | KeptTombstone) =>
  'record' in kept ? kept.record.effects : kept.tombstone.effects

async function play(seed: number): Promise<{ pairs: number; wrong: string[] }> {
  const world = new World(seed)
  for (let signals = 0; signals < 3; signals += 1) await world.report()
  for (let step = 0; step < 40; step += 1) {
    const instances = Array.from({ length: 3 }, () => world.deliver(world.pick(world.signals)))
    const roll = world.chance()
    if (roll < 0.15) await world.report()
    else if (roll < 0.75) await world.act()
    else if (roll < 0.8) await world.end()
    await Promise.all(instances)
  }
  // What failed is tried again, for as long as it takes.
  world.often.rate = 0
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const pending = await world.pending()
    if (pending.length === 0) break
    for (const id of pending) await world.deliver(id)
  }
  return examined(world)
}

/** Against what the records say, one by one and two by two. */
async function examined(world: World): Promise<{ pairs: number; wrong: string[] }> {
  const wrong: string[] = []
  const stored = await world.real.list(HERE, 'signal', { after: '' }, 1_000)
  const all = stored.map(({ document, etag }) => parseStored(document.body, etag))
  const records = all.flatMap((kept) => ('record' in kept ? [kept.record] : []))
  const gone = all.flatMap((kept) => ('tombstone' in kept ? [kept.tombstone.id] : []))
  let pairs = 0
  const wanted = records.filter((record) => entryOf(record))
  const held = await world.index.size()
  const probe = memoryIndex()
  for (const record of wanted) {
    const entry = entryOf(record)
    if (entry) await probe.put(record.id, entitiesOf(entry))
  }
  if ((await probe.size()) !== held) wrong.push(`the index holds ${held} and not ${await probe.size()}`)
  for (const record of records) {
    const step = stepOf(record)
    if ((record.known?.of ?? OUT) !== step) wrong.push(`${record.reference} was not looked up as it stands`)
    for (const { signal, other } of record.known?.matches ?? []) {
      const there = records.find(({ id }) => id === signal)
      const back = there?.known?.matches.find((match) => match.signal === record.id)
      if (gone.includes(signal)) wrong.push(`${record.reference} knows of one that is gone`)
      else if (!back) wrong.push(`${record.reference} knows of one that does not know of it`)
      else if ((back.other === undefined) !== (other === undefined))
        wrong.push(`${record.reference} says otherwise of a pair`)
    }
  }
  for (const [at, one] of wanted.entries()) {
    for (const two of wanted.slice(at + 1)) {
      const [here, there] = [entryOf(one), entryOf(two)]
      const isAlike = here && there && (await alike(here, there)) !== undefined
      const match = one.known?.matches.find(({ signal }) => signal === two.id)
      if (isAlike && !match) wrong.push(`${one.reference} and ${two.reference} did not find each other`)
      if (!isAlike && match && !match.other) wrong.push(`${one.reference} and ${two.reference} are not alike`)
      if (isAlike) pairs += 1
    }
  }
  return { pairs, wrong }
}

const ROUNDS = Number(process.env.FAULTS_RECOGNITION ?? 25)

test('whatever fails, at the end the index says what the records say, and both of a pair know', async () => {
  process.stdout.write(`recognition: ${ROUNDS} schedules from seed ${SEED}\n`)
  let pairs = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await play(SEED + round)
    expect({ seed: SEED + round, wrong: found.wrong }).toEqual({ seed: SEED + round, wrong: [] })
    pairs += found.pairs
  }
  expect(pairs).toBeGreaterThan(ROUNDS)
}, 600_000)
