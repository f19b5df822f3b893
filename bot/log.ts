/**
 * The log. It takes an event and counts or codes only: no text of anybody and no identity fits its type, and an error
 * is reduced to its name and code.
 */
import { pino } from 'pino'

export type LogEvent =
  | 'started'
  | 'stopped'
  | 'turn.failed'
  | 'turn.refused'
  | 'store.away'
  | 'effect.delivered'
  | 'effect.later'
  | 'effect.failed'
  | 'marks.late'
  | 'sweep.failed'
  | 'record.unreadable'
  | 'alarm.direct'
  | 'send.failed'
  | 'sdk'

/** Codes are short words of ours; anything longer or with other signs is not a code. */
export type LogFields = {
  code?: string
  kind?: string
  count?: number
  ms?: number
  port?: number
  error?: unknown
}

export type Log = {
  info(event: LogEvent, fields?: LogFields): void
  warn(event: LogEvent, fields?: LogFields): void
  error(event: LogEvent, fields?: LogFields): void
}

const CODE = /^[A-Za-z0-9_.-]{1,40}$/
const code = (value: unknown): string | undefined =>
  typeof value === 'string' && CODE.test(value) ? value : value === undefined ? undefined : 'other'

/** What may be said of an error: its kind and its code; its message may hold anything. */
function ofError(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { error: typeof error }
  const name = 'name' in error ? code(error.name) : undefined
  const what = 'code' in error ? code(error.code) : undefined
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined
  const stack = 'stack' in error && typeof error.stack === 'string' ? framesOf(error.stack) : undefined
  return { error: name, errorCode: what, status, at: stack }
}

/** Places in our own files, without the message that stands above them. */
function framesOf(stack: string): string[] {
  return [...stack.matchAll(/((?:bot|cards|services|infra)\/[\w/.-]+\.ts:\d+)/g)]
    .map((m) => m[1] ?? '')
    .slice(0, 4)
}

/** Opens the log on standard output. */
export function openLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const clean = (event: LogEvent, fields: LogFields = {}) => ({
    event,
    code: code(fields.code),
    kind: code(fields.kind),
    count: fields.count,
    ms: fields.ms,
    port: fields.port,
    ...(fields.error === undefined ? {} : ofError(fields.error)),
  })
  return {
    info: (event, fields) => logger.info(clean(event, fields)),
    warn: (event, fields) => logger.warn(clean(event, fields)),
    error: (event, fields) => logger.error(clean(event, fields)),
  }
}

/**
 * The SDKs write on the console whatever went wrong, with all that was in it. From here on that is an event that
 * something was said, and not what.
 */
export function quietConsole(log: Log): void {
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    console[level] = (...said: unknown[]) => {
      const error = said.find((it) => typeof it === 'object' && it !== null)
      if (level === 'error' || level === 'warn') log.warn('sdk', { code: level, error: error ?? '' })
    }
  }
}
