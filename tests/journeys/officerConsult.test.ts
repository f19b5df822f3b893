/**
 * A consultation at the officer's side (step 9): advice, and a choice made together; after "enough" only a count is
 * left.
 */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, jest, test } from '@jest/globals'
import { consultationsEnough, readSignal } from '../../services/signal/handle.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import type { Inputs } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  bellText,
  canary,
  consult,
  decide,
  forge,
  kept,
  open,
  press,
  seen,
  through,
  valueIn,
} from './officerSteps.ts'
import {
  chatOf,
  doorbellOf,
  lastSaid,
  onDisk,
  opened,
  type Reported,
  said,
  saidDuring,
  tenant,
  vaultEntry,
} from './steps.ts'

let house: House
afterEach(() => house.stop())

const ADVICE = 'Vraag eens hoe hij aan zijn werk is gekomen.'

/** Something asked in doubt, and the advice on it. */
async function advised(words = 'Ik twijfel over een jongen aan de balie.', choices: Inputs = {}) {
  house = await startHouse()
  const it = await consult(house, house.sanne, words, choices)
  const page = await through(house, house.marieke, await open(house, house.marieke, it), 'Geef advies')
  const dossier = await press(house, house.marieke, page, 'Verstuur het advies', { text: ADVICE })
  return { it, dossier }
}
const stored = (it: Reported) => readSignal(house.bot.app.store, tenant(house), it.signal)
const counted = () => consultationsEnough(house.bot.app.store, tenant(house), '2026-11')

test('the doorbell says sparren, the advice goes to the reporter, and nothing of it is in the channel', async () => {
  const word = canary('twijfel')
  const { it, dossier } = await advised(`Ik weet niet of dit iets is. ${word}`)
  const { connector, channel, sanne, marieke } = house
  expect(bellText(house, it)).toContain('S-2026-0001 · sparren')
  expect(bellText(house, it)).toContain('Afronden vóór')
  expect(doorbellOf(house, it.reference).summary).toBe(
    'Er staat iets voor je klaar: S-2026-0001, sparren, urgentie normaal',
  )
  expect(seen(house, dossier)).toContain('Je advies gaat naar de melder.')
  const card = connector.newestCard(sanne)
  expect([card.text, card.summary]).toEqual(['Er staat iets voor je klaar', 'Er staat iets voor je klaar'])
  expect(opened(house, card)).toContain(ADVICE)
  expect(opened(house, card)).toContain('Marieke Vonk schrijft:')
  const wire = JSON.stringify(connector.everythingSent(channel))
  expect([word, ADVICE, 'Sanne'].filter((each) => wire.includes(each))).toEqual([])
  expect((await kept(house, it)).advices).toMatchObject([{ text: ADVICE, by: marieke.aadObjectId }])
  const page = await through(house, marieke, dossier, 'Geef advies')
  expect(seen(house, await press(house, marieke, page, 'Verstuur het advies', { text: ' ' }))).toContain(
    'er staat nog geen tekst',
  )
})

test('the reporter says it was enough: only a count is left', async () => {
  const word = canary('genoeg')
  const { it, dossier } = await advised(`Hij keek steeds naar de grond. ${word}`)
  const { sanne, marieke, connector } = house
  const { vaultKey } = await kept(house, it)
  await sanne.click(connector.newestCard(sanne), 'Dit was genoeg')
  await house.settle()
  expect(lastSaid(house, sanne)).toContain('Wat je schreef is gewist.')
  expect(bellText(house, it)).toContain('S-2026-0001 · sparren afgerond')
  expect(await stored(it)).toBeUndefined()
  expect(await vaultEntry(house, vaultKey)).toBeUndefined()
  expect((await chatOf(house, sanne)).sent).toEqual([])
  expect(await counted()).toBe(1)
  expect(seen(house, await press(house, marieke, dossier, 'Meer'))).toContain(
    'Dit dossier is er niet (meer).',
  )
  await house.restart()
  const bytes = onDisk(house)
  expect([word, ADVICE, it.signal].filter((each) => bytes.includes(each))).toEqual([])
})

