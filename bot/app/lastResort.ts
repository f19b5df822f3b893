/**
 * What nobody caught. Node would print all of it on the standard error, with the requests, addresses and answers that hang
 * on an error: who wrote to us stands in those. Here the log says what kind of error it was, and where.
 */
import type { Log } from './log.ts'

/** The part of a process that is listened to. */
type Listened = {
  on(event: 'unhandledRejection' | 'uncaughtException', act: (error: unknown) => void): unknown
  exit(code: number): unknown
}

/**
 * A promise that nobody waited for ends nothing: everybody else's turns go on. After an error that was thrown past
 * everything nobody knows what still holds, so the process ends with 1, and whatever started it starts it again.
 */
export function quietEnd(log: Log, process: Listened): void {
  process.on('unhandledRejection', (error) => log.error('process.failed', { error: error ?? 'nothing' }))
  process.on('uncaughtException', (error) => {
    log.error('process.failed', { error: error ?? 'nothing' })
    process.exit(1)
  })
}
