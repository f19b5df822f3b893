/** The gallery shows every card there is, in every state and both languages, and each can be drawn. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { texts } from '../../../cards/texts/index.ts'
import type { Chapter, Shown } from '../../../infra/local/gallery/chapters.ts'
import { chaptersIn, type Gallery, startGallery } from '../../../infra/local/gallery.ts'
import { OfficerNotice } from '../../../services/signal/record.ts'
import { State } from '../../../services/signal/words.ts'
import { Language } from '../../../services/words.ts'
import { checkCard } from '../../kit/cards.ts'

const CARDS = fileURLToPath(new URL('../../../cards/', import.meta.url))
const ROOMS = ['reporter', 'officer']

/** Every function that makes a card, by its name: what a file of a card room exports and calls "…Card". */
async function cardFunctions(): Promise<Map<unknown, string>> {
  const found = new Map<unknown, string>()
  for (const room of ROOMS) {
    for (const file of readdirSync(join(CARDS, room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue
      const module: Record<string, unknown> = await import(pathToFileURL(join(CARDS, room, file)).href)
      for (const [name, value] of Object.entries(module)) {
        if (typeof value === 'function' && name.endsWith('Card')) found.set(value, `${room}/${file}: ${name}`)
      }
    }
  }
  return found
}

const cardsOf = (chapters: readonly Chapter[]): Shown[] => chapters.flatMap((chapter) => chapter.cards)

describe.each(Language.options)('the cards in %s', (language) => {
  const chapters = chaptersIn(language)
  const cards = cardsOf(chapters)

  test('every function that makes a card is there', async () => {
    const shown = new Set<unknown>(cards.map((card) => card.of))
    const missing = [...(await cardFunctions())].flatMap(([of, name]) => (shown.has(of) ? [] : [name]))
    expect(missing).toEqual([])
    expect(shown.size).toBeGreaterThan(30)
  })

  test('each can be drawn, and keeps the rules of a card', () => {
    const wrong = cards.flatMap(({ name, card }) => checkCard(card).map((problem) => `${name}: ${problem}`))
    expect(wrong).toEqual([])
  })

  test('each is in its language, and says in Dutch what it is and when it comes', () => {
    for (const { card, name, when } of cards) {
      expect([name, card.lang]).toEqual([name, language])
      expect(name.length * when.length).toBeGreaterThan(0)
    }
    for (const chapter of chapters) {
      const names = chapter.cards.map((card) => card.name)
      expect([chapter.title, names.length]).toEqual([chapter.title, new Set(names).size])
    }
  })

  test('every state, outcome and notice is among them', () => {
    const all = JSON.stringify(cards.map((card) => card.card))
    const t = texts(language)
    for (const state of State.options) expect(all).toContain(t.reporter.mine.state[state])
    for (const course of Object.values(t.reporter.message.closed.course)) expect(all).toContain(course)
    for (const notice of OfficerNotice.options) expect(all).toContain(t.officer.channel.notice[notice])
  })
})

describe('the page', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await startGallery(0)
  })
  afterAll(() => gallery.stop())

  const page = async (query = '') => (await fetch(`${gallery.url}${query}`)).text()

  test('has a heading, a line in the table of contents and a place for every card', async () => {
    const html = await page()
    const { length } = cardsOf(chaptersIn('nl'))
    expect(html.match(/<article /g)).toHaveLength(length)
    expect(html.match(/<li><a href="#h\d+-\d+">/g)).toHaveLength(length)
    expect(html.match(/data-card="nl-/g)).toHaveLength(length)
    expect(html.match(/data-card="en-/g)).toHaveLength(length)
  })

  test('shows one language when that is asked for', async () => {
    const html = await page('?lang=en')
    expect(html).toContain('data-card="en-')
    expect(html).not.toContain('data-card="nl-')
    expect(html).toContain('How does it work?')
    expect(html).not.toContain('Typ gewoon wat er is, of kies:')
  })

  test('serves itself, the renderer and nothing else, on this computer only', async () => {
    expect(new URL(gallery.url).hostname).toBe('127.0.0.1')
    expect((await fetch(`${gallery.url}adaptivecards.js`)).status).toBe(200)
    expect((await fetch(`${gallery.url}show.js`)).status).toBe(200)
    expect((await fetch(`${gallery.url}package.json`)).status).toBe(404)
    expect((await fetch(gallery.url, { method: 'POST' })).status).toBe(404)
  })

  test('says which port is taken', async () => {
    const { port } = new URL(gallery.url)
    await expect(startGallery(Number(port))).rejects.toThrow(`port ${port}: the port is in use`)
  })
})
