/** What people saw against what they should have seen: all of it, in its order, and nothing twice without a reason. */
import { texts } from '../../cards/texts/index.ts'
import type { ReporterMessage, SignalRecord } from '../../services/signal/record.ts'
import type { Case } from './case.ts'
import type { Version } from './history.ts'
import { saidAtAll, saidTruly } from './late.ts'
import { must } from './must.ts'
import type { Played, Sent } from './play.ts'
import { toldOtherwise } from './unheard.ts'
import { memberIdOf, officerChat, type Shown, town } from './world.ts'

const labelOf = (message: ReporterMessage): string => {
  switch (message.about) {
    case 'question':
      return `question:${message.question}`
    case 'advice':
      return `advice:${message.advice}`
    case 'consultationEnded':
      return `ended:${message.choice}`
    case 'feedback':
      return 'feedback'
    default:
      return message.about
  }
}

/** As the card is told apart: feedback by what it begins with. */
function wordOf(record: SignalRecord, message: ReporterMessage): string {
  if (message.about !== 'feedback') return labelOf(message)
  return `feedback:${record.feedback.find(({ id }) => id === message.feedback)?.text.split(' ')[1]}`
}

const times = <T>(all: readonly T[]): Map<T, number> => {
  const counted = new Map<T, number>()
  for (const one of all) counted.set(one, (counted.get(one) ?? 0) + 1)
  return counted
}

/** New messages with this label in this place, and the first time that it stood anywhere there. */
const posted = (shown: readonly Shown[]): string[] => {
  const seen = new Set<string>()
  return shown.flatMap(({ what, activity }) => {
    // The same card drawn again in its place is no second message.
    const name = `${activity} ${what}`
    if (seen.has(name)) return []
    seen.add(name)
    return [what]
  })
}

/** What was shown too often, `should` times being right, needs as many reasons; one can repeat each of them. */
function reasons(it: Played, where: string, what: string, n: number, should: number): void {
  const extra = n - should
  if (extra <= 0) return
  const { crashes, removed, unknown } = it.incidents
  const lost = unknown.get(where) ?? 0
  const most = (lost + crashes + removed) * Math.max(1, should)
  must(extra <= most, `shown twice without a reason: ${what}`, { extra, should, lost, crashes, removed })
  const { twice } = it.figures
  const byUnknown = Math.min(extra, lost)
  const byCrash = crashes > 0 ? extra - byUnknown : 0
  twice.unknown += byUnknown
  twice.crash += byCrash
  twice.removed += extra - byUnknown - byCrash
}

/** Checks what was shown of one signal. */
export function explained(it: Played, one: Sent, model: Case, last: Version | undefined): void {
  const first = it.history.of(one.text)[0]
  if (first?.is !== 'record') return
  const { reference } = first.record
  const about = it.world.shown.filter((shown) => shown.reference === reference)
  toReporter(it, one, model, last, about)
  doorbell(it, model, last, about)
  notices(it, one, model, last, about)
  alarms(it, model, about)
}

/** The channel, and the own chats of the officers, by their names. */
const PLACES = new Map<string, string>([
  ['channel', town.channel.channelId],
  ...town.officers.map(({ id }): [string, string] => [id, officerChat(memberIdOf(id))]),
])

/** Danger that nobody took back rang, whatever went wrong; and nobody was alarmed without a reason. */
function alarms(it: Played, model: Case, about: readonly Shown[]): void {
  if (model.state === 'ended') return
  const raised = times(model.raised)
  for (const [name, where] of PLACES) {
    const here = about.filter((shown) => shown.where === where)
    const rang = times(posted(here.filter(({ what }) => what === 'alarm' || what === 'raised')))
    const excused = it.incidents.removed > 0
    const isRung = name === 'channel' || model.pair.some((id) => id === name)
    if (model.danger === 'now' && isRung)
      must(here.some(({ what }) => what.startsWith('alarm')) || excused, `the alarm rang: ${name}`, about)
    must(model.rings > 0 || !rang.has('alarm'), `nobody wrote of danger: ${name}`)
    reasons(it, where, 'alarm', rang.get('alarm') ?? 0, model.rings)
    const should = raised.get(name) ?? 0
    const n = rang.get('raised') ?? 0
    must(should === 0 || n > 0, `an officer raised it, and it did not ring: ${name}`, here)
    must(n === 0 || should > 0, `nobody raised it: ${name}`)
    reasons(it, where, 'raised', n, should)
  }
}

