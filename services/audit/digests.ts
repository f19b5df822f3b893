/**
 * The digests of one installation, in the second place: taken once a day, and compared. What is compared is said as
 * findings, never thrown: whoever reads them must hear all that could and could not be established.
 */
import { randomUUID } from 'node:crypto'
import { type DocumentKey, type Op, type Store, StoreUnavailable, type Versioned } from '../store/port.ts'
import { type Day, type MunicipalityId, Reference } from '../words.ts'
import {
  beforeAny,
  type Counted,
  DigestBody,
  type DigestLine,
  hashOf,
  isMarkOf,
  lineOfDigest,
  type Mark,
  markOf,
  readLine,
  rootOf,
} from './digest.ts'
import { auditedNow } from './followed.ts'
import { endedIn, headIn } from './headDocuments.ts'
import { dropMarks, keepMarks, partsFor, readMarks } from './marks.ts'
import { accountsIn, numbersGiven, partsOf, raise, unaccounted } from './numbers.ts'

/** What is wrong with a digest, or with what it knew. `references`: which numbers, where it is about numbers. */
export type DigestFault =
  /** The line from outside is not the digest that stands here under its number. */
  | { what: 'line'; number: number; why: 'missing' | 'other' }
  /** A digest is missing between others, or was changed. */
  | { what: 'digest'; number: number }
  /** A head that a digest knew is gone, went back, or goes on from another chain. */
  | { what: 'heads'; count: number }
  /** Fewer numbers were given out than a digest knew of. */
  | { what: 'numbers'; year: string }

export type Taken = {
  line: DigestLine
  /** What the digest before it knew, and is not there any more. */
  faults: readonly DigestFault[]
}

export type Compared = {
  faults: readonly DigestFault[]
  /** The newest digest; undefined when none was ever taken here. */
  newest: { line: DigestLine; day: Day } | undefined
  /** Case codes that nothing accounted for when the first was taken. */
  before: ReadonlySet<Reference>
}

type Place = { store: Store; second: Store; key: Buffer }
type Known = { body: DigestBody; etag: string }

const PAGE = 1_000
const idOf = (number: number): string => `digest-${String(number).padStart(9, '0')}`

/** The digests of every municipality of an installation. `key`: of the chains. `store`: opened, as the house reads it. */
export class Digests {
  readonly #place: Place
  constructor(place: Place) {
    this.#place = place
  }

