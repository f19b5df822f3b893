/**
 * Cards have no rule of their own: how a signal stands they read from `services/signal/reading`, where the rules read it
 * too. A rule that is written twice will differ in one of the two (`tests/cards/offers.test.ts` presses all that they
 * offer).
 */
import { describe, expect, test } from '@jest/globals'
import { codeOf, isSource, projectFiles, read } from './sources.ts'

/** What is a rule, the reading that says it, and how it looks when a card says it itself. */
const RULES: readonly (readonly [rule: string, reading: string, pattern: RegExp, example: string])[] = [
  ['can the reporter be reached', 'isReachable', /\.vaultKey\b/, 'record.vaultKey !== undefined'],
  [
    'is there a name',
    'hasName',
    /degree === 'confidential' && /,
    "record.degree === 'confidential' && reach",
  ],
  [
    'was it decided on',
    'isDecided, clocksOf',
    /\bstate\s*[!=]==\s*'(?:received|inTriage|decided|fedBack)'/,
    "record.state === 'received' || record.state === 'inTriage'",
  ],
  [
    'can it be worked on',
    'isWorkable',
    /'closed' (?:\|\||&&) !?isFrozen|isFrozen\(\w+\) (?:\|\||&&)/,
    "record.state === 'closed' || isFrozen(record)",
  ],
  [
    'is it weighty',
    'isWeighty',
    /urgency === 'acute' \|\|/,
    "record.urgency === 'acute' || record.minor === 'yes'",
  ],
  ['who is gone', 'receiversOf', /\bpoint\??\.gone\b/, 'municipality.point?.gone.some(isThem)'],
  ['can it be closed', 'hindersClosing', /\broutes\.(?:every|some)\(/, 'record.routes.every(isAnswered)'],
  [
    'who must still be told',
    'openRecipientTasks',
    /!task\.informed/,
    'tasks.filter((task) => !task.informed)',
  ],
  ['has a day gone by', 'isDayOver', /\bday < |toISODate\(\) <|< today\(/, 'day < today(now)'],
]

const cards = projectFiles().filter((path) => isSource(path, ['cards']))

describe('cards have no rule of their own', () => {
  test('there are cards to look at', () => expect(cards.length).toBeGreaterThan(80))

  test.each(RULES)('%s: %s says it', (_rule, _reading, pattern) => {
    expect(cards.filter((path) => pattern.test(codeOf(read(path), { strings: true })))).toEqual([])
  })

  test.each(RULES)('%s: a card that says it itself is found', (_rule, _reading, pattern, example) => {
    expect(example).toMatch(pattern)
  })
})
