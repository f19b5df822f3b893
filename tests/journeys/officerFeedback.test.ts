/** Closed at once, and the feedback fails only then: it comes back to somebody, until the reporter was told (A121). */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Ask, Fault } from '../../infra/local/standIn.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { codeKeyOf } from '../../services/vault/codeEntry.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, readyz, startHouse } from '../kit/house.ts'
import { anonymously, comeBack } from './codeSteps.ts'
import {
  audit,
  bellText,
  decide,
  FORM,
  kept,
  open,
  press,
  report,
  seen,
  through,
  verb,
} from './officerSteps.ts'
import { cardWith, lastSaid, type Reported, said, saidDuring, tenant } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse()
  it = await report(house, house.sanne, 'De jongen bezorgt elke nacht pakketten en kent zijn adres niet.')
})
afterEach(() => house.stop())

const MONITOR = { ...FORM, outcome: 'monitor', partners: '' }
const UNTIL = { monitorUntil: '2026-12-24' }
const FEEDBACK = 'We kijken mee tot kerst.'
const withFeedback = (request: Ask): boolean => calls.send(request) && request.text.includes(FEEDBACK)

/** Decided, fed back by message, and closed before anybody knows whether that arrived. */
async function closeAtOnce() {
  const { marieke } = house
  const decided = await decide(house, marieke, await open(house, marieke, it), MONITOR, UNTIL)
  const page = await press(house, marieke, decided, 'Terugkoppelen')
  const told = await press(house, marieke, page, 'Koppel terug', { form: 'message', text: FEEDBACK })
  return press(house, marieke, told, 'Afsluiten')
}
const later = async (by: Parameters<House['clock']['advance']>[0]) => {
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
}
const untilGivenUp = async () => {
  for (let round = 0; round < 20; round += 1) await later({ minutes: 31 })
}
const worklist = async () => {
  await house.marieke.say('werklijst')
  return lastSaid(house, house.marieke)
}
const undelivered = async () => {
  const answer = await readyz(house)
  const { undelivered: found } = (await answer.json()) as { undelivered: unknown }
  return found
}
const NONE = { documents: 0, effects: 0 }
const ONE = { documents: 1, effects: 1 }
const notices = () =>
  said(house, house.marieke).filter((text) => text.includes('maar de terugkoppeling is niet aangekomen'))

