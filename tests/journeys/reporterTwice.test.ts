/** Delivered twice, and over a restart: everything is done once, and nothing is lost. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { ask, cardWith, chatOf, lastSaid, recordOf, report, said, saidDuring, sendDraft } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const typedIn = async (person: House['sanne']) =>
  (await chatOf(house, person)).draft?.parts.map((part) => part.text) ?? []

describe('the same activity, delivered twice', () => {
  test.each(['at the same moment', 'later', 'after a restart'])(
    'words (%s): they stand in the draft once',
    async (when) => {
      const { sanne, connector } = house
      await sanne.installs()
      const typed = await sanne.say('Zeven bedden.', { twice: when === 'at the same moment' })
      if (when === 'after a restart') await house.restart()
      const again = await connector.again(typed.activity)
      expect(again.status).toBe(200)
      expect(await typedIn(sanne)).toEqual(['Zeven bedden.'])
      await sanne.say('Zeven bedden.')
      // Typed again by the person, it is said again: only the same message is one.
      expect(await typedIn(sanne)).toEqual(['Zeven bedden.', 'Zeven bedden.'])
      const echoes = connector.chat(sanne).filter((shown) => shown.byBot && shown.version === 1)
      expect(echoes.filter((shown) => connector.textOf(shown).includes('Zeven bedden.'))).toHaveLength(1)
    },
  )

  test('the answer of the bot is late (Teams sends it again meanwhile): one echo, one draft', async () => {
    const { sanne, connector } = house
    await sanne.installs()
    connector.faults.next(1, calls.send, faults.slow(300))
    const shown = await saidDuring(house, sanne, () => sanne.say('Zeven bedden.', { twice: true }))
    expect(shown).toHaveLength(1)
    expect(await typedIn(sanne)).toEqual(['Zeven bedden.'])
  })

  test.each(['at once', 'after a restart'])('an addition and an answer (%s): once', async (when) => {
    const { sanne, marieke, connector } = house
    const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('aanvullen')
    const added = await sanne.say('En zijn broer.')
    if (when === 'after a restart') await house.restart()
    await connector.again(added.activity)
    await ask(house, marieke, reference, 'Hoe laat?')
    await sanne.say('Om drie uur.')
    const answered = await sanne.say('dit is mijn antwoord')
    if (when === 'after a restart') await house.restart()
    await connector.again(answered.activity)
    await house.settle()
    const { story } = await recordOf(house, signal)
    expect(story.map((part) => part.text)).toEqual(['Eerste zaak.', 'En zijn broer.', 'Om drie uur.'])
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })

  test('a form, a command, a danger: each once', async () => {
    const { sanne, marieke } = house
    await sanne.installs()
    expect(await saidDuring(house, sanne, () => sanne.say('hoe werkt het', { twice: true }))).toHaveLength(1)
    const shown = await saidDuring(house, sanne, () => sanne.say('Hij heeft een mes!', { twice: true }))
    expect(shown).toHaveLength(2)
    expect(said(house, marieke)).toHaveLength(1)
    // In danger there is one button; after it the form is there again.
    await sanne.say('geen gevaar')
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const saved = await saidDuring(house, sanne, async () => {
      const twice = await sanne.submitDialog(dialog, 'Bewaren', { where: 'Kade' }, { twice: true })
      // Both are answered, the same.
      expect(twice.twin?.body).toEqual(twice.body)
      expect(twice.dialog && house.connector.textOf(twice.dialog)).toContain('bewaard')
    })
    expect(saved).toHaveLength(1)
  })

  test('one that failed may be delivered again, and is then done', async () => {
    const { sanne, connector, bot } = house
    await sanne.installs()
    const { read } = bot.app.store
    bot.app.store.read = () => Promise.reject(new Error('not now'))
    const typed = await sanne.say('Zeven bedden.')
    expect(lastSaid(house, sanne)).toContain('Er ging hier iets mis. Dat ligt niet aan jou.')
    bot.app.store.read = read
    await connector.again(typed.activity)
    expect(await typedIn(sanne)).toEqual(['Zeven bedden.'])
  })
})

test('after a restart everything goes on: the draft, its choices, what was begun, what waits to be sent', async () => {
  const { sanne, kees, marieke, connector, clock } = house
  const first = await report(house, sanne, 'Eerste zaak.')
  await sanne.say('Tweede zaak.')
  await sanne.say('het is nieuw')
  await sanne.say('onderbuikgevoel')
  await kees.say('sparren')
  await house.restart()
  // What was begun before is gone on with: Kees' next words are advice that is asked.
  await kees.say('Ik twijfel over iets.')
  expect(lastSaid(house, kees)).toContain('Dit wil je voorleggen')
  const echo = cardWith(house, sanne, 'Versturen')
  await sanne.say('En nog iets.')
  await house.restart()
  const second = await sendDraft(house, sanne)
  expect(second.reference).toBe('S-2026-0002')
  expect(await recordOf(house, second.signal)).toMatchObject({
    certainty: 'gut',
    story: [{ text: 'Tweede zaak.' }, { text: 'En nog iets.' }],
  })
  // An old card, from before both restarts.
  await sanne.click(echo, 'Versturen')
  expect(lastSaid(house, sanne)).toContain('Dit was al verstuurd: S-2026-0002')
  // A message that could not be delivered before the restart is delivered after it.
  const toSanne = (request: Parameters<typeof calls.send>[0]) =>
    calls.send(request) && request.text.includes('Een vraag over')
  connector.faults.next(1, toSanne, faults.unavailable())
  await ask(house, marieke, first.reference, 'Hoe laat?')
  expect(lastSaid(house, sanne)).not.toContain('Hoe laat?')
  await house.restart()
  clock.advance({ minutes: 5 })
  await house.bot.sweep()
  await house.settle()
  expect(lastSaid(house, sanne)).toContain('Hoe laat?')
  await sanne.say('mijn meldingen')
  for (const reference of ['S-2026-0001', 'S-2026-0002']) {
    expect(lastSaid(house, sanne)).toContain(reference)
  }
})
