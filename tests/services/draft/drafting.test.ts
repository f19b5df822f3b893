/** Before anything is sent: every word becomes a draft, danger rings at once, and what is left is gone in a day. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Chat, MOST_HEARD, MOST_SENT } from '../../../services/draft/chat.ts'
import {
  afterSending,
  chatDue,
  dropDraft,
  fillForm,
  fits,
  goneAt,
  hear,
  heard,
  nudgeAt,
  partsOf,
  sayDanger,
  unrung,
  write,
} from '../../../services/draft/drafting.ts'
import { MOST_ONE_TEXT, MOST_TEXT } from '../../../services/signal/words.ts'
import { Reference, SignalId, VaultKey } from '../../../services/words.ts'
import { emptyChat, words } from '../../kit/chats.ts'
import { ids, JOOST, later, MARIEKE, NOW, setting, withRota } from '../../kit/signals.ts'

const id = ids(5)
const fresh = { id: SignalId.parse(id()), vaultKey: VaultKey.parse(id()), unplaced: false }
const HOUR = 3_600_000
const posted = (activity: string) => ({ serviceUrl: 'https://teams.example', conversation: '19:c', activity })

const typed = (text: string, danger = false, chat: Chat = emptyChat(), at = setting()): Chat =>
  write(chat, words(text, { danger }), fresh, at)
const rung = (chat: Chat) => chat.effects.flatMap((e) => (e.kind === 'alarm' ? [e.to] : []))
const mended = (chat: Chat) =>
  chat.effects.flatMap((e) => (e.kind === 'mendAlarm' ? [`${e.posted.activity} ${e.state}`] : []))
/** The alarms of this chat went out. */
const alarmed = (chat: Chat): Chat => ({
  ...chat,
  effects: [],
  ...(chat.draft ? { draft: { ...chat.draft, alarms: [posted('a1'), posted('a2')] } } : {}),
})

describe('writing', () => {
  test('several messages are one draft, in their order', () => {
    const chat = typed('En dit', false, typed('Eerst dit'), setting(5_000))
    expect(chat.draft?.parts.map((part) => part.text)).toEqual(['Eerst dit', 'En dit'])
    expect(chat.draft).toMatchObject({ id: fresh.id, kind: 'signal', startedAt: NOW, lastAt: later(5_000) })
    expect(Chat.parse(JSON.parse(JSON.stringify(chat)))).toEqual(chat)
  })

  test('after *Sparren* it is sparren, once: what was chosen is used up', () => {
    const about = { what: 'new', kind: 'consultation' } as const
    const chat = typed('Twijfel', false, { ...emptyChat(), about })
    expect([chat.draft?.kind, chat.about]).toEqual(['consultation', undefined])
  })

  test('a photo alone is counted, and no part of the story', () => {
    const chat = write(emptyChat(), words('', { attachmentsRefused: 2 }), fresh, setting())
    expect(chat.draft).toMatchObject({ parts: [], attachmentsRefused: 2 })
    const more = write(chat, words('', { attachmentsRefused: 1 }), fresh, setting())
    expect(more.draft?.attachmentsRefused).toBe(3)
  })

  test('any text comes back from its parts as it was, and no part is half a character', () => {
    const unit = fc.constantFrom('a', 'é', '😀', '\u202e', '\n', '<b>', '\ud83d\udc69\u200d\ud83d\udc67')
    const long = fc
      .array(unit, { minLength: 1, maxLength: 400, size: 'max' })
      .map((some) => some.join('').repeat(300))
    fc.assert(
      fc.property(long, (text) => {
        const parts = partsOf(text, NOW, 'chat').map((part) => part.text)
        expect(parts.join('')).toBe(text)
        for (const part of parts)
          expect([part.length <= MOST_ONE_TEXT, part.isWellFormed()]).toEqual([true, true])
      }),
      { seed: 20_261_124, numRuns: 60 },
    )
    expect(partsOf('', NOW, 'chat')).toEqual([])
  })

  test('there is room for everything up to the limit, the form included', () => {
    const full = typed('x'.repeat(MOST_TEXT - 10)).draft
    expect([fits(full, words('1234567890')), fits(full, words('12345678901'))]).toEqual([true, false])
    expect(fits(undefined, words('x'.repeat(MOST_TEXT)))).toBe(true)
    const filled = fillForm(
      typed('x'.repeat(MOST_TEXT - 10)),
      { what: '12345' },
      { danger: false },
      setting(),
    ).draft
    expect([fits(filled, words('12345')), fits(filled, words('123456'))]).toEqual([true, false])
  })
})

