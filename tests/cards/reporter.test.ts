import { describe, expect, test } from '@jest/globals'
import { parseAction } from '../../cards/actions.ts'
import { draftCard } from '../../cards/reporter/draft/draft.ts'
import { formCard, MOST_FIELD } from '../../cards/reporter/draft/form.ts'
import { mineCard } from '../../cards/reporter/mine.ts'
import { messageCard, waitingText } from '../../cards/reporter/news/message.ts'
import { receiptCard } from '../../cards/reporter/receipt/receipt.ts'
import { welcomeCard } from '../../cards/reporter/start/welcome.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Degree } from '../../services/signal/words.ts'
import { type Language, SignalId } from '../../services/words.ts'
import { checkCard, nodesOf, submitsOf, untouched, wordsOf } from '../kit/cards.ts'
import {
  allCards,
  draftOf,
  INSIDE_ONLY,
  messages,
  mineItems,
  municipality,
  nowOf,
  readers,
  recordOf,
  STORY,
  uuid,
} from './reporterCases.ts'
import { talkCards } from './talkCases.ts'

const LANGUAGES: Language[] = ['nl', 'en']
const CANARY = 'kanariepiet'
const { accountable } = readers

const everyCard = (text: string, language: Language) => [
  ...allCards(text, language),
  ...talkCards(text, language),
]

describe.each(LANGUAGES)('every card: %s', (language) => {
  const cards = everyCard(CANARY, language)

  test.each(cards)('%s', (_name, card) => {
    expect(checkCard(card)).toEqual([])
    expect(card.lang).toBe(language)
  })

  test('what people wrote is not spoken, not fallen back on, not in a title, not in what a button sends', () => {
    for (const [name, card] of cards) {
      const titles = [...nodesOf(card)].map((node) => String(node.title ?? ''))
      const hidden = [card.speak, card.fallbackText, ...titles, JSON.stringify(submitsOf(card))]
      expect([name, hidden.join('\n')]).toEqual([name, expect.not.stringContaining(CANARY)])
    }
  })

  test('every button sends what the bot understands, with the inputs as they stand', () => {
    for (const [name, card] of cards) {
      for (const { title, data } of submitsOf(card)) {
        const sent = { ...untouched(card), ...(typeof data === 'object' ? data : {}) }
        // The only button of a reporter's card that goes to the reporting point's own work.
        const by = title === texts(language).officer.words.worklist ? 'officer' : 'reporter'
        expect([name, title, parseAction(sent).by]).toEqual([name, title, by])
      }
    }
  })

  test('no officer’s reason, lead or check reaches a reporter, and no partner’s name', () => {
    const names = municipality.partners.flatMap((partner) => [partner.name.nl, partner.name.en])
    for (const [name, card] of cards) {
      // Advice on the card of a draft is for everybody alike: it says nothing of what was done.
      const advice = Object.values(texts(language).reporter.talk.note).filter(
        (note) => typeof note === 'string',
      )
      const words = advice.reduce((left, note) => left.replaceAll(note, ''), wordsOf(card))
      for (const secret of [INSIDE_ONLY, ...names])
        expect([name, words.includes(secret)]).toEqual([name, false])
    }
  })

  test('nobody is called a suspect or an offender', () => {
    for (const [name, card] of cards)
      expect([name, wordsOf(card)]).toEqual([
        name,
        expect.not.stringMatching(/verdacht|dader|suspect|offender/i),
      ])
  })
})

/** Words that Dutch has and English has not. */
const DUTCH = /\b(de|het|een|je|jij|niet|van|voor|met|wordt|bij|ook|dit|nog|wat|zijn|hebben|gaat|naar)\b/i

test('the list of Dutch words finds Dutch', () => {
  for (const [name, card] of everyCard('x', 'nl'))
    expect([name, wordsOf(card)]).toEqual([name, expect.stringMatching(DUTCH)])
})

