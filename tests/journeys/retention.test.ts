/** The end of the term, over real HTTP: listed, told, approved by a person, destroyed, declared, and nothing remains. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { texts } from '../../cards/texts/index.ts'
import { declared } from '../../services/retention/ledger.ts'
import { remainsOf } from '../../services/retention/proof.ts'
import { readSignal } from '../../services/signal/handle.ts'
import type { Clicked, Person } from '../kit/connector.ts'
import { type House, startHouse, testClock } from '../kit/house.ts'
import {
  canary,
  decide,
  FORM,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
  verb,
} from './officerSteps.ts'
import {
  cardWith,
  chatOf,
  doorbellOf,
  lastSaid,
  onDisk,
  type Reported,
  saidDuring,
  tenant,
  vaultEntry,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** From the doorbell to the end, decided as `form` says. */
async function closed(reported: Reported, form: Record<string, string>): Promise<void> {
  const { marieke } = house
  let now = await open(house, marieke, reported)
  now = await press(house, marieke, now, 'Besluit nemen')
  now = await press(house, marieke, now, 'Verder', { ...FORM, ...form })
  await press(house, marieke, now, 'Afsluiten')
}

const NO_ACTION = { outcome: 'noAction', safeReason: 'tooLittle', partners: '' }

async function days(count: number): Promise<void> {
  house.clock.advance({ days: count })
  await house.bot.sweep()
  await house.settle()
}

/** *te vernietigen*, typed, and the door that it gives opened. */
async function list(person: Person): Promise<Clicked> {
  await person.say('te vernietigen')
  return person.click(cardWith(house, person, 'Bekijk de lijst'), 'Bekijk de lijst')
}

const APPROVE = /^Ja, vernietig/
const approve = (opened: Clicked): Promise<Clicked> =>
  press(house, house.marieke, opened, (action) => APPROVE.test(action.title ?? ''))

