/**
 * Every `switch` over a union names all of its members, and ends where the compiler sees that: a member that is added
 * does not compile until somebody says what becomes of it.
 */
import { describe, expect, test } from '@jest/globals'
import { isSource, projectFiles, read } from './sources.ts'
import { isClosed, switchesIn } from './switches.ts'

const found = projectFiles()
  .filter((path) => isSource(path, ['bot', 'cards', 'services', 'infra', 'manifest']))
  .flatMap((path) => switchesIn(read(path)).map((one) => ({ path, ...one })))

/** Not over a union of ours: what comes from outside can be anything. */
const OPEN: Record<string, string> = {
  'services/store/cosmos/ask.ts: code': 'a status that Cosmos DB answers, any number',
  "infra/local/graphStandIn.ts: ''": 'a request to Graph, any text',
}

describe('a switch over a union', () => {
  test('there are switches to look at', () => expect(found.length).toBeGreaterThan(15))

  test('ends in what does not compile when a member has no case', () => {
    const open = found.filter((one) => !isClosed(one)).map(({ path, on }) => `${path}: ${on}`)
    expect(open.filter((one) => !(one in OPEN))).toEqual([])
    // An exception that is not needed any more has to go.
    expect(Object.keys(OPEN).filter((one) => !open.includes(one))).toEqual([])
  })

  const body = (end: string, after = ''): string => `switch (it.kind) {
  case 'a': {
    switch (other) {
      case 1:
        return 1
      default:
        return impossible(other)
    }
  }
  case 'b':
    return 2
${end}}
${after}`

  test.each([
    ['none', body('')],
    ['some answer', body('  default:\n    return undefined\n')],
    ['an end of something else', body('  default:\n    return impossible(other)\n')],
    ['an answer, and the end behind it', body('  default:\n    return 1\n', 'return it satisfies never')],
    ['the end in a comment', body('  // default: return impossible(it)\n')],
  ])('with %s is found', (_, source) => {
    expect(switchesIn(source).map(isClosed)).toEqual([false, true])
  })

  test.each([
    ['of the whole', body('  default:\n    return impossible(it)\n')],
    ['of its kind', body('  default:\n    return impossible(it.kind)\n')],
    ['behind it', body('', 'return it satisfies never')],
  ])('with its end, %s, is closed', (_, source) => {
    expect(switchesIn(source).map(isClosed)).toEqual([true, true])
  })
})