test('English is English', () => {
  for (const [name, card] of everyCard('x', 'en')) {
    const words = wordsOf(card).replaceAll('Nederlands', '').replaceAll('Meld Misdaad Anoniem', '')
    expect([name, DUTCH.exec(words)?.[0]]).toEqual([name, undefined])
  }
  const { chat } = texts('en').reporter
  for (const [name, text] of Object.entries(chat)) {
    const said = typeof text === 'string' ? text : Reflect.apply(text, undefined, [1, 'x'])
    expect([name, DUTCH.exec(String(said))?.[0]]).toEqual([name, undefined])
  }
})

describe('a message that comes by itself', () => {
  test.each(LANGUAGES)('shows one neutral line until it is opened: %s', (language) => {
    for (const [name, record, message] of messages(STORY)) {
      const card = messageCard({ record, message, municipality, accountable, now: nowOf(message), language })
      const [outside, inside, ...others] = card.body
      expect([name, others.length, inside?.isVisible]).toEqual([name, 0, false])
      expect(new Set(wordsOf(outside).split('\n'))).toEqual(
        new Set([waitingText(language), texts(language).shared.open]),
      )
      expect([card.speak, card.fallbackText]).toEqual([waitingText(language), waitingText(language)])
      expect(card.actions).toBeUndefined()
    }
  })

  const said = (about: string, language: Language = 'nl') => {
    const found = messages(STORY).find(([name]) => name === about)
    if (!found) throw new Error(`There is no message ${about}.`)
    const [, record, message] = found
    return wordsOf(messageCard({ record, message, municipality, accountable, now: nowOf(message), language }))
  }
  test('thanks at every decision, and names the next date', () => {
    expect(said('decided, external')).toMatch(/Dank je wel/)
    expect(said('decided, external, handedOver')).toContain('dinsdag 1 december')
    // What nobody was given yet nobody is asked about.
    expect(said('decided, external, planned')).not.toContain('december')
    expect(said('decided, external, planned')).toContain('Dat is nog niet gebeurd')
    expect(said('decided, monitor')).toContain('dinsdag 23 februari')
    expect(said('decided, noAction')).not.toContain('december')
    expect(said('decided, noAction')).toMatch(/goed dat je dit deelde/)
    expect(said('closed, noAction')).toMatch(/Dank je wel.*Dankzij jou/)
  })
  test('an answered question is not asked again', () => {
    expect(said('question, answered')).not.toContain(texts('nl').reporter.message.question.label)
  })
  test('what is no longer in the record is a way on, not an empty card', () => {
    expect(said('about nothing')).toContain(municipality.phone)
  })
})

describe('hostile text', () => {
  const table = `${'Naam\tAdres\t**Dag**\n'.repeat(3_000)}`
  const hostile: [string, string][] = [
    ['30,000 letters', 'a'.repeat(30_000)],
    ['emoji', '😀'.repeat(20_000)],
    ['right to left', 'مرحبا שלום\u202e '.repeat(3_000)],
    ['markdown', '**[x](https://x.example)**\n# y\n'.repeat(1_200)],
    ['HTML', '<script>"&lt;"</script>\n'.repeat(1_500)],
    ['backslashes', '\\'.repeat(40_000)],
    ['line ends', 'a\n'.repeat(20_000)],
    ['controls', '\u0000\u0007\u001b'.repeat(10_000)],
    ['half characters', '\ud83d'.repeat(10_000)],
    ['a pasted table', table],
    ['nothing', ''],
    ['spaces', ' \n\t '],
  ]
  test.each(hostile)('%s: every card may still be sent, and stays plain', (_name, text) => {
    for (const [name, card] of everyCard(text.slice(0, 40_000), 'nl')) {
      expect([name, checkCard(card)]).toEqual([name, []])
      for (const node of nodesOf(card)) {
        if (node.type === 'TextBlock') expect(String(node.text)).not.toMatch(/(^|[^\\])(\*\*|<script|\[x\])/)
      }
    }
  })
  test('200,000 characters of story', () => {
    const parts = Array.from({ length: 5 }, () => ({
      at: '2026-11-24T10:30:00.000Z',
      via: 'chat',
      text: '漢'.repeat(40_000),
    }))
    const card = draftCard({ draft: draftOf('', { parts }), municipality, ...readers, language: 'nl' })
    expect(checkCard(card)).toEqual([])
    expect(wordsOf(card)).toContain('194.004 tekens')
  })
})