  /**
   * Takes the digest of this day, unless another instance did. Gives a line that must still be written down, as told
   * (`told`) once it is. Undefined: there is nothing to write down. @throws StoreUnavailable
   */
  async take(municipality: MunicipalityId, day: Day): Promise<Taken | undefined> {
    const newest = await this.#newest(municipality)
    if (newest?.body.day === day) {
      return newest.body.told ? undefined : { line: lineOfDigest(newest.body), faults: [] }
    }
    const { counted, faults } = await this.#count(municipality, newest?.body)
    const body = this.#next(municipality, day, counted, newest?.body)
    const inTheWay = await this.#inTheWay(municipality, body.number)
    await keepMarks(this.#place.second, municipality, body.marks.name, counted)
    const saved = await this.#save([
      ...inTheWay.ops,
      { op: 'create', document: this.#document(municipality, body) },
    ])
    // Another instance was first; its marks stand under another name.
    const over = saved ? newest?.body.marks : body.marks
    if (over) await dropMarks(this.#place.second, municipality, over)
    return saved ? { line: lineOfDigest(body), faults: [...inTheWay.faults, ...faults] } : undefined
  }

  /** The line is where it cannot be taken back. @throws StoreUnavailable */
  async told(municipality: MunicipalityId, line: DigestLine): Promise<void> {
    const kept = await this.#read(municipality, readLine(line).number)
    if (!kept || kept.body.told) return
    const document = this.#document(municipality, { ...kept.body, told: true })
    await this.#save([{ op: 'replace', document, etag: kept.etag }])
  }

  /** Does this very digest stand here? @throws StoreUnavailable */
  async has(municipality: MunicipalityId, line: DigestLine): Promise<boolean> {
    const { number, hash } = readLine(line)
    return (await this.#read(municipality, number))?.body.hash === hash
  }

  /** Compares what stands with what the digests knew, and with lines from outside. @throws StoreUnavailable */
  async compare(municipality: MunicipalityId, lines: readonly DigestLine[]): Promise<Compared> {
    const faults: DigestFault[] = []
    const found = new Map<number, DigestBody>()
    let previous = beforeAny(this.#place.key, municipality)
    let next = 1
    for (const number of await this.#numbers(municipality)) {
      if (number !== next) faults.push({ what: 'digest', number: next })
      const body = (await this.#read(municipality, number))?.body
      if (body && body.previous === previous) found.set(number, body)
      // After one that is missing the next cannot be bound to it, and that was said already.
      else if (body && number !== next) found.set(number, body)
      else faults.push({ what: 'digest', number })
      previous = body?.hash ?? previous
      next = number + 1
    }
    for (const { number, hash } of lines.map(readLine)) {
      const body = found.get(number)
      if (body?.hash !== hash) faults.push({ what: 'line', number, why: body ? 'other' : 'missing' })
    }
    const newest = (await this.#newest(municipality))?.body
    if (newest) faults.push(...(await this.#count(municipality, newest)).faults)
    const known = newest && (await readMarks(this.#place, municipality, newest))
    return {
      faults,
      newest: newest && { line: lineOfDigest(newest), day: newest.day },
      before: new Set(known?.before),
    }
  }

  #next(municipality: MunicipalityId, day: Day, counted: Counted, last: DigestBody | undefined): DigestBody {
    const { key } = this.#place
    const number = (last?.number ?? 0) + 1
    const root = rootOf(key, municipality, counted)
    const previous = last?.hash ?? beforeAny(key, municipality)
    return {
      schema: 1,
      number,
      day,
      root,
      previous,
      hash: hashOf(key, municipality, { number, day, root, previous }),
      marks: { name: randomUUID(), parts: partsFor(counted) },
      told: false,
    }
  }

  /**
   * What a digest is about now, and what the last one knew that is not there any more: that stays in the next, so that
   * it is said until somebody looked.
   */
  async #count(municipality: MunicipalityId, last: DigestBody | undefined) {
    const { store, second, key } = this.#place
    const numbers = await numbersGiven(store, municipality)
    const marks = new Map<string, Mark>()
    for (const { document } of await second.list(municipality, 'count', { open: true }, MOST)) {
      const head = headIn(key, document)
      if (head) marks.set(document.id, markOf(document.id, head))
    }
    const faults: DigestFault[] = []
    if (!last) {
      const accounts = await accountsIn(second, key, municipality)
      const isAccounted = (it: Reference) => accounts.headed.has(it) || accounts.ended(it)
      return {
        counted: { marks: [...marks.values()], numbers, before: unaccounted(numbers, isAccounted) },
        faults,
      }
    }
    const known = await readMarks(this.#place, municipality, last)
    if (!known) faults.push({ what: 'digest', number: last.number })
    for (const [year, before] of known?.numbers ?? []) {
      if ((numbers.get(year) ?? 0) < before) faults.push({ what: 'numbers', year })
      raise(numbers, year, before)
    }
    let lost = 0
    for (const mark of known?.marks ?? []) {
      if (await this.#isPassed(municipality, mark, marks.get(mark.place))) continue
      lost += 1
      marks.set(mark.place, mark)
    }
    if (lost > 0) faults.push({ what: 'heads', count: lost })
    return { counted: { marks: [...marks.values()], numbers, before: known?.before ?? [] }, faults }
  }

  /** Does what stands now go on from this mark, or was it ended by us? */
  async #isPassed(municipality: MunicipalityId, mark: Mark, now: Mark | undefined): Promise<boolean> {
    const { store, key } = this.#place
    if (now?.count === mark.count) return now.hash === mark.hash
    if (now && now.count < mark.count) return false
    const document = await this.#documentAt({ municipality, kind: 'count', id: mark.place })
    // A head that was ended between the listing and this.
    if (!document) return false
    if (endedIn(key, document)?.how === 'here') return true
    const head = headIn(key, document)
    if (!head || head.count < mark.count) return false
    const record = await auditedNow(store, { municipality, id: head.signal })
    // About to end, or gone, or it does not open: whoever goes along the trails says which.
    if (!record) return true
    return isMarkOf(mark, record.audit[mark.count - 1]?.hash)
  }

  async #documentAt(at: DocumentKey) {
    try {
      return (await this.#place.second.read(at))?.document
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      return undefined
    }
  }

  async #save(ops: readonly Op[]): Promise<boolean> {
    return (await this.#place.second.save(ops)).saved
  }

  #document(municipality: MunicipalityId, body: DigestBody) {
    return { municipality, kind: 'count' as const, id: idOf(body.number), body, open: false, dueAt: null }
  }

  /** The digest under this number, where it is one of ours. */
  async #read(municipality: MunicipalityId, number: number): Promise<Known | undefined> {
    const kept = await this.#at(municipality, number)
    const body = DigestBody.safeParse(kept?.document.body).data
    const isOurs = body?.number === number && body.hash === hashOf(this.#place.key, municipality, body)
    return kept && body && isOurs ? { body, etag: kept.etag } : undefined
  }

  /** What stands under this number; null when it does not open. */
  async #at(municipality: MunicipalityId, number: number): Promise<Versioned | null | undefined> {
    try {
      return await this.#place.second.read({ municipality, kind: 'count', id: idOf(number) })
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      return null
    }
  }

  /** Something that is no digest of ours, where the next has to stand: it goes, and is said. */
  async #inTheWay(
    municipality: MunicipalityId,
    number: number,
  ): Promise<{ ops: Op[]; faults: DigestFault[] }> {
    const kept = await this.#at(municipality, number)
    if (kept === undefined || (await this.#read(municipality, number))) return { ops: [], faults: [] }
    const key = { municipality, kind: 'count' as const, id: idOf(number) }
    const op: Op = kept === null ? { op: 'delete', key } : { op: 'delete', key, etag: kept.etag }
    return { ops: [op], faults: [{ what: 'digest', number }] }
  }

  /** The highest that is ours. */
  async #newest(municipality: MunicipalityId): Promise<Known | undefined> {
    for (const number of (await this.#numbers(municipality)).toReversed()) {
      const known = await this.#read(municipality, number)
      if (known) return known
    }
    return undefined
  }

  /** The numbers under which anything stands, in their order. */
  async #numbers(municipality: MunicipalityId): Promise<number[]> {
    const numbers: number[] = []
    for (let after = 'digest-'; ; ) {
      const ids = await this.#place.second.ids(municipality, 'count', after, PAGE)
      const found = ids.flatMap((id) => /^digest-(\d{9})$/.exec(id)?.[1] ?? [])
      numbers.push(...found.map(Number))
      const end = ids.at(-1)
      if (end === undefined || ids.length < PAGE || found.length < ids.length) return numbers
      after = end
    }
  }
}

const MOST = 1_000_000

/** The numbers of which a case code is known, beside those that the counters say. */
export function numbersOf(references: Iterable<Reference>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const reference of references) {
    const { year, number } = partsOf(Reference.parse(reference))
    raise(numbers, year, number)
  }
  return numbers
}