function toReporter(
  it: Played,
  { person, degree, text }: Sent,
  model: Case,
  last: Version | undefined,
  about: readonly Shown[],
): void {
  const heard = posted(about.filter(({ where }) => where === person.chat))
  must(!heard.includes('other'), 'every message says what it is about', heard)
  const record: SignalRecord | undefined = last?.is === 'record' ? last.record : undefined
  if (degree === 'anonymous') {
    must(heard.length === 0, 'who is anonymous is not written to', heard)
    const all = record?.code?.waiting.map(({ message }) => wordOf(record, message)) ?? []
    const waits = all.filter((what) => what !== 'overdue')
    if (record) must(waits.join() === model.messages.join(), 'all of it waits at the code', { waits, model })
    return
  }
  const failed = record?.effects.flatMap((e) => (e.kind === 'tellReporter' ? [labelOf(e.message)] : [])) ?? []
  const should = times(model.messages)
  const count = times(asMeant(heard, model))
  const earlier = times(model.earlier)
  const otherwise = record ? toldOtherwise(record) : []
  const gaveUp = (what: string) =>
    otherwise.includes(what) || failed.includes(what) || failed.includes(what.split(':')[0] ?? '')
  for (const [what, n] of should) {
    const reached = count.get(what) ?? 0
    // Whom nothing reaches hears nothing of an end that is forgotten with all the rest.
    const unreached = it.world.left.has(person.chat) || it.world.deaf
    const excused = gaveUp(what) || (model.state === 'ended' && unreached)
    must(reached >= n || excused, `the reporter did not hear: ${what}`, { heard, should: model.messages })
  }
  for (const [what, n] of count) {
    if (what === 'overdue' && record) {
      // Of each clock that ran out once; nobody asked for it.
      const clocks = new Set((record.reminded ?? []).map(({ term, of }) => `${term} ${of}`)).size
      must(clocks > 0, 'the reporter heard of a clock that did not run out')
      reasons(it, person.chat, what, n, clocks)
      continue
    }
    if (what === 'above') {
      // The receipt came late, in the place of the card that was typed: a new line says so.
      must(count.has('received'), 'what was sent above stands there')
      reasons(it, person.chat, what, n, 1)
      continue
    }
    if (model.state !== 'ended') must(should.has(what), `the reporter heard what was not said: ${what}`)
    reasons(it, person.chat, what, n, Math.max(1, (should.get(what) ?? 0) + (earlier.get(what) ?? 0)))
  }
  if (model.state === 'ended') return
  // Who hears something for the first time hears it in the order in which it happened.
  const firsts = (all: readonly string[]) => all.filter((what, at) => all.indexOf(what) === at)
  // What was given up, and woken later, comes when it can.
  const woken = everGivenUp(it, text)
  const order = firsts(model.messages).filter((what) => count.has(what) && !woken.has(what))
  const heardOrder = firsts(asMeant(heard, model)).filter((what) => should.has(what) && !woken.has(what))
  must(order.join() === heardOrder.join(), 'in order', { order, heardOrder })
}

/**
 * That a consultation goes on is read as what became of it since: kept as a signal, or the end. Those come before what says that
 * by itself.
 */
function asMeant(heard: readonly string[], model: Case): string[] {
  const should = times(model.messages)
  const count = times(heard)
  const missing = (should.get('ended:later') ?? 0) - (count.get('ended:later') ?? 0)
  const since = model.state === 'closed' ? ['ended:keep', 'closed'] : ['ended:keep']
  let left = model.kind === 'signal' || model.state === 'closed' ? missing : 0
  return heard.map((what) => {
    const extra = (count.get(what) ?? 0) > (should.get(what) ?? 0)
    if (left <= 0 || !extra || !since.includes(what)) return what
    left -= 1
    count.set(what, (count.get(what) ?? 0) - 1)
    return 'ended:later'
  })
}

/** What was given up once, whatever became of it. */
function everGivenUp(it: Played, text: string): ReadonlySet<string> {
  return new Set(
    it.history.of(text).flatMap((version) => {
      if (version.is !== 'record') return []
      const { record } = version
      return record.effects.flatMap((e) =>
        e.kind === 'tellReporter' && e.deadLetter ? [wordOf(record, e.message)] : [],
      )
    }),
  )
}

