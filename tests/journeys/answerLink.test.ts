/** A partner gets a mail with a link, answers on the page, and an officer takes it over; over real HTTP all the way. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { linkToken } from '../../services/handover/link/token.ts'
import { Instant, MunicipalityId } from '../../services/words.ts'
import { type House, startHouse } from '../kit/house.ts'
import { audit, open, press, seen, verb } from './officerSteps.ts'
import {
  freezeIt,
  handedByMail,
  handedOver,
  linkIn,
  look,
  mailIt,
  onceIn,
  PARTNER_MAIL,
  post,
  routeOf,
} from './outsideSteps.ts'
import { onDisk, recordOf, said } from './steps.ts'

let house: House
let lines: string[]
beforeEach(async () => {
  lines = []
  house = await startHouse({ log: openLog('debug', { write: (line) => void lines.push(line) }) })
})
afterEach(() => house.stop())

const TAKEN = { what: 'takenUp', contact: 'Anna Bos', reach: '088-000 00 20', line: 'We bellen morgen.' }

/** Every way in which there is nothing: one and the same page. */
async function neutral(): Promise<string> {
  return (await look(`${house.bot.url}/a/bestaatniet`)).text
}

test('the mail says nothing of the content, and its link stands nowhere', async () => {
  const it = await handedByMail(house)
  const [mail, ...others] = house.graph.mail.sent
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: PARTNER_MAIL, saved: false })
  const record = await recordOf(house, it.signal)
  for (const word of [
    record.reference,
    'arbeids',
    'mensenhandel',
    'paspoort',
    'wasserij',
    'Sanne',
    'signaal',
    'melding',
  ])
    expect(`${mail?.subject}\n${mail?.text}`.toLowerCase()).not.toContain(word.toLowerCase())
  const route = await routeOf(house, it)
  expect(route.sent?.at(-1)?.standing).toBe('accepted')
  expect(mail?.headers['x-mail-number']).toBe(route.mails?.[0]?.number)
  expect(mail?.subject).toContain(route.mails?.[0]?.number ?? '?')
  const token = linkIn(house).slice(-80)
  expect(JSON.stringify(record)).not.toContain(token)
  expect(onDisk(house)).not.toContain(token)
  expect(lines.join('')).not.toContain(token)
})

test('the page shows nothing of the content; opening it, however often, changes nothing', async () => {
  const it = await handedByMail(house)
  const before = await recordOf(house, it.signal)
  const page = await look(linkIn(house))
  expect(page.status).toBe(200)
  for (const word of [
    it.reference,
    'mensenhandel',
    'paspoort',
    'wasserij',
    'Sanne',
    'Marieke',
    'Arbeidsinspectie',
  ])
    expect(page.text).not.toContain(word)
  expect(page.text).toContain('Voorbeeldstad')
  expect(page.text).toContain(house.graph.mail.sent[0]?.headers['x-mail-number'] ?? '?')
  // A scanner: GET, HEAD, and what else it tries.
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT']) await fetch(linkIn(house), { method })
  await house.settle()
  expect(await recordOf(house, it.signal)).toEqual(before)
  expect((await look(linkIn(house), 'en-GB')).text).toContain('Let us know whether you take this up')
})

test('one answer, pressed twice: according to the link, until the officer takes it over; the reporter hears nothing before', async () => {
  const it = await handedByMail(house)
  const heard = said(house, house.sanne).length
  const page = await look(linkIn(house))
  const fields = { ...TAKEN, once: onceIn(page) }
  const [one, two] = await Promise.all([
    post(house, linkIn(house), fields),
    post(house, linkIn(house), fields),
  ])
  expect([one.status, two.status]).toEqual([200, 200])
  expect(one.text).toContain('Dank je')
  expect(two.text).toContain('Dank je')
  const route = await routeOf(house, it)
  expect(route.fromLink).toMatchObject([{ what: 'takenUp', contact: 'Anna Bos', line: 'We bellen morgen.' }])
  expect(route.state).toBe('handedOver')
  expect(route.answer).toBeUndefined()
  // The same page once more is the same; another one finds nothing any more.
  expect((await post(house, linkIn(house), fields)).text).toContain('Dank je')
  const none = await neutral()
  expect(await look(linkIn(house))).toEqual({ status: 404, text: none })
  // The officer was told, without a word of it.
  const told = said(house, house.marieke).filter((text) => text.includes('antwoordde via de link'))
  expect(told).toHaveLength(1)
  expect(told[0]).not.toMatch(/Anna|morgen/)
  expect(said(house, house.sanne)).toHaveLength(heard)

  const dossier = await open(house, house.marieke, it)
  expect(seen(house, dossier)).toContain('Volgens de link: Nederlandse Arbeidsinspectie pakt het op')
  const took = await press(house, house.marieke, dossier, 'Neem dit antwoord over')
  expect(seen(house, took)).toContain('Overgenomen')
  const after = await routeOf(house, it)
  expect(after.answer).toMatchObject({ what: 'takenUp', by: house.marieke.aadObjectId })
  expect(after.answer?.note).toBe('We bellen morgen.\nContact: Anna Bos\nTe bereiken: 088-000 00 20')
  expect(after.fromLink?.[0]?.settled).toMatchObject({ as: 'taken' })
  expect((await audit(house, it)).slice(-1)).toEqual(['Marieke Vonk: confirmLinkAnswer'])
  expect(seen(house, await open(house, house.marieke, it))).not.toContain('Volgens de link')
})

