/** What comes in, parsed at the edge: whose it is, where it is, and never an exception. */

import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ParsedTurn, parseTurn, type Turn, turnIn, typedBefore } from '../../bot/turn.ts'
import { OfficerAction, parseAction, ReporterAction } from '../../cards/actions.ts'
import { people } from '../../infra/local/demo.ts'
import { Municipalities } from '../../services/municipality/municipalities.ts'
import { newCode } from '../../services/vault/code.ts'
import { MunicipalityId, TenantId } from '../../services/words.ts'
import { codeOf, isSource, projectFiles, read } from '../house/sources.ts'
import { listed } from '../kit/actionData.ts'
import { chatOf, someone } from '../kit/chats.ts'
import { JOOST, MARIEKE, town } from '../kit/signals.ts'
import { checkDigit } from '../services/privacy/bsn/artificial.ts'

const elsewhere = {
  ...town,
  id: MunicipalityId.parse('elders'),
  tenant: TenantId.parse('11111111-1111-4111-8111-111111111111'),
}
const FOREIGN = '99999999-9999-4999-8999-999999999999'
const outside = { municipalities: new Municipalities([town, elsewhere]) }
const parse = (activity: unknown): ParsedTurn => parseTurn(activity, outside)

const { sanne, marieke } = people
/** As Teams sends a message in a chat. */
const message = (fields: Record<string, unknown> = {}) => ({
  type: 'message',
  id: '1700000000000',
  text: 'Er klopt iets niet',
  serviceUrl: 'https://teams.example/v3',
  locale: 'nl-NL',
  from: { id: sanne.teamsId, name: sanne.name, aadObjectId: sanne.aadObjectId },
  recipient: { id: '28:bot', name: 'Signaalpunt' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: town.tenant },
  channelData: { tenant: { id: town.tenant } },
  ...fields,
})
function turnOf(activity: unknown): Turn {
  const parsed = parse(activity)
  if (!('turn' in parsed)) throw new Error('It was refused, or it is not known whose it is.')
  return parsed.turn
}

