/**
 * Fourteen kinds of situation as employees write them, through the front door: what the chat says, what the store holds,
 * what the channel sees. And: a first report takes at most six turns.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  alarmsOf,
  anonymousOf,
  cardWith,
  chatOf,
  doorbellOf,
  draftOf,
  lastSaid,
  recordOf,
  report,
  said,
} from './steps.ts'

/** A turn is one message typed, or one press. */
const MOST_TURNS = 6

let house: House
let turns = 0
beforeEach(async () => {
  turns = 0
  house = await startHouse()
  await house.sanne.installs()
})
afterEach(() => house.stop())

const say = async (text: string) => {
  turns += 1
  await house.sanne.say(text)
}
const press = async (title: string, inputs: Record<string, string> = {}) => {
  turns += 1
  await house.sanne.click(cardWith(house, house.sanne, title), title, inputs)
}
const inChat = () => said(house, house.sanne).join('\n')
const inChannel = () => said(house, house.channel).join('\n')

/** What was sent from this chat; within the turns that a first report may take. */
async function sent() {
  await house.settle()
  const [first, ...more] = (await chatOf(house, house.sanne)).sent
  expect(more).toEqual([])
  expect(turns).toBeLessThanOrEqual(MOST_TURNS)
  if (!first) throw new Error('Nothing was sent.')
  return recordOf(house, first.signal)
}

/** Nothing of it went on: not to the register, not to the channel, not to an officer. */
async function nothingPassedOn() {
  await house.settle()
  expect((await chatOf(house, house.sanne)).sent).toEqual([])
  expect(inChannel()).toBe('')
  expect(said(house, house.marieke)).toEqual([])
}

test('1. a cry with "spoed": 112 is the first thing on the screen, and it rings', async () => {
  await say('SPOED help, hij slaat haar nu!')
  await house.settle()
  expect(inChat()).toContain('Bel nu 112')
  expect(alarmsOf(house, house.channel)).toHaveLength(1)
  expect(inChannel()).not.toContain('slaat')
})

test('2. a sixteen-year-old beside the writer, and a man outside: it is danger, and the officer sees a minor', async () => {
  await say('Naast mij zit een meisje, ze is 16 jaar. Ze durft niet mee met die man.')
  expect(inChat()).toContain('Bel nu 112')
  await press('Stuur nu naar Marieke Vonk')
  const record = await sent()
  expect(record.minor).toBe('yes')
  expect(['high', 'acute']).toContain(record.urgency)
  expect(inChannel()).not.toContain('meisje')
})

test('3. a bribe of a colleague: referred, nothing passed on, and only a press erases it', async () => {
  await say('Mijn collega vraagt geld om een vergunning te regelen.')
  expect(lastSaid(house, house.sanne)).toContain('Gaat dit over een collega of leidinggevende?')
  expect(lastSaid(house, house.sanne)).toContain('Nadia Smit')
  await say('verstuur maar')
  await nothingPassedOn()
  await press('Ja, wis het')
  expect((await chatOf(house, house.sanne)).draft).toBeUndefined()
  await nothingPassedOn()
})

test('4. police information: refused kindly, and the officer hears of nothing', async () => {
  await say('In het politiesysteem staat dat hij antecedenten heeft.')
  expect(lastSaid(house, house.sanne)).toContain('Wet politiegegevens')
  await nothingPassedOn()
})

test('5. a gut feeling is fully valid, and proposed as that', async () => {
  await say('Ik heb een onderbuikgevoel bij die kapper, er is nooit iemand.')
  await press('Versturen')
  expect((await sent()).certainty).toBe('gut')
})

test('6. passports that were taken: haste, because of that word', async () => {
  await say('De chef bewaart de paspoorten van de schoonmakers.')
  expect(lastSaid(house, house.sanne)).toMatch(/omdat je schreef: “[^”]*paspoorten/)
  await press('Versturen')
  expect((await sent()).urgency).toBe('high')
})

test('7. care fraud: an ordinary report, with questions that fit it after sending', async () => {
  await say('Volgens mij krijgt ze pgb, maar er komt nooit iemand.')
  await press('Versturen')
  expect((await sent()).urgency).toBe('normal')
  expect(inChat()).toContain('Wie regelt uw bank en DigiD?')
})

test('8. an address with many names: an ordinary report, in one piece', async () => {
  const text = 'Er staan elf mensen ingeschreven op Kerklaan 3, en er komt steeds post terug.'
  await say(text)
  await press('Versturen')
  expect((await sent()).story.map((part) => part.text)).toEqual([text])
  expect(inChat()).toContain('Wie ontvangt uw post?')
})

test('9. a daughter with gifts, in doubt: talking it through stands first, and is no report yet', async () => {
  await say('Ik twijfel. De dochter van een klant krijgt dure cadeaus van een oudere man.')
  await press('Liever eerst sparren')
  await press('Leg het voor')
  expect((await sent()).kind).toBe('consultation')
})

test('10. another municipality: it may be reported here, and it is said who takes it there', async () => {
  await say('Dit speelt in een andere gemeente: er slapen mannen in een schuur.')
  expect(lastSaid(house, house.sanne)).toContain(
    'Je mag het hier melden. Marieke Vonk brengt het naar de gemeente',
  )
  await press('Versturen')
  expect((await sent()).kind).toBe('signal')
})

test('11. a correction of an earlier report: it stands with that, and nothing is erased by itself', async () => {
  const { reference, signal } = await report(house, house.sanne, 'Er slapen acht mannen in een garage.')
  await say('laat maar, het bleek zijn eigen familie te zijn')
  await house.settle()
  const { story, state } = await recordOf(house, signal)
  expect(story.at(-1)).toMatchObject({ correction: true })
  expect(state).toBe('received')
  expect(lastSaid(house, house.sanne)).toContain(reference)
  expect(doorbellOf(house, reference)).toBeDefined()
})

test('12. English: answered in English, and the officer is told in Dutch', async () => {
  await say('They sleep in the shop and they are with the owner all day.')
  await press('Send')
  expect((await sent()).language).toBe('en')
  expect(inChat()).toContain('Done, thank you.')
  expect(inChannel()).toContain('S-2026-0001')
})

test('13. Polish: one line in Polish, the text as it is, and the record says which language it is', async () => {
  await say('Nie mam paszportu, szef mówi że nie jest mój')
  expect(inChat()).toContain('Zadzwoń pod 112')
  await press('Versturen')
  expect((await sent()).writtenIn).toBe('pl')
})

test('14. a wish in a sentence: anonymous is proposed, and kept', async () => {
  await say('Ik wil dit anoniem kwijt: er is een winkel zonder klanten.')
  const draft = draftOf(house, house.sanne)
  await press('Versturen')
  await house.settle()
  expect(turns).toBeLessThanOrEqual(MOST_TURNS)
  const record = await recordOf(house, anonymousOf(house, house.sanne, draft))
  expect(record.degree).toBe('anonymous')
  expect(record.vaultKey).toBeUndefined()
  expect((await chatOf(house, house.sanne)).sent).toEqual([])
})
