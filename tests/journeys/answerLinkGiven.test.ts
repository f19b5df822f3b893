/** What is given in another way than by our mail has a link to answer with too: an officer copies it (I.10). */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, PAGES, startHouse } from '../kit/house.ts'
import { dialogOf, open, press, seen, valueIn, verb } from './officerSteps.ts'
import { handedByMail, handedOver, linkIn, look, onceIn, post, routeOf } from './outsideSteps.ts'
import { onDisk } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const READ = verb('sentPage')
const here = (url: unknown): string => String(url).replace(PAGES, house.bot.url)

test('the link stands beside what was given, works, and is gone once it was answered', async () => {
  const { marieke } = house
  const it = await handedOver(house)
  const given = await press(house, marieke, await open(house, marieke, it), READ)
  expect(seen(house, given)).toContain('Antwoorden met een link')
  const url = here(valueIn(given, 'link'))
  expect(onDisk(house)).not.toContain(url.slice(-60))
  const page = await look(url)
  expect(page.status).toBe(200)
  await post(house, url, { what: 'takenUp', contact: 'Anna Bos', reach: '', line: '', once: onceIn(page) })
  expect((await routeOf(house, it)).fromLink).toMatchObject([{ what: 'takenUp', contact: 'Anna Bos' }])
  const after = await press(house, marieke, await open(house, marieke, it), READ)
  expect(valueIn(after, 'link')).toBeUndefined()
})

test('of a mail it is not shown: it went with the mail, and is of the partner alone', async () => {
  const it = await handedByMail(house)
  const given = await press(house, house.marieke, await open(house, house.marieke, it), READ)
  expect(seen(house, given)).toContain('Met een bericht zonder inhoud')
  // Nobody was spoken to.
  expect(seen(house, given)).not.toContain('Vul het gesprek aan')
  expect(valueIn(given, 'link')).toBeUndefined()
})

test('without pages there is none', async () => {
  await house.stop()
  house = await startHouse({ adjust: ({ pages: _pages, ...config }) => config })
  const it = await handedOver(house)
  const given = await press(house, house.marieke, await open(house, house.marieke, it), READ)
  expect(JSON.stringify(dialogOf(given).card)).not.toContain('http://127')
  expect(valueIn(given, 'link')).toBeUndefined()
})

test('a form that is not of the page changes nothing: sent by a scanner, or by a page of somebody else', async () => {
  const it = await handedByMail(house)
  const fields = { what: 'takenUp', contact: 'Anna Bos', line: 'We bellen.' }
  const blind = await post(house, linkIn(house), fields)
  // What was in it is still there, with what makes it an answer, and it is said that nothing was sent.
  expect(blind.status).toBe(403)
  expect(blind.text).toContain('Dit is nog niet verstuurd')
  expect(blind.text).toContain('Anna Bos')
  expect(onceIn(blind)).not.toBe('')
  // Nor does a number that somebody made up.
  const made = await post(house, linkIn(house), { ...fields, once: randomUUID() })
  expect([made.status, (await routeOf(house, it)).fromLink]).toEqual([403, undefined])
  const page = await look(linkIn(house))
  const elsewhere = await fetch(linkIn(house), {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ ...fields, once: onceIn(page) }),
  })
  expect(elsewhere.status).toBe(404)
  expect((await routeOf(house, it)).fromLink).toBeUndefined()
  await post(house, linkIn(house), { ...fields, contact: 'An\u200bna Bos', once: onceIn(blind) })
  expect((await routeOf(house, it)).fromLink).toMatchObject([{ what: 'takenUp', contact: 'Anna Bos' }])
})

test('a name has one line and nothing unseen in it; a day can be written in words', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  const fields = {
    what: 'passedOn',
    passedTo: 'Toezicht\r\nTe bereiken: 088-000 00 99',
    contact: 'Wim\u202egnok\u00ad Vos',
    day: '3 december 2026',
    line: 'Regel een.\r\nRegel twee.',
    once: onceIn(await look(url)),
  }
  expect((await post(house, url, fields)).status).toBe(200)
  expect((await routeOf(house, it)).fromLink).toMatchObject([
    {
      passedTo: 'Toezicht Te bereiken: 088-000 00 99',
      contact: 'Wimgnok Vos',
      day: '2026-12-03',
      line: 'Regel een.\nRegel twee.',
    },
  ])
})
