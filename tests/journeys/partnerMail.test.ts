/** A mail to a partner, with a Graph and a mailbox that fail in every way: nothing is lost, and nothing twice without a word. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import { MAILBOX } from '../../infra/local/mailStandIn.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { type House, startHouse } from '../kit/house.ts'
import { audit, open, press, seen, verb } from './officerSteps.ts'
import {
  answer,
  handedByMail,
  handedOver,
  linkIn,
  look,
  mailIt,
  onceIn,
  PARTNER_MAIL,
  post,
  routeOf,
} from './outsideSteps.ts'
import { said } from './steps.ts'

let house: House
let lines: string[]
beforeEach(async () => {
  lines = []
  house = await startHouse({ log: openLog('debug', { write: (line) => void lines.push(line) }) })
})
afterEach(() => house.stop())

const standing = async (it: Parameters<typeof routeOf>[1]) =>
  (await routeOf(house, it)).sent?.at(-1)?.standing
const mails = () => house.graph.mail.sent
/** So much later, the rounds done. */
async function later(by: Parameters<House['clock']['advance']>[0]): Promise<void> {
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
}
const heard = (text: string) => said(house, house.marieke).filter((line) => line.includes(text))

test('throttled, then taken: once, after what Graph asked for', async () => {
  const it = await handedOver(house)
  house.graph.faults.next(1, graphCalls.sendMail, {
    kind: 'answer',
    reply: graphError(429, 'TooManyRequests', '', 120),
  })
  await mailIt(house, it)
  expect([mails().length, await standing(it)]).toEqual([0, 'queued'])
  await later({ minutes: 1 })
  expect(mails()).toHaveLength(0)
  await later({ minutes: 3 })
  expect([mails().length, await standing(it)]).toEqual([1, 'accepted'])
  // One request each time: the client's own retries are not in the chain.
  expect(house.graph.requests.filter(graphCalls.sendMail)).toHaveLength(2)
})

test.each(['reset', 'slow answer lost'] as const)(
  'an outcome that nobody knows (%s): once more, and it says so',
  async (how) => {
    const it = await handedOver(house)
    const fault =
      how === 'reset'
        ? ({ kind: 'reset', accepted: true } as const)
        : ({ kind: 'answer', accepted: true, reply: graphError(504, 'GatewayTimeout', '') } as const)
    house.graph.faults.next(1, graphCalls.sendMail, fault)
    await mailIt(house, it)
    expect([mails().length, await standing(it)]).toEqual([1, 'queued'])
    await later({ minutes: 5 })
    expect([mails().length, await standing(it)]).toEqual([2, 'accepted'])
    expect(mails()[0]?.text).not.toContain('Misschien krijg je deze mail twee keer')
    expect(mails()[1]?.text).toContain('Misschien krijg je deze mail twee keer')
    expect((await routeOf(house, it)).mails?.[0]?.perhapsTwice).toBe(true)
    expect(seen(house, await open(house, house.marieke, it))).toContain('misschien twee keer')
    // Both have the same link, and one answer is one.
    expect(mails()[0]?.text.match(/https:\S+/g)?.[0]).toBe(mails()[1]?.text.match(/https:\S+/g)?.[0])
  },
)

test('twice unknown is given up: not confirmed, and a person is asked to call', async () => {
  const it = await handedOver(house)
  house.graph.faults.next(9, graphCalls.sendMail, { kind: 'reset', accepted: true })
  await mailIt(house, it)
  for (let times = 0; times < 4; times += 1) await later({ minutes: 10 })
  expect([mails().length, await standing(it)]).toEqual([2, 'notConfirmed'])
  expect(heard('Een mail aan een organisatie is niet verstuurd')).toHaveLength(1)
  expect(seen(house, await open(house, house.marieke, it))).toContain('Misschien ging de mail toch weg')
})

