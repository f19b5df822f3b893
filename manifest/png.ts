/**
 * Just enough PNG for two icons: 8 bits per channel, RGBA, not interlaced. Written here because the
 * alternative is a native dependency for two files that hardly ever change.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture: four bytes (red, green, blue, alpha) per pixel, row by row. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RGBA = 4

/** Writes a picture as a PNG file. */
export function encodePng({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const stride = width * RGBA
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    // Each row starts with its filter, 0: the pixels as they are.
    rows.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  }
  const data = deflateSync(rows, { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Reads a PNG file of the kind that `encodePng` writes, also when another program has compressed it anew. */
export function decodePng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file)
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is not a PNG file.')
  const chunks = [...chunksOf(bytes)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (header?.length !== 13) throw new Error('This PNG file has no header.')
  if (header[8] !== 8 || header[9] !== 6 || header[12] !== 0) {
    throw new Error('This PNG is not 8-bit RGBA without interlacing: save it as such.')
  }
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  const rows = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  )
  if (rows.length !== (width * RGBA + 1) * height) throw new Error('This PNG file is cut off.')
  return { width, height, pixels: unfilter(rows, width * RGBA, height) }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/** Undoes the filter of each row: a byte is stored as the difference with what its neighbours predict. */
function unfilter(rows: Buffer, stride: number, height: number): Uint8Array {
  const pixels = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const left = x >= RGBA ? (pixels[y * stride + x - RGBA] ?? 0) : 0
      const up = y > 0 ? (pixels[(y - 1) * stride + x] ?? 0) : 0
      const corner = x >= RGBA && y > 0 ? (pixels[(y - 1) * stride + x - RGBA] ?? 0) : 0
      const raw = rows[y * (stride + 1) + 1 + x] ?? 0
      pixels[y * stride + x] = raw + predict(filter, left, up, corner)
    }
  }
  return pixels
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [dLeft, dUp, dCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (dLeft <= dUp && dLeft <= dCorner) return left
  return dUp <= dCorner ? up : corner
}
