import { networkInterfaces } from 'node:os'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type Activity,
  CardFactory,
  type ConversationParameters,
  type ConversationReference,
  MessageFactory,
  TurnContext,
} from 'botbuilder'
import { type Connector, calls, faults, type Person } from './connector.ts'
import { card, channelId, startTiny, type Tiny, team } from './tinyBot.ts'

/** The SDK writes every failing turn to the console; a test that makes one doesn't need to be read. */
const { error: log } = console
beforeAll(() => {
  console.error = () => {}
})
afterAll(() => {
  console.error = log
})
let tiny: Tiny
let connector: Connector
let sanne: Person
let marieke: Person
let heard: Activity[]
beforeEach(async () => {
  tiny = await startTiny()
  ;({ connector, sanne, marieke, heard } = tiny)
})
afterEach(() => tiny.stop())

describe('a bot on restify and CloudAdapter', () => {
  test('answers a person; the activity looks like one of Teams', async () => {
    const answer = await sanne.say('kaart')
    expect(answer.status).toBe(200)
    expect(heard[0]).toMatchObject({
      type: 'message',
      text: 'kaart',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      locale: 'nl-NL',
      from: { id: '29:sanne', name: 'Sanne de Wit', aadObjectId: sanne.aadObjectId },
      conversation: { conversationType: 'personal', tenantId: connector.tenantId },
      channelData: { tenant: { id: connector.tenantId } },
      entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL' }],
    })
    expect(connector.chat(sanne).map((shown) => shown.byBot)).toEqual([false, true])
    const text = connector.textOf(connector.newestCard(sanne))
    expect(text.split('\n').slice(0, 2)).toEqual(['Melding S-2026-0001', 'Urgentie hoog'])
    expect(text).toContain('Openen')
    expect(text).toContain('standaard')
    expect(text).not.toMatch(/niet te zien|save|high/)
    expect(connector.requests.map((ask) => `${ask.method} ${ask.segments.at(-2)}`)).toEqual([
      'POST activities',
    ])
  })

  test('updates and deletes; every version is kept', async () => {
    await sanne.say('werk bij')
    const shown = connector.chat(sanne).findLast((one) => one.byBot)
    expect(shown).toMatchObject({ text: 'daarna', version: 2 })
    expect(shown && connector.versions(shown).map((one) => one.text)).toEqual(['eerst', 'daarna'])
    await sanne.say('haal weg')
    expect(connector.chat(sanne).filter((one) => one.byBot)).toHaveLength(1)
    expect(JSON.stringify(connector.everythingSent(sanne))).toContain('eerst')
  })

  test('gets 404 for a message that is not there, and cannot change what a person wrote', async () => {
    await sanne.say('onbekend')
    expect(tiny.learned).toBe(404)
    const { id, conversationId } = connector.chat(sanne)[0] ?? { id: '', conversationId: '' }
    const own = await tiny.call('PUT', `conversations/${conversationId}/activities/${id}`, {
      type: 'message',
    })
    expect(own).toMatchObject({ status: 403, body: { error: { code: 'NotEnoughPermissions' } } })
    const unknown = await tiny.call('PUT', `conversations/${conversationId}/activities/2`, {
      type: 'message',
    })
    expect(unknown.body).toEqual({
      error: { code: 'ActivityNotFoundInConversation', message: 'Conversation not found.' },
    })
  })

  test('asks who is there: of the channel, not of the team', async () => {
    await marieke.say('wie', { inChannel: channelId })
    // TeamsInfo asks the team as soon as channelData names one.
    expect(tiny.learned).toEqual([['Marieke Vonk', 'Sanne de Wit'], marieke.aadObjectId, '29:marieke'])
    const thread = connector.channel(channelId)[0]?.conversationId ?? ''
    expect(thread).toMatch(/^19:.+;messageid=\d+$/)
    expect(heard[0]).toMatchObject({
      text: '<at>Signaalpunt</at> wie',
      conversation: { id: thread, isGroup: true, conversationType: 'channel' },
      channelData: { channel: { id: channelId }, team: { id: team.id, aadGroupId: team.aadGroupId } },
    })
    const members = async (path: string) => tiny.call('GET', `conversations/${thread}/${path}`)
    expect(await members('members')).toMatchObject({ body: [{ name: 'Marieke Vonk' }] })
    expect(await members('pagedmembers?pageSize=50')).toMatchObject({
      body: { members: [{ id: '29:marieke' }] },
    })
    expect(await members(`members/${marieke.aadObjectId}`)).toMatchObject({ body: { id: '29:marieke' } })
    expect(await members('members/29:sanne')).toMatchObject({
      status: 404,
      body: { error: { code: 'MemberNotFoundInConversation' } },
    })
    connector.join(channelId, sanne)
    connector.leave(channelId, marieke)
    expect(await members('members')).toMatchObject({ body: [{ name: 'Sanne de Wit' }] })
    connector.setBotIn(channelId, false)
    expect(await members('members')).toMatchObject({ status: 403 })
  })

  test('begins a chat, and a thread in the channel, by itself', async () => {
    let reference: Partial<ConversationReference> = {}
    const keep = async (context: TurnContext) => {
      reference = TurnContext.getConversationReference(context.activity)
      await context.sendActivity('er staat iets klaar')
    }
    const make = (parameters: object) =>
      // The SDK's type wants more than Teams does.
      tiny.adapter.createConversationAsync(
        '',
        'msteams',
        connector.serviceUrl,
        '',
        parameters as ConversationParameters,
        keep,
      )
    await make({ tenantId: connector.tenantId, members: [{ id: sanne.aadObjectId }] })
    expect(reference.conversation?.id).toMatch(/^a:1/)
    expect(connector.chat(sanne).map((shown) => shown.text)).toEqual(['er staat iets klaar'])
    const activity = MessageFactory.attachment(CardFactory.adaptiveCard(card))
    await make({ isGroup: true, channelData: { channel: { id: channelId } }, activity })
    const [bell, reply] = connector.channel(channelId)
    expect(reference.conversation?.id).toBe(`${channelId};messageid=${bell?.id}`)
    expect(reply?.conversationId).toBe(bell?.conversationId)
    expect(connector.newestCard(channelId).id).toBe(bell?.id)
    expect(connector.everythingSent(channelId)).toHaveLength(2)
  })

  test('an error of the bot is an answer too', async () => {
    expect((await sanne.say('stuk')).status).toBe(500)
    expect((await connector.send({})).status).toBeGreaterThanOrEqual(400)
    await tiny.stopBot()
    expect(await sanne.say('nog iemand?')).toMatchObject({ status: 0 })
  })
})