test.each(['forbidden', 'no mailbox'] as const)(
  'a mailbox that refuses (%s): tried for a while, then told, and Graph itself is not called broken',
  async (how) => {
    const it = await handedOver(house)
    house.graph.mail.mailboxes.delete(MAILBOX)
    if (how === 'forbidden') house.graph.mail.forbidden.add(MAILBOX)
    await mailIt(house, it)
    expect(
      house.bot.app.ways?.of(house.config.municipalities[0] ?? ({} as never), 'graph').failing,
    ).toBeUndefined()
    for (let times = 0; times < 24; times += 1) await later({ minutes: 40 })
    expect([mails().length, await standing(it)]).toEqual([0, 'notConfirmed'])
    expect(heard('Een mail aan een organisatie is niet verstuurd')).toHaveLength(1)
    const dossier = seen(house, await open(house, house.marieke, it))
    expect(dossier).toContain('De mail aan een organisatie is niet zeker verstuurd')
    expect(lines.join('')).not.toMatch(/meldpunt@|arbeid\.example/)
  },
)

test('without a mailbox, or without an address, it says so at once', async () => {
  const it = await handedOver(house)
  await mailIt(house, it, { to: 'geen adres' })
  expect([mails().length, await standing(it)]).toEqual([0, 'notConfirmed'])
  expect(seen(house, await open(house, house.marieke, it))).toContain('er is geen adres')
})

test('taken, and back a moment later: the officer hears that, and reads why; said twice it is once', async () => {
  house.graph.mail.bouncing.set(PARTNER_MAIL, { status: '5.1.10', diagnostic: '550 5.1.10 not found' })
  const it = await handedByMail(house)
  expect(await standing(it)).toBe('accepted')
  await later({ minutes: 3 })
  expect(await standing(it)).toBe('bounced')
  expect(heard('kwam terug')).toHaveLength(1)
  expect(seen(house, await open(house, house.marieke, it))).toContain('het adres bestaat niet')
  for (let times = 0; times < 3; times += 1) await later({ minutes: 3 })
  expect(heard('kwam terug')).toHaveLength(1)
  expect((await audit(house, it)).filter((line) => line.endsWith('mailBounced'))).toHaveLength(1)
  // What came back is not chased as well.
  await later({ days: 3 })
  expect(await standing(it)).toBe('bounced')
})

test('read again from where it was, also by another instance', async () => {
  const it = await handedByMail(house)
  await later({ minutes: 3 })
  await house.restart()
  const number = (await routeOf(house, it)).mails?.[0]?.number ?? ''
  house.clock.advance({ minutes: 1 })
  const answer = [
    'From: Anna <anna@arbeid.example>',
    `To: ${MAILBOX}`,
    `Subject: RE: Bericht (${number})`,
    'In-Reply-To: <x@y>',
    '',
    'Kanariewoord van de partner',
  ]
  house.graph.mail.receive(answer.join('\r\n'), 'RE')
  house.graph.mail.receive('Subject: reclame\r\n\r\nKoop nu', 'reclame')
  // The lease of the one before is over by then.
  await later({ minutes: 12 })
  expect(heard('antwoordde met een mail')).toHaveLength(1)
  expect(JSON.stringify(await routeOf(house, it))).not.toContain('Kanariewoord')
  expect(lines.join('')).not.toContain('Kanariewoord')
  const before = house.graph.requests.filter(graphCalls.mime).length
  await later({ minutes: 3 })
  const asked = house.graph.requests.filter(graphCalls.inbox).length
  await later({ minutes: 3 })
  expect(house.graph.requests.filter(graphCalls.inbox).length).toBe(asked + 1)
  // The newest of one moment stands on the page again, and is not read again.
  expect(house.graph.requests.filter(graphCalls.mime).length).toBe(before)
})

test('a machine that says that somebody is away is no answer', async () => {
  const it = await handedByMail(house)
  const number = (await routeOf(house, it)).mails?.[0]?.number ?? ''
  house.graph.mail.receive(
    `From: a@arbeid.example\r\nSubject: Automatisch antwoord: Bericht (${number})\r\nAuto-Submitted: auto-replied\r\n\r\nWeg`,
    'weg',
  )
  await later({ minutes: 3 })
  expect((await routeOf(house, it)).mails?.[0]?.replied).toBeUndefined()
})