test('the officer ends it with them by phone: told without a word outside, and only a count is left', async () => {
  const word = canary('samen')
  const { it, dossier } = await advised(`Zij vroeg of ik niets zou zeggen. ${word}`)
  const { sanne, marieke, connector, channel } = house
  const { vaultKey } = await kept(house, it)
  let ended = dossier
  const told = await saidDuring(house, sanne, async () => {
    ended = await press(
      house,
      marieke,
      await through(house, marieke, dossier, 'Meer'),
      'Dit was genoeg: wis het',
    )
  })
  expect(seen(house, ended)).toContain('Wat er gevraagd is, is gewist.')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('Wat je schreef is gewist.')
  const card = connector.newestCard(sanne)
  expect([card.text, card.summary]).toEqual(['Er staat iets voor je klaar', 'Er staat iets voor je klaar'])
  expect(connector.textOf(card)).not.toContain('gewist')
  expect(await stored(it)).toBeUndefined()
  expect(await vaultEntry(house, vaultKey)).toBeUndefined()
  expect((await chatOf(house, sanne)).sent).toEqual([])
  expect(await counted()).toBe(1)
  expect(seen(house, await press(house, marieke, dossier, 'Notitie'))).toContain(
    'Dit dossier is er niet (meer).',
  )
  expect(JSON.stringify(connector.everythingSent(channel))).not.toContain(word)
  await house.restart()
  const bytes = onDisk(house)
  expect([word, ADVICE, it.signal].filter((each) => bytes.includes(each))).toEqual([])
})

test.each(['reporter', 'officer'] as const)(
  'kept as a signal, chosen by the %s: then it is decided on',
  async (who) => {
    const { it, dossier } = await advised()
    const { sanne, marieke, connector } = house
    const told = await saidDuring(house, sanne, async () => {
      if (who === 'reporter') await sanne.click(connector.newestCard(sanne), 'Bewaar als signaal')
      else await press(house, marieke, await through(house, marieke, dossier, 'Meer'), 'Bewaren als signaal')
    })
    expect(told.join()).toContain('Je vraag is nu een signaal: S-2026-0001')
    expect(bellText(house, it)).toContain('S-2026-0001 · signaal')
    const record = await kept(house, it)
    expect([record.kind, record.fromConsultation, record.state]).toEqual(['signal', true, 'inTriage'])
    // The terms count from the choice: three working days.
    expect(record.due.decide).toBe('2026-11-27T16:00:00.000Z')
    if (who === 'reporter')
      expect(said(house, marieke).join('\n')).toContain('De melder heeft gekozen hoe het sparren verdergaat.')
    const now = await open(house, marieke, it)
    expect(seen(house, now)).toContain('Begon als sparren')
    expect(seen(house, await decide(house, marieke, now))).toContain('Je besluit staat vast: extern.')
    expect(await counted()).toBe(0)
  },
)

test.each(['reporter', 'officer'] as const)(
  'later, chosen by the %s: it stays open, and both know',
  async (who) => {
    const { it, dossier } = await advised()
    const { sanne, marieke, connector } = house
    const told = await saidDuring(house, sanne, async () => {
      if (who === 'reporter') await sanne.click(connector.newestCard(sanne), 'Ik kom later terug')
      else await press(house, marieke, await through(house, marieke, dossier, 'Meer'), 'Later verder')
    })
    expect(told.join()).toMatch(/S-2026-0001 blijft (open)?staan/)
    const record = await kept(house, it)
    expect([record.kind, record.consultationWish]).toEqual(['consultation', 'later'])
    if (who === 'reporter')
      expect(seen(house, await open(house, marieke, it))).toContain('De melder wil later verder praten.')
    await sanne.say('aanvullen')
    await sanne.say('Hij was er vandaag weer.')
    await house.settle()
    expect(seen(house, await open(house, marieke, it))).toContain('Hij was er vandaag weer.')
  },
)