describe('the connector refuses and fails as Teams does', () => {
  test('conversations that cannot be made', async () => {
    const tenantId = connector.tenantId
    const cases: [object, number, string][] = [
      [{ members: [{ id: '29:sanne' }] }, 400, 'BadSyntax'],
      [{ tenantId, members: [{ id: '29:niemand' }] }, 400, 'BadArgument'],
      [{ tenantId, members: [{ id: 'niemand' }] }, 404, 'NotFound'],
      [{ tenantId, isGroup: true, members: [{ id: '29:sanne' }] }, 400, 'BadSyntax'],
      [{ isGroup: true, channelData: { channel: { id: channelId } } }, 400, 'BadSyntax'],
      [{ channelData: { channel: { id: '19:x' } }, activity: {} }, 404, 'ConversationNotFound'],
    ]
    for (const [body, status, code] of cases) {
      expect(await tiny.call('POST', 'conversations', body)).toMatchObject({
        status,
        body: { error: { code } },
      })
    }
    const text = 'x'.repeat(110 * 1024)
    const big = { channelData: { channel: { id: channelId } }, activity: { type: 'message', text } }
    expect((await tiny.call('POST', 'conversations', big)).status).toBe(413)
  })

  test('faults: how many, which, and whether the message arrived', async () => {
    const send = async () => {
      const { body } = await create(sanne)
      const id = (body as { id: string }).id
      return tiny.call('POST', `conversations/${id}/activities`, { type: 'message', text: 'hoi' })
    }
    const expected = [
      [faults.throttled(7), 429, 0],
      [faults.forbidden(), 403, 0],
      [faults.notFound(), 404, 0],
      [faults.preconditionFailed(), 412, 0],
      [faults.serverError(), 500, 0],
      [faults.badGatewayAccepted(), 502, 1],
      [faults.gatewayTimeoutAccepted(), 504, 1],
      [faults.reset(), 0, 0],
      [faults.resetAccepted(), 0, 1],
      [faults.slow(50), 201, 1],
    ] as const
    for (const [fault, status, arrived] of expected) {
      const before = connector.chat(sanne).length
      connector.faults.next(1, calls.send, fault)
      expect((await send()).status).toBe(status)
      expect(connector.chat(sanne)).toHaveLength(before + arrived)
      expect((await send()).status).toBe(201)
    }
    expect(connector.faults.left).toBe(0)
    connector.faults.next(1, calls.any, faults.throttled(7))
    const response = await fetch(`${connector.serviceUrl}v3/conversations`, { method: 'POST', body: '{}' })
    expect(response.headers.get('retry-after')).toBe('7')
    expect(connector.requests.at(-1)).toMatchObject({ status: 429, faulty: true, text: '{}' })
  })

  test('it listens on the loopback only', async () => {
    const { port } = new URL(connector.serviceUrl)
    const outside = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal),
    )
    for (const { address } of outside) await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow()
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
  })
})

const create = (person: Person) =>
  tiny.call('POST', 'conversations', { tenantId: connector.tenantId, members: [{ id: person.id }] })
