/** The files in what a browser posts. Its names of files are not even read. */
import busboy from 'busboy'
import { MOST_AT_ONCE, MOST_FILE_BYTES } from '../../../services/files/attachment.ts'

export type Posted = { files: readonly Buffer[] } | { refused: 'broken' | 'tooMany' }

/**
 * Reads a whole body. Of a file that is too large so much is kept that it can be seen to be. A field of files that was left
 * empty is no file.
 */
export function filesIn(body: Buffer, type: string): Promise<Posted> {
  return new Promise((resolve) => {
    const files: Buffer[] = []
    let tooMany = false
    let parser: ReturnType<typeof busboy>
    try {
      parser = busboy({
        headers: { 'content-type': type },
        limits: {
          files: MOST_AT_ONCE + 1,
          fileSize: MOST_FILE_BYTES + 1,
          fields: 5,
          fieldSize: 1_000,
          parts: 12,
        },
      })
    } catch {
      resolve({ refused: 'broken' })
      return
    }
    parser.on('file', (_field, stream, { filename }) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('error', () => undefined)
      stream.on('end', () => {
        const bytes = Buffer.concat(parts)
        if (bytes.length > 0 || filename) files.push(bytes)
      })
    })
    parser.on('filesLimit', () => {
      tooMany = true
    })
    parser.on('partsLimit', () => {
      tooMany = true
    })
    parser.on('error', () => resolve({ refused: 'broken' }))
    parser.on('close', () => {
      resolve(tooMany || files.length > MOST_AT_ONCE ? { refused: 'tooMany' } : { files })
    })
    parser.end(body)
  })
}
