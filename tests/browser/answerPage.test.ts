/**
 * The page of an answer link in a real browser: by keyboard only, without script, in both languages, on a narrow phone and
 * at 400 %; looked at by axe-core (WCAG 2.2 AA) as it is, with what was wrong, and after it.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { handedByMail, linkIn, routeOf } from '../journeys/outsideSteps.ts'
import type { Reported } from '../journeys/steps.ts'
import { launchBrowser } from '../kit/chromium.ts'
import { type House, startHouse } from '../kit/house.ts'
import { STORY_TIMEOUT_MS } from './stage.ts'
import { fits, focused, found, picture, SIGHTS, type Sight, sizes, windowOf } from './webPage.ts'

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

const open = (sight: Sight) => windowOf(browser, sight)

describe.each(SIGHTS)('$name', ({ name, ...sight }) => {
  test.each(['nl', 'en'])('the form, and what is wrong in it (%s)', async (lang) => {
    const page = await open({ ...sight, script: true })
    await page.goto(`${url}?lang=${lang}`)
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    expect(Math.min(...(await sizes(page)))).toBeGreaterThanOrEqual(24)
    await picture(page, `form-${name}-${lang}`)
    await page.locator('button').click()
    await page.locator('.errors').waitFor()
    expect(await focused(page)).toBe('errors')
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    await picture(page, `wrong-${name}-${lang}`)
    await page.context().close()
  })
  test('the page for everything that is not there', async () => {
    const page = await open({ ...sight, script: true })
    await page.goto(`${house.bot.url}/a/bestaatniet`)
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    await picture(page, `neutral-${name}`)
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
