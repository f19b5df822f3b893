/**
 * The log. It takes an event and counts or codes only: no text of anybody and no identity fits its type, and an error
 * is reduced to its name, its code and the places in our files.
 */
import { pino } from 'pino'
import type { Way } from '../../services/municipality/ways.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import type { DocumentKind } from '../../services/store/port.ts'
import type { Bulk } from '../../services/vault/bulk.ts'

export type LogEvent =
  | 'started'
  | 'stopped'
  | 'turn.failed'
  | 'process.failed'
  | 'turn.refused'
  | 'store.away'
  | 'effect.delivered'
  | 'effect.later'
  | 'effect.failed'
  | 'effect.possibleDuplicate'
  | 'effect.taken'
  | 'clock.jumped'
  | 'save.later'
  | 'sweep.failed'
  | 'record.unreadable'
  | 'parts.unreferenced'
  | 'index.repaired'
  | 'agenda.unreadable'
  | 'vault.opened'
  | 'audit.broken'
  | 'audit.behind'
  | 'audit.sameAccount'
  | 'graph.catalogue'
  | 'alarm.direct'
  | 'point.channelGone'
  | 'point.channelRefuses'
  | 'point.channelBack'
  | 'point.officerGone'
  | 'point.officerBack'
  | 'point.secretExpires'
  | 'point.nobody'
  | 'point.closed'
  | 'point.opened'
  | 'point.unsaved'
  | 'point.unasked'
  | 'way.down'
  | 'way.woken'
  | 'send.failed'
  | 'model.opened'
  | 'model.late'
  | 'model.away'
  | 'model.back'
  | 'page.refused'
  | 'page.failed'
  | 'link.unusable'
  | 'mailbox.unread'
  | 'settings.fileLeft'
  | 'settings.unsound'
  | 'sdk'

/** Why something was refused or failed: words of ours, each named here, so that no other text is one. */
export type LogCode =
  | 'unreadable'
  | 'unknownTenant'
  | 'notAnActivity'
  | 'issuerAway'
  | 'token'
  | 'tenant'
  | 'channel'
  | 'address'
  | 'pace'
  | 'gone'
  | 'refused'
  | 'away'
  | 'unreachable'
  | 'outcomeUnknown'
  | 'blocked'
  | 'missing'
  | 'unknown'
  | 'absent'
  | 'found'
  | 'warn'
  | 'error'
  | 'turn'
  | Bulk

export type LogFields = {
  code?: LogCode
  kind?: Effect['kind'] | DocumentKind | Way
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

/** The class of an error. A name of a person does not end like that. */
const NAME = /^(?:[A-Z][A-Za-z0-9]{0,40})?(?:Error|Exception|Unavailable)$/
/** Codes of Node, of SQLite and of HTTP: capitals with a beginning of theirs, or three digits. */
const CODE = /^(?:E[A-Z0-9]{3,24}|(?:ERR|UND|HPE|SQLITE)_[A-Z0-9_]{2,60}|[1-5]\d\d)$/
/** Codes of Teams and Graph are written as names are, so each is named. */
const THEIRS: ReadonlySet<unknown> = new Set([
  'ActivityNotFoundInConversation',
  'BadArgument',
  'BadRequest',
  'BadSyntax',
  'BotNotInConversationRoster',
  'Conflict',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'Forbidden',
  'MessageSizeTooBig',
  'MessageWritesBlocked',
  'NotFound',
  'PreconditionFailed',
  'ServiceError',
  'ServiceUnavailable',
  'Throttled',
  'TooManyRequests',
  'Unauthorized',
])

type ParsedCommand = {
  name?: unknown
  code?: unknown
  statusCode?: unknown
  message?: unknown
  stack?: unknown
}

/** What may be said of an error: its class, its code and where; its message may hold anything, and so may all else. */
function ofError(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { error: typeof error }
  const { name, code, statusCode, message, stack }: ParsedCommand = error
  const known = THEIRS.has(code) || CODE.test(String(typeof code === 'number' ? code : (code ?? '')))
  return {
    error: typeof name === 'string' && NAME.test(name) ? name : 'other',
    errorCode: code === undefined ? undefined : known ? code : 'other',
    status: typeof statusCode === 'number' && CODE.test(String(statusCode)) ? statusCode : undefined,
    at: typeof stack === 'string' ? framesOf(stack, message) : undefined,
  }
}

/** Places in our own files, from below the message. */
function framesOf(stack: string, message: unknown): string[] {
  const words = typeof message === 'string' ? message : ''
  const said = stack.indexOf(words)
  // A stack that does not repeat its message may hold any other.
  if (said < 0) return []
  const below = stack.slice(said + words.length)
  return [
    ...below.matchAll(
      /^[ \t]{1,8}at .{0,300}?\b((?:bot|cards|services|infra)(?:\/[\w-]{1,60}){1,6}\.ts:\d{1,6})/gm,
    ),
  ]
    .map((m) => m[1] ?? '')
    .slice(0, 4)
}

/** Opens the log, on standard output or on what takes its lines. */
export function openLog(
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug',
  lines?: { write(line: string): void },
): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const logger = lines ? pino(options, lines) : pino(options)
  const clean = (event: LogEvent, fields: LogFields = {}) => ({
    event,
    code: fields.code,
    kind: fields.kind,
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
 * The SDKs write on the console whatever went wrong, with all that was in it. From here on the log says that
 * something was written there, and not what.
 */
export function quietConsole(log: Log): void {
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    console[level] = (...said: unknown[]) => {
      const error = said.find((it) => typeof it === 'object' && it !== null)
      if (level === 'error' || level === 'warn') log.warn('sdk', { code: level, error: error ?? '' })
    }
  }
}
