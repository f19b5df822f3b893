/** What must hold after every schedule, whatever went wrong on the way. */

import { onDuty } from '../../services/municipality/municipality.ts'
import { isReachable } from '../../services/signal/reading/feedback.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { State } from '../../services/signal/words.ts'
import { reveal } from '../../services/vault/reveal.ts'
import { VaultBody } from '../../services/vault/vault.ts'
import { keys } from '../kit/chats.ts'
import { MARIEKE, TODAY } from '../kit/signals.ts'
import { type Case, sent as newCase } from './case.ts'
import type { Version } from './history.ts'
import { LateWatch } from './late.ts'
import { type Issued, step } from './model.ts'
import { must } from './must.ts'
import type { Given, Played, Sent } from './play.ts'
import { explained } from './twice.ts'
import { comesBack, noticeOf, unheard } from './unheard.ts'
import { memberIdOf, officerChat, town } from './world.ts'

const same = (is: unknown, should: unknown, what: string): void =>
  must(JSON.stringify(is) === JSON.stringify(should), what, { is, should })

/** C1: which state may follow which; a decision can be made anew, and a partner can be handed to at any time after. */
const NEXT: Record<State, readonly State[]> = {
  received: ['inTriage', 'decided', 'fedBack', 'closed'],
  inTriage: ['received', 'decided', 'fedBack', 'closed'],
  decided: ['handedOver', 'fedBack', 'closed'],
  handedOver: ['decided', 'fedBack', 'closed'],
  fedBack: ['decided', 'handedOver', 'closed'],
  closed: [],
}

/** Checks everything, and counts. @throws Broken */
export async function check(it: Played): Promise<void> {
  const { figures } = it
  figures.schedules += 1
  figures.calls += it.calls
  figures.shown += it.world.shown.length
  if (it.clean) figures.clean += 1
  const [defect] = it.history.defects
  must(defect === undefined, 'no bot met a defect', Error.isError(defect) ? defect.stack : defect)
  for (const [on, one] of it.sent.entries()) {
    figures.signals += 1
    const versions = it.history.of(one.text)
    must(one.confirmed, 'every signal was sent in the end')
    const given = [...it.given.values()].filter((g) => g.on === on)
    const model = applied(one, versions, given, it)
    answered(given, versions, it)
    transitions(versions)
    const last = versions.at(-1)
    if (model.state === 'ended') forgotten(it, one, last)
    else if (last?.is === 'record') {
      asModel(last.record, model, one, it)
      effectsDone(last.record, it)
      comesBack(last.record, it)
    } else must(false, 'a confirmed signal is not lost', one.text)
    explained(it, one, model, last)
    await notRevealed(it, one, last)
  }
  nobodyElse(it)
}

/** The commands that were kept, in their order, each once, done to the model. */
function applied(one: Sent, versions: readonly Version[], given: readonly Given[], it: Played): Case {
  const [first] = versions
  const { accountable, behind } = onDuty(town, TODAY)
  const watch = new LateWatch()
  const model = newCase({
    reachable: first?.is === 'record' && isReachable(first.record),
    kind: one.kind,
    degree: one.degree,
    urgency: one.urgency,
    danger: one.urgency === 'acute',
    accountable: accountable.id,
    pair: [accountable, ...behind.slice(0, 1)].map(({ id }) => id),
    text: one.text,
  })
  const done = new Set<string>()
  for (const [at, version] of versions.entries()) {
    const before = versions[at - 1]
    const late = watch.see(version)
    if (late) {
      model.late.push(late)
      model.notices.push(`${late.officer} notArrived`)
    }
    if (before?.is !== 'record') continue
    const command = commandBetween(before.record, version, given, it, model)
    if (!command) {
      if (version.is === 'record') model.notices.push(...noticeOf(before.record, version.record, it))
      continue
    }
    must(command.do === 'view' || !done.has(command.id), 'a command is done once', command)
    done.add(command.id)
    // A reporter who left the organisation in between is not told any more.
    model.reachable = isReachable(before.record)
    model.unheard = unheard(before.record)
    const wrong = step(model, command)
    must(wrong === undefined, `may not be saved: ${wrong}`, command)
    if (version.is !== 'record') continue
    const { record } = version
    same([record.revision, record.state], [model.revision, model.state], `after ${command.do}`)
    must(
      record.audit.length > before.record.audit.length,
      'every saved change is in the audit trail',
      command,
    )
  }
  for (const { command, answers } of given) {
    const saved = answers.filter(({ done: how }) => how === 'saved' || how === 'ended').length
    must(command.do === 'view' || saved <= 1, 'a command is saved once', command)
    must(saved === 0 || command.do === 'view' || done.has(command.id), 'what was answered stands', command)
  }
  return model
}

