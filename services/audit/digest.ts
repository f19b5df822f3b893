/**
 * A digest of all heads of a municipality, once a day: a number that rises, and a keyed hash over how far every chain has
 * come, over how many numbers were given out, and over the digest before. The line `number:hash` is written where it
 * cannot be taken back (`witness`); here stays what is needed to compare. Whoever puts back an older copy of both places
 * has fewer digests, or others, than that line says; whoever takes away a signal with its head has a head too few.
 * Everything here is pure.
 */
import { z } from 'zod'
import { keyedHash } from '../vault/seal.ts'
import { Day, type MunicipalityId, Reference } from '../words.ts'
import type { Head } from './chain.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** `number:hash`: all that leaves the house of it. It says nothing of how much is kept, or whether anything came in. */
export const DigestLine = z
  .string()
  .regex(/^[1-9]\d{0,8}:[0-9a-f]{64}$/)
  .brand<'DigestLine'>()
export type DigestLine = z.infer<typeof DigestLine>

/** One head as a digest knows it. `place`: the id of its document, which says of no signal which it is. */
export type Mark = { place: string; count: number; hash: string }

/** What one digest is about. */
export type Counted = {
  marks: readonly Mark[]
  /** How many numbers were given out, by year. */
  numbers: ReadonlyMap<string, number>
  /**
   * Case codes that nothing accounted for when the first digest was taken: from before a proof of an end could be asked
   * for its case code.
   */
  before: readonly Reference[]
}

/**
 * What stays of a digest. What it is about stands beside it, under `marks`, of the newest only: a history of how many
 * numbers had been given out would say of each anonymous signal on which day it came.
 */
export const DigestBody = z.object({
  schema: z.literal(1),
  number: z.number().int().min(1),
  day: Day,
  root: Hash,
  /** The hash of the digest before it. */
  previous: Hash,
  hash: Hash,
  marks: z.object({ name: z.string(), parts: z.number().int().min(0) }),
  /** It was written where it cannot be taken back. */
  told: z.boolean(),
})
export type DigestBody = z.infer<typeof DigestBody>

/** A part of what the newest digest is about. The first says the numbers, too. */
export const MarksBody = z.object({
  schema: z.literal(1),
  marks: z.array(z.string()),
  numbers: z.record(z.string().regex(/^\d{4}$/), z.number().int().min(0)).optional(),
  before: z.array(Reference).optional(),
})
export type MarksBody = z.infer<typeof MarksBody>

/** As many marks as one document holds. */
export const MARKS_PER_PART = 4_000

/** Half of a hash is enough to tell two chains apart, and half as much to keep. */
const SHORT = 32

export const markOf = (place: string, { count, hash }: Head): Mark => ({
  place,
  count,
  hash: hash.slice(0, SHORT),
})

export const isMarkOf = (mark: Mark, hash: string | undefined): boolean => hash?.slice(0, SHORT) === mark.hash

export const writtenMark = ({ place, count, hash }: Mark): string => `${place} ${count} ${hash}`

/** undefined: none of ours. */
export function readMark(line: string): Mark | undefined {
  const [, place, count, hash] = /^(audit-[0-9a-f]{64}) (\d{1,9}) ([0-9a-f]{32})$/.exec(line) ?? []
  return place && count && hash ? { place, count: Number(count), hash } : undefined
}

const sorted = (lines: readonly string[]): string[] => [...lines].sort()

/** The hash over what is counted; in which order it was found makes no difference. */
export function rootOf(
  key: Buffer,
  municipality: MunicipalityId,
  { marks, numbers, before }: Counted,
): string {
  const parts = [
    sorted(marks.map(writtenMark)),
    sorted([...numbers].map(([year, last]) => `${year} ${last}`)),
    sorted(before),
  ].map((lines) => lines.join('\n'))
  return keyedHash(key, 'audit digest root', municipality, ...parts)
}

/** The hash of a digest, bound to its number and to the digest before it. */
export function hashOf(
  key: Buffer,
  municipality: MunicipalityId,
  { number, day, root, previous }: Pick<DigestBody, 'number' | 'day' | 'root' | 'previous'>,
): string {
  return keyedHash(key, 'audit digest', municipality, `${number}`, day, root, previous)
}

/** What the first digest is bound to, as there is none before it. */
export const beforeAny = (key: Buffer, municipality: MunicipalityId): string =>
  keyedHash(key, 'audit digest begins', municipality)

export const lineOfDigest = ({ number, hash }: Pick<DigestBody, 'number' | 'hash'>): DigestLine =>
  DigestLine.parse(`${number}:${hash}`)

/** The two halves of a line. */
export function readLine(line: DigestLine): { number: number; hash: string } {
  const [number = '', hash = ''] = line.split(':')
  return { number: Number(number), hash }
}