describe('danger', () => {
  const inDanger = typed('Hij slaat haar', true)

  test('rings in the same turn: the channel, the person on duty and the next in line; without a word of it', () => {
    expect(rung(inDanger)).toEqual(['channel', MARIEKE, JOOST])
    expect(inDanger.draft?.danger).toEqual({ at: NOW, called112: 'unknown' })
    expect(JSON.stringify(inDanger.effects)).not.toContain('slaat')
    expect(rung(typed('112', true, emptyChat(), setting(0, withRota(JOOST))))).toEqual([
      'channel',
      JOOST,
      MARIEKE,
    ])
  })

  test('rings once, however much is typed', () => {
    expect(rung(typed('Snel', true, inDanger))).toEqual(['channel', MARIEKE, JOOST])
    expect(rung(typed('Snel', true, alarmed(inDanger)))).toEqual([])
  })

  test('taken back, the cards say so and what had not gone out stays; said again, it rings again', () => {
    const back = sayDanger(alarmed(inDanger), 'takenBack', setting(9))
    expect(back.draft?.danger?.takenBackAt).toBe(later(9))
    expect(mended(back)).toEqual(['a1 takenBack', 'a2 takenBack'])
    expect(rung(sayDanger(inDanger, 'takenBack', setting(9)))).toEqual([])
    expect(sayDanger(back, 'takenBack', setting(10))).toEqual(back)
    const again = typed('Hij is er weer, met een mes', true, back, setting(20))
    expect(rung(again)).toEqual(['channel', MARIEKE, JOOST])
    expect(again.draft?.danger).toEqual({ at: later(20), called112: 'unknown' })
  })

  test('in the form it rings too; a form without a draft is nobody’s', () => {
    const chat = fillForm(typed('Rustig'), { what: 'Hij slaat haar' }, { danger: true }, setting(3))
    expect(rung(chat)).toEqual(['channel', MARIEKE, JOOST])
    expect(fillForm(emptyChat(), { what: 'x' }, { danger: true }, setting())).toEqual(emptyChat())
  })

  test('whether 112 was called is noted', () => {
    expect(sayDanger(inDanger, 'yes', setting()).draft?.danger?.called112).toBe('yes')
    expect(sayDanger(typed('Rustig'), 'yes', setting())).toEqual(typed('Rustig'))
  })

  test('whom the alarm has not reached is known when it is sent', () => {
    expect(unrung(inDanger)).toEqual(['channel', MARIEKE, JOOST])
    expect(unrung(alarmed(inDanger))).toEqual([])
  })
})

describe('the end of a draft', () => {
  const inDanger = typed('Hij slaat haar', true)

  test.each(['discarded', 'expired'] as const)(
    '%s: nothing of it is left, and the alarm says that it ended',
    (why) => {
      const gone = dropDraft(alarmed(inDanger), why, setting(9))
      expect(gone.draft).toBeUndefined()
      expect(JSON.stringify(gone)).not.toContain('slaat')
      expect(mended(gone)).toEqual(['a1 expired', 'a2 expired'])
    },
  )

  test.each(['discarded', 'expired'] as const)(
    '%s: an alarm that has not gone out yet still goes out',
    (why) => {
      expect(rung(dropDraft(inDanger, why, setting(9)))).toEqual(['channel', MARIEKE, JOOST])
    },
  )

  test('placed with a signal: that one rings', () => {
    expect(dropDraft(alarmed(inDanger), 'placed', setting(9)).effects).toEqual([])
    expect(rung(dropDraft(inDanger, 'placed', setting(9)))).toEqual([])
  })

  test('taken back before, the cards stay as they are', () => {
    const back = { ...sayDanger(alarmed(inDanger), 'takenBack', setting(1)), effects: [] }
    expect(dropDraft(back, 'discarded', setting(9)).effects).toEqual([])
  })

  test('without one there is nothing to end', () => {
    expect(dropDraft(emptyChat(), 'discarded', setting())).toEqual(emptyChat())
  })

  test('one nudge after four hours, gone after twenty-four, counted from the last word', () => {
    const chat = typed('Meer', false, typed('Iets'), setting(HOUR))
    if (!chat.draft) throw new Error('there is a draft')
    expect([nudgeAt(chat.draft), goneAt(chat.draft)]).toEqual([later(5 * HOUR), later(25 * HOUR)])
    expect(chatDue(chat)).toBe(later(5 * HOUR))
    expect(chatDue({ ...chat, draft: { ...chat.draft, nudged: true } })).toBe(later(25 * HOUR))
    expect(chatDue(emptyChat())).toBeNull()
    // What must still be sent comes first.
    expect(chatDue(inDanger)).toBe(NOW)
  })
})

