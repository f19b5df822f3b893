/**
 * The page of an answer link in a real browser: by keyboard only, without script, in both languages, on a narrow phone and
 * at 400 %; looked at by axe-core (WCAG 2.2 AA) as it is, with what was wrong, and after it.
 */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { handedByMail, linkIn, routeOf } from '../journeys/outsideSteps.ts'
import type { Reported } from '../journeys/steps.ts'
import { launchBrowser } from '../kit/chromium.ts'
import { type House, startHouse } from '../kit/house.ts'
import { STORY_TIMEOUT_MS } from './stage.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Where pictures go, to be looked at by a person. */
const PICTURES = process.env.PICTURES

let house: House
let it: Reported
let browser: Browser
let url: string
beforeAll(async () => {
  house = await startHouse()
  it = await handedByMail(house)
  url = linkIn(house)
  browser = await launchBrowser()
}, STORY_TIMEOUT_MS)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
}, STORY_TIMEOUT_MS)

type Sight = { width: number; height: number; dark?: boolean; script?: boolean; zoom?: number }
async function open({ width, height, dark = false, script = false, zoom = 1 }: Sight): Promise<Page> {
  const context = await browser.newContext({
    // At 400 % a window of 1280 is 320 wide (WCAG 1.4.10).
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'nl-NL',
    javaScriptEnabled: script,
    // axe is a script; the policy of the page allows none.
    bypassCSP: script,
  })
  return context.newPage()
}

async function found(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations, incomplete } = await page.evaluate<Pick<AxeResults, 'violations' | 'incomplete'>>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations', 'incomplete'], runOnly: RULES })})`,
  )
  return [...violations, ...incomplete].map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes[0]?.failureSummary})`,
  )
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

/** Nothing that has to be scrolled sideways for. */
const fits = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
/** What can be pressed is large enough (WCAG 2.5.8), with what belongs to it. */
const sizes = (page: Page) =>
  page.evaluate<number[]>(
    "[...document.querySelectorAll('button, a, input:not([type=hidden]):not([type=radio]), textarea, .choice')].map((e) => e.getBoundingClientRect().height)",
  )

describe.each([
  { name: 'a screen', width: 1280, height: 900 },
  { name: 'a screen, dark', width: 1280, height: 900, dark: true },
  { name: 'a narrow phone', width: 320, height: 640 },
  { name: 'a screen at 400 %', width: 1280, height: 1024, zoom: 4 },
])('$name', ({ name, ...sight }) => {
  test.each(['nl', 'en'])('the form, and what is wrong in it (%s)', async (lang) => {
    const page = await open({ ...sight, script: true })
    await page.goto(`${url}?lang=${lang}`)
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    expect(Math.min(...(await sizes(page)))).toBeGreaterThanOrEqual(24)
    await picture(page, `form-${name}-${lang}`.replaceAll(/\W+/g, '-'))
    await page.locator('button').click()
    await page.locator('.errors').waitFor()
    expect(await page.evaluate('document.activeElement?.className')).toBe('errors')
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    await picture(page, `wrong-${name}-${lang}`.replaceAll(/\W+/g, '-'))
    await page.context().close()
  })
  test('the page for everything that is not there', async () => {
    const page = await open({ ...sight, script: true })
    await page.goto(`${house.bot.url}/a/bestaatniet`)
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    await picture(page, `neutral-${name}`.replaceAll(/\W+/g, '-'))
    await page.context().close()
  })
})

test('by keyboard only and without script: in the order of the page, and it is answered', async () => {
  const page = await open({ width: 800, height: 900 })
  await page.goto(url)
  const order: string[] = []
  const at = () =>
    page.evaluate<string>("document.activeElement?.id || document.activeElement?.textContent || ''")
  for (let times = 0; times < 20 && order.at(-1) !== 'line'; times += 1) {
    await page.keyboard.press('Tab')
    const now = await at()
    if (now !== order.at(-1)) order.push(now)
    if (now === 'what-takenUp') await page.keyboard.press('Space')
    if (now === 'contact') await page.keyboard.type('Anna Bos')
    // Somebody who sees can see where it is.
    if (now === 'contact')
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    if (now === 'line') await page.keyboard.type('We bellen morgen.')
  }
  expect(order[0]).toBe('Read this in English')
  expect(order.slice(2)).toEqual(['what-takenUp', 'passedTo', 'contact', 'reach', 'day', 'line'])
  const before = page.url()
  await page.locator('button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Dank je, je antwoord is binnen' }).waitFor()
  await picture(page, 'thanks')
  expect(page.url().split('?')[0]).toBe(before.split('?')[0])
  await house.settle()
  expect((await routeOf(house, it)).fromLink).toMatchObject([
    { what: 'takenUp', contact: 'Anna Bos', line: 'We bellen morgen.' },
  ])
  // Going back and pressing again is the same answer.
  await page.goBack()
  await page.goto(url)
  await page.getByRole('heading', { name: 'Deze pagina kun je nu niet gebruiken' }).waitFor()
  await page.context().close()
})