describe('the end of a term', () => {
  test('a year after "no action" an officer is told once, approves, and nothing remains of it', async () => {
    const { marieke, sanne, connector, channel } = house
    const word = canary('in')
    const reported = await report(house, sanne, `Achter de winkel slapen mensen. ${word}`)
    await closed(reported, NO_ACTION)
    const { vaultKey } = await kept(house, reported)
    await days(364)
    expect(seen(house, await list(marieke))).toContain('Er is nu niets te vernietigen')
    const told = await saidDuring(house, marieke, () => days(3))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('bewaartermijn voorbij')
    expect(told.join()).not.toContain(reported.reference)
    expect(told.join()).not.toContain(word)

    const opened = await marieke.click(cardWith(house, marieke, 'Bekijk de lijst'), 'Bekijk de lijst')
    const shown = seen(house, opened)
    expect(shown).toContain(reported.reference)
    expect(shown).toContain('geen actie')
    expect(shown).not.toContain(word)
    const after = await approve(opened)
    expect(seen(house, after)).toContain('Er is 1 dossier vernietigd')

    expect(await readSignal(house.bot.app.store, tenant(house), reported.signal)).toBeUndefined()
    expect(connector.textOf(doorbellOf(house, reported.reference))).toContain(
      'Vernietigd volgens bewaartermijn',
    )
    const names = [reported.signal, reported.reference, vaultKey ?? '']
    expect(await remainsOf(house.bot.app.store, tenant(house), names)).toEqual([])
    const month = house.clock.now().slice(0, 7)
    expect(await declared(house.bot.app.store, tenant(house), month)).toMatchObject([
      { reference: reported.reference, class: 'noAction', why: 'term', by: marieke.aadObjectId },
    ])
    expect(
      connector
        .channel(channel)
        .map((each) => connector.textOf(each))
        .join(),
    ).not.toContain(word)
    const declaration = seen(house, await press(house, marieke, after, 'Verklaring van vernietiging'))
    expect(declaration).toContain(reported.reference)
    expect(declaration).toContain('Selectielijst gemeenten 2020: 19.2')
    expect(declaration).toContain('Goedgekeurd door Marieke Vonk')
    expect(declaration).not.toContain(word)
    await house.bot.stop()
    expect(onDisk(house)).not.toContain(word)
    expect(onDisk(house)).not.toContain(reported.signal)
  })

  test('looking, a note and a correction do not move its clock; a new decision does', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'Iemand mag niet alleen naar buiten.')
    await closed(reported, { ...NO_ACTION, safeReason: 'explained' })
    await days(60)
    const dossier = await open(house, marieke, reported)
    const rights = await through(house, marieke, dossier, 'Meer', 'Rechten en bewaren')
    expect(seen(house, rights)).toContain('22 februari 2027')
    await days(31)
    expect(seen(house, await list(marieke))).toContain(reported.reference)
  })

  test('one is taken out with a reason and a day within bounds; the other goes', async () => {
    const { marieke, sanne, kees } = house
    const first = await report(house, sanne, 'Het eerste verhaal.')
    const second = await report(house, kees, 'Het tweede verhaal.')
    await closed(first, NO_ACTION)
    await closed(second, NO_ACTION)
    await days(367)
    const opened = await list(marieke)
    const page = await press(house, marieke, opened, `Haal ${first.reference} eruit`)
    const far = await press(house, marieke, page, 'Bewaar langer', {
      until: '2031-01-01',
      reason: 'Onderzoek',
    })
    expect(seen(house, far)).toContain('hoogstens')
    await press(house, marieke, far, 'Bewaar langer', {
      until: '2028-03-01',
      reason: 'Er loopt een onderzoek',
    })
    const again = await list(marieke)
    expect(seen(house, again)).not.toContain(first.reference)
    await approve(again)
    expect((await kept(house, first)).retention?.longer).toMatchObject([{ until: '2028-03-01' }])
    expect(await readSignal(house.bot.app.store, tenant(house), second.signal)).toBeUndefined()
    // 2 March 2028.
    await days(97)
    await days(1)
    expect(seen(house, await list(marieke))).toContain('Langer bewaard tot en met 1 maart 2028')
  })

  test('who reported is forgotten 90 days after the last of it was heard; what was reported stays', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'Er wonen te veel mensen in dit huis.')
    await closed(reported, NO_ACTION)
    const { vaultKey } = await kept(house, reported)
    await days(89)
    expect(await vaultEntry(house, vaultKey)).toBeDefined()
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
    await days(3)
    expect(await vaultEntry(house, vaultKey)).toBeUndefined()
    expect((await chatOf(house, sanne)).sent).toEqual([])
    const record = await kept(house, reported)
    expect(record.vaultKey).toBeUndefined()
    expect(record.story[0]?.text).toContain('te veel mensen')
    const rights = await through(
      house,
      marieke,
      await open(house, marieke, reported),
      'Meer',
      'Rechten en bewaren',
    )
    expect(seen(house, rights)).toContain('Wie dit meldde is gewist')
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).not.toContain(reported.reference)
  })

  test('a list that nobody looks at is told again each week, and after a month to the others too', async () => {
    const { marieke, joost, ellen, sanne } = house
    const reported = await report(house, sanne, 'Dit blijft liggen op de lijst.')
    await closed(reported, NO_ACTION)
    // After a year it is asked once whether the partners are still right: another matter than the list.
    const { titles } = texts('nl').officer.settings.news
    const inChat = (person: typeof marieke, asksPartners: boolean) =>
      house.connector
        .chat(person)
        .filter((shown) => house.connector.textOf(shown).includes(titles.stale) === asksPartners).length
    const heard = async (count: number) => {
      const told = [marieke, joost, ellen].map((person) => inChat(person, false))
      await days(count)
      return [marieke, joost, ellen].map((person, at) => inChat(person, false) - (told[at] ?? 0))
    }
    expect(await heard(367)).toEqual([1, 0, 0])
    expect(await heard(6)).toEqual([0, 0, 0])
    expect(await heard(1)).toEqual([1, 0, 0])
    expect(await heard(28)).toEqual([1, 1, 1])
    expect([marieke, joost, ellen].map((person) => inChat(person, true))).toEqual([1, 0, 0])
    expect((await kept(house, reported)).story).toHaveLength(1)
  })

  test('without a decision nothing is ever destroyed, and it is named as overdue', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'Hier besloot nog niemand over.')
    await days(4_000)
    const opened = await list(marieke)
    expect(seen(house, opened)).toContain('nog zonder besluit')
    expect(seen(house, opened)).toContain(reported.reference)
    expect((await kept(house, reported)).retention).toBeUndefined()
  })

  test('what was handed over stays five years; the worklist then shows the way', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'Dit gaat naar de arbeidsinspectie.')
    let now = await decide(house, marieke, await open(house, marieke, reported))
    now = await handOver(house, marieke, now)
    now = await press(house, marieke, now, 'Antwoord noteren')
    now = await press(house, marieke, now, 'Bewaar het antwoord', { what: 'takenUp', text: '' })
    now = await press(house, marieke, now, 'Terugkoppelen')
    now = await press(house, marieke, now, 'Koppel terug', { form: 'message', text: 'Dank je wel.' })
    await press(house, marieke, now, 'Afsluiten')
    await days(5 * 365)
    expect(seen(house, await list(marieke))).toContain('niets te vernietigen')
    await days(3)
    await marieke.say('werklijst')
    const worklist = cardWith(house, marieke, 'Bekijk de lijst')
    expect(house.connector.textOf(worklist)).toContain('Van 1 dossier is de bewaartermijn voorbij')
    const opened = await marieke.click(worklist, verb('toDestroy'))
    expect(seen(house, opened)).toContain('opgepakt of doorgegeven')
  })
})

test('a clock that jumps ahead forgets nobody and lists nothing, until it has been calm for a while', async () => {
  await house.stop()
  const clock = testClock()
  let passed = 0
  house = await startHouse({ clock, elapsed: () => passed })
  const { sanne } = house
  const reported = await report(house, sanne, 'De klok van de server verspringt zo.')
  await closed(reported, NO_ACTION)
  const { vaultKey } = await kept(house, reported)
  await house.bot.sweep()
  clock.advance({ days: 500 })
  await house.bot.sweep()
  await house.settle()
  expect(await vaultEntry(house, vaultKey)).toBeDefined()
  expect((await kept(house, reported)).retention).toBeUndefined()
  clock.advance({ hours: 2 })
  passed += 2 * 3_600_000
  await house.bot.sweep()
  await house.settle()
  expect(await vaultEntry(house, vaultKey)).toBeUndefined()
  expect((await kept(house, reported)).retention?.listed).toBeDefined()
})