test('a chat says the hour only in which it must be looked at, and never too late', () => {
  const minute = 60_000
  for (const wrote of [17 * minute + 43_211, HOUR - 1, HOUR, 3 * HOUR + 59 * minute]) {
    const chat = typed('Iets', false, emptyChat(), setting(wrote))
    if (!chat.draft) throw new Error('there is a draft')
    const nudged = { ...chat, draft: { ...chat.draft, nudged: true } }
    const heard = { ...emptyChat(), heardUntil: later(wrote) }
    for (const [due, acts] of [
      [chatDue(chat), nudgeAt(chat.draft)],
      [chatDue(nudged), goneAt(nudged.draft)],
      [chatDue(heard), later(wrote)],
    ] as const) {
      expect(due?.slice(14)).toBe('00:00.000Z')
      expect(Date.parse(acts ?? '') - Date.parse(due ?? '')).toBeGreaterThanOrEqual(0)
      expect(Date.parse(acts ?? '') - Date.parse(due ?? '')).toBeLessThan(HOUR)
    }
  }
})

describe('after sending', () => {
  const reference = Reference.parse('S-2026-0007')

  test('the chat knows its signal, and not what was written', () => {
    const chat = afterSending(hear(typed('Iets'), 'm1'), reference, true)
    expect(chat.sent).toEqual([{ signal: fresh.id, reference, kind: 'signal', draft: fresh.id }])
    expect(JSON.stringify(chat)).not.toContain('Iets')
    expect(heard(chat, 'm1')).toBe(true)
  })

  test('an anonymous one leaves nothing here that leads to it', () => {
    const chat = afterSending(hear(typed('Iets', true), 'm1'), reference, false)
    expect(chat).toEqual(emptyChat())
    expect(JSON.stringify(chat)).not.toContain(fresh.id)
  })

  test('alarms that did not go out yet go with the signal', () => {
    expect(afterSending(typed('112', true), reference, true).effects).toEqual([])
  })

  test('only so many are remembered, the newest', () => {
    let chat = emptyChat()
    for (let n = 1; n <= MOST_SENT + 5; n += 1) {
      const one = { ...fresh, id: SignalId.parse(id()) }
      chat = afterSending(
        write(chat, words('Iets'), one, setting()),
        Reference.parse(`S-2026-${String(n).padStart(4, '0')}`),
        true,
      )
    }
    expect(chat.sent).toHaveLength(MOST_SENT)
    expect([chat.sent[0]?.reference, chat.sent.at(-1)?.reference]).toEqual(['S-2026-0006', 'S-2026-0205'])
  })
})

test('a message that is delivered again is known, for the newest of them', () => {
  let chat = emptyChat()
  for (let n = 0; n <= MOST_HEARD; n += 1) chat = hear(chat, `m${n}`)
  expect([heard(chat, 'm0'), heard(chat, 'm1'), heard(chat, `m${MOST_HEARD}`)]).toEqual([false, true, true])
  expect(hear(chat, `m${MOST_HEARD}`)).toEqual(chat)
  expect([heard(chat, undefined), hear(chat, undefined)]).toEqual([false, chat])
})
