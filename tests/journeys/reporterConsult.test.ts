/**
 * A consultation from the reporter's side (A007, A008): advice, a choice made together, and nothing left when it was
 * enough.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { consultationsEnough } from '../../services/signal/handle.ts'
import { type House, startHouse } from '../kit/house.ts'
import { open, through } from './officerSteps.ts'
import {
  advise,
  cardWith,
  chatOf,
  consult,
  doorbellOf,
  lastSaid,
  onDisk,
  opened,
  recordOf,
  said,
  tenant,
  vaultEntry,
} from './steps.ts'

const WORDS = 'Kanarietwijfel: zij krijgt dure kleding van een oudere man.'
const ADVICE = 'Kanarieadvies: kijk of het vaker gebeurt.'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** A consultation of Sanne that has its advice. */
async function advised(form?: { minor: string }) {
  const { sanne, marieke } = house
  await sanne.say('Sparren')
  await sanne.say(WORDS)
  if (form) {
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    await sanne.submitDialog(dialog, 'Bewaren', form)
  }
  const { signal } = await sendConsultation()
  const { reference } = await recordOf(house, signal)
  await advise(house, marieke, reference, ADVICE)
  return { signal, reference }
}

async function sendConsultation() {
  const { sanne } = house
  await sanne.click(cardWith(house, sanne, 'Leg het voor'), 'Leg het voor')
  await house.settle()
  const [sent] = (await chatOf(house, sanne)).sent
  if (!sent) throw new Error('Nothing was sent.')
  return sent
}

const counted = () => consultationsEnough(house.bot.app.store, tenant(house), '2026-11')

/** Nothing of it anywhere in the store or its files, but the count. */
async function expectGone(signal: string, vaultKey: string | undefined) {
  const { sanne, bot } = house
  expect(await counted()).toBe(1)
  expect(await vaultEntry(house, vaultKey)).toBeUndefined()
  expect((await chatOf(house, sanne)).sent).toEqual([])
  const store = bot.app.store
  const far = bot.app.now()
  for (const kind of ['signal', 'vault'] as const) {
    expect(await store.list(tenant(house), kind, { open: true }, 100)).toEqual([])
    expect(await store.list(tenant(house), kind, { dueBefore: far }, 100)).toEqual([])
  }
  // A stop empties the -wal; what an attacker finds on the disk is then the database alone.
  await bot.stop()
  const disk = onDisk(house)
  for (const trace of ['Kanarietwijfel', 'Kanarieadvies', 'kleding', signal, 'S-2026-0001', 'Sanne']) {
    expect([trace, disk.includes(trace)]).toEqual([trace, false])
  }
  expect(disk).toContain('consultation-2026-11')
  await house.restart()
}

test('asked: it is no report yet, the receipt says what follows, the doorbell says sparren', async () => {
  const { sanne } = house
  await sanne.say('sparren')
  await sanne.say(WORDS)
  const echo = lastSaid(house, sanne)
  expect(echo).toContain('Dit is nog geen melding. Marieke Vonk denkt met je mee')
  const { reference } = await sendConsultation()
  const receipt = lastSaid(house, sanne)
  expect(receipt).toContain('Gelukt. Goed dat je het voorlegt.')
  expect(receipt).toContain('was dit genoeg, bewaren als signaal, of later terugkomen')
  expect(receipt).not.toContain('Besluit uiterlijk')
  expect(house.connector.textOf(doorbellOf(house, reference))).toContain('sparren')
})

