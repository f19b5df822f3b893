/**
 * What somebody goes by in the directory is pointed out too: account, mail, telephone. It is known in the turn only, and
 * asking it says nothing of what the person chose.
 */

import { Writable } from 'node:stream'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import type { Fault } from '../../infra/local/standIn.ts'
import { Reporter } from '../../services/vault/vault.ts'
import { calls, refusals } from '../kit/faults.ts'
import { type House, startHouse } from '../kit/house.ts'
import { cardWith, chatOf, draftOf, lastSaid, onDisk, recordOf, report, said, tenant } from './steps.ts'

let house: House
const logged: string[] = []
beforeEach(async () => {
  logged.length = 0
  const log = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  house = await startHouse({ log: openLog('debug', log) })
  house.graph.contacts.set(house.sanne.aadObjectId, {
    userPrincipalName: 'jvdberg02@voorbeeldstad.example',
    mail: 's.dewit@voorbeeldstad.example',
    proxyAddresses: ['SMTP:s.dewit@voorbeeldstad.example', 'smtp:loketdame7@voorbeeldstad.example'],
    mobilePhone: '+31 6 98765432',
    businessPhones: ['088-000 00 01'],
  })
})
afterEach(() => house.stop())

const REFUSED: Fault = { kind: 'answer', reply: graphError(403, 'Forbidden', 'Insufficient privileges') }
const asked = () =>
  house.graph.requests.filter(({ method, path }) => method === 'GET' && /users\/[^/]+$/.test(path))
const members = () =>
  house.connector
    .everythingSent()
    .filter(({ method, path }) => method === 'GET' && path.includes('/members/'))

