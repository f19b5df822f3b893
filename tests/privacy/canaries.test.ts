/**
 * Canaries: reporters with an unmistakable name, account, mail, phone and text go through every journey, in all three
 * degrees. Nothing of them comes where it must not, in any way of writing it down.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { openLog, quietConsole } from '../../bot/log.ts'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import { readSignal } from '../../services/signal/register.ts'
import { type Degree, MunicipalityId } from '../../services/signal/words.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { everythingKept } from '../journeys/codeSteps.ts'
import { chatOf, recordOf, tenant } from '../journeys/steps.ts'
import type { Canary } from '../kit/canary.ts'
import { isWire } from '../kit/cardClient.ts'
import { calls, faults, type Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { fillsForm, isBack, officerOf, presses, type Sent, sends } from './life.ts'
import { type Leak, type Watch, watch } from './watch.ts'

const LONG = 240_000
const DEGREES = ['confidential', 'unknown', 'anonymous'] as const satisfies readonly Degree[]

const WHO = {
  given: 'Kanariëlla',
  family: 'Vlinderbüsch-Ooievaar',
  account: 'kanariella.vlinderbusch@voorbeeldstad.example',
  mail: 'vlinderbusch.prive@post.example',
  phone: '0612349876',
} as const
const FULL = `${WHO.given} van der ${WHO.family}`

/** What people write, each where it is written. */
const SAID = {
  story: 'Kwikstaartverhaal over zeven bedden',
  danger: 'Roerdomp hij heeft een mes en slaat haar nu',
  form: 'Wielewaalformulier bij de loods',
  question: 'Grutto vraagt hoe laat dat was',
  answer: 'Tapuitantwoord na de middag',
  added: 'Karekiet zag hem ook gisteren',
  note: 'Boomklevernotitie van de functionaris',
  reason: 'Zilverreigerreden van het besluit',
  partner: 'Slobeendantwoord van de partner',
  told: 'Kramsvogelbericht aan de melder',
  advice: 'Goudplevieradvies van de functionaris',
  correction: 'Waterhoenverbetering van een zin',
} as const
const written: readonly Canary[] = [
  ...Object.entries(SAID).map(([what, text]) => ({ what, text })),
  { what: 'the mail address', text: WHO.mail },
  { what: 'the telephone number', text: WHO.phone },
]

let house: House
let lines: string[]
let consoles: typeof console
afterEach(async () => {
  Object.assign(console, consoles)
  await house.stop()
})

const welcome = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Er staat iets voor je klaar.' }],
} as const satisfies IAdaptiveCard

type Reporter = Person & { identity: readonly Canary[] }

/** A reporter whom nobody can mistake, known to Teams and to Graph. */
async function reporter(nth: string): Promise<Reporter> {
  const id = `29:kanarie-teams-${nth}-${randomUUID()}`
  const aadObjectId = randomUUID()
  const person = house.connector.person({ id, aadObjectId, name: FULL, locale: 'nl-NL', installed: true })
  house.graph.state.users.push(aadObjectId)
  await person.installs()
  const conversation = house.connector.chat(person)[0]?.conversationId ?? ''
  return {
    ...person,
    identity: [
      { what: 'the id in Teams', text: id },
      { what: 'the id in Entra', text: aadObjectId },
      { what: 'the id of the chat', text: conversation },
    ],
  }
}

const NAMES: readonly Canary[] = [
  { what: 'the name', text: FULL },
  { what: 'the given name', text: WHO.given },
  { what: 'the family name', text: WHO.family },
  { what: 'the account', text: WHO.account },
]

/** Each leak once, in a line. */
const told = (found: readonly Leak[]): string[] => [
  ...new Set(found.map(({ what, where, as, step }) => `${what} in ${where} as ${as}, ${step}`)),
]

async function setUp(degree: Degree, count: number): Promise<{ reporters: Reporter[]; eyes: Watch }> {
  lines = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  consoles = { ...console }
  quietConsole(log)
  house = await startHouse({ log, adjust: (config) => ({ ...config, logLevel: 'debug' }) })
  const reporters: Reporter[] = []
  for (let nth = 0; nth < count; nth += 1) reporters.push(await reporter(`${degree}-${nth}`))
  const identity = [...NAMES, ...reporters.flatMap((each) => each.identity)]
  return { reporters, eyes: watch(house, lines, reporters, identity, written) }
}

