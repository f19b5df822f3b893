/** Card data is never trusted: unknown, broken, somebody else's, or from another organisation. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isWire } from '../kit/cardClient.ts'
import type { Answer, Clicked, Wire } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { ask, chatOf, draftOf, onDisk, recordOf, report, said, saidDuring } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const typedIn = async (person: House['sanne']) =>
  (await chatOf(house, person)).draft?.parts.map((part) => part.text) ?? []

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
      { verb: ['send'] },
      'send',
      17,
      [],
      { verb: 'withdrawSure', signal: '__proto__' },
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
      expect(task.type).toBe('continue')
      expect(JSON.stringify(task.value)).toContain('Die knop werkt niet meer')
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
    const shown = await saidDuring(house, sanne, async () => {
      expect((await connector.send(foreign)).status).toBe(403)
    })
    expect(shown).toEqual([])
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
    expect((await connector.send(foreign)).status).toBe(403)
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })
})
