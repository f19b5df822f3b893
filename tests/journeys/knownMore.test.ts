/** What is found again, and what never is: refuted facts, muted values, advice, anonymous signals, and officers off duty. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { anonymously } from './codeSteps.ts'
import { audit, consult, forge, kept, open, press, report, seen, through } from './officerSteps.ts'
import { type Reported, said, tenant } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const HOUSE = 'In de woning aan de Kraanvogelstraat 14b slapen zes jonge mannen op matrassen.'
const AGAIN = 'Bij Kraanvogelstraat 14-B zagen we een slot aan de buitenkant van een deur.'
const NOTICE = 'Hierbij hoort misschien een ander signaal'

const knownOf = async (it: Reported) =>
  (await kept(house, it)).known?.matches.map(({ reference, strength, other }) =>
    [reference, strength, ...(other ? ['other'] : [])].join(' '),
  )
const namesIn = async (it: Reported) => (await knownOf(it))?.map((line) => line.split(' ')[0])

/** Presses a button of the facts page, as its card would send it. */
async function ofFact(it: Reported, verb: string, kind: string, more: object = {}): Promise<string> {
  const record = await kept(house, it)
  const fact = record.facts?.find(({ details }) => details.kind === kind)
  const opened = await open(house, house.marieke, it)
  const { revision } = await kept(house, it)
  const onCase = { signal: it.signal, seen: revision, press: randomUUID() }
  const like = await through(house, house.marieke, opened, 'Meer')
  return forge(house, like, { verb, ...onCase, fact: fact?.id, ...more })
}

test('what is refuted is found by nobody any more, and comes back when that is taken back', async () => {
  const first = await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  expect(await namesIn(second)).toEqual([first.reference])
  await ofFact(first, 'refuteFact', 'address', { text: 'Het was een ander huis.' })
  expect(await knownOf(first)).toEqual([])
  expect(await knownOf(second)).toEqual([])
  expect(seen(house, await open(house, house.marieke, second))).toContain('Voor het eerst gezien.')
  await ofFact(first, 'unverifyFact', 'address')
  expect(await namesIn(second)).toEqual([first.reference])
})

test('somebody else stays somebody else, until the same number turns up in both', async () => {
  const first = await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  const dossier = await open(house, house.marieke, second)
  await through(house, house.marieke, dossier, 'Bekijk wat overeenkomt', 'Is iemand anders')
  await ofFact(first, 'confirmFact', 'address', { facts: [(await kept(house, first)).facts?.[0]?.id] })
  expect((await knownOf(second))?.[0]).toContain('other')
  const add = { kind: 'telephone', value: '06 12345678' }
  await ofFact(first, 'addFact', 'address', add)
  expect((await knownOf(second))?.[0]).toContain('other')
  await ofFact(second, 'addFact', 'address', add)
  expect((await knownOf(second))?.[0]).not.toContain('other')
  expect((await knownOf(first))?.[0]).not.toContain('other')
})

test('a value that says nothing is muted for all of them, and can count again', async () => {
  const { marieke } = house
  const words = (n: number) => `Bij het loket aan het Raadhuisplein 1 stond iemand te wachten, de ${n}e keer.`
  const first = await report(house, house.sanne, words(1))
  const second = await report(house, house.kees, words(2))
  expect(await namesIn(second)).toEqual([first.reference])
  const page = await through(house, marieke, await open(house, marieke, second), 'Bekijk wat overeenkomt')
  const muted = await press(house, marieke, page, (action) =>
    String(action.title).startsWith('Dit zegt niets'),
  )
  expect(seen(house, muted)).toContain('Dit telt niet meer mee')
  expect(await knownOf(first)).toEqual([])
  expect(await knownOf(second)).toEqual([])
  expect(await audit(house, second)).toContain('Marieke Vonk: mute')
  // Others are not found by it either.
  const third = await report(house, house.nadia, words(3))
  expect(await knownOf(third)).toEqual([])
  const list = await press(house, marieke, muted, 'Stilgezet')
  expect(seen(house, list)).toContain('Raadhuisplein')
  const back = await press(house, marieke, list, (action) => String(action.title).startsWith('Telt weer mee'))
  expect(seen(house, back)).toContain('Er is niets stilgezet')
  const fourth = await report(house, house.kees, words(4))
  expect(await knownOf(fourth)).toHaveLength(3)
})