describe('the own account, mail and telephone', () => {
  test.each([
    ['Zoek maar op jvdberg02 in het systeem.', 'jvdberg02', 'een account'],
    ['Zoek maar op JvdBerg02 in het systeem.', 'JvdBerg02', 'een account'],
    ['Het stond in de map van loketdame7 gisteren.', 'loketdame7', 'een mailadres'],
    ['Hij belde naar 06 9 87 65 4 32 en hing op.', '06 9 87 65 4 32', 'een telefoonnummer'],
    ['Hij belde naar 0031698765432 en hing op.', '0031698765432', 'een telefoonnummer'],
    ['Hij belde naar 6/98/76/54/32 en hing op.', '6/98/76/54/32', 'een telefoonnummer'],
    ['Hij belde naar 880000001 en hing op.', '880000001', 'een telefoonnummer'],
  ])('%s', async (text, words, instead) => {
    const { sanne } = house
    await sanne.say(text)
    await sanne.say('anoniem')
    expect(lastSaid(house, sanne)).toContain(`“${words}” kan worden: “${instead}”`)
    await sanne.say('neem dit over')
    expect((await chatOf(house, sanne)).draft?.parts[0]?.text).toBe(text.replace(words, instead))
  })

  test('of a colleague what has the form of it is pointed out, as always, and an account is not', async () => {
    const { kees } = house
    await kees.say('Zoek op jvdberg02, bel 06 98765432 of mail loketdame7@voorbeeldstad.example.')
    await kees.say('onbekend')
    expect(lastSaid(house, kees)).toContain('“06 98765432” kan worden: “een telefoonnummer”')
    expect(lastSaid(house, kees)).not.toContain('“jvdberg02”')
    await kees.say('volgende plek')
    expect(lastSaid(house, kees)).toContain('“loketdame7@voorbeeldstad.example” kan worden')
    expect(lastSaid(house, kees)).toContain('En nog één plek.')
    expect(lastSaid(house, kees)).not.toContain('“jvdberg02”')
  })

  test('what is known of somebody cannot be turned into text', () => {
    const reporter = new Reporter(
      { serviceUrl: 'https://x.example', conversation: 'a:1', user: '29:1' },
      'Sanne',
    )
    reporter.alsoKnownBy({ names: [], accounts: ['jvdberg02'], mails: [], phones: ['0698765432'] })
    for (const text of [
      String(reporter),
      JSON.stringify({ reporter }),
      inspect(reporter, { showHidden: true }),
    ])
      expect(text).not.toMatch(/jvdberg02|98765432/)
  })

  test('in an answer to a signal that was sent, too', async () => {
    const { sanne } = house
    await report(house, sanne, 'Er slapen acht mensen.', { degree: 'unknown' })
    await sanne.say('aanvullen')
    await sanne.say('Het staat bij jvdberg02.')
    expect(lastSaid(house, sanne)).toContain('“jvdberg02” kan worden: “een account”')
  })

  test('where Graph refuses, Teams says the account; where nobody says anything it goes on as before', async () => {
    const { sanne, connector, graph } = house
    graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.account, REFUSED)
    const own = { id: sanne.id, userPrincipalName: 'witsa01@voorbeeldstad.example', email: null }
    connector.faults.next(1, calls.members, {
      kind: 'answer',
      reply: { status: 200, body: own },
    })
    await sanne.say('Zoek op witsa01 of jvdberg02.')
    await sanne.say('onbekend')
    expect(lastSaid(house, sanne)).toContain('“witsa01” kan worden: “een account”')
    expect(lastSaid(house, sanne)).not.toContain('“jvdberg02”')
    await sanne.say('wissen')
    house.clock.advance({ minutes: 30 })
    connector.faults.next(Number.POSITIVE_INFINITY, calls.members, {
      kind: 'answer',
      reply: refusals.forbidden,
    })
    await sanne.say('Zoek op witsa01, bij mij.')
    await sanne.say('onbekend')
    expect(lastSaid(house, sanne)).toContain('“bij mij” kan worden')
    expect(lastSaid(house, sanne)).not.toContain('“witsa01”')
    graph.faults.clear()
    connector.faults.clear()
    // Asked again after a minute, not at every message.
    house.clock.advance({ minutes: 2 })
    await sanne.say('onbekend')
    expect(lastSaid(house, sanne)).not.toContain('“jvdberg02”')
    await sanne.say('Ook jvdberg02.')
    await sanne.say('volgende plek')
    expect(lastSaid(house, sanne)).toContain('“jvdberg02” kan worden')
  })

  test('is asked alike whatever was chosen, once, and is kept nowhere', async () => {
    const { sanne, kees, thomas } = house
    house.graph.contacts.set(kees.aadObjectId, { userPrincipalName: 'keesblom9@voorbeeldstad.example' })
    for (const [person, degree] of [
      [sanne, 'anonymous'],
      [kees, 'confidential'],
      [thomas, 'unknown'],
    ] as const) {
      const [graphBefore, teamsBefore] = [asked().length, members().length]
      await person.say('Er slapen acht mensen in één kamer.')
      const draft = draftOf(house, person)
      await house.settle()
      // Before anything was chosen, and not again at the choice.
      expect([asked().length - graphBefore, members().length - teamsBefore]).toEqual([1, 1])
      await person.click(cardWith(house, person, 'Versturen'), 'Versturen', { degree })
      await house.settle()
      expect([asked().length - graphBefore, members().length - teamsBefore]).toEqual([1, 1])
      if (degree !== 'anonymous') expect((await recordOf(house, draft)).degree).toBe(degree)
    }
    const kinds = [
      'signal',
      'chat',
      'vault',
      'code',
      'counter',
      'count',
      'ledger',
      'channel',
      'choice',
      'part',
    ] as const
    const stored = await Promise.all(
      kinds.map((kind) => house.bot.app.store.list(tenant(house), kind, { after: '' }, 100)),
    )
    await house.bot.stop()
    const everywhere = [JSON.stringify(stored), onDisk(house), ...logged, ...said(house, house.channel)].join(
      '\n',
    )
    for (const trace of ['jvdberg02', 'loketdame7', '98765432', 'keesblom9'])
      expect(everywhere).not.toContain(trace)
    await house.restart()
  })
})
