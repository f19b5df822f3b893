/** What a file is, by its bytes: what its name or its sender says of it is not asked. */
import type { FileKind } from './attachment.ts'

const starts = (bytes: Buffer, at: number, with_: readonly number[]): boolean =>
  with_.every((byte, n) => bytes[at + n] === byte)

const ascii = (bytes: Buffer, from: number, until: number): string => bytes.toString('latin1', from, until)

/** What no text has: control characters but tab and the ends of lines. */
const isControl = (byte: number): boolean =>
  byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)

/** Is it a text, in UTF-8, and no markup that a browser would run? */
function isText(bytes: Buffer): boolean {
  return !bytes.some(isControl) && Buffer.from(bytes.toString('utf8')).equals(bytes)
}

/**
 * The kind of a file; undefined: none that is taken. What begins as one kind and is another as well is that one here: it is
 * made anew as what it was read as, and the rest of it goes.
 */
export function kindOf(bytes: Buffer): FileKind | undefined {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  return bytes.length > 0 && isText(bytes) ? 'txt' : undefined
}

/** As a browser or a reader is told what it is. */
export const TYPE_OF = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<FileKind, string>

/** A name for whoever saves it, that says nothing. */
export const fileName = (kind: FileKind, reference: string): string =>
  `${reference}.${kind === 'jpeg' ? 'jpg' : kind}`