test('kept against the wish: only with a minor or danger, with a reason, and the reporter reads why', async () => {
  const { it, dossier } = await advised()
  const { sanne, marieke } = house
  const more = await through(house, marieke, dossier, 'Meer')
  expect(seen(house, more)).not.toContain('Toch bewaren')
  const data = {
    verb: 'keepAgainstWish',
    signal: it.signal,
    seen: 99,
    press: randomUUID(),
    reason: 'Voor de zekerheid.',
  }
  expect(await forge(house, dossier, data)).toContain('dit mag hier niet')
  expect((await kept(house, it)).kind).toBe('consultation')

  const minor = await press(house, marieke, more, 'Ja, minderjarig')
  // The reporter finds it enough; with a minor the officer decides too, and nothing is erased.
  const wish = await saidDuring(house, sanne, () =>
    sanne.click(house.connector.newestCard(sanne), 'Dit was genoeg'),
  )
  expect(wish.join()).toContain('beslist Marieke Vonk mee')
  expect((await kept(house, it)).consultationWish).toBe('enough')
  const dossierNow = await open(house, marieke, it)
  expect(seen(house, dossierNow)).toContain('De melder vindt het sparren genoeg.')
  expect(seen(house, minor)).toContain('minderjarige')
  const page = await through(house, marieke, dossierNow, 'Meer', 'Toch bewaren')
  const empty = await press(house, marieke, page, 'Bewaar als signaal', { reason: ' ' })
  expect(seen(house, empty)).toContain('de reden ontbreekt')
  expect(valueIn(empty, 'reason')).toBe(' ')
  const reason = 'Hij is vijftien en werkt elke nacht.'
  const told = await saidDuring(house, sanne, async () => {
    const done = await press(house, marieke, empty, 'Bewaar als signaal', { reason })
    expect(seen(house, done)).toContain('Dit is nu een signaal. De melder krijgt bericht dat je het bewaart.')
    expect(seen(house, done)).toContain('sparren, tegen de wens bewaard')
  })
  expect(told.join()).toContain('We bewaren S-2026-0001 als signaal')
  expect(told.join()).toContain(reason)
  expect(await kept(house, it)).toMatchObject({ kind: 'signal', state: 'inTriage', keptReason: reason })
  expect(await counted()).toBe(0)
})

test('kept against the wish with acute danger', async () => {
  const { it, dossier } = await advised('Ik twijfel of ik dit goed zie.', { urgency: 'acute' })
  const { marieke } = house
  const page = await through(house, marieke, dossier, 'Meer', 'Toch bewaren')
  await press(house, marieke, page, 'Bewaar als signaal', { reason: 'Er kan nu gevaar zijn.' })
  expect(await kept(house, it)).toMatchObject({ kind: 'signal', urgency: 'acute' })
  expect(await audit(house, it)).toContain('Marieke Vonk: keepAgainstWish')
})

test('something was added meanwhile: it is not erased unread', async () => {
  const { it, dossier } = await advised()
  const { sanne, marieke } = house
  const more = await through(house, marieke, dossier, 'Meer')
  await sanne.say('Hij heeft blauwe plekken.')
  await sanne.click(house.connector.newestCard(sanne), 'Hoort bij S-2026-0001')
  await house.settle()
  const late = await press(house, marieke, more, 'Dit was genoeg: wis het')
  expect(seen(house, late)).toContain('ondertussen is dit dossier veranderd')
  expect(seen(house, late)).toContain('Hij heeft blauwe plekken.')
  expect((await kept(house, it)).kind).toBe('consultation')
})

test('nobody can be told any more: it is forgotten all the same', async () => {
  const { it, dossier } = await advised()
  const { sanne, marieke } = house
  sanne.blocks()
  house.graph.state.users = []
  await press(house, marieke, await through(house, marieke, dossier, 'Meer'), 'Dit was genoeg: wis het')
  // That somebody left is believed when it was seen a few times.
  for (let round = 0; round < 4; round += 1) {
    house.clock.advance({ minutes: 6 })
    await house.bot.sweep()
    await house.settle()
  }
  expect(await stored(it)).toBeUndefined()
  expect(await counted()).toBe(1)
})

test('the store fails while it is forgotten: what waits holds no word of it, and the next round forgets it', async () => {
  const word = canary('wissen')
  const { it, dossier } = await advised(`Hij zei steeds hetzelfde. ${word}`)
  const { marieke } = house
  const { vaultKey } = await kept(house, it)
  const { store } = house.bot.app
  const save = store.save.bind(store)
  const failing = jest.spyOn(store, 'save').mockImplementation((ops) => {
    if (ops.some(({ op }) => op === 'delete')) return Promise.reject(new StoreUnavailable('busy'))
    return save(ops)
  })
  await press(house, marieke, await through(house, marieke, dossier, 'Meer'), 'Dit was genoeg: wis het')
  const left = JSON.stringify(await stored(it))
  expect(left).toContain('tombstone')
  expect([word, ADVICE].filter((each) => left.includes(each))).toEqual([])
  failing.mockRestore()
  await house.restart()
  await house.bot.sweep()
  await house.settle()
  expect(await stored(it)).toBeUndefined()
  expect(await vaultEntry(house, vaultKey)).toBeUndefined()
  expect(await counted()).toBe(1)
})
