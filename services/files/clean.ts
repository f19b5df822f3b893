/** From what somebody sent to what is kept: known by its bytes, checked, and made anew without what it says of its maker. */
import type { Language } from '../words.ts'
import { type FileKind, MOST_FILE_BYTES, type Scanned, type WhyNoFile } from './attachment.ts'
import { cleanImage } from './image.ts'
import { kindOf } from './kinds.ts'
import { cleanPdfApart } from './pdf.ts'
import { cleanText } from './plainText.ts'

/** A scanner of an installation, if it has one. `away`: it cannot say now, and then nothing is taken. */
export interface FileScanner {
  scan(bytes: Buffer): Promise<'clean' | 'found' | 'away'>
}

export type CleanFile = { kind: FileKind; bytes: Buffer; scanned: Scanned }

/** Unpacked at the same time: each takes memory. */
const AT_ONCE = 2
let busy = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
}

/** Checks one file and makes it anew. What comes out is of the kind that it says, and small enough. */
export async function cleanFile(
  bytes: Buffer,
  it: { language: Language; scanner?: FileScanner | undefined },
): Promise<CleanFile | { refused: WhyNoFile }> {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > MOST_FILE_BYTES) return { refused: 'tooLarge' }
  const kind = kindOf(bytes)
  if (!kind) return { refused: 'kind' }
  // As it came: what is made anew would hide what was in it.
  const verdict = await it.scanner?.scan(bytes).catch(() => 'away' as const)
  if (verdict === 'found' || verdict === 'away') return { refused: verdict }
  const made = await inTurn(() => cleanAs(kind, bytes, it.language))
  if ('refused' in made) return made
  const clean = Buffer.from(made.bytes)
  if (clean.length > MOST_FILE_BYTES) return { refused: 'tooLarge' }
  return { kind, bytes: clean, scanned: verdict ?? 'notScanned' }
}

async function cleanAs(
  kind: FileKind,
  bytes: Buffer,
  language: Language,
): Promise<{ bytes: Uint8Array } | { refused: WhyNoFile }> {
  switch (kind) {
    case 'jpeg':
    case 'png':
    case 'webp':
      return cleanImage(bytes, kind)
    case 'pdf':
      return cleanPdfApart(bytes)
    case 'txt':
      return cleanText(bytes, language)
    default:
      return kind satisfies never
  }
}
