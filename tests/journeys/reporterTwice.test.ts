/** Delivered twice, tampered with, from elsewhere, and over a restart. Card data is never trusted. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isWire } from '../kit/cardClient.ts'
import { type Answer, type Clicked, calls, faults, type Wire } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  ask,
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  onDisk,
  recordOf,
  report,
  said,
  saidDuring,
  sendDraft,
} from './steps.ts'

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
    const answered = await sanne.say('Om drie uur.')
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
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const saved = await saidDuring(house, sanne, async () => {
      const twice = await sanne.submitDialog(dialog, 'Bewaren', { where: 'Kade' }, { twice: true })
      // Both are answered, the same.
      expect(twice.twin?.body).toEqual(twice.body)
      expect(twice.message).toContain('bewaard')
    })
    expect(saved).toHaveLength(1)
  })

  test('one that failed may be delivered again, and is then done', async () => {
    const { sanne, connector, bot } = house
    await sanne.installs()
    const { read } = bot.parts.store
    bot.parts.store.read = () => Promise.reject(new Error('not now'))
    const typed = await sanne.say('Zeven bedden.')
    expect(lastSaid(house, sanne)).toContain('Er ging hier iets mis. Dat ligt niet aan jou.')
    bot.parts.store.read = read
    await connector.again(typed.activity)
    expect(await typedIn(sanne)).toEqual(['Zeven bedden.'])
  })
})

describe('card data that was tampered with', () => {
  /** Sends a press of this person with other data than any card has. */
  const forge = (like: Answer | Clicked, value: unknown, more: Wire = {}) =>
    house.connector.send({
      ...like.activity,
      id: `f:${randomUUID()}`,
      text: '',
      attachments: [],
      value,
      ...more,
    })

  test('unknown, missing and broken data: a friendly line, nothing changed, no answer of 500', async () => {
    const { sanne } = house
    const typed = await sanne.say('Zeven bedden.')
    const before = await chatOf(house, sanne)
    for (const value of [
      {},
      { verb: 'unknown' },
      { verb: 'send' },
      { verb: 'send', draft: 'x' },
      { verb: 'send', draft: before.draft?.id, degree: 'openbaar' },
      { verb: ['send'] },
      'send',
      17,
      [],
      { verb: 'withdrawSure', signal: '__proto__' },
      { verb: 'saveForm', draft: before.draft?.id, what: { toString: 'x' } },
    ]) {
      const [answer, ...more] = await saidDuring(house, sanne, async () => {
        expect((await forge(typed, value)).status).toBe(200)
      })
      expect(answer).toContain('Die knop werkt niet meer')
      expect(more).toEqual([])
    }
    expect(await chatOf(house, sanne)).toEqual(before)
  })

  test('words that come along with broken data are words all the same', async () => {
    const { sanne } = house
    const typed = await sanne.say('Zeven bedden.')
    await forge(typed, { strange: true }, { text: 'En een slot op de deur.' })
    expect(await typedIn(sanne)).toEqual(['Zeven bedden.', 'En een slot op de deur.'])
  })

  test('another person’s draft: nothing is sent, seen, changed or thrown away', async () => {
    const { sanne, kees, connector } = house
    await sanne.say('Kanariesanne: zeven bedden.')
    const draft = draftOf(house, sanne)
    const before = await chatOf(house, sanne)
    const typed = await kees.say('hoi')
    for (const value of [
      { verb: 'send', draft },
      { verb: 'discard', draft },
      { verb: 'asKind', draft, kind: 'consultation' },
      { verb: 'form', draft },
      { verb: 'saveForm', draft, what: 'Van Kees' },
      { verb: 'placeNew', draft },
      { verb: 'place', draft, signal: draft },
      { verb: 'said112', about: draft, called112: 'yes' },
      { verb: 'noDanger', about: draft },
    ]) {
      expect((await forge(typed, value)).status).toBe(200)
      await house.settle()
    }
    expect(await chatOf(house, sanne)).toEqual(before)
    expect(connector.channel(house.channel)).toEqual([])
    expect(
      connector
        .everythingSent(kees)
        .map((it) => it.body)
        .join(),
    ).not.toContain('Kanariesanne')
  })

  test.each(['confidential', 'anonymous'])(
    'another person’s signal (%s): nothing, not even its number',
    async (degree) => {
      const { sanne, kees, marieke, connector } = house
      const it = await report(house, sanne, 'Kanariesanne: hij heeft een mes.', { degree })
      if (degree === 'confidential') await ask(house, marieke, it.reference, 'Kanarievraag?')
      const before = await recordOf(house, it.signal)
      const typed = await kees.say('hoi')
      const question = before.questions[0]?.id ?? randomUUID()
      for (const value of [
        { verb: 'withdrawSure', signal: it.signal },
        { verb: 'withdraw', signal: it.signal },
        { verb: 'addTo', signal: it.signal },
        { verb: 'talk', signal: it.signal },
        { verb: 'answer', signal: it.signal, question, how: 'unknown', answer: '' },
        { verb: 'choose', signal: it.signal, choice: 'enough' },
        { verb: 'noDanger', about: it.signal },
        { verb: 'said112', about: it.signal, called112: 'no' },
        { verb: 'send', draft: it.signal },
        { verb: 'open', signal: it.signal },
        { verb: 'take', signal: it.signal },
      ]) {
        expect((await forge(typed, value)).status).toBe(200)
        await house.settle()
      }
      await kees.say(`intrekken ${it.reference}`)
      expect(await recordOf(house, it.signal)).toEqual(before)
      const wire = connector.everythingSent(kees).map((each) => each.body)
      for (const hidden of ['Kanariesanne', 'Kanarievraag']) expect(wire.join()).not.toContain(hidden)
      expect(said(house, kees).join()).not.toContain(it.reference)
      // What was typed into a foreign question is not lost either: it is Kees' own draft.
      await forge(typed, { verb: 'answer', signal: it.signal, question, how: 'text', answer: 'Van Kees.' })
      expect(await typedIn(kees)).toEqual(['Van Kees.'])
    },
  )

  test('an unknown invoke, and a dialog with broken data: answered, with a line for the person', async () => {
    const { sanne, connector } = house
    const typed = await sanne.say('Zeven bedden.')
    const invoke = async (name: string, value: unknown): Promise<Answer> =>
      connector.send({ ...typed.activity, type: 'invoke', id: `f:${randomUUID()}`, name, value })
    for (const name of ['composeExtension/query', 'signin/verifyState', 'iets/anders']) {
      expect(await invoke(name, {})).toMatchObject({ status: 200, body: {} })
    }
    expect(await invoke('adaptiveCard/action', { action: { verb: 'x' } })).toMatchObject({
      status: 200,
      body: { statusCode: 200, value: expect.stringContaining('Die knop werkt niet meer') },
    })
    for (const value of [{}, { data: null }, { data: { verb: 'x' } }, 'x']) {
      const { body } = await invoke('task/submit', value)
      const task = isWire(body) && isWire(body.task) ? body.task : {}
      expect(task.value).toContain('Die knop werkt niet meer')
    }
    expect(await typedIn(sanne)).toEqual(['Zeven bedden.'])
  })
})