describe('the feedback is given up after the end', () => {
  const ways: [string, Fault, string][] = [
    ['503', faults.unavailable(), 'Teams was te lang niet bereikbaar'],
    ['403, and installing does not help', faults.forbidden(), 'de bot is daar geblokkeerd of verwijderd'],
    ['404', faults.conversationNotFound(), 'het gesprek bestaat niet meer'],
    ['504 twice', faults.gatewayTimeout(), 'Misschien kwam het toch aan'],
  ]
  test.each(ways)(
    '%s: on the worklist, in /readyz, a notice, the doorbell; told in person it is over',
    async (_n, fault, why) => {
      const { connector, marieke, channel } = house
      connector.faults.next(Number.POSITIVE_INFINITY, withFeedback, fault)
      expect(seen(house, await closeAtOnce())).toContain('is afgesloten')
      // On its way: nothing is wrong yet.
      expect(await worklist()).toContain('Er staat niets open')
      expect(bellText(house, it)).toContain('Je hoeft hier niets te doen')
      expect(await undelivered()).toEqual(NONE)

      await untilGivenUp()
      expect(await kept(house, it)).toMatchObject({ state: 'closed', effects: [{ kind: 'tellReporter' }] })
      expect(notices()).toHaveLength(1)
      expect(notices()[0]).toContain(it.reference)
      expect(await worklist()).toContain('Let op: de terugkoppeling is niet aangekomen.')
      expect(bellText(house, it)).toContain('de terugkoppeling is niet aangekomen')
      expect(bellText(house, it)).not.toContain('Je hoeft hier niets te doen')
      expect(await undelivered()).toEqual(ONE)
      expect(JSON.stringify(connector.everythingSent(channel))).not.toContain(FEEDBACK)

      // Another life of the bot knows it too, and says it once.
      await house.restart()
      await later({ minutes: 11 })
      expect(await worklist()).toContain('Let op: de terugkoppeling is niet aangekomen.')
      expect(await worklist()).toContain('Wacht op jullie')
      expect(await undelivered()).toEqual(ONE)
      expect(notices()).toHaveLength(1)

      let dossier = await marieke.click(connector.newestCard(marieke), verb('open'))
      expect(seen(house, dossier)).toContain('maar de melder heeft de terugkoppeling niet gekregen')
      expect(seen(house, dossier)).toContain(why)
      const page = await press(house, marieke, dossier, 'Terugkoppelen')
      dossier = await press(house, marieke, page, 'Koppel terug', {
        form: 'call',
        text: 'Gebeld, en bedankt.',
      })
      expect(seen(house, dossier)).toContain('Genoteerd: de melder heeft het van je gehoord.')
      expect(seen(house, dossier)).toContain('niet aangekomen')
      expect(seen(house, dossier)).not.toContain('Terugkoppelen')
      expect(await worklist()).toContain('Er staat niets open')
      expect(await undelivered()).toEqual(NONE)
      expect(bellText(house, it)).toContain('Je hoeft hier niets te doen')
      expect(await kept(house, it)).toMatchObject({ state: 'closed', effects: [] })
      expect((await audit(house, it)).slice(-1)).toEqual(['Marieke Vonk: feedBack'])
      await house.restart()
      await later({ days: 1 })
      expect(await worklist()).toContain('Er staat niets open')
      expect(await undelivered()).toEqual(NONE)
      expect(notices()).toHaveLength(1)
    },
  )

  test('by message once more, when Teams is back: it arrives, and is off the list', async () => {
    const { connector, sanne, marieke } = house
    connector.faults.next(Number.POSITIVE_INFINITY, withFeedback, faults.unavailable())
    await closeAtOnce()
    await untilGivenUp()
    connector.faults.clear()
    const page = await through(house, marieke, await open(house, marieke, it), 'Terugkoppelen')
    const came = await saidDuring(house, sanne, () =>
      press(house, marieke, page, 'Koppel terug', { form: 'message', text: FEEDBACK }),
    )
    expect(came.join()).toContain(FEEDBACK)
    expect(await worklist()).toContain('Er staat niets open')
    expect(await undelivered()).toEqual(NONE)
  })

  test('why the reporter is not told is a way out too, with a reason; without one it is not', async () => {
    const { connector, marieke } = house
    connector.faults.next(Number.POSITIVE_INFINITY, withFeedback, faults.unavailable())
    await closeAtOnce()
    await untilGivenUp()
    const page = await through(house, marieke, await open(house, marieke, it), 'Terugkoppelen')
    const refused = await press(house, marieke, page, 'Koppel terug', { form: 'none', text: ' ' })
    expect(seen(house, refused)).toContain('de reden ontbreekt')
    await press(house, marieke, refused, 'Koppel terug', { form: 'none', text: 'Met pensioen.' })
    expect(await worklist()).toContain('Er staat niets open')
  })
})

