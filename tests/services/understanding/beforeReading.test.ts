/** What a sentence model is asked before a text is read, and when nothing waits for it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { beforeReading } from '../../../services/understanding/beforeReading.ts'
import { placeTextModel } from '../../../services/understanding/model/textModel.ts'
import { understand } from '../../../services/understanding/understand.ts'

/** Remembers what it was asked, and what was read with it. */
let asked: string[]
let read: string[]
/** What it says of each text. */
let says: number | undefined
beforeEach(() => {
  asked = []
  read = []
  says = undefined
  placeTextModel({
    name: 'of the test',
    prepare: async (texts) => void asked.push(...texts),
    score: (text) => {
      read.push(text)
      return says === undefined ? undefined : { score: says, reasons: [] }
    },
  })
})
afterEach(() => placeTextModel(undefined))

const CRY = 'help hij heeft een mes en steekt haar nu neer'
const QUIET = 'er staan tulpen op de stoep'

describe('what is asked', () => {
  test.each<[string, string[]]>([
    ['one message', [QUIET]],
    ['two that belong together', ['de buren zijn weg', QUIET]],
    [
      'a long one, in its pieces',
      [Array.from({ length: 40 }, (_, at) => `Op dag ${at} zag ik de auto weer.`).join(' ')],
    ],
    ['lines, and an emoji at the end', ['een regel\nnog een 🌷', '  spaties  ']],
  ])('%s: all that is read, and nothing else', async (_name, messages) => {
    await beforeReading(messages)
    read = []
    expect(understand(messages).danger.level).not.toBe('ring')
    expect(understand(messages.slice(-1)).danger.level).not.toBe('ring')
    expect(new Set(asked)).toEqual(new Set(read))
    expect(asked.length).toBeGreaterThan(0)
  })
  test('the newest message comes last, for the last is asked first', async () => {
    await beforeReading(['de buren zijn weg', QUIET])
    expect(asked.at(-1)).toBe(QUIET)
  })
  test('nothing, where it rings without', async () => {
    await beforeReading([CRY])
    await beforeReading([CRY, QUIET])
    await beforeReading([QUIET, CRY])
    expect(asked).toEqual([])
  })
})

describe('what comes of it', () => {
  test('however sure it is, without a hazard it may only ask', () => {
    says = 1 - 1e-15
    expect(understand([QUIET]).danger.level).toBe('ask')
  })
  test('where it says nothing the own model reads', () => {
    expect(understand([CRY]).danger.level).toBe('ring')
    expect(understand([QUIET]).danger.level).toBe('none')
  })
  test('without one nothing is waited for', async () => {
    placeTextModel(undefined)
    await beforeReading([QUIET])
    expect(asked).toEqual([])
  })
})
