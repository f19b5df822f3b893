/** A person's hands in a Playground, in a real browser: clicking and typing, nothing else. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'

/** How long to wait for the next thing to happen: on a busy machine that is longer than a person would. */
const PATIENCE_MS = 60_000
/** How long one movement of a hand may take before it is tried again. */
const HAND_MS = 3_000
/** From here on text is pasted rather than typed key by key. */
const PASTE_FROM = 400
const CARD = '.ac-preview-panel > .ac-adaptiveCard'

/** One window in front of the bot, as its user handles it. */
export class PlaygroundPage {
  readonly page: Page
  #chat: 'personal' | 'channel' = 'personal'

  private constructor(page: Page) {
    this.page = page
  }

  /** A new window: Dutch, 1280 by 900, and on this machine only. */
  static async in(browser: Browser): Promise<PlaygroundPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    })
    // The Playground asks a network for its fonts.
    await context.route(
      (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
      (route) => route.abort(),
    )
    const page = await context.newPage()
    await page.addInitScript({ content: NUMBER_CARDS })
    page.setDefaultTimeout(PATIENCE_MS)
    return new PlaygroundPage(page)
  }

  /** Opens or reloads the Playground; as always there, the chat starts empty. */
  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await this.page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor()
    const hide = this.page.getByTitle('Hide log panel')
    if (await hide.isVisible()) await hide.click()
    this.#chat = 'personal'
  }

  /** Closes the window. */
  async close(): Promise<void> {
    await this.page.context().close()
  }

  /** Goes to the chat with the bot, or to the channel of this name. */
  async chooseChat(name: 'personal' | (string & {})): Promise<void> {
    const label = name === 'personal' ? /^Personal Chat/ : new RegExp(` - ${escapeRegExp(name)}$`)
    await this.page.getByRole('treeitem', { name: label }).click()
    this.#chat = name === 'personal' ? 'personal' : 'channel'
    await this.#composer().waitFor()
  }

  /**
   * Types a message and sends it. In a channel it is a new post, which begins with a mention of the bot:
   * without one a bot is not told.
   */
  async say(text: string, options: { mention?: boolean } = {}): Promise<void> {
    const composer = this.#composer()
    await composer.click()
    if (this.#chat === 'channel' && options.mention !== false) {
      await composer.pressSequentially('@')
      await this.page.locator('#typeahead-menu [role=menuitem]').first().click()
      await this.page.keyboard.type(' ')
    }
    await this.#type(text, 'Shift+Enter')
    if (this.#chat === 'channel') await this.page.getByRole('button', { name: 'Post', exact: true }).click()
    else await this.page.getByRole('button', { name: 'Send Message' }).click()
  }

  /** Waits until this can be read in the conversation. */
  async waitForText(text: string | RegExp, options: { timeout?: number } = {}): Promise<void> {
    const found = this.#readable(text).first()
    const wait = options.timeout ?? PATIENCE_MS
    await found.waitFor({ timeout: wait })
    // As somebody who reads it would.
    await patiently(() => found.scrollIntoViewIfNeeded({ timeout: Math.min(wait, HAND_MS) }), wait)
  }

  /** Waits until this cannot be read in the conversation any more. */
  async waitForNoText(text: string | RegExp, options: { timeout?: number } = {}): Promise<void> {
    const end = Date.now() + (options.timeout ?? PATIENCE_MS)
    while ((await this.#readable(text).count()) > 0) {
      if (Date.now() > end) throw new Error(`still to be read: ${text}`)
      await pause(50)
    }
  }

  /** The card that came last, of those with this text when one is given. */
  async newestCard(having?: string | RegExp): Promise<Locator> {
    const cards = this.page.locator(CARD)
    return this.#newest(
      having === undefined ? cards : cards.filter({ hasText: having }),
      `a card with ${having}`,
    )
  }

  /**
   * Presses a button of the newest card that has it (`on`: and has this text). Of several on one card the
   * last, or with `below` the first one under that line.
   */
  async press(button: string, options: { on?: string | RegExp; below?: string } = {}): Promise<void> {
    // Several buttons for the same of several things say which: "Overgedragen: Wijkteam".
    const name = new RegExp(`^${escapeRegExp(button)}(: .*)?$`)
    const wanted = this.page.getByRole('button', { name })
    let cards = this.page.locator(CARD).filter({ has: wanted })
    if (options.on !== undefined) cards = cards.filter({ hasText: options.on })
    if (options.below !== undefined) cards = cards.filter({ hasText: options.below })
    await patiently(async () => {
      const card = await this.#newest(cards, `a card with the button ${button}`)
      const there = card.getByRole('button', { name })
      if (options.below === undefined) return there.last().click({ timeout: HAND_MS })
      const under = card.getByText(options.below, { exact: true }).locator('xpath=following::button')
      return under.and(there).first().click({ timeout: HAND_MS })
    })
  }

  /**
   * Says this, and again when this cannot be read for a while: a window that has to connect anew, as on a busy machine,
   * loses what the bot answered meanwhile, and a person asks once more.
   */
  async sayUntil(words: string, text: string | RegExp): Promise<void> {
    for (let times = 0; times < 3; times += 1) {
      await this.say(words)
      const read = await this.waitForText(text, { timeout: PATIENCE_MS / 2 }).then(
        () => true,
        () => false,
      )
      if (read) return
    }
    throw new Error(`said ${words}, and still not to be read: ${text}`)
  }

  /**
   * Presses the newest such button, and again, until this can be read: it may still be on its way. Each time it waits
   * longer, for every press is work for a busy machine.
   */
  async pressUntil(button: string, text: string | RegExp): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    for (let timeout = 1_000; ; timeout = Math.min(2 * timeout, 20_000)) {
      const there = this.page.locator(CARD).getByRole('button', { name: button, exact: true })
      if ((await there.count()) > 0) await this.press(button)
      const read = await this.waitForText(text, { timeout }).then(
        () => true,
        () => false,
      )
      if (read) return
      if (Date.now() > end) throw new Error(`pressed ${button}, and still not to be read: ${text}`)
    }
  }

  /** Types into the input with this label (or this placeholder), in place of what it held. */
  async typeInto(label: string, text: string): Promise<void> {
    await patiently(async () => {
      const input = await this.#input(label)
      await input.click({ timeout: HAND_MS })
      await this.page.keyboard.press('ControlOrMeta+A')
      await this.page.keyboard.press('Delete')
      await this.#type(text, 'Enter')
      const holds = await input.inputValue({ timeout: HAND_MS })
      if (holds !== text) throw new Error(`the input ${label} holds something else than was typed`)
    })
  }

  /** Chooses in the input with this label: an option by its title, a date as 2026-12-31, a toggle as true. */
  async choose(label: string, option: string): Promise<void> {
    await patiently(async () => {
      const input = await this.#input(label)
      const hand = { timeout: HAND_MS }
      const kind = await input.evaluate(
        (element) => ({
          role: element.getAttribute('role'),
          popup: element.getAttribute('aria-haspopup'),
          type: element.getAttribute('type'),
        }),
        undefined,
        hand,
      )
      if (kind.type === 'checkbox') {
        // The input itself is invisible; a person clicks its text.
        if ((await input.isChecked(hand)) !== (option === 'true'))
          await input.locator('xpath=following-sibling::label').click(hand)
      } else if (kind.popup === 'dialog') {
        await input.click(hand)
        await this.#pickDate(option)
      } else if (kind.role === 'combobox') {
        await input.click(hand)
        // One choice is an option, several are check boxes in a menu.
        const single = this.page.getByRole('option', { name: option, exact: true })
        const several = this.page.getByRole('menuitemcheckbox', { name: option, exact: true })
        await single.or(several).click(hand)
        await this.page.keyboard.press('Escape')
      } else {
        await input.getByText(option, { exact: true }).click(hand)
      }
    })
  }

  /** All that can be read in the conversation now. */
  async text(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  /** A picture of the window, without pointer, tooltips and log. */
  async screenshot(path: string): Promise<void> {
    await this.page.mouse.move(640, 5)
    await this.page.evaluate('document.fonts.ready.then(() => undefined)')
    await pause(250)
    await this.page.screenshot({ path, animations: 'disabled' })
  }

  #composer(): Locator {
    // In a channel the first one starts a new post; the others answer in a thread.
    return this.page.locator('[role=textbox][data-lexical-editor]').first()
  }

  #readable(text: string | RegExp): Locator {
    // The list of chats shows the beginning of the last message too.
    return this.page.getByText(text).and(this.page.locator(':not([role=tree] *)')).filter({ visible: true })
  }

  async #newest(cards: Locator, what: string): Promise<Locator> {
    await cards.first().waitFor({ timeout: HAND_MS })
    const numbers = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-arrival')))
    const last = numbers.reduce((best, number) => (Number(number) > Number(best) ? number : best), '0')
    if (last === null || last === '0') throw new Error(`not found: ${what}`)
    return this.page.locator(`${CARD}[data-arrival="${last}"]`)
  }

  async #input(label: string): Promise<Locator> {
    // The ids in the page are made up by the renderer: the label is what ties an input to its name.
    const named = this.page
      .locator('label')
      .filter({ hasText: new RegExp(`^${escapeRegExp(label)}( \\*)?$`) })
    const placeholder = this.page.getByPlaceholder(label, { exact: true })
    const cards = this.page.locator(CARD).filter({ has: named.or(placeholder) })
    const card = await this.#newest(cards, `an input ${label}`)
    const id =
      (await card.locator(named).count()) > 0 ? await card.locator(named).last().getAttribute('for') : null
    return id === null ? card.locator(placeholder).last() : card.locator(`[id="${id}"]`)
  }

  async #type(text: string, newLine: string): Promise<void> {
    if (text.length >= PASTE_FROM) return this.page.keyboard.insertText(text)
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.page.keyboard.press(newLine)
      await this.page.keyboard.type(line)
    }
  }

  async #pickDate(date: string): Promise<void> {
    const wanted = new Date(`${date}T12:00:00Z`)
    const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(wanted)
    const calendar = this.page.getByRole('dialog', { name: 'Calendar' })
    const shown = calendar.getByRole('grid').first()
    for (let step = 0; step < 48; step += 1) {
      const [, name = '', year = ''] =
        /^(\w+) (\d{4})/.exec((await shown.getAttribute('aria-label')) ?? '') ?? []
      const distance = wanted.getTime() - Date.parse(`15 ${name} ${year} 12:00 UTC`)
      if (name === month && year === String(wanted.getUTCFullYear())) break
      await calendar.getByRole('button', { name: distance > 0 ? /^Next month/ : /^Previous month/ }).click()
    }
    const day = `${wanted.getUTCDate()}, ${month}, ${wanted.getUTCFullYear()}`
    await calendar.getByRole('button', { name: day, exact: true }).click()
  }
}

/** Tries again while the page draws itself anew under one's hands. */
async function patiently<T>(act: () => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(50)
    }
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * Runs in the page: numbers the cards as they come. A channel shows the newest post on top but a thread its
 * newest answer below, and the page shows no ids, so that the order on screen does not tell. Several at once
 * means that another chat was chosen: posts run upwards there, a personal chat downwards.
 *
 * It is text because the types of the browser's own objects are no part of this project.
 */
const NUMBER_CARDS = `(() => {
  let arrivals = 0
  const post = (card) => card.closest('[role=group]')
  const number = () => {
    const fresh = [...document.querySelectorAll('${CARD}:not([data-arrival])')]
    const inChannel = [...document.querySelectorAll('button')].some((each) => each.textContent === 'Post')
    if (inChannel) {
      fresh.sort((one, other) => {
        const below = one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
        return post(one) === post(other) ? below : -below
      })
    }
    for (const card of fresh) card.setAttribute('data-arrival', String(++arrivals))
  }
  new MutationObserver(number).observe(document, { childList: true, subtree: true })
})()`