/** Which command made one version of the other; none for a mark of what was delivered. */
function commandBetween(
  before: SignalRecord,
  version: Version,
  given: readonly Given[],
  it: Played,
  model: Case,
): Issued | undefined {
  if (version.is === 'gone') must(false, 'a signal does not vanish', before.id)
  if (version.is === 'tombstone') {
    // Nothing of it says which one it was: one that ends a consultation, and that no other version holds.
    const answered = given.find((g) => ends(g.command) && g.answers.some((a) => a.done === 'ended'))
    if (answered) return answered.command
    // Of several that got no answer, one that may end it as it stands; one who was too late need not have heard so
    // either.
    const silent = given.flatMap((g) => (ends(g.command) && g.silent > 0 ? [g.command] : []))
    return silent.find((command) => mayEnd(model, command)) ?? silent[0]
  }
  if (version.is !== 'record') return undefined
  const fresh = version.record.taken.filter((id) => !before.taken.includes(id))
  must(fresh.length <= 1, 'one save holds one command', fresh)
  const [id] = fresh
  if (id !== undefined) {
    const found = it.given.get(id)
    must(found !== undefined, 'only what was asked is done', id)
    return found?.command
  }
  const seen = version.record.audit.length > before.audit.length ? version.record.audit.at(-1) : undefined
  if (seen?.what !== 'view') return undefined
  return given.find(
    ({ command: c }) => c.do === 'view' && c.actor.role === 'officer' && c.actor.id === seen.by,
  )?.command
}

/** Would the model end by this? */
function mayEnd(model: Case, command: Issued): boolean {
  const trial = structuredClone(model)
  return step(trial, command) === undefined && trial.state === 'ended'
}

const ends = (command: Issued): boolean =>
  (command.do === 'endConsultation' || command.do === 'chooseConsultation') && command.choice === 'enough'

/** The one who came second was told so, with what the first one left. */
function answered(given: readonly Given[], versions: readonly Version[], it: Played): void {
  const { figures } = it
  const newest = versions.findLast((v) => v.is === 'record')
  for (const { command, answers, silent } of given) {
    figures.commands += 1
    figures.unknown += silent
    for (const answer of answers) {
      if (answer.done === 'saved' || answer.done === 'ended') figures.saved += 1
      if (answer.done !== 'refused') continue
      figures.refused += 1
      if (answer.refusal.refused !== 'stale') continue
      figures.stale += 1
      const { record } = answer.kept
      const other =
        record.takenBy !== undefined &&
        command.actor.role === 'officer' &&
        record.takenBy !== command.actor.id
      must(
        (command.do === 'take' && other) || (command.seen ?? 0) < record.revision,
        'who is too late gets what the other one left',
        command,
      )
    }
  }
  must(newest !== undefined, 'it stood once')
}

function transitions(versions: readonly Version[]): void {
  for (const [at, version] of versions.entries()) {
    const before = versions[at - 1]
    if (version.is !== 'record' || before?.is !== 'record') continue
    const [from, to] = [before.record.state, version.record.state]
    must(from === to || NEXT[from].includes(to), `no way from ${from} to ${to}`)
  }
}