describe('another organisation', () => {
  test.each(['words', 'a button', 'an invoke'])('%s: not served, nothing kept', async (what) => {
    const { sanne, connector } = house
    const typed = await sanne.say('hoi')
    const before = await chatOf(house, sanne)
    const other = '11111111-2222-4333-8444-555555555555'
    const foreign = {
      ...typed.activity,
      id: '1764000000002',
      text: 'Kanarieelders: zeven bedden.',
      channelData: { tenant: { id: other } },
      conversation: {
        ...(isWire(typed.activity.conversation) ? typed.activity.conversation : {}),
        tenantId: other,
      },
      ...(what === 'a button' ? { value: { verb: 'report' } } : {}),
      ...(what === 'an invoke'
        ? { type: 'invoke', name: 'task/fetch', value: { data: { verb: 'form' } } }
        : {}),
    }
    const shown = await saidDuring(house, sanne, () => connector.send(foreign))
    if (what === 'an invoke') expect(shown).toEqual([])
    else expect(shown).toEqual([expect.stringContaining('Ik werk niet voor jouw organisatie')])
    expect(await chatOf(house, sanne)).toEqual(before)
    expect(onDisk(house)).not.toContain('Kanarieelders')
  })

  test('two organisations in one activity: not served', async () => {
    const { sanne, connector } = house
    const typed = await sanne.say('hoi')
    const foreign = {
      ...typed.activity,
      id: '1764000000003',
      text: 'Zeven bedden.',
      channelData: { tenant: { id: '11111111-2222-4333-8444-555555555555' } },
    }
    await connector.send(foreign)
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
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
