/** A photo comes in by a page of ours, over real HTTP, and an officer looks at it by another: once, and never in the chat. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { fileKeyOf } from '../../services/files/kept.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { photo, picture } from '../services/files/kit.ts'
import { fileLink, lookLink, withPages } from './fileSteps.ts'
import { audit, kept, open, press, report, seen, verb } from './officerSteps.ts'
import { chatOf, type Reported, tenant } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse({ adjust: withPages })
})
afterEach(() => house.stop())

const askLink = (person: Person) => fileLink(house, person)

async function upload(link: string, ...files: Buffer[]): Promise<Response> {
  const form = new FormData()
  for (const file of files)
    form.append('file', new Blob([new Uint8Array(file)], { type: 'text/html' }), 'kanarie-naam.jpg')
  return fetch(link, { method: 'POST', body: form })
}

/** A draft with a photo in it, sent. */
async function reported(canary: string) {
  const { sanne } = house
  await sanne.say('Er staan elke avond busjes bij het oude kantoor.')
  const link = await askLink(sanne)
  const done = await upload(link, await photo(canary))
  expect([done.status, await done.text()]).toEqual([
    200,
    expect.stringContaining('Er is 1 bestand ontvangen.'),
  ])
  return { link, it: await report(house, sanne, 'Vandaag weer.') }
}

const lookAt = (it: Reported, person = house.marieke) => lookLink(house, person, it)

test('with GPS it comes, without it is kept; the officer opens it once', async () => {
  const { it } = await reported('kanarie-toestel')
  const [file] = (await kept(house, it)).attachments ?? []
  expect(file).toMatchObject({ kind: 'jpeg', scanned: 'notScanned' })
  const link = await lookAt(it)
  // What opens every link changes nothing.
  const page = await fetch(link)
  expect(await page.text()).toContain('Toon het bestand')
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  const shown = await fetch(link, { ...form, body: '' })
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  expect(shown.headers.get('cache-control')).toContain('no-store')
  const bytes = Buffer.from(await shown.arrayBuffer())
  expect([bytes.includes('kanarie'), (await sharp(bytes).metadata()).exif]).toEqual([false, undefined])
  expect((await fetch(link, { ...form, body: '' })).status).toBe(404)
  expect((await fetch(link)).status).toBe(404)
  const trail = await audit(house, it)
  expect(trail.filter((line) => line.includes('File'))).toEqual([
    'Marieke Vonk: lookFile',
    'Marieke Vonk: showFile',
  ])
})

test('nothing of the file stands in the chat or the channel, and its name nowhere', async () => {
  const { it } = await reported('kanarie-toestel')
  const said = JSON.stringify([house.connector.chat(house.sanne), house.connector.channel(house.channel)])
  expect(said).not.toContain('kanarie')
  expect(JSON.stringify(await kept(house, it))).not.toContain('kanarie')
})

test('the link works once, ends by itself, and altered it is nothing', async () => {
  const { sanne, clock } = house
  await sanne.say('Er staan elke avond busjes bij het oude kantoor.')
  const link = await askLink(sanne)
  const altered = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
  expect((await fetch(altered)).status).toBe(404)
  // What is wrong uses it up no more than looking does.
  const wrong = await upload(link, Buffer.from('MZ\u0000\u0003'))
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('dit soort bestand')])
  expect((await upload(link, await picture())).status).toBe(200)
  expect((await upload(link, await picture())).status).toBe(404)
  expect((await chatOf(house, sanne)).draft?.attachments).toHaveLength(1)
  const late = await askLink(sanne)
  clock.advance({ minutes: 31 })
  expect((await upload(late, await picture())).status).toBe(404)
})

test('an officer who is off duty since, or was put out of the channel, sees nothing by an open link', async () => {
  const { marieke, joost, connector, channel } = house
  const { it } = await reported('kanarie-toestel')
  const link = await lookAt(it)
  connector.leave(channel, marieke)
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' }
  expect((await fetch(link, form)).status).toBe(404)
  connector.join(channel, marieke)
  house.clock.advance({ minutes: 6 })
  expect((await fetch(link, form)).status).toBe(404)
  expect(seen(house, await open(house, joost, it))).toContain('heeft dienst')
})

test('thrown away it goes within hours; taken out by an officer it goes too', async () => {
  const { sanne, marieke, clock } = house
  const { it } = await reported('kanarie-toestel')
  const [file] = (await kept(house, it)).attachments ?? []
  const at = (id = '') => house.bot.app.store.read(fileKeyOf(tenant(house), id))
  clock.advance({ hours: 5 })
  await house.bot.sweep()
  expect(await at(file?.id)).toBeDefined()
  const form = await press(house, marieke, await open(house, marieke, it), 'Wis een bestand')
  await press(house, marieke, form, 'Wis het bestand', { reason: 'Er staat iemand anders op.' })
  clock.advance({ minutes: 1 })
  await house.bot.sweep()
  expect([await at(file?.id), (await kept(house, it)).attachments]).toEqual([undefined, []])
  await sanne.say('Nog iets heel anders over een winkel.')
  if (house.connector.textOf(house.connector.newestCard(sanne).card).includes('Waar hoort'))
    await sanne.click(house.connector.newestCard(sanne), verb('placeNew'))
  await upload(await askLink(sanne), await picture())
  const [drafted] = (await chatOf(house, sanne)).draft?.attachments ?? []
  expect(await at(drafted?.id)).toBeDefined()
  await sanne.say('wissen')
  clock.advance({ hours: 3 })
  await house.bot.sweep()
  expect(await at(drafted?.id)).toBeUndefined()
})

test('without pages of ours there is no link, and it says how else', async () => {
  const bare = await startHouse({ adjust: ({ pages: _pages, ...config }) => config })
  try {
    await bare.sanne.say('Er staan elke avond busjes bij het oude kantoor.')
    expect(JSON.stringify(bare.connector.newestCard(bare.sanne).card)).not.toContain('addFile')
  } finally {
    await bare.stop()
  }
})