test('advice is never found; kept as a signal it is', async () => {
  const { marieke } = house
  const first = await report(house, house.sanne, HOUSE)
  const advice = await consult(house, house.kees, AGAIN)
  expect(await knownOf(first)).toEqual([])
  expect((await kept(house, advice)).known).toBeUndefined()
  expect(seen(house, await open(house, marieke, advice))).not.toContain('Komt dit al voor?')
  await through(house, marieke, await open(house, marieke, advice), 'Meer', 'Bewaren als signaal')
  expect(await namesIn(first)).toEqual([advice.reference])
})

test('an anonymous signal counts, and nothing tells when its writer wrote, or who', async () => {
  const first = await report(house, house.sanne, HOUSE)
  house.clock.advance({ minutes: 47.3 })
  const hidden = await anonymously(house, house.kees, AGAIN)
  expect(await namesIn(first)).toEqual([hidden.reference])
  const record = await kept(house, first)
  expect(record.known?.matches[0]?.foundAt).toBe('2026-11-23T23:00:00.000Z')
  const moments = JSON.stringify({ known: record.known, audit: record.audit })
  expect(moments).not.toContain(house.clock.now())
  const page = await through(
    house,
    house.marieke,
    await open(house, house.marieke, first),
    'Bekijk wat overeenkomt',
  )
  expect(seen(house, page)).not.toContain('Kees')
})

test('frozen it is found by nobody, and by all when that is lifted', async () => {
  const first = await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  await ofFact(first, 'freeze', 'address', { reason: 'Betwist.' })
  expect(await knownOf(second)).toEqual([])
  await ofFact(first, 'unfreeze', 'address', { reason: 'Weer goed.' })
  expect(await namesIn(second)).toEqual([first.reference])
})

test('an officer off duty sees that there is another one, and nothing of it', async () => {
  const { marieke, joost } = house
  const first = await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  const more = await press(house, marieke, await open(house, marieke, second), 'Meer')
  const whom = await press(house, marieke, more, 'Geef aan een collega')
  await press(house, marieke, whom, 'Geef het aan je collega', { officer: joost.aadObjectId })
  const page = await through(house, joost, await open(house, joost, second), 'Bekijk wat overeenkomt')
  expect(seen(house, page)).toContain(first.reference)
  expect(seen(house, page)).toContain('Niet voor jou')
  expect(seen(house, page)).not.toContain(`${first.reference}:`)
  expect(seen(house, page)).not.toContain('Dit komt overeen')
  expect(await audit(house, first)).not.toContain('Joost Hartog: seenAsMatch')
})

test('two open ones propose a higher urgency; a person presses it, and it is not proposed again', async () => {
  const { marieke } = house
  await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  house.clock.advance({ days: 1 })
  const dossier = await open(house, marieke, second)
  expect(seen(house, dossier)).toContain('Ze kwamen binnen een dag na elkaar')
  expect((await kept(house, second)).urgency).toBe('normal')
  const after = await press(house, marieke, dossier, 'Maak urgentie hoog')
  expect((await kept(house, second)).urgency).toBe('high')
  expect(seen(house, after)).not.toContain('Urgentie hoger?')
})

test('who looked is written down apart from access requests, without a value', async () => {
  const { marieke } = house
  await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  const page = await through(house, marieke, await open(house, marieke, second), 'Bekijk wat overeenkomt')
  const list = await press(house, marieke, page, 'Wie keek wat overeenkomt')
  expect(seen(house, list)).toContain(`Bij ${second.reference}: gegevens van 1 ander signaal gezien`)
  const ledger = await house.bot.app.store.list(tenant(house), 'ledger', { after: '' }, 100)
  expect(ledger.map(({ document }) => document.id)).toEqual(['recognitions-2026-11'])
  expect(JSON.stringify(ledger)).not.toContain('Kraanvogel')
  expect(await house.bot.catchUp()).toBe(0)
})

test('neither a reporter nor the channel hears of it', async () => {
  const first = await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  expect(await namesIn(first)).toEqual([second.reference])
  const heard = [...said(house, house.sanne), ...said(house, house.kees), ...said(house, house.channel)].join(
    '\n',
  )
  expect(heard).not.toContain(NOTICE)
  expect(heard).not.toContain('Komt al voor')
  expect(said(house, house.marieke).join('\n')).toContain(NOTICE)
  expect(said(house, house.marieke).join('\n')).not.toContain('Kraanvogel')
})
