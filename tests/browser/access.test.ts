/**
 * Every card and every page that we serve, looked at by axe-core (WCAG 2.2 AA) in a real browser: in the light and the dark
 * theme and in colours that people force. What Teams itself puts around a card is not ours, and not looked at.
 */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { chaptersIn, type Gallery, startGallery } from '../../infra/local/gallery.ts'
import { type StartPage, startStartPage } from '../../infra/local/startPage.ts'
import { launchBrowser } from '../kit/chromium.ts'
import { STORY_TIMEOUT_MS } from './stage.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** WCAG 2.2 up to AA, and what axe calls good practice (headings in order, everything in a landmark). */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SIGHTS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', query: '' },
  // A colour is the same in both languages: one will do.
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', query: '?lang=nl' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', query: '?lang=nl' },
] as const
/** Inside a card on a narrow phone: 360 pixels, less the edges of the chat and of the card. */
const PHONE_PX = 296
/** And inside a button. */
const PADDING_PX = 26

let gallery: Gallery
let startPage: StartPage
let browser: Browser
let page: Page

beforeAll(async () => {
  gallery = await startGallery(0)
  startPage = await startStartPage({ port: 0, reporterUrl: gallery.url, officerUrl: gallery.url })
  browser = await launchBrowser()
  // The policy of our pages allows no script but their own; axe is one.
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
}, STORY_TIMEOUT_MS)
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
  await startPage?.stop()
}, STORY_TIMEOUT_MS)

/** What is wrong on the page as it is, or on one element of it, and what axe could not tell: rule, how often, and where first. */
async function found(on = 'document'): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations, incomplete } = await page.evaluate<Pick<AxeResults, 'violations' | 'incomplete'>>(
    `axe.run(${on}, ${JSON.stringify({ resultTypes: ['violations', 'incomplete'], runOnly: RULES })})`,
  )
  return [...violations, ...incomplete].map(
    ({ id, nodes }) => `${id}, ${nodes.length} times, first: ${nodes[0]?.html} (${nodes[0]?.failureSummary})`,
  )
}

describe.each(SIGHTS)('$name', ({ colorScheme, forcedColors, query }) => {
  test(
    'every card, with what is folded away in sight',
    async () => {
      await page.emulateMedia({ colorScheme, forcedColors })
      await page.goto(`${gallery.url}${query}`)
      await page.locator(`body[data-drawn="unfolded"][data-theme="${colorScheme}"]`).waitFor()
      const { length } = chaptersIn('nl').flatMap((chapter) => chapter.cards)
      expect(await page.locator('.card .ac-adaptiveCard').count()).toBe(query === '' ? 2 * length : length)
      expect(await found()).toEqual([])
    },
    STORY_TIMEOUT_MS,
  )

  test.each(['nl', 'en'])('the page with which local mode begins: %s', async (language) => {
    await page.emulateMedia({ colorScheme, forcedColors })
    await page.goto(`${startPage.url}?lang=${language}`)
    expect(await found()).toEqual([])
  })
})

test('no button is cut off on a phone', async () => {
  await page.goto(gallery.url)
  await page.locator('body[data-drawn]').waitFor()
  await page.addStyleTag({
    content: '.ac-pushButton, .ac-pushButton * { white-space: nowrap !important; width: auto }',
  })
  const buttons = await page.evaluate<{ title: string; width: number }[]>(`
    [...document.querySelectorAll('.ac-pushButton')].map((button) => {
      const words = document.createRange()
      words.selectNodeContents(button)
      return { title: button.textContent, width: Math.ceil(words.getBoundingClientRect().width) }
    })`)
  expect(buttons.length).toBeGreaterThan(500)
  const cut = buttons.filter(({ width }) => width > PHONE_PX - PADDING_PX).map(({ title }) => title)
  expect([...new Set(cut)]).toEqual([])
})

describe('axe can fail', () => {
  /** What axe says of a page with this in it. */
  const said = async (html: string): Promise<string> => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await page.setContent(
      `<!doctype html><html lang="nl"><title>Proef</title><main><h1>Proef</h1>${html}</main></html>`,
    )
    return (await found()).join('\n')
  }
  test('a page with nothing wrong is right', async () => {
    expect(await said('<p>Niets.</p>')).toBe('')
  })
  test.each([
    ['aria-required-attr', '<div role="heading">Een kop zonder niveau</div>'],
    ['nested-interactive', '<details><summary><a href="#x">Een link in een knop</a></summary></details>'],
    [
      'target-size',
      '<style>input { margin: 0 }</style><input type="radio" aria-label="a"><input type="radio" aria-label="b">',
    ],
    ['label', '<input type="text">'],
    ['color-contrast', '<p style="color: #999; background: #fff">Te licht</p>'],
    ['heading-order', '<h4>Een kop die er een overslaat</h4>'],
  ])('%s', async (rule, html) => {
    expect(await said(html)).toContain(rule)
  })
  test('a card with a field without a name, drawn in the gallery', async () => {
    await page.goto(`${gallery.url}?lang=nl`)
    await page.locator('body[data-drawn]').waitFor()
    await page.evaluate(`{
      const card = new AdaptiveCards.AdaptiveCard()
      card.parse({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.Text', id: 'x' }] })
      document.querySelector('[data-card]').replaceChildren(card.render())
    }`)
    expect((await found(`document.querySelector('[data-card]')`)).join('\n')).toMatch(/^label, /m)
  })
})
