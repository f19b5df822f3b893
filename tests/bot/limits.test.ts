/** What comes in is cut to its limit before anything reads it, and it is known that it was. */
import { describe, expect, test } from '@jest/globals'
import { beginningOf, MOST_FIELD, MOST_TYPED, withinLimits } from '../../bot/limits.ts'

const from = { name: 'Sanne' }

describe('a typed message', () => {
  test('as long as it may be stays as it is', () => {
    const text = 'a'.repeat(MOST_TYPED)
    expect(withinLimits({ text, from })).toEqual({
      within: { text, from },
      cut: { typed: false, fields: false },
    })
  })

  test('longer: its beginning, and that is known', () => {
    const { within, cut } = withinLimits({ text: 'a'.repeat(MOST_TYPED + 1), from })
    expect(within.text).toHaveLength(MOST_TYPED)
    expect(cut).toEqual({ typed: true, fields: false })
  })

  test('no character is cut in two', () => {
    expect(beginningOf('ab🦊', 3)).toBe('ab')
    expect(beginningOf('ab🦊', 4)).toBe('ab🦊')
  })

  test('its html counts where there is no text', () => {
    const attachments = [{ contentType: 'text/html', content: '<p>'.repeat(MOST_TYPED) }]
    const without = withinLimits({ text: '', from, attachments })
    expect(without.cut.typed).toBe(true)
    expect(String(without.within.attachments?.[0]?.content).length).toBeLessThan(3 * MOST_TYPED)
    expect(withinLimits({ text: 'Hallo', from, attachments }).cut.typed).toBe(false)
  })
})

describe('the data of a card', () => {
  test('each text of it, however deep', () => {
    const { within, cut } = withinLimits({
      from,
      value: { data: { a: ['x'.repeat(MOST_FIELD + 5), 7, null, true] } },
    })
    expect(within.value).toEqual({ data: { a: ['x'.repeat(MOST_FIELD), 7, null, true] } })
    expect(cut).toEqual({ typed: false, fields: true })
  })

  test('a name longer than any of ours, and what lies deeper, is left out', () => {
    expect(withinLimits({ from, value: { ['n'.repeat(5_000)]: 1, ok: 2 } }).within.value).toEqual({ ok: 2 })
    let deep: unknown = 'x'
    for (let depth = 0; depth < 200; depth += 1) deep = [deep]
    expect(JSON.stringify(withinLimits({ from, value: deep }).within.value).length).toBeLessThan(60)
  })
})

test('a name is as long as Teams lets it be', () => {
  expect(withinLimits({ from: { name: 'n'.repeat(9_000) } }).within.from.name).toHaveLength(256)
})