test('"no action" is told with the decision itself: when that is given up it comes back as well', async () => {
  const { connector, marieke } = house
  const asked = await through(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  const toSanne = (request: Ask) => calls.send(request) && request.text.includes('besluit')
  connector.faults.next(Number.POSITIVE_INFINITY, toSanne, faults.unavailable())
  const form = { ...FORM, outcome: 'noAction', partners: '', safeReason: 'explained' }
  await press(house, marieke, await press(house, marieke, asked, 'Verder', form), 'Afsluiten')
  await untilGivenUp()
  expect((await kept(house, it)).effects).toMatchObject([
    { message: { about: 'decided' }, deadLetter: 'away' },
  ])
  expect(await worklist()).toContain('Let op: de terugkoppeling is niet aangekomen.')
  expect(notices()).toHaveLength(1)
})

test('only the message about the end is given up: the feedback arrived, and nobody is called back', async () => {
  const { connector, sanne } = house
  const isEnd = (request: Ask) => calls.send(request) && request.text.includes(`${it.reference} is afgerond`)
  connector.faults.next(Number.POSITIVE_INFINITY, isEnd, faults.unavailable())
  await closeAtOnce()
  expect(said(house, sanne).join()).toContain(FEEDBACK)
  await untilGivenUp()
  expect((await kept(house, it)).effects).toMatchObject([
    { message: { about: 'closed' }, deadLetter: 'away' },
  ])
  expect(await worklist()).toContain('Er staat niets open')
  expect(notices()).toEqual([])
  expect(await undelivered()).toEqual(NONE)
})

test('the reporter turns out to have left: recorded as the reason, and nobody is asked to do anything', async () => {
  const { connector, graph, sanne, marieke } = house
  connector.faults.next(1, withFeedback, faults.unavailable())
  await closeAtOnce()
  sanne.blocks()
  const all = graph.state.users
  graph.state.users = all.filter((id) => id !== sanne.aadObjectId)
  // Asked of the account a few times, over minutes, before it is believed.
  for (let round = 0; round < 5; round += 1) await later({ minutes: 5 })
  expect((await kept(house, it)).closing).toMatchObject({ how: 'closed', whyNoFeedback: 'unreachable' })
  expect(await worklist()).toContain('Er staat niets open')
  expect(notices()).toEqual([])
  const sends = () => connector.requests.filter(calls.write).length
  const before = sends()
  await later({ minutes: 11 })
  expect(sends()).toBe(before)
  expect(await undelivered()).toEqual(NONE)
  expect(seen(house, await open(house, marieke, it))).toContain('Niet teruggekoppeld')
  // Back with a word of their own: they were never told, so it is somebody's again.
  graph.state.users = all
  sanne.unblocks()
  await sanne.click(cardWith(house, sanne, 'Ik wil praten'), 'Ik wil praten')
  await house.settle()
  expect(await worklist()).toContain('Let op: de terugkoppeling is niet aangekomen.')
})

test('its term is over: it is on the destruction list, and not destroyed before the reporter was told', async () => {
  const { connector, marieke } = house
  connector.faults.next(Number.POSITIVE_INFINITY, withFeedback, faults.gatewayTimeout())
  await closeAtOnce()
  await untilGivenUp()
  connector.faults.clear()
  const more = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Rechten en bewaren')
  const form = await press(house, marieke, more, 'Eerder wissen')
  await press(house, marieke, form, 'Zet op de lijst', { reason: 'Op verzoek' })
  const list = async () => {
    await marieke.say('te vernietigen')
    return marieke.click(cardWith(house, marieke, 'Bekijk de lijst'), 'Bekijk de lijst')
  }
  const waiting = await list()
  expect(seen(house, waiting)).toContain('Let op: vertel het eerst aan de melder.')
  expect(JSON.stringify(waiting.dialog?.card)).not.toContain('"destroy"')
  const page = await through(house, marieke, await open(house, marieke, it), 'Terugkoppelen')
  await press(house, marieke, page, 'Koppel terug', { form: 'meeting', text: 'Verteld.' })
  const ready = await list()
  expect(seen(house, ready)).not.toContain('de melder')
  expect(seen(house, await press(house, marieke, ready, verb('destroy')))).toContain(
    'Er is 1 dossier vernietigd',
  )
})

describe('the round of every day', () => {
  test('what was closed before this was watched comes back too, once', async () => {
    const { connector } = house
    connector.faults.next(Number.POSITIVE_INFINITY, withFeedback, faults.gatewayTimeout())
    await closeAtOnce()
    await untilGivenUp()
    // As an earlier version left it: not open, nobody told. Before its round it stands on the list already, for that is
    // read from the record; what is not there yet is the notice.
    const { store } = house.bot.app
    const key = { municipality: tenant(house), kind: 'signal' as const, id: it.signal }
    const stored = await store.read(key)
    if (!stored) throw new Error('Nothing is kept of it.')
    await store.save([{ op: 'replace', document: { ...stored.document, open: false }, etag: stored.etag }])
    expect(await worklist()).toContain('Let op: de terugkoppeling is niet aangekomen.')
    const before = notices().length
    await later({ days: 1 })
    expect(await worklist()).toContain('Let op: de terugkoppeling is niet aangekomen.')
    expect(notices()).toHaveLength(before + 1)
    await later({ days: 1 })
    await later({ days: 1 })
    expect(notices()).toHaveLength(before + 1)
  })

  test.each(['is gone', 'does not open'])(
    'the document of a code %s: it is made anew, and what lies ready is read',
    async (how) => {
      const { kees, marieke, sanne } = house
      const hidden = await anonymously(house, kees, 'Een jongen slaapt achter in de zaak.')
      const decided = await decide(house, marieke, await open(house, marieke, hidden), MONITOR, UNTIL)
      const page = await press(house, marieke, decided, 'Terugkoppelen')
      const told = await press(house, marieke, page, 'Koppel terug', { form: 'message', text: FEEDBACK })
      await press(house, marieke, told, 'Afsluiten')
      const { code } = await kept(house, hidden)
      if (!code) throw new Error('It has no code.')
      // As it is stored, behind the seal.
      const stored = openSqliteStore(join(house.dir, 'signaalpunt.db'))
      const found = await stored.read(codeKeyOf(tenant(house), code.id))
      if (!found) throw new Error('No document leads from the code.')
      const { document } = found
      await stored.save([
        how === 'is gone'
          ? { op: 'delete', key: document }
          : { op: 'replace', document: { ...document, body: {} }, etag: found.etag },
      ])
      await stored.close()
      expect((await comeBack(house, sanne, hidden.code)).join()).not.toContain(FEEDBACK)
      await later({ days: 1 })
      expect((await comeBack(house, sanne, hidden.code)).join()).toContain(FEEDBACK)
      expect(await worklist()).not.toContain(hidden.reference)
    },
  )
})
