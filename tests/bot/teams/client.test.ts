/** What goes to Teams and what is believed of its answers: the right host, one path, and the very person asked after. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { openLog } from '../../../bot/app/log.ts'
import { openTeams, type Teams } from '../../../bot/teams/client.ts'
import { OneRequestAuthentication } from '../../../bot/teams/connector.ts'
import { type StandIn, startStandIn } from '../../../infra/local/standIn.ts'

const MARIEKE = { id: '29:1lk6Yr2qcJhiOAGSeUtHwoZaRNycSQyVv', entra: '359c060c-995b-4ae4-992a-bd91bea4a866' }
const KEES = { id: '29:16_F9fNjVsIj9x5CFaGttyMGxNAEA9e0b', entra: 'c1917eae-9d76-4c2c-83be-f3018904f8ab' }
const CHANNEL = '19:meldpunt@thread.tacv2'

let server: StandIn
let answer: unknown
beforeEach(async () => {
  answer = {}
  server = await startStandIn(0, () => ({ status: 200, body: answer }))
})
afterEach(() => server.stop())

const client = (loopback = true): Teams =>
  openTeams(
    new OneRequestAuthentication(new ConfigurationBotFrameworkAuthentication({}), { hosts: [], loopback }),
    '',
    'Signaalpunt',
    false,
    openLog('silent'),
  )
const place = (conversation = CHANNEL, serviceUrl = server.url) => ({ serviceUrl, conversation })
const message = { text: 'x', notify: 'x' }
const REFUSED = { failed: 'refused' }

describe('is this very person in the channel?', () => {
  const asked = async (given: unknown, person = MARIEKE) => {
    answer = given
    return client().isMember(place(), person)
  }
  test.each([
    ['by the field of the SDK', { id: MARIEKE.id, aadObjectId: MARIEKE.entra }],
    ['by the field of Teams', { id: MARIEKE.id, objectId: MARIEKE.entra }],
    [
      'by both, in capitals',
      { id: MARIEKE.id, aadObjectId: MARIEKE.entra.toUpperCase(), objectId: MARIEKE.entra },
    ],
  ])('yes, %s', async (_, given) => expect(await asked(given)).toEqual({ member: true }))

  test('yes, asked by the Entra id', async () => {
    const byEntra = { id: MARIEKE.entra, entra: MARIEKE.entra }
    expect(await asked({ id: MARIEKE.id, aadObjectId: MARIEKE.entra }, byEntra)).toEqual({ member: true })
  })

  test.each<[string, unknown]>([
    ['somebody else comes back', { id: KEES.id, aadObjectId: KEES.entra }],
    ['the Teams id of one with the Entra id of another', { id: MARIEKE.id, aadObjectId: KEES.entra }],
    ['the Entra id of one with the Teams id of another', { id: KEES.id, aadObjectId: MARIEKE.entra }],
    ['two Entra ids', { id: MARIEKE.id, aadObjectId: MARIEKE.entra, objectId: KEES.entra }],
    ['no Entra id', { id: MARIEKE.id }],
    ['the list of all members', [{ id: MARIEKE.id, aadObjectId: MARIEKE.entra }]],
    ['nothing', {}],
  ])('no: %s', async (_, given) => expect(await asked(given)).toEqual({ member: false }))

  test.each(['.', '..', '', '29:a/../..', '../../conversations', '%2e', '29:x?y', CHANNEL])(
    'an id like %j is asked of nobody',
    async (id) => {
      expect(await client().isMember(place(), { id, entra: MARIEKE.entra })).toEqual(REFUSED)
      expect(await client().contacts?.(place(), id)).toEqual(REFUSED)
      expect(server.requests).toEqual([])
    },
  )

  test('what somebody else is called is not taken for this person', async () => {
    answer = { id: KEES.id, aadObjectId: KEES.entra, email: 'kees@voorbeeldstad.example' }
    expect(await client().contacts?.(place(), MARIEKE.id)).toEqual(REFUSED)
    expect(await client().contacts?.(place(), KEES.id)).toMatchObject({
      own: { mails: ['kees@voorbeeldstad.example'] },
    })
  })

  test('members are known by the Entra id in either field', async () => {
    answer = {
      members: [
        { id: MARIEKE.id, objectId: MARIEKE.entra.toUpperCase() },
        { id: KEES.id, aadObjectId: KEES.entra },
      ],
    }
    const found = await client().membersOf(place())
    const members = new Set([MARIEKE.id, MARIEKE.entra, KEES.id, KEES.entra])
    expect(found).toEqual({ members, whole: true })
  })
})

const everyWay = (teams: Teams, conversation: string, serviceUrl: string, activity = '1') => [
  teams.post(place(conversation, serviceUrl), message),
  teams.update({ ...place(conversation, serviceUrl), activity }, message),
  teams.isMember(place(conversation, serviceUrl), MARIEKE),
  teams.membersOf(place(conversation, serviceUrl)),
]

test.each(['.', '..', '', 'a/b', '..%2f', 'a?b', 'a#b', 'a\\b', '29:\ud800'])(
  'a conversation or activity like %j turns no call into another one',
  async (id) => {
    const teams = client()
    for (const found of await Promise.all(everyWay(teams, id, server.url))) expect(found).toEqual(REFUSED)
    expect(await teams.update({ ...place(), activity: id }, message)).toEqual(REFUSED)
    expect(server.requests).toEqual([])
  },
)

test('a stored address that is none of Microsoft gets nothing: no message, no question, no token', async () => {
  const teams = client(false)
  for (const serviceUrl of [server.url, 'https://kwaad.example/', 'http://smba.trafficmanager.net/emea/']) {
    const found = await Promise.all([
      ...everyWay(teams, CHANNEL, serviceUrl),
      teams.openChat(serviceUrl, 'tenant', MARIEKE.id),
      teams.postInChannel({ serviceUrl, channelId: CHANNEL }, 'tenant', message),
    ])
    for (const each of found) expect(each).toEqual(REFUSED)
  }
  expect(server.requests).toEqual([])
})