function doorbell(it: Played, model: Case, last: Version | undefined, about: readonly Shown[]): void {
  const where = town.channel.channelId
  const bells = about.filter(
    (shown) => shown.where === where && (shown.what === 'doorbell' || shown.what === 'gone'),
  )
  reasons(it, where, 'doorbell', bells.filter((shown) => shown.fresh).length, 1)
  const { channel, crashes: died } = it.incidents
  const atHome = about.some((shown) => shown.where !== where && shown.what === 'doorbell')
  must(!atHome || channel + died >= 2, 'the doorbell rings at home when the channel took nothing twice')
  if (model.state === 'ended' || last?.is !== 'record') {
    const { crashes, removed, unknown } = it.incidents
    // A card that nobody knows of cannot be mended: rung by an instance that died, or without an answer.
    const excused = crashes + removed + (unknown.get(where) ?? 0) > 0
    const stale = new Set(bells.map((bell) => bell.activity))
    for (const bell of bells) if (bell.what === 'gone') stale.delete(bell.activity)
    must(stale.size === 0 || excused, 'every doorbell says that it ended', bells)
    return
  }
  must(bells.length > 0, 'the doorbell rang')
  const { record } = last
  must(record.doorbell?.shown === record.revision, 'the doorbell knows the newest', record.doorbell)
  const stands = it.world.stands.get(record.doorbell?.activity ?? '')
  // Somebody removed it after the last time that it was mended: the next change posts it anew.
  if (stands === undefined && it.incidents.removed > 0) return
  must(stands !== undefined, 'the doorbell stands')
  if (stands === undefined) return
  const t = texts('nl').officer
  must(stands.includes(t.words.states[record.state]), 'the doorbell shows the state', {
    state: record.state,
    stands,
  })
  must(stands.includes(t.words.urgencies[record.urgency]), 'the doorbell shows the urgency')
}

/** Of what did not arrive an officer hears, truly and in time. */
function notArrived(it: Played, one: Sent, model: Case, last: SignalRecord, about: readonly Shown[]): void {
  const versions = it.history.of(one.text)
  const lines = (where: string | undefined) =>
    about.filter((shown) => shown.where === where && shown.what === 'notice:notArrived' && shown.fresh)
  const arrived = (record: SignalRecord, message: ReporterMessage, before: number): boolean =>
    about.some(
      ({ where, what, at }) => where === one.person.chat && at < before && what === wordOf(record, message),
    )
  for (const where of PLACES.values())
    for (const line of lines(where)) saidTruly(line, model.late, versions, arrived)
  saidAtAll(model.late, last, (to) => lines(PLACES.get(to)))
}

function notices(
  it: Played,
  one: Sent,
  model: Case,
  last: Version | undefined,
  about: readonly Shown[],
): void {
  if (model.state === 'ended') return
  if (last?.is === 'record') notArrived(it, one, model, last.record, about)
  const reminded = last?.is === 'record' ? (last.record.reminded ?? []) : []
  const should = times(model.notices)
  const seen = new Map<string, number>()
  for (const { id } of town.officers) {
    const where = officerChat(memberIdOf(id))
    const heard = posted(about.filter((shown) => shown.where === where && shown.what.startsWith('notice')))
    for (const [what, n] of times(heard)) {
      const name = `${id} ${what.split(':')[1]}`
      seen.set(name, n)
      if (what === 'notice:overdue') {
        // Time passed, which nobody asked for: the record says who was to be told of it, and how often.
        const entries = new Set(reminded.filter(({ to }) => to === id).map(({ entry }) => entry))
        must(entries.size > 0, `an officer heard of a term that did not pass: ${id}`)
        reasons(it, where, name, n, entries.size)
        continue
      }
      must(should.has(name), `an officer heard what was not said: ${name}`)
      reasons(it, where, name, n, should.get(name) ?? 0)
    }
  }
  for (const [name, n] of should)
    must(
      // What arrived before they heard of it is not said any more (`saidAtAll`).
      name.endsWith(' notArrived') || (seen.get(name) ?? 0) >= n,
      `an officer did not hear: ${name}`,
      about.map((a) => [a.where, a.what]),
    )
}
