/**
 * Where the digest of a day is written so that it cannot be taken back: a port, so that a place which nobody can change
 * afterwards can follow. Now it is a line among those of the log, which whoever keeps it must keep outside the hands of
 * whoever has the databases (docs/production.md).
 */
import { pino } from 'pino'
import { DigestLine } from '../../services/audit/digest.ts'
import type { Config } from './config.ts'

export interface Witness {
  /** Writes it down. Rejects when it may not have been: then it is written once more, which does no harm. */
  keep(line: DigestLine): Promise<void>
}

/**
 * On standard output, or on what takes its lines: a number and a hash, and nothing else fits. Whatever else the log
 * leaves out, it does not leave out this; but for `silent`.
 */
export function logWitness(level: Config['logLevel'], lines?: { write(line: string): void }): Witness {
  const options = {
    level: level === 'silent' ? 'silent' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  const logger = lines ? pino(options, lines) : pino(options)
  return { keep: async (line) => logger.info({ event: 'audit.digest', digest: DigestLine.parse(line) }) }
}
