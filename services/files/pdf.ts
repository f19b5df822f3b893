/** A PDF is read in a thread of its own: one that was made to take all time or memory takes down that thread only. */
import { Worker } from 'node:worker_threads'
import { PdfCleaned } from './pdfWork.ts'

/** Milliseconds. */
const MOST_TIME = 15_000
/** Megabytes of what its program keeps. */
const MOST_MEMORY = 384

export function cleanPdfApart(bytes: Buffer): Promise<PdfCleaned> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdfWork.ts', import.meta.url), {
      workerData: new Uint8Array(bytes),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
      // It knows nothing of where it runs.
      env: {},
      stdout: true,
      stderr: true,
    })
    const end = (done: PdfCleaned) => {
      clearTimeout(timer)
      resolve(done)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ refused: 'broken' }), MOST_TIME)
    worker.once('message', (said: unknown) => {
      const read = PdfCleaned.safeParse(said)
      end(read.success ? read.data : { refused: 'broken' })
    })
    worker.once('error', () => end({ refused: 'broken' }))
    worker.once('exit', () => end({ refused: 'broken' }))
  })
}