describe('a message', () => {
  test('is read, and who wrote it cannot be read from it', () => {
    const turn = turnOf(message())
    expect(turn).toMatchObject({
      type: 'message',
      municipality: { id: town.id },
      where: 'personal',
      place: { serviceUrl: 'https://teams.example/v3', conversation: 'a:1' },
      officer: undefined,
      text: 'Er klopt iets niet',
      attachments: 0,
      locale: 'nl-NL',
      arrived: false,
    })
    expect(inspect(turn.reporter, { depth: 9, showHidden: true })).toBe('[reporter]')
    for (const said of [JSON.stringify(turn), inspect(turn, { depth: 9 })])
      expect(said).not.toContain(sanne.name)
  })

  test('is of the chat it came in: the same each time, another for another person', () => {
    const chat = chatOf(turnOf(message()).reporter)
    expect(chatOf(turnOf(message({ text: 'Nog iets', id: '2' })).reporter)).toBe(chat)
    expect(chatOf(turnOf(message({ from: { id: '29:kees' } })).reporter)).not.toBe(chat)
    expect(chatOf(someone())).not.toBe(chat)
  })

  test.each([
    ['personal', { conversationType: 'personal' }, 'personal'],
    ['a channel', { conversationType: 'channel', isGroup: true }, 'channel'],
    ['a group', { conversationType: 'groupChat' }, 'group'],
    ['a group by another name', { isGroup: true }, 'group'],
    ['a meeting', { conversationType: 'meeting', isGroup: true }, 'group'],
    ['nothing said', {}, 'unknown'],
    ['a name that nobody knows', { conversationType: 'room' }, 'unknown'],
    ['no name at all', { conversationType: 5 }, 'unknown'],
    ['personal, and a group all the same', { conversationType: 'personal', isGroup: true }, 'group'],
    ['personal, and a group in another form', { conversationType: 'personal', isGroup: 'true' }, 'group'],
    [
      'personal, in a thread of a channel',
      { id: '19:x@thread.tacv2', conversationType: 'personal' },
      'channel',
    ],
    [
      'a channel by a name that nobody knows',
      { id: '19:x@thread.skype', conversationType: 'room' },
      'channel',
    ],
    ['the channel of a reporting point, as a chat', { id: town.channel.channelId }, 'channel'],
    [
      'a post in it, as a chat',
      { id: `${town.channel.channelId};messageid=1`, conversationType: 'personal' },
      'channel',
    ],
    ['a group, of which nothing is said', { id: '19:x@thread.v2' }, 'group'],
    ['a meeting, as a chat', { id: '19:meeting_x@thread.v2', conversationType: 'personal' }, 'group'],
    ['a chat of two people', { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' }, 'group'],
    [
      'a chat of one with the bot, as Graph calls it',
      { id: '19:a_bot@unq.gbl.spaces', conversationType: 'personal' },
      'personal',
    ],
  ])('in %s', (_name, fields, where) => {
    expect(turnOf(message({ conversation: { id: 'a:1', tenantId: town.tenant, ...fields } })).where).toBe(
      where,
    )
  })

  test('of somebody of the reporting point is of an officer, in any case of the id', () => {
    const from = (aadObjectId: unknown) => ({ id: '29:x', aadObjectId })
    expect(turnOf(message({ from: from(marieke.aadObjectId.toUpperCase()) })).officer).toBe(MARIEKE)
    expect(turnOf(message({ from: from(people.joost.aadObjectId) })).officer).toBe(JOOST)
    for (const other of [
      people.thomas.aadObjectId,
      '',
      'x',
      `${marieke.aadObjectId} `,
      5,
      null,
      undefined,
      {},
    ])
      expect(turnOf(message({ from: from(other) })).officer).toBeUndefined()
  })

  test('of an officer elsewhere is not one here', () => {
    const others = { ...elsewhere, officers: elsewhere.officers.filter((o) => o.id !== MARIEKE) }
    const at = {
      conversation: { id: 'a:1', tenantId: others.tenant },
      channelData: { tenant: { id: others.tenant } },
    }
    const from = { id: marieke.teamsId, aadObjectId: marieke.aadObjectId }
    const parsed = parseTurn(message({ ...at, from }), { municipalities: new Municipalities([town, others]) })
    expect('turn' in parsed && [parsed.turn.municipality.id, parsed.turn.officer]).toEqual([
      others.id,
      undefined,
    ])
  })

  test.each([
    ['a mention first', '<at>Signaalpunt</at> hallo', 'hallo'],
    ['only a mention', ' <at>Signaalpunt</at> ', ''],
    ['a mention of somebody keeps the name', 'dag <at>Kees</at>', 'dag Kees'],
    ['line ends of another system', 'een\r\ntwee', 'een\ntwee'],
    ['white space around it', ' \n hallo \t', 'hallo'],
    ['none', null, ''],
    ['markup stays as it is', '<b>dik</b> & **vet**', '<b>dik</b> & **vet**'],
  ])('with %s', (_name, text, expected) => expect(turnOf(message({ text })).text).toBe(expected))

  test('that came as HTML only is read as words; a tag that never ends costs no more than its length', () => {
    const html = (content: string) =>
      turnOf(message({ text: '', attachments: [{ contentType: 'text/html', content }] })).text
    expect(html('<div>een &lt; twee</div><table><tr><td>a</td> <td>b</td></tr></table>')).toBe(
      'een < twee\na\tb',
    )
    expect(html('<'.repeat(200_000))).toBe('<'.repeat(200_000))
    // Longer than its limit: the beginning is read.
    expect(html('<'.repeat(300_000))).toHaveLength(200_000)
  })

  test('what was sent along is counted, the text as HTML and our own cards not', () => {
    const of = (...types: (string | null)[]) =>
      turnOf(message({ attachments: types.map((contentType) => ({ contentType, contentUrl: 'https://x' })) }))
        .attachments
    expect(of('image/png', 'application/pdf', 'application/vnd.microsoft.teams.file.download.info')).toBe(3)
    expect(of('text/html', 'application/vnd.microsoft.card.adaptive')).toBe(0)
    expect(of(null)).toBe(1)
  })

  test('the bot that was added has arrived; somebody else has not', () => {
    const added = (id: string) => message({ type: 'conversationUpdate', membersAdded: [{ id }] })
    expect([turnOf(added('28:bot')).arrived, turnOf(added('29:kees')).arrived]).toEqual([true, false])
    expect(turnOf({ ...added('28:bot'), recipient: undefined }).arrived).toBe(false)
  })

  test('delivered twice is the same, another is another', () => {
    const ids = [
      message(),
      message({ id: '2' }),
      message({ from: { id: '29:kees' } }),
      message({ type: 'invoke' }),
    ].map((activity) => turnOf(activity).id)
    expect(new Set(ids).size).toBe(4)
    expect(turnOf(message()).id).toBe(ids[0])
  })
})

describe('a tenant', () => {
  const at = (conversation: unknown, channel: unknown) =>
    parse(message({ conversation: { id: 'a:1', tenantId: conversation }, channelData: channel }))
  const refused = { refused: 'unknownTenant' }

  test('that is not served is refused', () => {
    expect(at(FOREIGN, { tenant: { id: FOREIGN } })).toMatchObject(refused)
    expect(at(undefined, undefined)).toMatchObject(refused)
    expect(at('', { tenant: { id: '' } })).toMatchObject(refused)
  })

  test('that is said twice must be one: neither is believed above the other', () => {
    expect(at(town.tenant, { tenant: { id: FOREIGN } })).toMatchObject(refused)
    expect(at(FOREIGN, { tenant: { id: town.tenant } })).toMatchObject(refused)
    expect(at(town.tenant, { tenant: { id: elsewhere.tenant } })).toMatchObject(refused)
    expect(at('geen-guid', { tenant: { id: town.tenant } })).toMatchObject(refused)
  })

  test('is enough said once, in any case', () => {
    for (const parsed of [
      at(town.tenant, {}),
      at(undefined, { tenant: { id: town.tenant } }),
      at(null, { tenant: { id: town.tenant.toUpperCase() } }),
      at(town.tenant, null),
    ])
      expect(parsed).toMatchObject({ turn: { municipality: { id: town.id } } })
  })

  test('of what is refused nothing is kept but where to answer', () => {
    const text = JSON.stringify(at(FOREIGN, { tenant: { id: FOREIGN } }))
    for (const part of ['klopt', sanne.name, sanne.aadObjectId, FOREIGN]) expect(text).not.toContain(part)
  })
})

describe('a broken activity', () => {
  test.each([
    undefined,
    null,
    '',
    'message',
    5,
    [],
    {},
    { type: 'message' },
    message({ from: undefined }),
    message({ from: { id: '' } }),
    message({ conversation: undefined }),
    message({ conversation: { tenantId: town.tenant } }),
    message({ serviceUrl: undefined }),
    message({ serviceUrl: '' }),
    message({ type: 5 }),
    message({ text: 5 }),
    message({ attachments: 'x' }),
  ])('%# is unreadable', (activity) => expect(parse(activity)).toEqual({ refused: 'unreadable' }))

  test('in a part that can be missed is no reason to lose somebody’s words', () => {
    for (const odd of [5, null, [], {}, true]) {
      const fields = {
        id: odd,
        name: odd,
        locale: odd,
        replyToId: odd,
        timestamp: odd,
        value: odd,
        recipient: null,
      }
      const from = { id: sanne.teamsId, name: odd, aadObjectId: odd }
      expect(turnOf(message({ ...fields, from })).text).toBe('Er klopt iets niet')
    }
    expect(turnOf(message({ timestamp: new Date(Number.NaN) })).text).toBe('Er klopt iets niet')
  })

  const SEED = 20_261_124
  test(`never throws, whatever comes (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (activity) => {
          expect(parse(activity)).toHaveProperty('refused', 'unreadable')
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  test(`never throws with one part of it changed, and keeps to its tenants (seed ${SEED})`, () => {
    const whole = message({ attachments: [{ contentType: 'text/html' }], membersAdded: [{ id: '29:x' }] })
    const whatever = fc.anything({ maxDepth: 2 })
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), whatever, (name, value) => {
        const parsed = parse({ ...whole, [name]: value })
        if ('refused' in parsed) expect(['unreadable', 'unknownTenant']).toContain(parsed.refused)
        else expect('turn' in parsed && parsed.turn.municipality.id).toBe(town.id)
      }),
      { seed: SEED, numRuns: 1_000 },
    )
  })
})

describe('citizen service numbers (I.8)', () => {
  const ONE = `11122233${checkDigit('11122233')}`
  const MARK = '[BSN verwijderd]'

  test('are out of what was typed, pasted or sent as HTML before anything can look at it', () => {
    expect(turnOf(message({ text: `<at>Signaalpunt</at> bsn ${ONE}` })).text).toBe(`bsn ${MARK}`)
    const content = `<table><tr><td>${ONE.slice(0, 4)}</td></tr></table><p>bsn <b>${ONE}</b></p>`
    const html = turnOf(message({ text: '', attachments: [{ contentType: 'text/html', content }] }))
    expect(html.text).toContain(`bsn ${MARK}`)
    expect(html.text).not.toContain(ONE)
    for (const turn of [
      turnOf(message({ text: ONE })),
      turnOf(message({ value: { data: { text: ONE } } })),
    ]) {
      expect(JSON.stringify(turn) + inspect(turn, { depth: 20, showHidden: true })).not.toContain(ONE)
    }
  })

  test('are out of every field of every button, whatever it is for', () => {
    const words = `bsn ${ONE}`
    const all = [...listed(ReporterAction, words), ...listed(OfficerAction, words)]
    // In the conversation, and in a dialog.
    for (const value of all.flatMap((data) => [data, { data }])) {
      expect(JSON.stringify(turnOf(message({ text: undefined, value })))).not.toContain(ONE)
    }
    // They are buttons indeed, and their fields held the number.
    expect(all.filter((data) => parseAction(data).by === 'unknown')).toEqual([])
    const withWords = all.filter((data) => JSON.stringify(data).includes(ONE)).map(({ verb }) => verb)
    for (const verb of ['saveForm', 'answer', 'note', 'ask', 'reveal', 'decide', 'decideDays', 'advise']) {
      expect(withWords).toContain(verb)
    }
  })

  test('a code to come back with, a telephone, an IBAN and a case number stay as they are', () => {
    for (const text of ['06-12345678', 'S-2026-0001', 'NL91 ABNA 0417 1643 00', ...codes]) {
      expect(turnOf(message({ text })).text).toBe(text)
    }
  })
  const codes = Array.from({ length: 500 }, newCode)

  test('nobody else reads what a person sent: this edge is the only one', () => {
    const sources = projectFiles().filter((path) => isSource(path, ['bot']) && path !== 'bot/turn.ts')
    expect(sources.length).toBeGreaterThan(40)
    const others = sources.filter((path) =>
      /\bactivity\??\.(?:text|value|attachments|summary|speak)\b/.test(codeOf(read(path), { strings: true })),
    )
    expect(others).toEqual([])
  })
})

describe('several municipalities in one tenant', () => {
  const shared = {
    ...elsewhere,
    tenant: town.tenant,
    channel: { ...town.channel, channelId: '19:anders@thread' },
  }
  const both = { municipalities: new Municipalities([town, shared]) }
  const inChannel = (id: string) =>
    message({ conversation: { id, conversationType: 'channel', tenantId: town.tenant } })

  test('a channel of one of them says which', () => {
    const parsed = parseTurn(inChannel('19:anders@thread;messageid=1'), both)
    expect('turn' in parsed && parsed.turn.municipality.id).toBe(shared.id)
  })

  test('so it does when Teams calls it a chat, which it never is', () => {
    const conversation = { id: '19:anders@thread', conversationType: 'personal', tenantId: town.tenant }
    const parsed = parseTurn(message({ conversation }), both)
    expect('turn' in parsed && [parsed.turn.municipality.id, parsed.turn.where]).toEqual([
      shared.id,
      'channel',
    ])
  })

  test.each([
    ['a chat', message()],
    ['another channel', inChannel('19:plein@thread')],
  ])('%s does not', (_name, activity) => {
    const parsed = parseTurn(activity, both)
    expect('among' in parsed && parsed.among).toEqual([town, shared])
  })

  test('what was typed before is known by the same name, and is words only', () => {
    const parsed = parseTurn(message(), both)
    const pressed = parseTurn(message({ id: '2', text: '', value: { verb: 'x' }, replyToId: '1' }), both)
    if (!('incoming' in parsed) || !('incoming' in pressed)) throw new Error('It is known whose it is.')
    const again = typedBefore(pressed.incoming, 'Er klopt iets niet', parsed.incoming.activity)
    expect(again.id).toBe(parsed.incoming.id)
    expect(turnIn(again, shared)).toMatchObject({
      text: 'Er klopt iets niet',
      municipality: { id: shared.id },
    })
    expect([again.value, again.clicked]).toEqual([undefined, undefined])
  })

  test('a turn is a value that cannot be changed', () => {
    const turn = turnOf(message())
    expect(Object.isFrozen(turn)).toBe(true)
    expect(() => Object.assign(turn, { municipality: shared })).toThrow(TypeError)
  })
})