describe('the draft', () => {
  const draft = (more = {}) =>
    draftCard({ draft: draftOf(STORY, more), municipality, ...readers, language: 'nl' })
  const at = '2026-11-24T10:30:00.000Z'

  test('asks three things, each with a default', () => {
    expect(untouched(draft())).toEqual({ certainty: 'suspicion', urgency: 'normal', degree: 'confidential' })
  })
  test('keeps what was chosen', () => {
    const chosen = { certainty: 'gut', urgency: 'soft', degree: 'anonymous' }
    expect(untouched(draft(chosen))).toEqual(chosen)
  })
  test('danger makes it urgent, until it is taken back', () => {
    const danger = { at, called112: 'unknown' }
    expect(untouched(draft({ danger })).urgency).toBe('acute')
    expect(untouched(draft({ danger: { ...danger, takenBackAt: at } })).urgency).toBe('normal')
  })
  test('requires nothing', () => {
    for (const [, card] of everyCard(STORY, 'nl'))
      for (const node of nodesOf(card)) expect(node.isRequired ?? false).toBe(false)
  })
  test('opens the form in a dialog where there are dialogs', () => {
    const card = draftCard({
      draft: draftOf(STORY),
      municipality,
      ...readers,
      surface: 'dialog',
      language: 'nl',
    })
    const dialogs = submitsOf(card).filter(({ data }) => JSON.stringify(data).includes('task/fetch'))
    expect(dialogs.map(({ title }) => title)).toEqual(['Formulier invullen'])
  })
})

test('the form comes back with everything that was filled in', () => {
  const values = {
    what: 'a',
    where: 'b',
    when: 'c',
    who: 'd',
    howKnown: 'e'.repeat(MOST_FIELD),
    minor: 'yes',
  } as const
  const card = formCard({ draft: SignalId.parse(uuid(10)), values, error: 'Nog iets.', language: 'nl' })
  expect(untouched(card)).toEqual(values)
  expect(wordsOf(card)).toContain('Let op: Nog iets.')
})

describe('the receipt', () => {
  const receipt = (degree: Degree, kind: 'signal' | 'consultation' = 'signal') => {
    const { reference, due } = recordOf('')
    const moments = { respondBy: due.respond, decideBy: due.decide }
    const card = receiptCard({
      reference,
      kind,
      degree,
      acute: false,
      municipality,
      accountable,
      ...moments,
      language: 'nl',
    })
    return { words: wordsOf(card), verbs: submitsOf(card).map(({ data }) => JSON.stringify(data)) }
  }
  test('says who reads it and by when', () => {
    const { words } = receipt('confidential')
    for (const part of ['S-2026-0042', 'Marieke Vonk', 'uiterlijk woensdag 25 november, 17:00'])
      expect(words).toContain(part)
  })
  test('promises an anonymous reporter nothing', () => {
    const { words, verbs } = receipt('anonymous')
    expect(words).toMatch(/niemand je hier antwoord/)
    expect(words).toContain('0800-7000')
    expect(words).not.toMatch(/Je hoort/)
    expect(verbs.join()).not.toMatch(/mine|addTo/)
  })
  test('says to an unknown one that nobody can see who it is', () => {
    expect(receipt('unknown').words).toMatch(/Niemand van het meldpunt kan zien wie je bent/)
  })
})

test('the welcome is short enough to be read', () => {
  for (const language of LANGUAGES) {
    const { body } = welcomeCard({ municipality, ...readers, language })
    expect(wordsOf(body).split(/\s+/).length).toBeLessThan(125)
  }
})

test('closed signals cannot be chosen, and a long list is not a long card', () => {
  const card = mineCard({ items: mineItems(200), municipality, language: 'nl' })
  const closed = mineItems(200)
    .filter((item) => item.closed)
    .map((item) => item.signal)
  const offered = [...nodesOf(card)].flatMap((node) => (node.type === undefined ? [node.value] : []))
  expect(offered.length).toBeGreaterThan(0)
  expect(offered.filter((value) => closed.some((id) => id === value))).toEqual([])
})
