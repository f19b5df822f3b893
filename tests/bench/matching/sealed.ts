/**
 * The sealed index in a process of its own: it builds one, or looks up in one that another process built, so that the memory
 * of each is seen apart and nothing is at hand that a bot would not have.
 */
import { statSync } from 'node:fs'
import { z } from 'zod'
import { againstEachOther } from '../../../services/matching/againstEachOther.ts'
import { combine, type Found } from '../../../services/matching/combine.ts'
import { type Compared, compareEntities, type Register } from '../../../services/matching/compare.ts'
import { entitiesOf } from '../../../services/matching/entitiesOf.ts'
import type { Entry } from '../../../services/matching/entry.ts'
import { lookUp, OPENED } from '../../../services/matching/lookUp.ts'
import type { Indexed, MatchIndex } from '../../../services/matching/port.ts'
import { readEntity } from '../../../services/matching/readEntity.ts'
import { buildIndex } from '../../../services/matching/sealed/build.ts'
import type { Places } from '../../../services/matching/sealed/place.ts'
import { sealedIndex } from '../../../services/matching/sealed/sealedIndex.ts'
import { sealsFrom } from '../../../services/matching/sealed/seals.ts'
import { USUAL } from '../../../services/matching/traits.ts'
import { openCosmos } from '../../../services/store/cosmos.ts'
import { openSqlite } from '../../../services/store/sqlite.ts'
import { MunicipalityId } from '../../../services/words.ts'
import { answer } from '../children.ts'
import type { StoreGiven } from '../config.ts'
import { type Answered, type Built, type Changed, peakMb, type Scanned, SealedGiven } from './figures.ts'
import { type Asked, askedOf, registerOf } from './register.ts'

const TOWN = MunicipalityId.parse('voorbeeldstad')
/** The same in every process of one run; nothing of it is kept. */
const SECRET = Buffer.alloc(32, 11)

async function placesIn(store: StoreGiven): Promise<{ places: Places; close(): Promise<void> }> {
  if (store.kind === 'sqlite') {
    const { places, store: opened } = openSqlite(store.path)
    return { places, close: () => opened.close() }
  }
  const names = { database: 'bench', container: 'bench', index: 'index', create: true }
  // The server of the tests takes one request at a time, and looks along everything for each.
  const patient = { requestTimeoutMs: 120_000, budgetMs: 600_000 }
  const { places, store: opened } = await openCosmos({ ...store, ...names, ...patient })
  if (!places) throw new Error('The index has no place.')
  return { places, close: () => opened.close() }
}

const bytesOf = (store: StoreGiven): number =>
  store.kind === 'cosmos'
    ? 0
    : ['', '-wal'].reduce(
        (sum, end) => sum + (statSync(store.path + end, { throwIfNoEntry: false })?.size ?? 0),
        0,
      )

answer(async (given) => {
  const { store, size, each, budgetMs } = SealedGiven.parse(given)
  const { places, close } = await placesIn(store)
  const options = { place: places.of(TOWN), seals: sealsFrom(SECRET, TOWN) }
  const index = sealedIndex(options)
  let known: Asked[] | undefined
  const asked = (): Asked[] => {
    known ??= askedOf(size, each)
    return known
  }

  const build = async (): Promise<Omit<Built, 'requests'>> => {
    let postings = 0
    let making = 0
    function* entries() {
      const stream = registerOf(size)
      for (;;) {
        const began = performance.now()
        const next = stream.next()
        // Inventing people is no part of it.
        making += performance.now() - began
        if (next.done) return
        const entities = entitiesOf(next.value)
        postings += entities.reduce((sum, { keys }) => sum + keys.length, 0)
        yield { entry: next.value.id, entities }
      }
    }
    const began = performance.now()
    const { entities } = await buildIndex(options, entries())
    return {
      entities,
      postings,
      ms: performance.now() - began - making,
      bytes: bytesOf(store),
      peakMb: peakMb(),
    }
  }

  /** Before anything is measured the code is warm; what is asked is not asked before. */
  const warm = async (): Promise<void> => {
    for (const { entry } of askedOf(Math.min(size, 1_000), 10)) await lookUp({ ...entry, id: 'warm' }, index)
  }

  return {
    ready: {},
    answers: {
      build,
      warm,
      one: async (at) => lookedUp(index, asked()[z.number().parse(at)]),
      count: () => asked().length,
      scan: () =>
        scan(
          index,
          size,
          asked().filter(({ kind }) => kind === 'known'),
          budgetMs,
        ),
      change: () => change(index, size, Math.min(100, each)),
      peakMb,
    },
    stop: close,
  }
})

