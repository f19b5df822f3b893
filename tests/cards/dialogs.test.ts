/** Cards within a dialog, mentions, and what a card needs: what each client is sure to show. */
import { describe, expect, test } from '@jest/globals'
import { dialog, lastWord } from '../../bot/edge/surface.ts'
import { alarmCard } from '../../cards/officer/channel/alarm.ts'
import { doorbellCard } from '../../cards/officer/channel/doorbell.ts'
import { noticeCard } from '../../cards/officer/channel/notice.ts'
import { hasMentions, mentioned, withoutMentions } from '../../cards/officer/mention.ts'
import { dangerCard } from '../../cards/reporter/draft/danger.ts'
import { sentenceCard } from '../../cards/sentence.ts'
import { MOST_CARD_BYTES, sizeOf } from '../../cards/size.ts'
import { chaptersIn } from '../../infra/local/gallery.ts'
import { officerOf } from '../../services/municipality/municipality.ts'
import { Language } from '../../services/words.ts'
import { checkCard, nodesOf, submitsOf, wordsOf } from '../kit/cards.ts'
import { newerThan } from '../kit/cardVersion.ts'
import { base } from './officerCards.ts'
import { fresh, full, JOOST, MARIEKE, municipality, NOW, REFERENCE, SIGNAL } from './officerRecords.ts'

const gallery = Language.options.flatMap((language) =>
  chaptersIn(language).flatMap(({ cards }) => cards.map(({ card }) => card)),
)
const people = [MARIEKE, JOOST].flatMap((id) => officerOf(municipality, id) ?? [])

describe('within a dialog', () => {
  test('no button of any card opens another dialog, and every button is still there', () => {
    for (const card of gallery) {
      const { card: shown } = dialog({ title: 'T', card }).task.value
      expect(JSON.stringify(shown.content)).not.toContain('task/fetch')
      const packed = (of: unknown) =>
        submitsOf(of).map(({ title, data }) => {
          const { msteams: _opens, ...own }: Record<string, unknown> = Object.fromEntries(
            Object.entries(Object(data)),
          )
          return [title, own]
        })
      expect(packed(shown.content)).toEqual(packed(card))
    }
    expect(JSON.stringify(gallery)).toContain('task/fetch')
  })
  test('a last word is a card too, with nothing that a phone does not know', () => {
    const { type, value } = lastWord('Bewaard.', 'nl').task
    expect(type).toBe('continue')
    expect(checkCard(value.card.content)).toEqual([])
    expect(wordsOf(value.card.content)).toContain('Bewaard.')
  })
})

describe('what must be seen on any phone says that it needs version 1.2, and needs no more', () => {
  const readers = { accountable: people[0] ?? fail(), deputy: people[1] }
  const at = { ...base('nl', municipality), at: NOW }
  const urgent: [string, object][] = [
    ...([undefined, 'yes', 'no', 'takenBack'] as const).map((said): [string, object] => [
      `112 ${said ?? 'asked'}`,
      dangerCard({ ...readers, about: SIGNAL, sent: false, language: 'nl', ...(said ? { said } : {}) }),
    ]),
    ['doorbell', doorbellCard({ ...at, record: fresh(), calls: people })],
    ['doorbell, closed', doorbellCard({ ...at, record: full('closed'), calls: people })],
    ...(['raised', 'writing', 'sent', 'takenBack', 'expired'] as const).map((state): [string, object] => [
      `alarm ${state}`,
      alarmCard({ ...at, state, signal: SIGNAL, reference: REFERENCE, calls: people }),
    ]),
    ['notice', noticeCard({ ...at, reference: REFERENCE, notice: 'high', signal: SIGNAL })],
    ['a last word', sentenceCard({ text: 'Bewaard.', language: 'nl' })],
  ]
  test.each(urgent)('%s', (_name, card) => {
    expect(card).toMatchObject({ version: '1.2' })
    expect(newerThan(card, '1.2')).toEqual([])
  })
  test('this can fail: a newer element, property and action are named', () => {
    expect(newerThan({ type: 'AdaptiveCard', body: [{ type: 'Table' }], refresh: {} }, '1.2')).toEqual([
      'AdaptiveCard.refresh came with 1.4',
      expect.stringContaining('Table'),
    ])
    const button = { type: 'Action.Submit', title: 'T', associatedInputs: 'none' }
    expect(newerThan(button, '1.2')).toEqual(['Action.Submit.associatedInputs came with 1.3'])
  })
  test('no card anywhere has what breaks a phone without something in its place', () => {
    const risky = /^(Badge|ProgressBar|ProgressRing|Carousel|CodeBlock|Icon|Chart\..*|Table)$/
    for (const card of gallery)
      for (const node of nodesOf(card))
        expect(
          risky.test(String(node.type)) && node.fallback === undefined ? node : undefined,
        ).toBeUndefined()
  })
  test('112 stands first, in large plain text and as a link in a text, never as a button', () => {
    const card = dangerCard({ ...readers, about: SIGNAL, sent: false, language: 'nl' })
    const [first, second] = [...nodesOf(card)].filter(({ type }) => type === 'TextBlock')
    expect(first).toMatchObject({ text: '112', size: 'ExtraLarge', weight: 'Bolder' })
    expect(second?.text).toBe('[Bel 112](tel:112)')
    for (const shown of gallery)
      expect(
        [...nodesOf(shown)].filter(({ type, url }) => type === 'Action.OpenUrl' && /^tel:/.test(String(url))),
      ).toEqual([])
  })
})

describe('a mention', () => {
  test('is of officers only, by their id, and its text stands on the card just as it is', () => {
    const card = doorbellCard({ ...base('nl', municipality), record: fresh(), calls: people })
    const entities = card.msteams?.entities ?? []
    expect(entities.map(({ mentioned: who }) => who?.id)).toEqual([MARIEKE, JOOST])
    for (const { text } of entities) expect(wordsOf(card)).toContain(text)
    expect(JSON.stringify(card.body).match(/<at>/g)).toHaveLength(entities.length)
  })
  test('is not on a card of which nothing is asked any more, nor where the client has none', () => {
    const it = { ...base('nl', municipality), calls: people }
    const closed = {
      ...fresh(),
      state: 'closed' as const,
      closing: { at: NOW, by: 'reporter' as const, how: 'withdrawn' as const },
    }
    expect(hasMentions(doorbellCard({ ...it, record: closed }))).toBe(false)
    const inline = doorbellCard({ ...it, surface: 'inline', record: fresh() })
    expect(hasMentions(inline)).toBe(false)
    expect(wordsOf(inline)).toContain('Marieke Vonk')
  })
  test('of a name with markup in it is one all the same', () => {
    const odd = { ...people[0], name: '**Jan** <b>_P_</b> [x](y) | Gemeente' }
    const { names, entities } = mentioned([{ ...(people[0] ?? fail()), ...odd }], 'dialog', 'nl')
    expect(names).toBe(entities[0]?.text)
    expect(names).toMatch(/^<at>[^<>*_[\]|]+<\/at>$/)
  })
  test('that Teams does not take becomes a name', () => {
    const card = doorbellCard({ ...base('nl', municipality), record: fresh(), calls: people })
    const plainly = withoutMentions(card)
    expect(hasMentions(plainly)).toBe(false)
    expect(wordsOf(plainly)).not.toContain('<at>')
    expect(wordsOf(plainly)).toContain('Marieke Vonk')
  })
})

test('every card of the gallery fits, counted as Teams counts', () => {
  for (const card of gallery) expect(sizeOf(card)).toBeLessThan(MOST_CARD_BYTES)
})

function fail(): never {
  throw new Error('There is no such officer.')
}
