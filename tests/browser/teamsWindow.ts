/**
 * Somebody's window on the bot of a house: what the bot shows is drawn in a real browser by the renderer that Teams is built
 * on, and what is pressed and filled in there goes to the bot as Teams sends it. Unlike the Playground it has a window for
 * everybody, dialogs, and a clock that a test moves.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { z } from 'zod'
import { galleryPage } from '../../infra/local/gallery/page.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Card, Clicked, Inputs, Person, Shown } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'

const ADDRESS = 'http://teams.example/'
/** The place of the one card on the page: the renderer's page puts it before every id. */
const PLACE = 'nl-h1-1-'
/** A narrow phone, and the narrowest, of which there is a picture only: Teams ends a long button there with dots. */
const PHONE = { width: 360, height: 640 }
const NARROWEST = { width: 320, height: 640 }
const SCREEN = { width: 760, height: 900 }
const HAND_MS = 5_000

const SCRIPTS: Readonly<Record<string, string>> = {
  '/adaptivecards.js': createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/show.js': fileURLToPath(new URL('../../infra/local/gallery/show.js', import.meta.url)),
}
/** Runs in the page, when the renderer is there: tells which button was pressed, with what was filled in. */
const TELL = `;AdaptiveCards.AdaptiveCard.onExecuteAction = (action) =>
  window.pressed(JSON.stringify({ id: action.id, data: action.data }))\n`

const Pressed = z.object({ id: z.string(), data: z.record(z.string(), z.unknown()) })
type Standing = { target: Shown | Clicked; card: Card }

/** Each button with a number, so that the one that is pressed can be found again. */
function numbered(card: Card): Card {
  let count = 0
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (!isWire(node)) return node
    const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]))
    if (!String(node.type).startsWith('Action.')) return inside
    count += 1
    return { ...inside, data: node.data, id: `button-${count}` }
  }
  const walked = walk(card)
  if (!isWire(walked)) throw new Error('This is no card.')
  return walked
}

/** The ids of everything that can be filled in. */
function inputsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(inputsOf)
  if (!isWire(node)) return []
  const own = String(node.type).startsWith('Input.') ? [String(node.id)] : []
  return [...own, ...Object.values(node).flatMap(inputsOf)]
}

/** These words in a pattern, and nothing else. */
const literal = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

export class TeamsWindow {
  readonly page: Page
  readonly #house: House
  readonly #person: Person
  #standing: Standing | undefined
  #coming: Promise<Clicked> | undefined

  private constructor(page: Page, house: House, person: Person) {
    this.page = page
    this.#house = house
    this.#person = person
  }