/** The record says what the model says. */
function asModel(record: SignalRecord, model: Case, one: Sent, it: Played): void {
  const dangerOf = ({ danger }: SignalRecord) => (!danger ? 'none' : danger.takenBackAt ? 'takenBack' : 'now')
  const is = {
    kind: record.kind,
    state: record.state,
    degree: record.degree,
    urgency: record.urgency,
    minor: record.minor,
    danger: dangerOf(record),
    revision: record.revision,
    accountable: record.accountable,
    takenBy: record.takenBy,
    questions: record.questions.map((q) => ({ id: q.id, answered: q.answer !== undefined })),
    advices: record.advices.map((a) => a.id),
    routes: record.routes.map(({ partner, state }) => ({ partner, state })),
    decisions: record.decisions.map((d) => d.id),
    feedback: record.feedback.length,
    notes: record.notes.length,
    calls: record.calls.length,
    reveals: record.reveals.length,
    wish: record.consultationWish ?? 'none',
    withdrawalWish: record.withdrawalWish !== undefined,
    closedBy: record.closing?.by,
    words: record.story.map((part) => part.text),
    audit: record.audit.filter((a) => a.by !== 'system').map((a) => a.what),
  }
  for (const [name, value] of Object.entries(is))
    same(value, Reflect.get(model, name), `${name} of the record`)
  const vault = it.store.disk.all('vault').find(({ id }) => id === record.vaultKey)
  must(one.degree === 'anonymous' ? !record.vaultKey : vault !== undefined, 'the vault has who reported')
  const identity = vault && VaultBody.parse(vault.body).identity
  must(
    (identity !== undefined) === (one.degree === 'confidential'),
    'the vault holds no name it may not hold',
  )
}

/** Nothing is left to be sent; what could not be is marked. */
function effectsDone(record: SignalRecord, it: Played): void {
  const failed = record.effects.filter((e) => e.deadLetter)
  const { stands } = it.world
  // A doorbell that somebody removed says where the newer one stands once it is there again, within two days.
  const waits = (e: SignalRecord['effects'][number]): boolean =>
    e.kind === 'retireBell' && it.incidents.removed > 0 && !stands.has(e.posted.activity)
  same(
    record.effects.filter((e) => !e.deadLetter && !waits(e)),
    [],
    'nothing is pending in the end',
  )
  it.figures.failed += failed.length
  // What is given up has a reason: whoever it is for is gone.
  for (const effect of failed) {
    const { crashes, unknown } = it.incidents
    const unsure = crashes + [...unknown.values()].reduce((sum, n) => sum + n, 0)
    const excused = effect.deadLetter === 'outcomeUnknown' ? unsure >= 2 : it.world.left.size > 0
    must(excused, 'given up without a reason', effect)
  }
}

/** A consultation that was enough leaves nothing. */
function forgotten(it: Played, one: Sent, last: Version | undefined): void {
  must(last?.is === 'gone', 'nothing is kept of sparren that was enough')
  const { disk } = it.store
  const chats = JSON.stringify(disk.all('chat').map(({ body }) => body))
  const signal = it.history.called(one.text) ?? 'none'
  if (it.world.left.size === 0) must(!chats.includes(signal), 'the chat does not know of it any more')
}

/** The second degree cannot be opened, the third is not there; the first with a recorded reason only. */
async function notRevealed(it: Played, one: Sent, last: Version | undefined): Promise<void> {
  if (last?.is !== 'record') return
  const { record } = last
  const reveals = [{ at: record.receivedAt, by: MARIEKE, reason: 'test' }]
  const name = await reveal(it.store, keys, { ...record, reveals }, MARIEKE)
  same(name, one.degree === 'confidential' ? one.person.name : undefined, 'who may be revealed')
  const opened = await reveal(it.store, keys, { ...record, reveals: [] }, MARIEKE)
  same(opened, undefined, 'nobody is revealed without a reason')
}

/** Nothing for one person stands before another, and no name of a reporter stands anywhere. */
function nobodyElse(it: Played): void {
  const owner = new Map<string, string>()
  for (const { text, person } of it.sent) {
    const first = it.history.of(text)[0]
    if (first?.is === 'record') owner.set(first.record.reference, person.chat)
  }
  const officers = new Set(town.officers.map(({ id }) => officerChat(memberIdOf(id))))
  for (const { where, reference, text } of it.world.shown) {
    must(!/Kanarie|29:melder|a:melder/.test(text), 'nobody is told who reported', text)
    if (where === town.channel.channelId || officers.has(where)) {
      must(!/Melding \d|Aanvulling|Antwoord|Nu gevaar/.test(text), 'no words in the channel', text)
    } else if (reference !== undefined)
      same(where, owner.get(reference), 'what is for one person stays there')
  }
  for (const line of it.history.logged)
    must(!/Kanarie|melder|Melding|Vraag/.test(line), 'the log says nothing', line)
}
