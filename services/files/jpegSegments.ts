/**
 * A photo inside a document, without what its camera wrote beside the pixels. A scan in a PDF is the file of the camera as
 * it was; its pixels are left as they are.
 */

const isSegment = (marker: number): boolean => marker >= 0xe1 && marker <= 0xef && marker !== 0xee
const COMMENT = 0xfe
const SCAN = 0xda

/**
 * Without the parts in which programs write (APP1 to APP15 but for Adobe's colours, and comments). Undefined: it is no JPEG
 * that can be read.
 */
export function withoutSegments(bytes: Uint8Array): Uint8Array | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all[0] !== 0xff || all[1] !== 0xd8) return undefined
  const kept: Buffer[] = [all.subarray(0, 2)]
  for (let at = 2; at + 4 <= all.length; ) {
    if (all[at] !== 0xff) return undefined
    const marker = all[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // From here on pixels.
    if (marker === SCAN) return Buffer.concat([...kept, upToEnd(all.subarray(at))])
    const length = all.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > all.length) return undefined
    if (!isSegment(marker) && marker !== COMMENT) kept.push(all.subarray(at, at + 2 + length))
    at += 2 + length
  }
  return undefined
}

/** What stands behind the end of the picture is another file. */
function upToEnd(scan: Buffer): Buffer {
  const end = scan.lastIndexOf(Buffer.of(0xff, 0xd9))
  return end < 0 ? scan : scan.subarray(0, end + 2)
}
