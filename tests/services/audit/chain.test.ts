import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { append, appended, headOf, type Verdict, verify } from '../../../services/audit/chain.ts'
import { AuditEntry, AuditLink, type ChainedEntry } from '../../../services/signal/record.ts'
import { HERE, THERE } from '../store/subject.ts'
import { anyEntry, chainOf, entryOf, key, ofLength, place, renumbered, signalOf } from './chains.ts'

const whole = ofLength(6)
const head = headOf(place, whole)
const [one, two, three, four, five, six] = whole as [
  ChainedEntry,
  ChainedEntry,
  ChainedEntry,
  ChainedEntry,
  ChainedEntry,
  ChainedEntry,
]

describe('a chain of audit entries', () => {
  test('is whole from the first entry on', () => {
    for (let length = 0; length <= 6; length += 1) {
      const entries = whole.slice(0, length)
      expect(verify(place, entries, headOf(place, entries))).toEqual({ ok: true })
    }
  })

  test('numbers its entries and changes nothing of them', () => {
    expect(whole.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(two).toEqual({ ...entryOf(1), number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(appended(place, whole, entryOf(6))).toEqual([...whole, append(place, head, entryOf(6))])
  })

  test('is the same after it was stored, whatever the order of the fields', () => {
    const stored = whole.map((entry) => {
      const backwards = Object.fromEntries(Object.entries(entry).reverse())
      return AuditEntry.extend(AuditLink.shape).parse(JSON.parse(JSON.stringify(backwards)))
    })
    expect(verify(place, stored, head)).toEqual({ ok: true })
    const undefinedField = chainOf([{ ...entryOf(1), from: undefined }])
    expect(undefinedField[0]?.hash).toBe(chainOf([entryOf(1)])[0]?.hash)
  })

  test('may be ahead of its head, when it chains on', () => {
    for (let behind = 1; behind <= 6; behind += 1) {
      const earlier = headOf(place, whole.slice(0, 6 - behind))
      expect(verify(place, whole, earlier)).toEqual({ ok: true, behind })
    }
  })

  test('holds no personal data: an entry is when, who at the reporting point, what and the states', () => {
    expect(Object.keys(AuditEntry.shape).sort()).toEqual(['at', 'by', 'from', 'to', 'what'])
  })
})

describe('tampering with the audit trail is noticed', () => {
  const insert = { ...three, what: 'view' }
  const foreign = ofLength(6, { ...place, signal: signalOf(2) })
  const elsewhere = ofLength(6, { ...place, municipality: THERE })
  const forged = ofLength(6, { ...place, key: Buffer.alloc(32, 6) })
  const cases: [string, readonly ChainedEntry[], Verdict][] = [
    ['an entry changed', [one, { ...two, what: 'take' }, three, four, five, six], no(2, 'changed')],
    ['a moment changed', [one, two, { ...three, at: four.at }, four, five, six], no(3, 'changed')],
    ['the one who did it changed', [one, two, three, four, five, { ...six, by: 'system' }], no(6, 'changed')],
    ['a state taken out', [one, two, { ...three, to: undefined }, four, five, six], no(3, 'changed')],
    ['a state put in', [one, { ...two, to: 'closed' }, three, four, five, six], no(2, 'changed')],
    ['a hash changed', [one, two, { ...three, hash: four.hash }, four, five, six], no(3, 'changed')],
    ['an entry removed', [one, two, four, five, six], no(3, 'removed')],
    ['the first removed', [two, three, four, five, six], no(1, 'removed')],
    ['the last removed', [one, two, three, four, five], no(6, 'removed')],
    ['all but the first removed', [one], no(2, 'removed')],
    ['all removed', [], no(1, 'removed')],
    ['one removed and the rest numbered anew', renumbered([one, two, four, five, six]), no(3, 'changed')],
    ['two exchanged', [one, three, two, four, five, six], no(2, 'reordered')],
    ['two exchanged and numbered anew', renumbered([one, three, two, four, five, six]), no(2, 'changed')],
    ['the first put last', [two, three, four, five, six, one], no(1, 'reordered')],
    ['one inserted', [one, two, three, insert, four, five, six], no(4, 'changed')],
    ['one inserted, numbered anew', renumbered([one, two, three, insert, four, five, six]), no(4, 'changed')],
    ['one twice', [one, two, two, three, four, five, six], no(3, 'changed')],
    ['one added at the end by who has no key', [...whole, { ...six, number: 7 }], no(7, 'changed')],
    ['the chain of another signal', foreign, no(1, 'changed')],
    ['an entry of another signal', [one, two, foreign[2] ?? one, four, five, six], no(3, 'changed')],
    ['the end of another signal', [one, two, three, ...foreign.slice(3)], no(4, 'changed')],
    ['the chain of another municipality', elsewhere, no(1, 'changed')],
    ['all made anew with another key', forged, no(1, 'changed')],
  ]

  test.each(cases)('%s', (_, entries, expected) => expect(verify(place, entries, head)).toEqual(expected))

  test('an entry of another course of the same signal, chained with the key', () => {
    // A copy of the record was put back, and the bot went on from there.
    const other = chainOf([0, 1, 5, 7, 4, 5].map(entryOf))
    expect(other.slice(0, 2)).toEqual([one, two])
    const [, , another = one] = other
    expect(verify(place, [one, two, another, four, five, six], head)).toEqual(no(4, 'changed'))
    expect(verify(place, [one, two, three, ...other.slice(3)], head)).toEqual(no(4, 'changed'))
  })

  test('the head taken away, changed, or of another signal', () => {
    expect(verify(place, whole, undefined)).toEqual(no(0, 'head'))
    expect(verify(place, whole, { ...head, hash: five.hash })).toEqual(no(6, 'head'))
    expect(verify(place, whole, { ...head, count: 5 })).toEqual(no(5, 'head'))
    expect(verify(place, whole, headOf({ ...place, signal: signalOf(2) }, foreign))).toEqual(no(6, 'head'))
    expect(verify(place, whole, { count: 0, hash: six.hash })).toEqual(no(0, 'head'))
    expect(verify(place, whole, { ...head, count: 7 })).toEqual(no(7, 'removed'))
  })

  test('another end, by somebody who has the key but not the head', () => {
    const other = chainOf([...[0, 1, 2, 3, 4].map(entryOf), { ...entryOf(5), what: 'close' }])
    expect(verify(place, other, headOf(place, other))).toEqual({ ok: true })
    expect(verify(place, other, head)).toEqual(no(6, 'head'))
  })

  const chains = fc.array(anyEntry, { minLength: 1, maxLength: 12 }).map((entries) => chainOf(entries))
  type Tampering = (entries: ChainedEntry[], at: number, other: number, entry: AuditEntry) => ChainedEntry[]
  const tampering: [string, Tampering][] = [
    ['change', (entries, at, _, entry) => entries.map((old, n) => (n === at ? { ...old, ...entry } : old))],
    ['remove', (entries, at) => entries.toSpliced(at, 1)],
    ['cut off', (entries, at) => entries.slice(0, at)],
    [
      'insert',
      (entries, at, other, entry) => entries.toSpliced(at, 0, { ...pick(entries, other), ...entry }),
    ],
    [
      'exchange',
      (entries, at, other) => entries.with(at, pick(entries, other)).with(other, pick(entries, at)),
    ],
    [
      'exchange what they say',
      (entries, at, other) => {
        const [a, b] = [pick(entries, at), pick(entries, other)]
        return entries
          .with(at, { ...b, number: a.number, hash: a.hash })
          .with(other, { ...a, number: b.number, hash: b.hash })
      },
    ],
    ['repeat', (entries, at, other) => entries.toSpliced(at, 0, pick(entries, other))],
  ]

  test.each(tampering)('whatever the chain: %s', (_, tamper) => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), anyEntry, fc.boolean(), (entries, n, m, entry, anew) => {
        const known = headOf(place, entries)
        expect(verify(place, entries, known)).toEqual({ ok: true })
        const changed = tamper(entries, n % entries.length, m % entries.length, entry)
        const tampered = anew ? renumbered(changed) : changed
        const same = JSON.stringify(sorted(tampered)) === JSON.stringify(sorted(entries))
        expect(verify(place, tampered, known).ok).toBe(same)
      }),
      { numRuns: 300 },
    )
  })

  test('whatever the chain: every end that is cut off, at any head', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), (entries, n, m) => {
        const known = headOf(place, entries.slice(0, n % (entries.length + 1)))
        const left = entries.slice(0, m % (entries.length + 1))
        const verdict = verify(place, left, known)
        if (left.length < known.count) expect(verdict).toEqual(no(left.length + 1, 'removed'))
        else expect(verdict).toEqual(left.length === known.count ? { ok: true } : behind(left, known))
      }),
      { numRuns: 300 },
    )
  })

  test('two entries never have one hash', () => {
    const entries = fc.array(anyEntry, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(entries, (some) => {
        const hashes = [HERE, THERE].flatMap((municipality) =>
          [1, 2].flatMap((n) => chainOf(some, { key, municipality, signal: signalOf(n) })),
        )
        expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(80)
      }),
      { numRuns: 20 },
    )
  })
})

function no(at: number, why: 'changed' | 'removed' | 'reordered' | 'head'): Verdict {
  return { ok: false, at, why }
}

const behind = (entries: readonly unknown[], { count }: { count: number }): Verdict => ({
  ok: true,
  behind: entries.length - count,
})

function pick(entries: readonly ChainedEntry[], at: number): ChainedEntry {
  const entry = entries[at]
  if (!entry) throw new Error('no such entry')
  return entry
}

const sorted = (entries: readonly ChainedEntry[]): unknown =>
  entries.map((entry) => Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
