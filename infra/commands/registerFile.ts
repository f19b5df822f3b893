/** The lines of a file with a register, one entry of JSON a line, as they come: memory stays within bounds whatever comes. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Entry } from '../../services/matching/entry.ts'
import { maskBsn } from '../../services/privacy/bsn/find.ts'
import { readRegisterLine } from './registerLine.ts'

/** What a person can mend: which file, line and field; never what stands there. */
export class LineRefused extends Error {}

/** A line of the file that was read. `odd`: fields that look wrong and are taken as they stand. */
export type FileLine = { line: number; entry: Entry; odd: readonly string[] }

/** Longer than any line of a register of people: a file of another kind is refused before it fills the memory. */
const MOST_CHARACTERS = 64_000

const withoutId = ({ id: _id, ...rest }: Entry): object => rest

/** Where a citizen service number stands in a text, if it does. It never becomes a fact (domain.md I.8). */
function bsnIn(entry: Entry): string | undefined {
  const { persons, organisations, addresses } = entry
  for (const [list, items] of Object.entries({ persons, organisations, addresses })) {
    for (const [at, item] of items.entries()) {
      for (const [field, value] of Object.entries(item)) {
        if (field === 'kvk' || field === 'birthDate' || typeof value !== 'string') continue
        if (maskBsn(value).found.length > 0) return `${list}[${at}].${field}`
      }
    }
  }
  return undefined
}

/** Bytes that went by. */
async function* hashed(file: string, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file)) {
    if (!Buffer.isBuffer(chunk)) continue
    hash.update(chunk)
    yield chunk
  }
}

/** Reads a file once; `digest` is there when all of it was read. @throws LineRefused */
export function readRegisterFile(file: string): { lines: AsyncGenerator<FileLine>; digest: () => string } {
  const hash = createHash('sha256')
  let digest = ''
  async function* lines(): AsyncGenerator<FileLine> {
    try {
      await access(file, constants.R_OK)
    } catch {
      throw new LineRefused(`${file}: cannot be read`)
    }
    let number = 0
    for await (const text of textLines(file, hash)) {
      number += 1
      if (text.trim() === '') continue
      const at = `${file}, line ${number}`
      if (text.length > MOST_CHARACTERS) throw new LineRefused(`${at}: is longer than a line may be`)
      const read = readRegisterLine(text)
      if (!read.ok) throw new LineRefused(`${at}, ${read.field}: ${read.why}`)
      const { entry, notes } = read
      if (Object.values(withoutId(entry)).every((list) => list.length === 0))
        throw new LineRefused(`${at}: says nothing that can be recognised`)
      const bsn = bsnIn(entry)
      if (bsn) throw new LineRefused(`${at}, ${bsn}: holds what may be a citizen service number (BSN)`)
      // What is odd is named by its field: the value itself is nobody's business here.
      yield { line: number, entry, odd: notes.map((note) => note.split(':')[0] ?? '') }
    }
    digest = hash.digest('hex')
  }
  return { lines: lines(), digest: () => digest }
}

async function* textLines(file: string, hash: Hash): AsyncGenerator<string> {
  const { Readable } = await import('node:stream')
  const input = Readable.from(hashed(file, hash), { objectMode: false })
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let first = true
  for await (const line of lines) {
    yield first ? line.replace(/^\uFEFF/, '') : line
    first = false
  }
}
