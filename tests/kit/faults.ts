/** How the Bot Framework connector of Teams goes wrong, for `connector.faults.next(count, when, fault)`. */
import type { Ask, Fault, Reply } from '../../infra/local/standIn.ts'

/** Which requests, for `connector.faults.next`. */
export const calls = {
  any: (): boolean => true,
  create: (ask: Ask): boolean => ask.method === 'POST' && ask.segments.at(-1) === 'conversations',
  /** A new message, as a reply or not. */
  send: (ask: Ask): boolean => ask.method === 'POST' && ask.segments.includes('activities'),
  update: (ask: Ask): boolean => ask.method === 'PUT',
  remove: (ask: Ask): boolean => ask.method === 'DELETE',
  members: (ask: Ask): boolean =>
    ask.method === 'GET' && ask.segments.some((part) => part === 'members' || part === 'pagedmembers'),
  /** Anything that puts something before a person's eyes. */
  write: (ask: Ask): boolean => ask.method !== 'GET',
} as const

/** An error as the connector words it. */
export function connectorError(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } }
}

/** The three ways in which Teams says 403; the envelope is not always the same. */
export const refusals = {
  /** The person blocked or removed the bot. */
  blocked: {
    status: 403,
    body: {
      errorCode: 209,
      message:
        '{\r\n  "subCode": "MessageWritesBlocked",\r\n' +
        '  "details": "Thread is blocked from message writes.",\r\n' +
        '  "errorCode": null,\r\n  "errorSubCode": null\r\n}',
    },
  },
  /** The app is not installed where it wants to write. */
  forbidden: {
    status: 403,
    body: {
      error: {
        code: 'Forbidden',
        message: 'The bot is not allowed to do this.',
        innerHttpError: { statusCode: 403, body: { code: 'Forbidden' } },
      },
    },
  },
  notInstalled: connectorError(403, 'ForbiddenOperationException', 'The bot is not installed for the user.'),
  notInRoster: connectorError(
    403,
    'BotNotInConversationRoster',
    'The bot is not part of the conversation roster.',
  ),
  notYours: connectorError(403, 'NotEnoughPermissions', 'The bot can change its own messages only.'),
} as const satisfies Record<string, Reply>

export const missing = {
  activity: connectorError(404, 'ActivityNotFoundInConversation', 'Conversation not found.'),
  conversation: connectorError(404, 'ConversationNotFound', 'Conversation not found.'),
  member: connectorError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.'),
} as const satisfies Record<string, Reply>

const answer = (reply: Reply, accepted = false): Fault => ({ kind: 'answer', reply, accepted })

/** The faults themselves. `…Accepted`: the message arrived, only the answer is lost. */
export const faults = {
  throttled: (seconds = 1): Fault =>
    answer({
      ...connectorError(429, 'Throttled', 'Too many requests.'),
      headers: { 'retry-after': `${seconds}` },
    }),
  blocked: (): Fault => answer(refusals.blocked),
  forbidden: (): Fault => answer(refusals.forbidden),
  /** Something in what was sent that Teams does not take. */
  refused: (): Fault => answer(connectorError(400, 'BadSyntax', 'Bad request.')),
  notInstalled: (): Fault => answer(refusals.notInstalled),
  notFound: (): Fault => answer(missing.activity),
  conversationNotFound: (): Fault => answer(missing.conversation),
  preconditionFailed: (): Fault =>
    answer(connectorError(412, 'PreconditionFailed', 'Precondition failed, please try again.')),
  serverError: (): Fault => answer(connectorError(500, 'ServiceError', 'Internal server error.')),
  unavailable: (): Fault => answer(connectorError(503, 'ServiceError', 'Service is unavailable.')),
  badGateway: (): Fault => answer(connectorError(502, 'ServiceError', 'Service dependency issue.')),
  gatewayTimeout: (): Fault => answer(connectorError(504, 'Unknown', 'Gateway timeout.')),
  badGatewayAccepted: (): Fault =>
    answer(connectorError(502, 'ServiceError', 'Service dependency issue.'), true),
  gatewayTimeoutAccepted: (): Fault => answer(connectorError(504, 'Unknown', 'Gateway timeout.'), true),
  reset: (): Fault => ({ kind: 'reset' }),
  resetAccepted: (): Fault => ({ kind: 'reset', accepted: true }),
  /** The answer comes, and what was asked is done, but late. */
  slow: (ms: number): Fault => ({ kind: 'slow', ms }),
} as const