test('after a question the link goes on, until it is answered', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  const asked = { what: 'question', line: 'Wie is het contact?', once: onceIn(await look(url)) }
  expect((await post(house, url, asked)).text).toContain('De link blijft werken')
  const again = await look(url)
  expect(again.status).toBe(200)
  expect((await post(house, url, { ...TAKEN, once: onceIn(again) })).status).toBe(200)
  expect((await routeOf(house, it)).fromLink?.map(({ what }) => what)).toEqual(['question', 'takenUp'])
  expect((await look(url)).status).toBe(404)
})

test('what is not so is put aside, and then the link can be used again', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  await post(house, url, { ...TAKEN, once: onceIn(await look(url)) })
  await press(house, house.marieke, await open(house, house.marieke, it), 'Zet dit antwoord opzij')
  const route = await routeOf(house, it)
  expect([route.answer, route.fromLink?.[0]?.settled?.as]).toEqual([undefined, 'aside'])
  expect((await look(url)).status).toBe(200)
})

test('what the officer noted in other words settles what the link said', async () => {
  const it = await handedByMail(house)
  await post(house, linkIn(house), { ...TAKEN, once: onceIn(await look(linkIn(house))) })
  const form = await press(house, house.marieke, await open(house, house.marieke, it), 'Noteer het zelf')
  await press(house, house.marieke, form, verb('partnerAnswered'), {
    what: 'notTakenUp',
    text: 'Toch niet, zei Anna.',
  })
  const route = await routeOf(house, it)
  expect([route.answer?.what, route.fromLink?.[0]?.settled?.as]).toEqual(['notTakenUp', 'noted'])
})

test('what is missing is said at its field, in both languages, and nothing is kept', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  const wrong = await post(house, `${url}?lang=nl`, {
    line: '<b>Hallo</b> & zo',
    day: '2020-01-01',
    once: randomUUID(),
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Kies wat je wilt laten weten.')
  expect(wrong.text).toContain('Kies een dag in de toekomst')
  expect(wrong.text).toContain('&lt;b&gt;Hallo&lt;/b&gt; &amp; zo')
  expect((await post(house, `${url}?lang=en`, { what: 'passedOn' })).text).toContain(
    'Write to whom it was passed on.',
  )
  expect((await post(house, url, { what: 'question' })).status).toBe(422)
  expect((await post(house, url, { what: 'takenUp', line: 'x'.repeat(1_001) })).status).toBe(422)
  expect((await post(house, url, { what: 'noAnswer' })).status).toBe(422)
  expect((await routeOf(house, it)).fromLink).toBeUndefined()
})

test('a citizen service number is hidden before anything is kept, also one in two fields, and it is said', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  const once = async () => onceIn(await look(url))
  const said1 = await post(house, url, { what: 'question', line: 'BSN 123456782', once: await once() })
  expect(said1.text).toContain('burgerservicenummer')
  await post(house, url, { what: 'takenUp', contact: 'bsn 1234', reach: '56782', once: await once() })
  const record = JSON.stringify(await recordOf(house, it.signal))
  expect(record).not.toContain('123456782')
  expect(record).not.toContain('56782')
  expect(record).toContain('[BSN verwijderd]')
})

test('what is typed is sealed', async () => {
  await handedByMail(house)
  const once = onceIn(await look(linkIn(house)))
  await post(house, linkIn(house), { ...TAKEN, line: 'kanarievanhetblad', once })
  await house.settle()
  expect(onDisk(house)).not.toContain('kanarievanhetblad')
  expect(lines.join('')).not.toContain('kanarievanhetblad')
})