/** Types the story, with how to be reached in it, and more of who they are in what Teams says of them. */
async function tells(person: Person, text: string): Promise<void> {
  const typed = await person.say(`${text}.`)
  const from = isWire(typed.activity.from) ? typed.activity.from : {}
  const known = { ...from, userPrincipalName: WHO.account, email: WHO.mail, phone: WHO.phone }
  const words = `Je kunt me bereiken op ${WHO.mail} of ${WHO.phone}.`
  const more = { id: String(Date.now()), from: known, text: words, attachments: [] }
  await house.connector.send({ ...typed.activity, ...more })
  await house.settle()
}

/** From the first word to the end, with everything that can happen in between. */
async function wholeLife(person: Reporter, degree: Degree, eyes: Watch, found: Leak[]): Promise<Sent> {
  const { connector, marieke, joost, clock } = house
  const step = (name: string) => void found.push(...eyes.look(`${degree}: ${name}`))
  await tells(person, SAID.story)
  step('typed')
  await person.say(`${SAID.danger}.`)
  await house.settle()
  step('danger')
  await presses(house, person, 'noDanger')
  step('danger taken back')
  await fillsForm(house, person, { what: SAID.form, who: WHO.phone, howKnown: WHO.mail, minor: 'yes' })
  step('form')
  const it = await sends(house, person, degree)
  if (it.code !== undefined) {
    eyes.add({ what: 'the code', text: it.code })
    await presses(house, person, 'codeSaved')
  }
  step('sent')
  const does = officerOf(house, marieke, it.signal)
  expect(await does('open')).toContain(SAID.story)
  await does('take')
  await does('note', { text: SAID.note })
  await does('called')
  step('opened')
  // Teams is away for a while: what is asked comes later.
  const away = (ask: Parameters<typeof calls.write>[0]) =>
    calls.write(ask) && !ask.path.includes('thread.tacv2')
  connector.faults.next(8, away, faults.unavailable())
  await does('ask', { text: SAID.question })
  step('asked while Teams is away')
  connector.faults.clear()
  clock.advance({ minutes: 20 })
  await house.bot.sweep()
  await house.settle()
  step('asked')
  await house.restart()
  step('started again')
  await isBack(house, person, it)
  step('came back')
  await presses(house, person, 'answer', { answer: SAID.answer })
  step('answered')
  expect((await recordOf(house, it.signal)).questions[0]?.answer?.text).toBe(SAID.answer)
  await person.say('aanvullen')
  await person.say(`${SAID.added}. Hij heeft een mes en slaat haar nu.`)
  await house.settle()
  step('added')
  await does('handTo', { officer: joost.aadObjectId })
  const deputy = officerOf(house, joost, it.signal)
  expect(await deputy('open')).toContain(SAID.answer)
  await deputy('handTo', { officer: marieke.aadObjectId })
  step('handed to the deputy and back')
  await does('correct', { passage: 'story.0', text: SAID.correction, reason: SAID.reason })
  await does('freeze', { reason: SAID.reason })
  await does('unfreeze', { reason: SAID.reason })
  step('rights')
  await does('decideDays', {
    form: {
      outcome: 'external',
      reason: SAID.reason,
      lead: 'Wijkteam',
      partners: ['veilig-thuis'],
      victimHelp: 'arranged',
      victimCheck: SAID.reason,
      tellForm: 'message',
    },
    'answerBy.veilig-thuis': '2026-12-08',
  })
  step('decided')
  const route = async () => (await recordOf(house, it.signal)).routes[0]?.id
  await does('handOver', { route: await route() })
  step('handed over')
  await does('partnerAnswered', { route: await route(), what: 'takenUp', text: SAID.partner })
  await does('feedBack', { form: 'message', text: SAID.told })
  step('fed back')
  await person.say('mijn meldingen')
  await person.say('ik wil praten')
  await house.settle()
  await does('close')
  step('closed')
  const record = await recordOf(house, it.signal)
  expect([record.state, record.urgency, record.feedback.length]).toEqual(['closed', 'acute', 1])
  return it
}

