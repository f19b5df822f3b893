/**
 * Canaries: reporters with an unmistakable name, account, mail, phone and text go through every journey, in all three
 * degrees. Nothing of them comes where it must not, in any way of writing it down.
 */
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import { readSignal } from '../../services/signal/handle.ts'
import type { Degree } from '../../services/signal/words.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { everythingKept } from '../journeys/codeSteps.ts'
import { chatOf, recordOf, tenant } from '../journeys/steps.ts'
import type { Person } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { type Aviary, FULL, NAMES, SAID, setUp, tells, told } from './canaries.ts'
import { fillsForm, isBack, officerOf, presses, type Sent, sends } from './life.ts'
import type { Leak } from './watch.ts'
import { wholeLife } from './wholeLife.ts'

const LONG = 240_000
const DEGREES = ['confidential', 'unknown', 'anonymous'] as const satisfies readonly Degree[]

let house: House
let lines: string[]
let stop: () => Promise<void> = async () => undefined
afterEach(() => stop())

async function begin(degree: Degree, count: number): Promise<Pick<Aviary, 'reporters' | 'eyes'>> {
  const aviary = await setUp(degree, count)
  house = aviary.house
  lines = aviary.lines
  stop = aviary.stop
  return aviary
}

const welcome = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Er staat iets voor je klaar.' }],
} as const satisfies IAdaptiveCard

describe('privacy: the watch itself', () => {
  test(
    'sees what is put in the channel, a notification, the log, a file, and a deleted row',
    async () => {
      const { reporters, eyes } = await begin('confidential', 1)
      const [person] = reporters
      if (!person) throw new Error('Nobody reports.')
      const { app } = house.bot
      const { serviceUrl } = house.connector
      const chat = { serviceUrl, conversation: house.connector.chat(person)[0]?.conversationId ?? '' }
      const officer = await app.teams.openChat(serviceUrl, house.connector.tenantId, house.marieke.id)
      if ('failed' in officer) throw new Error('No chat with the officer.')
      expect(eyes.look('before')).toEqual([])
      await app.teams.post({ serviceUrl, conversation: house.channel }, { text: 'x', notify: SAID.note })
      await app.teams.post(chat, { card: welcome, notify: SAID.story })
      await app.teams.post(officer, { text: `Van ${FULL}`, notify: 'x' })
      lines.push(JSON.stringify({ said: Buffer.from(`aa${SAID.answer}`).toString('base64') }))
      expect(told(eyes.look('after')).map((line) => line.split(' as ')[0])).toEqual([
        'note in the channel',
        'story in a notification',
        'the name in a message to officer',
        'the given name in a message to officer',
        'the family name in a message to officer',
        'answer in the log',
      ])
      expect(eyes.disk('before')).toEqual([])
      const plain = openSqliteStore(join(house.dir, 'plain.db'))
      const key = { municipality: tenant(house), kind: 'channel', id: 'plain' } as const
      await plain.save([
        { op: 'create', document: { ...key, body: { name: FULL }, open: false, dueAt: null } },
      ])
      const seen = told(eyes.disk('after'))
      await plain.close()
      expect(seen.join()).toContain('the name in plain.db')
    },
    LONG,
  )
})