  /** A window of this person, empty yet. */
  static async of(house: House, browser: Browser, person: Person): Promise<TeamsWindow> {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'nl-NL', reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(HAND_MS)
    const window = new TeamsWindow(page, house, person)
    await page.exposeFunction('pressed', (told: string) => window.#pressed(told))
    await page.route(`${ADDRESS}**`, async (route) => {
      const script = SCRIPTS[new URL(route.request().url()).pathname]
      if (!script) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: window.#html() })
      const body = await readFile(script, 'utf8')
      return route.fulfill({
        contentType: 'text/javascript; charset=utf-8',
        body: script.endsWith('show.js') ? `${TELL}${body}` : body,
      })
    })
    return window
  }

  /** Draws what was opened, or what stands in a chat. */
  async show(target: Shown | Clicked): Promise<this> {
    const plain = 'status' in target ? target.dialog?.card : target.cards[0]
    if (!plain) throw new Error('There is no card in this.')
    this.#standing = { target, card: numbered(plain) }
    await this.page.goto(ADDRESS)
    await this.page.locator('body[data-drawn]').waitFor()
    await this.page.getByLabel('Toon ook wat op de kaart is dichtgeklapt').uncheck()
    await this.page.locator('body[data-drawn="folded"]').waitFor()
    return this
  }

  /** The newest card of the bot in this person's chat. */
  async showChat(): Promise<this> {
    return this.show(this.#house.connector.newestCard(this.#person))
  }

  /** All that can be read on the card. */
  async text(): Promise<string> {
    return this.#card().innerText()
  }

  /** Presses this button; what the bot answers is drawn. */
  async press(title: string): Promise<this> {
    this.#coming = undefined
    // Several buttons for the same of several things say which: "Overgedragen: Wijkteam".
    const name = new RegExp(`^${literal(title)}(: .*)?$`)
    await this.#card().getByRole('button', { name }).first().click()
    const clicked = await this.#answer(title)
    await this.#house.settle()
    return clicked.dialog ? this.show(clicked) : this
  }

  /** Pressed in the page, told to us by it, and answered by the bot. */
  async #answer(title: string): Promise<Clicked> {
    for (let times = 0; times < 100; times += 1) {
      if (this.#coming) return this.#coming
      await this.page.waitForTimeout(20)
    }
    throw new Error(`Nothing was sent by ${title}; it reads:\n${await this.text()}`)
  }

  /** Fills in what has this label: words, a day as 2026-12-31, or a choice by its title. */
  async fill(label: string, value: string): Promise<this> {
    const named = this.#card()
      .locator('label')
      .filter({ hasText: new RegExp(`^${literal(label)}( \\*)?$`) })
    const id = await named.last().getAttribute('for')
    const input = this.#card().locator(`[id="${id}"]`)
    const tag = await input.evaluate((element) => element.tagName.toLowerCase())
    if (tag === 'select') await input.selectOption({ label: value })
    else if (tag === 'input' || tag === 'textarea') await input.fill(value)
    else await input.getByText(value, { exact: true }).click()
    return this
  }

  /** A picture of the card for each sight, when pictures are wanted; nothing of it is cut off on a narrow phone. */
  async picture(name: string, folder: string | undefined): Promise<void> {
    for (const colorScheme of folder ? (['light', 'dark'] as const) : []) {
      await this.page.emulateMedia({ colorScheme })
      await this.page.locator(`body[data-theme="${colorScheme}"]`).waitFor()
      await this.#card().screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
    }
    await this.page.emulateMedia({ colorScheme: 'light' })
    await this.page.setViewportSize(NARROWEST)
    if (folder) await this.#card().screenshot({ path: `${folder}/${name}-phone.png` })
    await this.page.setViewportSize(PHONE)
    const wide = await this.page.evaluate<string[]>(
      `[...document.querySelectorAll('.card *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.textContent.slice(0, 60))`,
    )
    await this.page.setViewportSize(SCREEN)
    if (wide.length > 0) throw new Error(`${name} does not fit a phone: ${wide.join(' | ')}`)
  }

  /** The page with the card that stands. */
  #html(): string {
    const card = this.#standing?.card
    const shown = { of: () => undefined, name: 'Kaart', when: '', card: card as never }
    return galleryPage([['nl', [{ side: 'meldpunt', title: 'Venster', about: '', cards: [shown] }]]])
  }

  #card(): Locator {
    return this.page.locator('.card')
  }

  #pressed(told: string): void {
    const { id, data } = Pressed.parse(JSON.parse(told))
    if (!this.#standing) throw new Error('Nothing stands in this window.')
    const { target, card } = this.#standing
    const given: Inputs = Object.fromEntries(
      inputsOf(card).flatMap((input) => {
        const value = data[`${PLACE}${input}`]
        return typeof value === 'string' ? [[input, value]] : []
      }),
    )
    const which = (action: { id?: string | undefined }) => `${PLACE}${action.id}` === id
    this.#coming =
      'status' in target && target.dialog
        ? this.#person.submitDialog({ ...target.dialog, card }, which, given)
        : this.#person.click({ ...(target as Shown), cards: [card] }, which, given)
  }
}
