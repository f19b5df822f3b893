/**
 * The pages of photos and documents in a real browser. A reporter gets a link that works once from their own chat and adds a
 * photo, by keyboard only and without script; what cannot be taken is said on the page; an officer sees it on a page of ours.
 */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { fileLink, lookLink, PUBLIC, withPages } from '../journeys/fileSteps.ts'
import { audit, kept, report } from '../journeys/officerSteps.ts'
import { chatOf, type Reported } from '../journeys/steps.ts'
import { launchBrowser } from '../kit/chromium.ts'
import { type House, startHouse } from '../kit/house.ts'
import { paper, photo } from '../services/files/kit.ts'
import { STORY_TIMEOUT_MS } from './stage.ts'
import { fits, focused, found, picture, SIGHTS, type Sight, sizes, windowOf } from './webPage.ts'

const GONE = 'Deze pagina kun je nu niet gebruiken'
const PHOTO = { name: 'kanarie-naam.jpg', mimeType: 'image/jpeg' }

let house: House
let browser: Browser
let it: Reported
beforeAll(async () => {
  house = await startHouse({ adjust: withPages })
  browser = await launchBrowser()
  await house.sanne.say('Er staan elke avond busjes bij het oude kantoor.')
}, STORY_TIMEOUT_MS)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
}, STORY_TIMEOUT_MS)