describe('enough', () => {
  test.each(['button', 'typed'])('%s: nothing of it is left in the store, only a count', async (how) => {
    const { sanne, connector } = house
    const { signal, reference } = await advised()
    const { vaultKey } = await recordOf(house, signal)
    expect(await counted()).toBe(0)
    const card = cardWith(house, sanne, 'Dit was genoeg')
    expect(opened(house, card)).toContain(ADVICE)
    if (how === 'button') await sanne.click(card, 'Dit was genoeg')
    else await sanne.say('dit was genoeg')
    await house.settle()
    expect(said(house, sanne).join('\n')).toContain(
      'Wat je schreef is gewist. Er blijft alleen een telling over.',
    )
    if (how === 'button') expect(said(house, sanne).join('\n')).not.toContain('Kanarieadvies')
    expect(connector.textOf(doorbellOf(house, reference))).toContain('sparren afgerond')
    await expectGone(signal, vaultKey)
    // The old card again: a friendly answer, and the count stays one.
    if (how === 'typed') {
      await sanne.click(card, 'Bewaar als signaal')
      expect(lastSaid(house, sanne)).toContain('Die melding kan ik hier niet vinden')
    }
    expect(await counted()).toBe(1)
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).toContain('nog niets gemeld')
  })

  test('said to the officer, by phone: gone as well, and the reporter is told', async () => {
    const { sanne, marieke } = house
    const { signal, reference } = await advised()
    const { vaultKey } = await recordOf(house, signal)
    const dossier = await open(house, marieke, { signal, reference })
    await through(house, marieke, dossier, 'Meer')
      .then((more) => marieke.submitDialog(more.dialog ?? failed(), byChoice('enough')))
      .then(() => house.settle())
    expect(lastSaid(house, sanne)).toContain('Wat je schreef is gewist')
    await expectGone(signal, vaultKey)
  })

  test.each(['acute danger', 'a minor'])(
    'with %s it needs the officer: the wish stands, nothing is wiped',
    async (why) => {
      const { sanne, marieke } = house
      const it = why === 'a minor' ? await advised({ minor: 'yes' }) : await advised()
      if (why === 'acute danger') {
        await sanne.say(`aanvullen ${it.reference}`)
        await sanne.say('Hij heeft nu een mes!')
        await house.settle()
      }
      await sanne.click(cardWith(house, sanne, 'Dit was genoeg'), 'Dit was genoeg')
      await house.settle()
      expect(lastSaid(house, sanne)).toContain('beslist Marieke Vonk mee')
      const record = await recordOf(house, it.signal)
      expect(record).toMatchObject({ consultationWish: 'enough', kind: 'consultation' })
      expect(record.story[0]?.text).toBe(WORDS)
      expect(said(house, marieke).join('\n')).toContain('De melder heeft gekozen hoe het sparren verdergaat')
      expect(await counted()).toBe(0)
    },
  )
})

describe('keep, later', () => {
  test.each(['button', 'typed'])('keep it as a signal (%s)', async (how) => {
    const { sanne, connector } = house
    const { signal, reference } = await advised()
    if (how === 'button')
      await sanne.click(cardWith(house, sanne, 'Bewaar als signaal'), 'Bewaar als signaal')
    else await sanne.say('bewaar als signaal')
    await house.settle()
    expect(await recordOf(house, signal)).toMatchObject({ kind: 'signal', fromConsultation: true })
    expect(lastSaid(house, sanne)).toContain(`Je vraag is nu een signaal: ${reference}`)
    expect(connector.textOf(doorbellOf(house, reference))).toContain('signaal')
    await sanne.say(`genoeg ${reference}`)
    expect(lastSaid(house, sanne)).toContain(`${reference} is al een signaal`)
  })

  test.each(['button', 'typed'])('later (%s): it stays, and words go on in it', async (how) => {
    const { sanne, marieke } = house
    const { signal, reference } = await advised()
    if (how === 'button')
      await sanne.click(cardWith(house, sanne, 'Ik kom later terug'), 'Ik kom later terug')
    else await sanne.say('ik kom later terug')
    await house.settle()
    expect(lastSaid(house, sanne)).toContain(`${reference} blijft staan`)
    expect((await recordOf(house, signal)).consultationWish).toBe('later')
    expect(lastSaid(house, marieke)).toContain('gekozen hoe het sparren verdergaat')
    await sanne.say('aanvullen')
    await sanne.say('Het gebeurt nu elke week.')
    expect((await recordOf(house, signal)).story.at(-1)?.text).toBe('Het gebeurt nu elke week.')
  })
})

test('anonymous sparren: it is said that the advice waits with the code', async () => {
  const { sanne } = house
  await consult(house, sanne, WORDS, { degree: 'anonymous' })
  expect(lastSaid(house, sanne)).toContain('Het advies ligt klaar bij je code')
})

const failed = (): never => {
  throw new Error('No dialog.')
}
const byChoice = (choice: string) => (action: { data?: unknown }) =>
  JSON.stringify(action.data ?? {}).includes(`"choice":"${choice}"`)