describe('privacy: the watch itself', () => {
  test(
    'sees what is put in the channel, a notification, the log, a file, and a deleted row',
    async () => {
      const { reporters, eyes } = await setUp('confidential', 1)
      const [person] = reporters
      if (!person) throw new Error('Nobody reports.')
      const { parts } = house.bot
      const { serviceUrl } = house.connector
      const chat = { serviceUrl, conversation: house.connector.chat(person)[0]?.conversationId ?? '' }
      const officer = await parts.teams.openChat(serviceUrl, tenant(house), house.marieke.id)
      if ('failed' in officer) throw new Error('No chat with the officer.')
      expect(eyes.look('before')).toEqual([])
      await parts.teams.post({ serviceUrl, conversation: house.channel }, { text: 'x', notify: SAID.note })
      await parts.teams.post(chat, { card: welcome, notify: SAID.story })
      await parts.teams.post(officer, { text: `Van ${FULL}`, notify: 'x' })
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
      const { reporters, eyes } = await setUp(degree, 1)
      const [person] = reporters
      if (!person) throw new Error('Nobody reports.')
      const found: Leak[] = []
      await wholeLife(person, degree, eyes, found)
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
      const { reporters, eyes } = await setUp(degree, 7)
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
      await tells(withdraws, SAID.story)
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
        await tells(person, SAID.story)
        const it = await sendsAs(person)
        await officerOf(house, marieke, it.signal)('advise', { text: SAID.advice })
        await isBack(house, person, it)
        await person.say(
          choice === 'enough' ? 'dit was genoeg' : choice === 'keep' ? 'bewaar het' : 'ik kom later terug',
        )
        await house.settle()
        step(`advice: ${choice}`)
        const left = await readSignal(house.bot.parts.store, tenant(house), it.signal)
        const record = left && 'record' in left ? left.record : undefined
        expect(record?.kind).toBe(
          choice === 'enough' ? undefined : choice === 'keep' ? 'signal' : 'consultation',
        )
        expect(record?.consultationWish).toBe(choice === 'later' ? 'later' : undefined)
      }
      await against.say('sparren')
      await tells(against, SAID.story)
      await fillsForm(house, against, { what: SAID.form, minor: 'yes' })
      const weighty = await sendsAs(against)
      await officerOf(house, marieke, weighty.signal)('keepAgainstWish', { reason: SAID.reason })
      step('kept against the wish')
      expect((await recordOf(house, weighty.signal)).kind).toBe('signal')

      await tells(gone, SAID.story)
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
      clock.advance({ hours: 1 })
      await house.bot.sweep()
      await house.settle()
      await officerOf(house, marieke, unreachable.signal)('open')
      step('out of reach')
      if (degree !== 'anonymous') {
        expect(graph.requests.some(({ path }) => path.includes(gone.aadObjectId))).toBe(true)
        expect((await recordOf(house, unreachable.signal)).reporterLeft).toBeDefined()
      }

      await tells(leaves, SAID.story)
      clock.advance({ hours: 5 })
      await house.bot.sweep()
      await house.settle()
      step('a draft that is left')
      clock.advance({ hours: 25 })
      await house.bot.sweep()
      await house.settle()
      step('a draft that is gone')
      expect((await chatOf(house, leaves)).draft).toBeUndefined()
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
      const { reporters, eyes } = await setUp(degree, 1)
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
      expect(revealed).toEqual(degree === 'confidential' ? NAMES.slice(0, 3).map(({ what }) => what) : [])
      // Seen once, and not again.
      expect(eyes.identityIn(await does('open'))).toEqual([])
    },
    LONG,
  )

  test(
    'what is kept, opened with every key of the store: who it was stands sealed, or nowhere',
    async () => {
      const { reporters, eyes } = await setUp(degree, 1)
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
      expect(record.municipality).toBe(MunicipalityId.parse(house.connector.tenantId))
    },
    LONG,
  )
})