const open = (sight: Sight) => windowOf(browser, sight)
const drafted = async () => (await chatOf(house, house.sanne)).draft?.attachments ?? []
/** Chooses these files and sends them. */
async function send(
  page: Page,
  ...files: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> {
  await page.locator('#file').setInputFiles(files)
  await page.locator('button').click()
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

describe.each(SIGHTS)('$name', ({ name, ...sight }) => {
  test.each(['nl', 'en'])('the page, and what is wrong on it (%s)', async (lang) => {
    const page = await open({ ...sight, script: true })
    await page.goto(`${await fileLink(house, house.sanne)}?lang=${lang}`)
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    expect(Math.min(...(await sizes(page)))).toBeGreaterThanOrEqual(24)
    await picture(page, `file-${name}-${lang}`)
    await send(page, {
      name: 'brief.docx',
      mimeType: 'application/msword',
      buffer: Buffer.from('PK\u0003\u0004'),
    })
    await page.locator('.errors').waitFor()
    // Read first, and said in the title: also by whoever does not see it.
    expect(await focused(page)).toBe('errors')
    expect(await page.title()).toMatch(lang === 'nl' ? /^Nog niet verstuurd: / : /^Not sent yet: /)
    expect(await found(page)).toEqual([])
    expect(await fits(page)).toBe(true)
    await picture(page, `file-wrong-${name}-${lang}`)
    await page.context().close()
  })
})

test('what cannot be taken is said, each by its number, and the link still works', async () => {
  const page = await open({ width: 800, height: 900 })
  await page.goto(await fileLink(house, house.sanne))
  const errors = page.locator('.errors')
  await page.locator('button').click()
  expect(await errors.innerText()).toContain('Kies eerst een bestand.')
  await send(
    page,
    { ...PHOTO, buffer: await photo('kanarie-toestel') },
    { ...PHOTO, buffer: Buffer.from('MZ\u0000\u0003 geen foto') },
    { ...PHOTO, buffer: Buffer.concat([await photo('groot'), Buffer.alloc(10_000_000)]) },
  )
  const said = await errors.innerText()
  expect(said).toContain('Bestand 2: dit soort bestand kan ik niet aannemen. Maak er een foto of PDF van.')
  expect(said).toContain('Bestand 3: dit is te groot.')
  expect(said).not.toContain('Bestand 1')
  await picture(page, 'file-wrong-each')
  const six = Array.from({ length: 6 }, () => ({ ...PHOTO, buffer: Buffer.from('x') }))
  await send(page, ...six)
  expect(await errors.innerText()).toContain('Kies hoogstens 5 bestanden.')
  // Nothing of it was kept, and nothing of it is used up.
  expect(await drafted()).toEqual([])
  await page.goto(page.url())
  await heading(page, 'Foto of bestand toevoegen')
  await page.context().close()
})

test.each([
  ['photos of a good camera', 26],
  ['a film', 80],
])('%s: too large together, and a page says so instead of a broken connection', async (_what, megabytes) => {
  const page = await open({ width: 320, height: 640 })
  await page.goto(await fileLink(house, house.sanne))
  const file = join(mkdtempSync(join(tmpdir(), 'signaalpunt-film-')), 'film.mp4')
  writeFileSync(file, '')
  truncateSync(file, megabytes * 1_000_000)
  await page.locator('#file').setInputFiles(file)
  await page.locator('button').click()
  await page.locator('.errors').waitFor({ timeout: 60_000 })
  expect(await page.locator('.errors').innerText()).toContain(
    'Samen is dit te groot. Er past hoogstens 25 MB in één keer.',
  )
  await picture(page, `file-large-${megabytes}`)
  rmSync(dirname(file), { recursive: true })
  expect(await drafted()).toEqual([])
  await page.goto(page.url())
  await heading(page, 'Foto of bestand toevoegen')
  await page.context().close()
})

test('by keyboard only and without script, in the order of the page; a second time the link is nothing', async () => {
  const page = await open({ width: 320, height: 640 })
  const link = await fileLink(house, house.sanne)
  await page.goto(link)
  const order: string[] = []
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press('Tab')
    order.push(
      await page.evaluate<string>("document.activeElement?.id || document.activeElement?.textContent || ''"),
    )
    // Somebody who sees can see where it is.
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    if (order.at(-1) !== 'file') continue
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
    expect(chooser.isMultiple()).toBe(true)
    await chooser.setFiles({ ...PHOTO, buffer: await photo('kanarie-toestel', 640, 480) })
  }
  expect(order).toEqual(['Read this in English', 'file', 'Verstuur'])
  await page.keyboard.press('Enter')
  await heading(page, 'Ontvangen')
  const text = await page.locator('main').innerText()
  expect(text).toContain('Er is 1 bestand ontvangen.')
  expect(text).toContain('Je melding is nog niet verstuurd. Ga terug naar Teams en druk op Versturen.')
  await picture(page, 'file-received')
  expect(await drafted()).toMatchObject([{ kind: 'jpeg' }])
  await page.goto(link)
  await heading(page, GONE)
  expect(await drafted()).toHaveLength(1)
  await page.context().close()
})

test('a used, an altered and an old link are one and the same page, without a word of what it was for', async () => {
  const page = await open({ width: 320, height: 640 })
  const used = await fileLink(house, house.sanne)
  await page.goto(used)
  await send(page, { ...PHOTO, buffer: await photo('tweede') })
  await heading(page, 'Ontvangen')
  const old = await fileLink(house, house.sanne)
  await page.goto(old)
  house.clock.advance({ minutes: 31 })
  // The form that stood open is over too.
  await send(page, { ...PHOTO, buffer: await photo('te laat') })
  await heading(page, GONE)
  const late = await page.content()
  const seen = []
  for (const link of [used, old, `${old.slice(0, -1)}${old.endsWith('A') ? 'B' : 'A'}`]) {
    await page.goto(link)
    seen.push(await page.content())
  }
  expect(new Set([late, ...seen]).size).toBe(1)
  expect(late).not.toMatch(/foto|bestand|melding/i)
  expect(await page.locator('main').innerText()).toContain(
    'Kwam de link uit Teams? Vraag daar dan een nieuwe.',
  )
  await picture(page, 'file-gone')
  expect(await drafted()).toHaveLength(2)
  await page.context().close()
})

test('the officer sees it on a page of ours, once, and the look stands in the trail', async () => {
  const { sanne, marieke } = house
  it = await report(house, sanne, 'Vandaag weer.')
  const page = await open({ width: 320, height: 640, script: true })
  const link = await lookLink(house, marieke, it, 'Bekijk bestand 1')
  await page.goto(link)
  await heading(page, 'Bekijk het bestand')
  expect(await found(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  expect(Math.min(...(await sizes(page)))).toBeGreaterThanOrEqual(24)
  await picture(page, 'file-look')
  expect((await audit(house, it)).filter((line) => line.includes('showFile'))).toEqual([])
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key)
  const [answered] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  const bytes = (await answered?.body()) ?? Buffer.alloc(0)
  // What a telephone writes in it is out, and it can be seen.
  expect([bytes.includes('kanarie'), (await sharp(bytes).metadata()).exif]).toEqual([false, undefined])
  expect(await page.evaluate('document.querySelector("img")?.naturalWidth')).toBe(640)
  await picture(page, 'file-shown')
  expect((await audit(house, it)).filter((line) => line.includes('showFile'))).toHaveLength(1)
  await page.goto(link)
  await heading(page, GONE)
  expect(page.url().startsWith(PUBLIC)).toBe(false)
  expect(await kept(house, it)).toMatchObject({ attachments: [{ kind: 'jpeg' }, { kind: 'jpeg' }] })
  await page.context().close()
})

test('a document is saved under a name of ours, and shown by nothing', async () => {
  const { kees, marieke } = house
  await kees.say('Ik vond een brief bij het oud papier.')
  const page = await open({ width: 800, height: 900 })
  await page.goto(await fileLink(house, kees))
  const made = await paper('kanarie')
  await send(page, {
    name: 'kanarie.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await made.save()),
  })
  await heading(page, 'Ontvangen')
  const later = await report(house, kees, 'Meer weet ik niet.')
  await page.goto(await lookLink(house, marieke, later, 'Bekijk bestand 1'))
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('button').click()])
  expect(download.suggestedFilename()).toMatch(/^[\w-]+\.pdf$/)
  expect(download.suggestedFilename()).not.toContain('kanarie')
  await page.context().close()
})