describe.each(DEGREES)('privacy: canaries of degree %s', (degree) => {
  test(
    'a whole life: nothing to the channel, an officer’s chat, a notification, the log, or the disk',
    async () => {
      const { reporters, eyes } = await begin(degree, 1)
      const [person] = reporters
      if (!person) throw new Error('Nobody reports.')
      const found: Leak[] = []
      await wholeLife(house, person, degree, eyes, found)
      found.push(...eyes.disk('at work'))
      for (const path of ['/readyz', '/healthz', '/metrics', '/api/messages'])
        expect(eyes.identityIn(await (await fetch(`${house.bot.url}${path}`)).text())).toEqual([])
      await house.bot.stop()
      found.push(...eyes.disk('stopped'))
      found.push(...eyes.look('stopped'))
      await house.restart()
      expect(told(found)).toEqual([])
      // The watch does see: the reporter's own chat has the words, and the log has lines.
      expect(lines.length).toBeGreaterThan(10)
      const own = house.connector.everythingSent(person).map(({ body }) => body)
      expect(own.join('')).toContain(SAID.question)
    },
    LONG,
  )

  test(
    'withdrawn, advice in its three endings, kept against the wish, left, out of reach',
    async () => {
      const { reporters, eyes } = await begin(degree, 7)
      const [withdraws, enough, keeps, later, against, leaves, gone] = reporters
      if (!withdraws || !enough || !keeps || !later || !against || !leaves || !gone)
        throw new Error('Too few.')
      const { marieke, clock, graph } = house
      const found: Leak[] = []
      const step = (name: string) => void found.push(...eyes.look(`${degree}: ${name}`))
      const sendsAs = async (person: Person): Promise<Sent> => {
        const it = await sends(house, person, degree)
        if (it.code !== undefined) eyes.add({ what: 'a code', text: it.code })
        return it
      }
      await tells(house, withdraws, SAID.story)
      const first = await sendsAs(withdraws)
      await isBack(house, withdraws, first)
      await withdraws.say('intrekken')
      await withdraws.say('ja, trek in')
      await house.settle()
      step('withdrawn')
      expect((await recordOf(house, first.signal)).closing?.how).toBe('withdrawn')

      for (const [person, choice] of [
        [enough, 'enough'],
        [keeps, 'keep'],
        [later, 'later'],
      ] as const) {
        await person.say('sparren')
        await tells(house, person, SAID.story)
        const it = await sendsAs(person)
        await officerOf(house, marieke, it.signal)('advise', { text: SAID.advice })
        await isBack(house, person, it)
        await person.say(
          choice === 'enough' ? 'dit was genoeg' : choice === 'keep' ? 'bewaar het' : 'ik kom later terug',
        )
        await house.settle()
        step(`advice: ${choice}`)
        const left = await readSignal(house.bot.app.store, tenant(house), it.signal)
        const record = left && 'record' in left ? left.record : undefined
        expect(record?.kind).toBe(
          choice === 'enough' ? undefined : choice === 'keep' ? 'signal' : 'consultation',
        )
        expect(record?.consultationWish).toBe(choice === 'later' ? 'later' : undefined)
      }
      await against.say('sparren')
      await tells(house, against, SAID.story)
      await fillsForm(house, against, { what: SAID.form, minor: 'yes' })
      const weighty = await sendsAs(against)
      await officerOf(house, marieke, weighty.signal)('keepAgainstWish', { reason: SAID.reason })
      step('kept against the wish')
      expect((await recordOf(house, weighty.signal)).kind).toBe('signal')

      await tells(house, gone, SAID.story)
      const unreachable = await sendsAs(gone)
      graph.state.users.splice(graph.state.users.indexOf(gone.aadObjectId), 1)
      gone.blocks()
      // Graph repeats in its errors whom it was asked about.
      const says = `Resource '${gone.aadObjectId}' of ${FULL} cannot be reached.`
      graph.faults.next(1, graphCalls.any, {
        kind: 'answer',
        reply: graphError(500, 'generalException', says),
      })
      graph.faults.next(1, graphCalls.any, { kind: 'reset' })
      await officerOf(house, marieke, unreachable.signal)('ask', { text: SAID.question })
      // Asked of the account a few times before it is believed.
      for (let round = 0; round < 5; round += 1) {
        clock.advance({ minutes: round === 0 ? 60 : 5 })
        await house.bot.sweep()
        await house.settle()
      }
      await officerOf(house, marieke, unreachable.signal)('open')
      step('out of reach')
      if (degree !== 'anonymous') {
        expect(graph.requests.some(({ path }) => path.includes(gone.aadObjectId))).toBe(true)
        expect((await recordOf(house, unreachable.signal)).reporterLeft).toBeDefined()
      }

      await tells(house, leaves, SAID.story)
      clock.advance({ hours: 5 })
      await house.bot.sweep()
      await house.settle()
      step('a draft that is left')
      clock.advance({ hours: 25 })
      await house.bot.sweep()
      await house.settle()
      step('a draft that is gone')
      expect((await chatOf(house, leaves)).draft).toBeUndefined()
      // To a Thursday morning, a Friday, and over the weekend.
      for (const hours of [17, 24, 72]) {
        clock.advance({ hours })
        await house.bot.sweep()
        await house.settle()
      }
      step('terms that passed')
      const { reminded } = await recordOf(house, weighty.signal)
      expect(new Set(reminded?.map(({ term }) => term))).toEqual(new Set(['decide']))
      found.push(...eyes.disk('at work'))
      await house.bot.stop()
      found.push(...eyes.disk('stopped'))
      await house.restart()
      expect(told(found)).toEqual([])
    },
    LONG,
  )

  test(
    'who reported is in no dialog of an officer, but in the one that reveals',
    async () => {
      const { reporters, eyes } = await begin(degree, 1)
      const [person] = reporters
      if (!person) throw new Error('Nobody reports.')
      await person.say(`${SAID.story}.`)
      const it = await sends(house, person, degree)
      const does = officerOf(house, house.marieke, it.signal)
      const pages = [
        'dossier',
        'story',
        'call',
        'decide',
        'ask',
        'note',
        'handTo',
        'urgency',
        'more',
        'rights',
      ]
      for (const page of pages) expect(eyes.identityIn(await does('page', { page }))).toEqual([])
      expect(eyes.identityIn(await does('open'))).toEqual([])
      const revealed = eyes.identityIn(await does('reveal', { reason: SAID.reason }))
      expect(revealed).toEqual(degree === 'confidential' ? NAMES.map(({ what }) => what) : [])
      // Seen once, and not again.
      expect(eyes.identityIn(await does('open'))).toEqual([])
    },
    LONG,
  )

  test(
    'what is kept, opened with every key of the store: who it was stands sealed, or nowhere',
    async () => {
      const { reporters, eyes } = await begin(degree, 1)
      const [person] = reporters
      if (!person) throw new Error('Nobody reports.')
      await person.say(`${SAID.story}.`)
      const it = await sends(house, person, degree)
      if (it.code !== undefined) await presses(house, person, 'codeSaved')
      await officerOf(house, house.marieke, it.signal)('ask', { text: SAID.question })
      const kept = await everythingKept(house)
      const of = (kind: string) => kept.filter((document) => document.kind === kind)
      for (const kind of ['signal', 'code', 'vault', 'ledger', 'count', 'counter', 'channel'])
        expect(eyes.identityIn(JSON.stringify(of(kind)))).toEqual([])
      const { signal } = it
      if (degree !== 'anonymous') {
        expect(of('vault')).toHaveLength(1)
        expect(of('vault')[0]?.text.includes('identity')).toBe(degree === 'confidential')
        return
      }
      // The third degree: not even sealed. No entry in the vault, and no chat from which it can be reached.
      expect(of('vault')).toEqual([])
      expect(eyes.identityIn(JSON.stringify(kept))).toEqual([])
      const record = await recordOf(house, signal)
      for (const { text } of of('chat')) {
        expect(text).not.toContain(signal)
        expect(text).not.toContain(record.reference)
      }
      expect((await chatOf(house, person)).sent).toEqual([])
      expect(record).not.toHaveProperty('vaultKey')
    },
    LONG,
  )
})