describe('one page for everything that is not there', () => {
  test('altered, cut off, longer, of another purpose, of another signal, expired, of a town that we do not serve', async () => {
    const it = await handedByMail(house)
    const url = linkIn(house)
    const { keys } = house.bot.app
    const target = {
      purpose: 'answer',
      municipality: MunicipalityId.parse('voorbeeldstad'),
      subject: it.signal,
      link: randomUUID(),
      until: Instant.parse('2027-01-01T00:00:00.000Z'),
    } as const
    const at = (more: object) => `${house.bot.url}/a/${linkToken(keys, { ...target, ...more })}`
    const none = await neutral()
    for (const wrong of [
      `${url}A`,
      url.slice(0, -1),
      `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`,
      url.replace(/[^/]+$/, (token) => token.toUpperCase()),
      url.replace('/a/', '/a//'),
      `${url}/x`,
      `${url}%00`,
      at({}),
      at({ purpose: 'file' }),
      at({ subject: randomUUID() }),
      at({ subject: 'geen id' }),
      at({ municipality: 'anderstad' }),
      at({ until: Instant.parse('2026-11-24T08:59:59.000Z') }),
    ]) {
      expect(await look(wrong)).toEqual({ status: 404, text: none })
      expect(await post(house, wrong, { ...TAKEN, once: randomUUID() })).toEqual({ status: 404, text: none })
    }
    expect((await routeOf(house, it)).fromLink).toBeUndefined()
  })

  test('expired, by the clock of the house', async () => {
    await handedByMail(house)
    const url = linkIn(house)
    house.clock.advance({ days: 36 })
    expect((await look(url)).status).toBe(200)
    house.clock.advance({ days: 3 })
    expect(await look(url)).toEqual({ status: 404, text: await neutral() })
  })

  test('frozen: nothing is kept, the officer hears once that somebody tried', async () => {
    const it = await handedByMail(house)
    const url = linkIn(house)
    const once = onceIn(await look(url))
    await freezeIt(house, it)
    const none = await neutral()
    expect(await look(url)).toEqual({ status: 404, text: none })
    for (let times = 0; times < 3; times += 1)
      expect(await post(house, url, { ...TAKEN, once })).toEqual({ status: 404, text: none })
    expect((await routeOf(house, it)).fromLink).toBeUndefined()
    const told = said(house, house.marieke).filter((text) => text.includes('een link die niet meer werkt'))
    expect(told).toHaveLength(1)
    expect((await audit(house, it)).filter((line) => line === 'system: linkRefused')).toHaveLength(1)
    expect(lines.join('')).toContain('link.unusable')
  })

  test('a link of a signal that is gone', async () => {
    const it = await handedByMail(house)
    const url = linkIn(house)
    const once = onceIn(await look(url))
    const { store } = house.bot.app
    await store.save([
      {
        op: 'delete',
        key: { municipality: MunicipalityId.parse('voorbeeldstad'), kind: 'signal', id: it.signal },
      },
    ])
    expect(await look(url)).toEqual({ status: 404, text: await neutral() })
    expect((await post(house, url, { ...TAKEN, once })).status).toBe(404)
    expect(lines.join('')).toContain('link.unusable')
  })

  test('a link of one hand-over is of no use for another, nor a token of it', async () => {
    const it = await handedOver(house)
    await mailIt(house, it)
    const first = linkIn(house)
    await mailIt(house, it)
    const second = linkIn(house)
    expect(first).not.toBe(second)
    expect([(await look(first)).status, (await look(second)).status]).toEqual([200, 200])
    // Nor the number of the page of one for the other: a form of one link says nothing of another.
    const crossed = await post(house, second, { ...TAKEN, once: onceIn(await look(first)) })
    expect([crossed.status, (await routeOf(house, it)).fromLink]).toEqual([403, undefined])
    await post(house, second, { ...TAKEN, once: onceIn(crossed) })
    // One route has one answer: it ends both.
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 404])
  })
})

test('without pages no link is made, and the mail names none', async () => {
  await house.stop()
  house = await startHouse({ adjust: ({ pages: _pages, ...config }) => config })
  await handedByMail(house)
  const [mail] = house.graph.mail.sent
  expect(mail?.text).not.toContain('http')
  expect(mail?.text).toContain('Bel ons')
  expect((await fetch(`${house.bot.url}/a/x`)).status).toBe(404)
  expect(await (await fetch(`${house.bot.url}/a/x`)).json()).toEqual({ error: 'refused' })
})