test('nothing heard by the end of the next working day: not confirmed, told once; an answer by the link still counts', async () => {
  const it = await handedByMail(house)
  await later({ hours: 20 })
  expect(await standing(it)).toBe('accepted')
  await later({ hours: 13 })
  expect(await standing(it)).toBe('notConfirmed')
  expect(heard('kwam nog niets')).toHaveLength(1)
  await later({ days: 1 })
  expect(heard('kwam nog niets')).toHaveLength(1)
  expect((await answer(house, linkIn(house), { what: 'takenUp' })).status).toBe(200)
})

test('what was answered is not chased', async () => {
  const it = await handedByMail(house)
  await answer(house, linkIn(house), { what: 'question', line: 'Wie?' })
  await later({ days: 3 })
  expect([await standing(it), heard('kwam nog niets').length]).toEqual(['accepted', 0])
})

test('a mailbox that cannot be read is said once in the log, and nothing else stops', async () => {
  const it = await handedByMail(house)
  house.graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.inbox, {
    kind: 'answer',
    reply: graphError(403, 'ErrorAccessDenied', 'meldpunt@'),
  })
  for (let times = 0; times < 4; times += 1) await later({ minutes: 3 })
  expect(lines.filter((line) => line.includes('mailbox.unread'))).toHaveLength(1)
  await later({ hours: 33 })
  expect(await standing(it)).toBe('notConfirmed')
})

test('it dies after Graph took the mail, and before that was saved: once more, and it says so', async () => {
  const it = await handedOver(house)
  const { store } = house.bot.app
  const { save, saveMany } = store
  const lost = () => Promise.reject(new StoreUnavailable('unreachable', { unsure: true }))
  store.save = (ops) => (mails().length > 0 ? lost() : save.call(store, ops))
  store.saveMany = (groups) => (mails().length > 0 ? lost() : saveMany.call(store, groups))
  // What it cannot save it tries to save until it is stopped: nobody waits for that.
  void mailIt(house, it).catch(() => undefined)
  for (let times = 0; times < 200 && mails().length === 0; times += 1)
    await new Promise((resolve) => setTimeout(resolve, 25))
  expect(mails()).toHaveLength(1)
  await house.restart()
  await later({ minutes: 2 })
  await later({ minutes: 2 })
  expect([mails().length, await standing(it)]).toEqual([2, 'accepted'])
  expect(mails()[1]?.text).toContain('Misschien krijg je deze mail twee keer')
  expect((await routeOf(house, it)).mails).toHaveLength(1)
})

test('the save of an answer fails: the page says so, and the same page once more is one answer', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  const fields = { what: 'takenUp', once: onceIn(await look(url)) }
  const { store } = house.bot.app
  const save = store.save.bind(store)
  // It was saved, and the answer got lost.
  store.save = async (ops) => {
    await save(ops)
    throw new StoreUnavailable('unreachable', { unsure: true })
  }
  const lost = await post(house, url, fields)
  expect([lost.status, lost.text.includes('Twee keer versturen is niet erg')]).toEqual([503, true])
  store.save = save
  expect((await post(house, url, fields)).text).toContain('Dank je')
  expect((await routeOf(house, it)).fromLink).toHaveLength(1)
  expect(lines.join('')).not.toContain(url.slice(-60))
})

test('the officer and the partner at the same moment: both are kept', async () => {
  const it = await handedByMail(house)
  const url = linkIn(house)
  await answer(house, url, { what: 'question', line: 'Wie?' })
  const dossier = await open(house, house.marieke, it)
  const [got] = await Promise.all([
    answer(house, url, { what: 'question', line: 'En wanneer?' }),
    press(house, house.marieke, dossier, verb('confirmLinkAnswer')),
  ])
  expect(got.status).toBe(200)
  const said = (await routeOf(house, it)).fromLink ?? []
  expect(said.map(({ line }) => line)).toEqual(['Wie?', 'En wanneer?'])
  // The officer saw an older card, or was first: never half of it.
  const { answer: noted } = await routeOf(house, it)
  expect(noted?.note).toBe(said[0]?.settled ? 'Wie?' : undefined)
})
