/** The gallery in a real browser: every card is drawn, and what is folded away can be folded and unfolded. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { chaptersIn, type Gallery, startGallery } from '../../infra/local/gallery.ts'
import { launchBrowser } from '../kit/chromium.ts'
import { SCREENSHOTS, STORY_TIMEOUT_MS } from './stage.ts'

let gallery: Gallery
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  gallery = await startGallery(0)
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(gallery.url)
  await page.locator('body[data-drawn]').waitFor()
}, STORY_TIMEOUT_MS)
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
}, STORY_TIMEOUT_MS)

test('every card is drawn in both languages, without a complaint', async () => {
  const { length } = chaptersIn('nl').flatMap((chapter) => chapter.cards)
  expect(await page.locator('.card .ac-adaptiveCard').count()).toBe(2 * length)
  expect(await page.locator('.card:not([data-events="0"])').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.screenshot({ path: join(SCREENSHOTS, 'gallery.png') })
})

test('what is folded away on a card can be seen or hidden', async () => {
  const question = page.locator('article', {
    has: page.getByRole('heading', { name: 'Een vraag', exact: true }),
  })
  const inside = question.getByText('Een vraag over S-2026-0012')
  await inside.waitFor()
  await page.getByLabel('Toon ook wat op de kaart is dichtgeklapt').uncheck()
  await inside.waitFor({ state: 'hidden' })
  await question.getByRole('button', { name: 'Openen' }).click()
  await inside.waitFor()
})

test('one language can be chosen', async () => {
  await page.getByRole('link', { name: 'Engels' }).click()
  await page.getByText('Just type what is going on, or choose:').first().waitFor()
  expect(await page.getByText('Typ gewoon wat er is, of kies:').count()).toBe(0)
  expect(complaints).toEqual([])
})
