/** Values that programs trip over, drawn by fast-check, and the names that Teams has for things. */
import fc from 'fast-check'

/** Keys that an object of ours cannot have as such are written with a sign before them; in the JSON it is gone. */
export const PROTO = '§__proto__'
/** The body of a request. */
export const bodyOf = (value: unknown): string => (JSON.stringify(value) ?? '').replaceAll('§', '')

const deep = (levels: number): unknown => {
  let it: unknown = 'diep'
  for (let level = 0; level < levels; level += 1) it = level % 2 === 0 ? [it] : { a: it }
  return it
}

/** Values that programs trip over. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  0,
  -0,
  -1,
  1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  [],
  {},
  [[]],
  'NaN',
  'Infinity',
  'undefined',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '2026-02-30',
  '9999-12-31',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  '\u202eomgekeerd\u200b',
  '👩‍👩‍👧‍👦',
  "'; drop table document; --",
  '../../../etc/passwd',
  '$' + '{7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '{{DATE(2026-11-24)}}',
  'a:1;messageid=x;messageid=y',
  '%00%2e%2e%2f',
  { [PROTO]: { verb: 'open' } },
  { constructor: { prototype: { verb: 'open' } } },
  { toString: 1, valueOf: null, toJSON: 'x', length: 1e9 },
  { '§then': 'x' },
  deep(40),
  deep(4_000),
  'x'.repeat(60_000),
)
/** Any of them, and any other. */
export const weird: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: odd },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)

export const INVOKES = [
  'task/fetch',
  'task/submit',
  'adaptiveCard/action',
  'composeExtension/query',
  'composeExtension/submitAction',
  'composeExtension/queryLink',
  'signin/verifyState',
  'signin/tokenExchange',
  'fileConsent/invoke',
  'message/submitAction',
  'actionableMessage/executeAction',
  'handoff/action',
  'config/fetch',
  'search',
  'tab/fetch',
  'application/search',
  '__proto__',
  '',
] as const
export const TYPES = [
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'typing',
  'event',
  'trace',
  'handoff',
  'endOfConversation',
  'contactRelationUpdate',
  'deleteUserData',
  'suggestion',
  'command',
  'commandResult',
  'invokeResponse',
  'delay',
  'iets',
  '__proto__',
] as const
export const CHANNELS = [
  'msteams',
  'emulator',
  'directline',
  'webchat',
  'slack',
  'skype',
  'agents',
  'email',
  '',
]
