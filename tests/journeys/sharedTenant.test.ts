/** Two municipalities in one tenant: chosen by group, by one question, by the case; the other one never sees anything. */
import { afterEach, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { SignalId } from '../../services/words.ts'
import { awayStore } from '../kit/awayStore.ts'
import { codeOf } from './codeSteps.ts'
import { canary, decide, FORM, open, press } from './officerSteps.ts'
import {
  askedForGroups,
  countOf,
  GROUP_HERE,
  GROUP_THERE,
  HERE,
  presses,
  type SharedHouse,
  startShared,
  storedOf,
  THERE,
  THERE_CHANNEL,
} from './sharedSteps.ts'
import { ask, cardWith, lastSaid, said } from './steps.ts'

let house: SharedHouse
afterEach(() => house.stop())

const QUESTION = 'Voor welke gemeente is dit?'

/** Everything that people of a municipality got to see, and its channel. */
const seenBy = (people: readonly SharedHouse['bram'][], channel: string): string =>
  [...people.flatMap((person) => said(house, person)), ...said(house, channel)].join('\n')
const seenHere = (): string => seenBy([house.marieke, house.joost, house.ellen], house.channel)
const seenThere = (): string => seenBy([house.bram, house.dewi, house.hugo], THERE_CHANNEL)

const sends = async (person: SharedHouse['bram']): Promise<void> => {
  await person.click(cardWith(house, person, 'Versturen'), 'Versturen', {})
  await house.settle()
}

test('the group of the reporter decides: nothing is asked, and the other municipality sees nothing', async () => {
  house = await startShared({ groups: true })
  house.graph.groups.set(GROUP_THERE, [house.sanne.aadObjectId])
  house.graph.groups.set(GROUP_HERE, [house.kees.aadObjectId])
  const [word, name] = [canary('verhaal'), 'Bram Kuiper']
  await house.sanne.say(`Er slapen mensen in de loods. ${word}`)
  await sends(house.sanne)
  expect(said(house, house.sanne).join()).not.toContain(QUESTION)
  expect(said(house, house.sanne).join()).toContain(name)
  expect(await countOf(house, THERE, 'signal')).toBe(1)
  expect(await storedOf(house, THERE)).toContain(word)
  expect(await countOf(house, HERE, 'signal')).toBe(0)
  expect(await storedOf(house, HERE)).not.toContain(word)
  expect(said(house, house.channel)).toEqual([])
  expect(said(house, THERE_CHANNEL)).toHaveLength(1)
  // Asked once, and not kept: a person who moves to another group goes to the other municipality.
  expect(askedForGroups(house)).toBe(1)
  expect(await countOf(house, THERE, 'choice')).toBe(0)
  await house.kees.say('Er staat elke nacht een busje.')
  expect(lastSaid(house, house.kees)).not.toContain(name)
  expect(await countOf(house, HERE, 'chat')).toBe(1)
})

test.each([
  ['in neither group', [], []],
  ['in both', ['sanne'], ['sanne']],
] as const)(
  'the groups do not decide, for somebody who is %s: then it is asked',
  async (_name, here, there) => {
    house = await startShared({ groups: true })
    house.graph.groups.set(
      GROUP_HERE,
      here.map((who) => house[who].aadObjectId),
    )
    house.graph.groups.set(
      GROUP_THERE,
      there.map((who) => house[who].aadObjectId),
    )
    await house.sanne.say('Er slapen mensen in de loods.')
    expect(lastSaid(house, house.sanne)).toContain(QUESTION)
  },
)

test('one question: what was typed is stored nowhere meanwhile, is not lost, and it is asked once', async () => {
  house = await startShared()
  const [first, second] = [canary('eerste'), canary('tweede')]
  await house.sanne.say(`Er slapen mensen in de loods. ${first}`)
  await house.sanne.say(`En er staat een busje. ${second}`)
  expect(said(house, house.sanne).filter((text) => text.includes(QUESTION))).toHaveLength(2)
  for (const each of [HERE, THERE]) {
    expect(await countOf(house, each, 'chat')).toBe(0)
    expect(await storedOf(house, each)).not.toContain('kanarie')
  }
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  const draft = lastSaid(house, house.sanne)
  expect(draft).toContain(first)
  expect(draft).toContain(second)
  // The other question is answered too: none is left to press.
  expect(() => cardWith(house, house.sanne, 'Anderstad')).toThrow('No card')
  expect(said(house, house.sanne).join()).toContain('meldpunt van Anderstad')
  expect(await storedOf(house, HERE)).not.toContain('kanarie')
  await sends(house.sanne)
  expect(await countOf(house, THERE, 'signal')).toBe(1)
  await house.restart()
  await house.sanne.say('Vandaag stond er weer een busje.')
  expect(said(house, house.sanne).filter((text) => text.includes(QUESTION))).toEqual([])
  expect(await storedOf(house, HERE)).not.toContain('busje')
  expect(await storedOf(house, THERE)).toContain('weer een busje')
})

test('the name can be typed: it is the answer, and no story', async () => {
  house = await startShared()
  const word = canary('verhaal')
  await house.sanne.say(`Er slapen mensen in de loods. ${word}`)
  await house.sanne.say(' anderstad! ')
  expect(lastSaid(house, house.sanne)).toContain(word)
  expect(lastSaid(house, house.sanne)).not.toContain('anderstad!')
  expect(said(house, house.sanne).join()).toContain('meldpunt van Anderstad')
  await house.kees.say('andere gemeente')
  await house.kees.say('Anderstad')
  expect(lastSaid(house, house.kees)).toContain('Hoi, ik ben Signaalpunt')
})

test('in English the same question is asked, and the words of a language are those of the reader', async () => {
  house = await startShared()
  const guest = house.connector.person({
    id: '29:gast',
    aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000001',
    name: 'Guest',
    locale: 'en-GB',
    installed: true,
  })
  await guest.say('People sleep in the shed.')
  expect(lastSaid(house, guest)).toContain('Which municipality is this for?')
  await guest.click(cardWith(house, guest, 'Anderstad'), 'Anderstad')
  expect(said(house, guest).join()).toContain('reporting point of Anderstad')
})

test('after a restart the question itself still has the words', async () => {
  house = await startShared()
  const word = canary('verhaal')
  await house.sanne.say(`Er slapen mensen in de loods. ${word}`)
  await house.restart()
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  expect(lastSaid(house, house.sanne)).toContain(word)
  expect(await storedOf(house, THERE)).toContain(word)
})

test('what was chosen can be chosen again, and a card of the first goes on about the first', async () => {
  house = await startShared()
  const [first, later] = [canary('eerste'), canary('later')]
  await house.sanne.say(`Er slapen mensen in de loods. ${first}`)
  await house.sanne.click(cardWith(house, house.sanne, 'Voorbeeldstad'), 'Voorbeeldstad')
  const draft = cardWith(house, house.sanne, 'Versturen')
  await house.sanne.say('andere gemeente')
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  expect([await countOf(house, HERE, 'choice'), await countOf(house, THERE, 'choice')]).toEqual([0, 1])
  await house.sanne.say(`Dit is voor de buren. ${later}`)
  expect(await storedOf(house, THERE)).toContain(later)
  expect(await storedOf(house, THERE)).not.toContain(first)
  await house.sanne.click(draft, 'Versturen', {})
  await house.settle()
  expect(await countOf(house, HERE, 'signal')).toBe(1)
  expect(await countOf(house, THERE, 'signal')).toBe(0)
  expect([await countOf(house, HERE, 'choice'), await countOf(house, THERE, 'choice')]).toEqual([1, 0])
  expect(seenHere() + (await storedOf(house, HERE))).not.toContain(later)
})

test('danger before it is known for whom: 112 at once, every point is rung, and no word of it is told', async () => {
  house = await startShared()
  const word = canary('gevaar')
  await house.sanne.say(`Hij heeft een mes en slaat haar nu! ${word}`)
  await house.settle()
  const heard = said(house, house.sanne)
  expect(heard[0]).toContain('112')
  expect(heard.at(-1)).toContain(QUESTION)
  for (const channel of [house.channel, THERE_CHANNEL]) expect(lastSaid(house, channel)).toContain('gevaar')
  expect(seenHere() + seenThere()).not.toContain(word)
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  await house.settle()
  expect(await storedOf(house, THERE)).toContain(word)
  expect(await storedOf(house, HERE)).not.toContain(word)
})

test('danger while the directory hangs: nobody waits for it', async () => {
  house = await startShared({ groups: true })
  house.graph.groups.set(GROUP_THERE, [house.sanne.aadObjectId])
  house.graph.faults.next(1, ({ path }) => path.endsWith('/checkMemberGroups'), { kind: 'slow', ms: 3_000 })
  const saying = house.sanne.say('Hij heeft een mes en slaat haar nu!')
  while (said(house, house.sanne).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await countOf(house, THERE, 'chat')).toBe(0)
  expect(lastSaid(house, house.sanne)).toContain('112')
  await saying
  await house.settle()
  expect(await countOf(house, THERE, 'chat')).toBe(1)
})

test('a case of one municipality opens for nobody of the other, whatever is sent', async () => {
  house = await startShared()
  const word = canary('verhaal')
  await house.sanne.say(`Er slapen mensen in de loods. ${word}`)
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  await sends(house.sanne)
  const [signal] = await house.bot.app.store.list(THERE, 'signal', { after: '' }, 1)
  const id = signal?.document.id ?? ''
  for (const where of [house.marieke, house.channel]) {
    for (const verb of ['open', 'take']) {
      expect(await presses(house, house.marieke, where, { verb, signal: id })).not.toContain(word)
    }
  }
  await house.settle()
  expect(seenHere()).not.toContain(word)
  // For whoever it is, it opens.
  for (const where of [house.bram, THERE_CHANNEL])
    expect(await presses(house, house.bram, where, { verb: 'open', signal: id })).toContain(word)
})

test('the officer of both: the case says for which it is; a list is asked about once', async () => {
  house = await startShared({ both: true })
  const [here, there] = [canary('hier'), canary('daar')]
  for (const [name, person, word] of [
    ['Voorbeeldstad', house.sanne, here],
    ['Anderstad', house.kees, there],
  ] as const) {
    await person.say(`Er slapen mensen in de loods. ${word}`)
    await person.click(cardWith(house, person, name), name)
    await sends(person)
  }
  const idIn = async (of: typeof HERE) =>
    (await house.bot.app.store.list(of, 'signal', { after: '' }, 1))[0]?.document.id ?? ''
  for (const [of, word, other] of [
    [HERE, here, there],
    [THERE, there, here],
  ] as const) {
    const opened = await presses(house, house.marieke, house.marieke, {
      verb: 'open',
      signal: await idIn(of),
    })
    expect(opened).toContain(word)
    expect(opened).not.toContain(other)
  }
  // In the channel of one, a case of the other does not open.
  const wrong = await presses(house, house.marieke, house.channel, {
    verb: 'open',
    signal: await idIn(THERE),
  })
  expect(wrong).not.toContain(there)
  await house.marieke.say('werklijst')
  expect(lastSaid(house, house.marieke)).toContain(QUESTION)
  await house.marieke.click(cardWith(house, house.marieke, 'Anderstad'), 'Anderstad')
  expect(lastSaid(house, house.marieke)).toContain(await referenceIn(THERE))
  await house.marieke.say('werklijst')
  expect(lastSaid(house, house.marieke)).not.toContain(QUESTION)
})

/** The reference of the only signal of a municipality. */
async function referenceIn(of: typeof HERE): Promise<string> {
  const found = /S-\d{4}-\d{4}/.exec(await storedOf(house, of))
  if (!found) throw new Error('There is no signal.')
  return found[0]
}

test('a code leads to its own municipality, whatever was chosen, and chooses nothing', async () => {
  house = await startShared()
  const word = canary('verhaal')
  await house.sanne.say(`Er slapen mensen in de loods. ${word}`)
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  await house.sanne.click(cardWith(house, house.sanne, 'Versturen'), 'Versturen', { degree: 'anonymous' })
  await house.settle()
  const code = codeOf(house, house.sanne)
  // Somebody else's chat, who never chose.
  await house.kees.say(code)
  expect(lastSaid(house, house.kees)).toContain(await referenceIn(THERE))
  expect(said(house, house.kees).join()).not.toContain(QUESTION)
  expect(await countOf(house, HERE, 'choice')).toBe(0)
  expect(await countOf(house, THERE, 'choice')).toBe(1)
})

test('the choice says neither who chose nor when, and goes after a year', async () => {
  house = await startShared()
  await house.sanne.say('Er slapen mensen in de loods.')
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  const [kept] = await house.bot.app.store.list(THERE, 'choice', { after: '' }, 10)
  expect(kept?.document).toMatchObject({ open: false, dueAt: null, body: { schema: 1, until: '2027-12-01' } })
  const text = JSON.stringify(kept)
  for (const secret of [house.sanne.id, house.sanne.aadObjectId, house.sanne.name])
    expect(text).not.toContain(secret)
  const [chat] = await house.bot.app.store.list(THERE, 'chat', { after: '' }, 10)
  expect(chat?.document.id).not.toBe(kept?.document.id)
  house.clock.advance({ days: 372 })
  await house.bot.sweep()
  expect(await countOf(house, THERE, 'choice')).toBe(0)
  await house.sanne.say('Daar is het weer.')
  expect(lastSaid(house, house.sanne)).toContain(QUESTION)
})

test('what is changed before the question is answered is taken as it now is', async () => {
  house = await startShared()
  const [before, after] = [canary('oud'), canary('nieuw')]
  const { activity } = await house.sanne.say(`Er slapen mensen in de loods. ${before}`)
  const edited = { type: 'messageUpdate', id: activity.id, text: `Er slapen mensen in de schuur. ${after}` }
  await house.connector.tell(house.sanne, house.sanne, edited)
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  expect(await storedOf(house, THERE)).toContain(after)
  expect(await storedOf(house, THERE)).not.toContain(before)
})

test('the bot was added to a chat: it asks first, and then says who reads', async () => {
  house = await startShared()
  await house.sanne.installs()
  expect(lastSaid(house, house.sanne)).toContain(QUESTION)
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  expect(lastSaid(house, house.sanne)).toContain('Bram Kuiper')
})

test('what is delivered twice is asked once, and taken once', async () => {
  house = await startShared()
  const word = canary('verhaal')
  const { activity } = await house.sanne.say(`Er slapen mensen in de loods. ${word}`, { twice: true })
  expect(said(house, house.sanne).filter((text) => text.includes(QUESTION))).toHaveLength(1)
  const question = cardWith(house, house.sanne, 'Anderstad')
  await house.sanne.click(question, 'Anderstad', {}, { twice: true })
  // An old question on another screen, and Teams once more with the message itself.
  await house.sanne.click(question, 'Anderstad')
  await house.connector.again(activity)
  expect((await storedOf(house, THERE)).split(word)).toHaveLength(2)
})

test('the store is away: a person in danger hears 112, every point is rung, and nobody is asked what cannot be kept', async () => {
  house = await startShared()
  const back = awayStore(house.bot.app.store)
  await house.sanne.say('Hij heeft een mes en slaat haar nu!')
  await house.settle()
  expect(said(house, house.sanne).join()).toContain('112')
  expect(said(house, house.sanne).join()).not.toContain(QUESTION)
  for (const channel of [house.channel, THERE_CHANNEL]) expect(lastSaid(house, channel)).toContain('gevaar')
  back()
})

test('in a channel of nobody’s nothing is taken, and danger rings every point', async () => {
  house = await startShared()
  const other = '19:plein@thread.tacv2'
  house.connector.makeChannel({
    id: other,
    name: 'Plein',
    team: {
      id: '19:plein-team@thread.tacv2',
      name: 'Plein',
      aadGroupId: 'cccccccc-0000-4000-8000-000000000001',
    },
    members: [house.sanne],
  })
  await house.sanne.say('Hij heeft een mes en slaat haar nu!', { inChannel: other })
  await house.settle()
  expect(lastSaid(house, other)).toContain('Hier lezen anderen mee')
  expect(lastSaid(house, other)).not.toContain(QUESTION)
  for (const channel of [house.channel, THERE_CHANNEL]) expect(lastSaid(house, channel)).toContain('gevaar')
})

test('a whole life in one municipality: nobody and nothing of the other ever has a word of it', async () => {
  const lines: string[] = []
  house = await startShared({}, { log: openLog('debug', { write: (line) => void lines.push(line) }) })
  const words = {
    story: canary('verhaal'),
    question: canary('vraag'),
    answer: canary('antwoord'),
    note: canary('notitie'),
    reason: canary('reden'),
    safe: canary('melder'),
  }
  const there = { ...house, channel: THERE_CHANNEL }
  await house.sanne.say(`Er slapen mensen in de loods. ${words.story}`)
  await house.sanne.click(cardWith(house, house.sanne, 'Anderstad'), 'Anderstad')
  await sends(house.sanne)
  const reference = await referenceIn(THERE)
  await ask(there, house.bram, reference, `Hoe laat was dat? ${words.question}`)
  await house.sanne.click(cardWith(house, house.sanne, 'Antwoord'), 'Antwoord', { answer: words.answer })
  await house.settle()
  const signal = SignalId.parse(
    (await house.bot.app.store.list(THERE, 'signal', { after: '' }, 1))[0]?.document.id,
  )
  let dossier = await open(there, house.bram, { signal, reference })
  const page = await press(house, house.bram, dossier, 'Notitie')
  dossier = await press(house, house.bram, page, 'Bewaar de notitie', { text: words.note })
  await decide(house, house.bram, dossier, { ...FORM, reason: words.reason, tellWhy: words.safe })
  house.clock.advance({ days: 20 })
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  await house.settle()
  expect(await storedOf(house, THERE)).toContain(words.reason)
  const here = `${seenHere()} ${await storedOf(house, HERE)} ${lines.join()}`
  for (const word of Object.values(words)) expect(here).not.toContain(word)
  expect(here).not.toContain(reference)
  expect(said(house, house.channel)).toEqual([])
  // What the other would be asked about it: nothing of hers either.
  await house.sanne.say('andere gemeente')
  await house.sanne.click(cardWith(house, house.sanne, 'Voorbeeldstad'), 'Voorbeeldstad')
  await house.sanne.say('mijn gegevens')
  expect(lastSaid(house, house.sanne)).not.toContain(reference)
  expect(lastSaid(house, house.sanne)).toContain('meldpunt van Voorbeeldstad')
})
