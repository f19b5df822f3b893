/** The edge through which all words come in: numbers are taken out everywhere, and what they were cannot be told. */
import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  HiddenNumber,
  hide,
  hideIn,
  putBackIn,
  type Slots,
  slotsOf,
} from '../../../../services/privacy/bsn/hide.ts'
import { BSN_MARKS } from '../../../../services/privacy/bsn/marks.ts'
import { drawKeys } from '../../../../services/vault/seal.ts'
import { MunicipalityId } from '../../../../services/words.ts'
import { aNotation, aNumber, aSentence, checkDigit, grouped, SEED } from './artificial.ts'

const MARK = BSN_MARKS.nl
const ONE = `11122233${checkDigit('11122233')}`
const TWO = `99999000${checkDigit('99999000')}`
const keys = drawKeys(Buffer.alloc(32, 7))
const town = MunicipalityId.parse('voorbeeldstad')

describe('a text', () => {
  test('gives one slot for each mark, also for one that somebody typed', () => {
    const { text, hidden } = hide(`${MARK} en ${ONE}`, 'nl')
    expect(text).toBe(`${MARK} en ${MARK}`)
    expect(hidden).toEqual([undefined, expect.any(HiddenNumber)])
    expect(hide('Er is niets.', 'nl')).toEqual({ text: 'Er is niets.', hidden: [] })
    expect(hide(ONE, 'en').text).toBe(BSN_MARKS.en)
  })

  test('what was taken out can be put back, one by one, and is then as it was', () => {
    const masked = hide(`a ${grouped(ONE, [3, 3, 3], ' ')} b ${TWO} c`, 'nl')
    expect(masked.text).toBe(`a ${MARK} b ${MARK} c`)
    const second = putBackIn(masked, (_, nth) => nth === 1)
    expect(second.text).toBe(`a ${MARK} b ${TWO} c`)
    expect(second.hidden).toEqual([masked.hidden[0]])
    expect(putBackIn(second, () => true)).toEqual({
      text: `a ${grouped(ONE, [3, 3, 3], ' ')} b ${TWO} c`,
      hidden: [],
    })
  })

  test(`whatever stands around it, all of them put back is the text that was typed (seed ${SEED})`, () => {
    const written = fc.tuple(aSentence, aNumber, aNotation, aSentence)
    fc.assert(
      fc.property(fc.array(written, { maxLength: 3 }), (parts) => {
        const text = parts.map(([before, number, as, after]) => `${before} ${as(number)} ${after}`).join(', ')
        const masked = hide(text, 'nl')
        expect(putBackIn(masked, () => true).text).toBe(text)
        expect(hide(masked.text, 'nl').text).toBe(masked.text)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})

describe('a number that was taken out', () => {
  const [number] = hide(ONE, 'nl').hidden
  if (!number) throw new Error('Nothing was hidden.')

  test('cannot be turned into text', () => {
    const all = [`${number}`, JSON.stringify({ number }), inspect({ number }, { showHidden: true, depth: 9 })]
    for (const said of all) {
      expect(said).not.toContain(ONE)
      expect(said).toContain('[number]')
    }
    expect(Object.keys(number)).toEqual([])
  })

  test('is the same number in another notation, and its hash is of one draft only', () => {
    const [dotted] = hide(grouped(ONE, [4, 2, 3], '.'), 'nl').hidden
    const [other] = hide(TWO, 'nl').hidden
    expect([dotted?.is(number), other?.is(number)]).toEqual([true, false])
    expect(dotted?.hash(keys, town, 'draft')).toBe(number.hash(keys, town, 'draft'))
    expect(number.hash(keys, town, 'other draft')).not.toBe(number.hash(keys, town, 'draft'))
    expect(number.hash(drawKeys(Buffer.alloc(32, 8)), town, 'draft')).not.toBe(
      number.hash(keys, town, 'draft'),
    )
  })
})

describe('what a card sent', () => {
  test('is cleaned in every place, names of fields too; what is no text stays', () => {
    const hidden = new Map<string, Slots>()
    const data = {
      verb: 'decideDays',
      seen: 3,
      yes: true,
      nothing: null,
      form: { reason: `a\r\n${ONE}`, partners: [TWO, 'wijkteam'] },
      [`answerBy.${TWO}`]: '2026-12-08',
    }
    expect(hideIn({ data }, 'nl', hidden)).toEqual({
      data: {
        verb: 'decideDays',
        seen: 3,
        yes: true,
        nothing: null,
        form: { reason: `a\n${MARK}`, partners: [MARK, 'wijkteam'] },
        [`answerBy.${MARK}`]: '2026-12-08',
      },
    })
    expect([...hidden.keys()]).toEqual(['data.form.reason', 'data.form.partners.0'])
  })

  test('ids are left alone, however many digits they have', () => {
    const hidden = new Map<string, Slots>()
    const ids = Array.from({ length: 3_000 }, () => randomUUID()).flatMap((id) => {
      const at = new Date(1.7e12 + Number.parseInt(id.slice(0, 8), 16) * 60).toISOString()
      return [id, id.replaceAll('-', ''), `question.${id}.answer`, at, at.slice(0, 10)]
    })
    expect(hideIn(ids, 'nl', hidden)).toEqual(ids)
    expect(hidden.size).toBe(0)
  })

  test('deeper than any card of ours there is nothing', () => {
    const deep = Array.from({ length: 5_000 }).reduce<unknown>((inner) => ({ a: inner }), ONE)
    expect(JSON.stringify(hideIn(deep, 'nl', new Map()))).not.toContain(ONE)
  })

  test('a field named as a prototype stays a field', () => {
    const data: unknown = JSON.parse(`{"__proto__": {"reason": "${ONE}"}}`)
    const cleaned = hideIn(data, 'nl', new Map())
    expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype)
    expect(JSON.stringify(cleaned)).toBe(`{"__proto__":{"reason":"${MARK}"}}`)
  })
})

describe('marks that stood there before', () => {
  const [first] = hide(ONE, 'nl').hidden
  const [second] = hide(TWO, 'nl').hidden

  test('are known again where it is clear which is which', () => {
    expect(slotsOf({ text: `${MARK} ${MARK}`, hidden: [] }, [first, second])).toEqual([first, second])
    expect(slotsOf({ text: `${MARK} ${MARK}`, hidden: [undefined, second] }, [first])).toEqual([
      first,
      second,
    ])
  })

  test('and are not where it is not', () => {
    expect(slotsOf({ text: MARK, hidden: [] }, [first, second])).toEqual([undefined])
    expect(slotsOf({ text: `${MARK} ${MARK}`, hidden: [] }, [first])).toEqual([undefined, undefined])
    expect(slotsOf({ text: 'niets', hidden: [] }, [first])).toEqual([])
  })
})