/** One look-up, with what it read. */
async function lookedUp(index: MatchIndex, one: Asked | undefined): Promise<Omit<Answered, 'requests'>> {
  if (!one) throw new Error('Nothing is asked there.')
  const { kind, entry, same } = one
  const right = new Set(same)
  const seen = { opened: 0, right: false }
  const watched: MatchIndex = {
    ...index,
    entities: async (ids) => {
      const documents = await index.entities(ids)
      seen.opened += ids.length
      if (documents.some((document) => document && right.has(document.of))) seen.right = true
      return documents
    },
  }
  const cpu = process.cpuUsage()
  const began = performance.now()
  const matches = await lookUp(entry, watched)
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  const called = matches.filter(({ strength }) => strength !== 'possible')
  const entities = entitiesOf(entry)
  return {
    kind,
    ms,
    cpuMs: (user + system) / 1000,
    keys: Math.max(0, ...entities.map(({ keys }) => keys.length)),
    opened: seen.opened / Math.max(1, entities.length),
    ...(right.size > 0 && { rightOpened: seen.right, rightCalled: called.some(({ id }) => right.has(id)) }),
    falseLikely: called.filter(({ id }) => !right.has(id)).length,
  }
}

const SAMPLE = 10_000
const SCANS = 40

/** What is looked for compared with everything, or with a sample in which the right ones stand. In memory, and not sealed. */
async function scan(
  index: MatchIndex,
  size: number,
  asked: readonly Asked[],
  budgetMs: number,
): Promise<Scanned> {
  const some = asked.filter((_, at) => at % Math.max(1, Math.floor(asked.length / SCANS)) === 0)
  const right = new Set(some.flatMap(({ same }) => same))
  const every = Math.max(1, Math.ceil(size / SAMPLE))
  const all: Indexed['entity'][] = []
  let at = 0
  for (const entry of registerOf(size)) {
    if (at % every === 0 || right.has(entry.id)) all.push(...entitiesOf(entry).map(({ entity }) => entity))
    at += 1
  }
  const ms: number[] = []
  const called: boolean[] = []
  const until = performance.now() + budgetMs
  for (const { entry, same } of some) {
    if (ms.length > 0 && performance.now() > until) break
    const register = await commonness(index, entry)
    const began = performance.now()
    const matches = compareWithAll(entry, all, register)
    ms.push(((performance.now() - began) * size) / all.length)
    called.push(matches.some(({ id, strength }) => strength !== 'possible' && same.includes(id)))
  }
  return { ms, called, sample: all.length }
}

/** How common everything of an entry is: the comparison needs it, also without an index. */
async function commonness(index: MatchIndex, entry: Entry): Promise<Register> {
  const keys = [...new Set(entitiesOf(entry).flatMap((entity) => entity.keys))]
  const lists = await index.postings(keys)
  const lengths = new Map(keys.map((key, at) => [key, lists[at]?.length]))
  return { size: await index.size(), traits: USUAL, lengthOf: (key) => lengths.get(key) }
}

/** Compares with all of them; the best of all then go on as they do in a look-up. */
function compareWithAll(entry: Entry, all: readonly Indexed['entity'][], register: Register) {
  const here = entitiesOf(entry).map(({ entity }) => readEntity(entity))
  const found = new Map<string, Found[]>()
  for (const [at, one] of here.entries()) {
    const compared = all.map((entity, nr) => {
      const there = readEntity(entity)
      return { id: String(nr), there, compared: compareEntities(one, there, register) }
    })
    const best = compared.sort((a, b) => bitsOf(b.compared) - bitsOf(a.compared)).slice(0, OPENED)
    for (const { id, there, compared: its } of againstEachOther(best, register.traits)) {
      const before = found.get(there.entity.of) ?? []
      before.push({ entity: at, candidate: id, compared: its })
      found.set(there.entity.of, before)
    }
  }
  return [...found].flatMap(([id, its]) => combine(id, its) ?? [])
}

const bitsOf = ({ identity }: Compared): number => identity?.score ?? Number.NEGATIVE_INFINITY

/** Some more are added one by one, and taken out again. */
async function change(index: MatchIndex, size: number, many: number): Promise<Changed> {
  const entries = askedOf(size, many).slice(0, many)
  const timed = async (work: (entry: Entry) => Promise<void>): Promise<number[]> => {
    const ms: number[] = []
    for (const { entry } of entries) {
      const began = performance.now()
      await work(entry)
      ms.push(performance.now() - began)
    }
    return ms
  }
  const add = await timed((entry) => index.put(`more-${entry.id}`, entitiesOf(entry)))
  const remove = await timed((entry) => index.remove(`more-${entry.id}`))
  return { add, remove }
}
