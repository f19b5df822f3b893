/** Plays one schedule: people do things, the world goes wrong, bots die and others go on; then all comes to rest. */

import { handling } from '../../bot/app/ports.ts'
import { chatDue, write } from '../../services/draft/drafting.ts'
import { sendDraft } from '../../services/draft/send.ts'
import { dueOf } from '../../services/outbox/schedule.ts'
import { chatOp, type Handled, handle, parseStored, readChat } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Store } from '../../services/store/port.ts'
import { Reporter, vaultDocument } from '../../services/vault/vault.ts'
import { SignalId, VaultKey } from '../../services/words.ts'
import { keys } from '../kit/chats.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { ids } from '../kit/signals.ts'
import { Bot, type Scene } from './bots.ts'
import { commandOf } from './deeds.ts'
import type { Figures } from './figures.ts'
import { History } from './history.ts'
import type { Issued } from './model.ts'
import type { Schedule, Sending, Step } from './schedule.ts'
import { Stage } from './stage.ts'
import { unheard } from './unheard.ts'
import { type Person, person, SERVICE, town, World } from './world.ts'

/** How a command ended for the person who gave it. `unknown`: no answer, or that the store was away. */
export type Answer = Handled['done'] | 'no answer'
export type Given = { command: Issued; on: number; answers: Handled[]; silent: number }

export type Sent = Sending & { draft: SignalId; person: Person; text: string; confirmed: boolean }

export type Played = Scene & {
  schedule: Schedule
  sent: Sent[]
  given: Map<string, Given>
  /** Whether anything went wrong on the way. */
  clean: boolean
}

/** So long after the last fault everything must have arrived. */
const HORIZON_MS = 2 * 3_600_000
/** A round every so often; the first thing that is due may lie later. */
const SWEEP_MS = 5_000
const MOST_ROUNDS = 2_000

const reporterOf = ({ user, entra, name, chat }: Person): Reporter =>
  new Reporter({ serviceUrl: SERVICE, conversation: chat, user, entra }, name)

/** Types, sees the echo, and presses *Verstuur*; a second time it goes on where the first one broke off. */
async function send({ app }: Bot, it: Sent, history: History): Promise<void> {
  const reporter = reporterOf(it.person)
  const chatId = reporter.chat(town.id, keys)
  const does = { ...handling(app, town), keys: app.keys, references: app.references }
  const setting = { ...does, now: app.now() }
  await app.turns.run(chatId, async () => {
    const fresh = VaultKey.parse(app.newId())
    let read = await readChat(app.store, town.id, chatId)
    if (!history.called(it.text) && read.chat.draft?.id !== it.draft) {
      const begun = { ...read.chat, about: { what: 'new' as const, kind: it.kind } }
      const words = { text: it.text, attachmentsRefused: 0, danger: it.urgency === 'acute' }
      const chat = write(begun, words, { id: it.draft, vaultKey: fresh, unplaced: false }, setting)
      const document = vaultDocument(app.keys, town.id, fresh, reporter, 'confidential')
      const op = chatOp(chat, read.etag, chatDue(chat))
      const saved = await app.store.save([{ op: 'create', document }, op])
      if (!saved.saved) throw new Error('Somebody else wrote in this chat.')
      read = { chat, etag: saved.etags[1] ?? undefined }
      if (chat.effects.length > 0 && read.etag) {
        void app.courier.deliverChat(town, { chat, etag: read.etag })
        await app.courier.settled(chatId)
        read = await readChat(app.store, town.id, chatId)
      }
      const card = await app.teams.post(
        { serviceUrl: SERVICE, conversation: it.person.chat },
        { text: 'Dit heb ik van je', notify: '' },
      )
      if (!('failed' in card) && read.chat.draft) {
        const echoed = { ...read.chat, draft: { ...read.chat.draft, card } }
        const kept = await app.store.save([chatOp(echoed, read.etag, chatDue(echoed))])
        if (kept.saved) read = { chat: echoed, etag: kept.etags[0] ?? undefined }
        else read = await readChat(app.store, town.id, chatId)
      }
    }
    const choices = { certainty: 'suspicion' as const, urgency: it.urgency, degree: it.degree }
    const sent = await sendDraft(does, reporter, read, choices, 'nl')
    if (sent.done === 'noDraft') {
      // What was typed is on its way already, or waits no more: the person is told so.
      it.confirmed ||= history.called(it.text) !== undefined
      return
    }
    // From here on the reporter is told that it is in.
    it.confirmed = true
    await app.courier.deliver(town, sent.kept, reporter.address()).answered
  })
}

async function act({ app }: Bot, signal: SignalId, command: Issued): Promise<Handled> {
  const { partner: _partner, ...given } = command
  const handled = await handle(handling(app, town), signal, given)
  if (handled.done === 'saved' || handled.done === 'ended') void app.courier.deliver(town, handled.kept)
  return handled
}

class Play {
  readonly it: Played
  readonly #bots: Bot[] = []

  constructor(schedule: Schedule, figures: Figures, bots: number) {
    const stage = new Stage(schedule.order)
    const store = new MemoryStore()
    const newId = ids(7)
    const sent = schedule.sendings.map(
      (sending, nr): Sent => ({
        ...sending,
        // One person has one chat, and one draft at a time.
        person: person(schedule.sendings.length > 1 ? nr : sending.reporter),
        draft: SignalId.parse(newId()),
        text: `Melding ${nr}`,
        confirmed: false,
      }),
    )
    const planned = new Map(schedule.faults.map(({ at, what }) => [at, what]))
    this.it = {
      schedule,
      stage,
      store,
      newId,
      figures,
      world: new World(stage.elapsed),
      history: new History(store.disk, stage.elapsed),
      planned,
      calls: 0,
      fired: 0,
      alone: bots === 1 && schedule.alone,
      incidents: { unknown: new Map(), crashes: 0, removed: 0, away: 0, channel: 0 },
      sent,
      given: new Map(),
      clean: false,
    }
    for (let nr = 0; nr < bots; nr += 1) this.#bots.push(new Bot(this.it))
  }

  /** The bot that gets the next request: one that died has been started again. */
  #bot(nr: number): Bot {
    const at = nr % this.#bots.length
    let bot = this.#bots[at]
    if (!bot?.alive) {
      bot = new Bot(this.it)
      this.#bots[at] = bot
    }
    this.it.stage.owner = bot.name
    return bot
  }

  #record(on: number): SignalRecord | undefined {
    const last = this.it.history.of(this.it.sent[on]?.text ?? '').at(-1)
    return last?.is === 'record' ? last.record : undefined
  }

  #send(it: Sent, nr: number): void {
    // What fails is pressed again at the end.
    send(this.#bot(nr), it, this.it.history).catch(() => undefined)
  }

  #step(step: Step): void {
    const on = step.on % this.it.sent.length
    const record = this.#record(on)
    if (!record) return
    const { degree, confirmed } = this.it.sent[on] ?? {}
    // A reporter who was not shown the code yet cannot come back with it.
    if (step.by === 'reporter' && degree === 'anonymous' && !confirmed) return
    const command = commandOf(step, record, this.it.newId())
    const given: Given = { command, on, answers: [], silent: 0 }
    this.it.given.set(command.id, given)
    for (let delivery = 0; delivery < (step.twice ? 2 : 1); delivery += 1) {
      given.silent += 1
      act(this.#bot(step.bot + delivery), record.id, command).then(
        (handled) => {
          given.silent -= 1
          given.answers.push(handled)
        },
        () => undefined,
      )
    }
  }

  async play(): Promise<Played> {
    const { it } = this
    const { stage, schedule, sent } = it
    const restore = stage.install()
    try {
      for (const [nr, sending] of sent.entries()) {
        this.#send(sending, nr)
        if (sending.twice) this.#send(sending, nr + 1)
        await stage.run(sending.gap)
      }
      for (const [nr, step] of schedule.steps.entries()) {
        if (schedule.jump?.before === nr) stage.jump(schedule.jump.seconds * 1000)
        if (schedule.deaf === nr) this.it.world.deaf = true
        this.#step(step)
        await stage.run(step.gap)
        // The round that every bot makes every few seconds.
        if (stage.draw(6) === 0)
          void this.#bot(nr)
            .scheduler.sweep()
            .catch(() => undefined)
      }
      await stage.quiet()
      it.clean = it.fired === 0 && !it.world.deaf
      it.planned.clear()
      await this.#rest()
      if (await this.#tellsAgain()) await this.#rest()
    } finally {
      restore()
    }
    return it
  }

  /** What came back is told in the way that an officer then chooses; now and then it is left on the worklist. */
  async #tellsAgain(): Promise<boolean> {
    const { schedule, sent, stage } = this.it
    const back = sent.flatMap((_, on) => {
      const record = this.#record(on)
      return record && unheard(record) ? [on] : []
    })
    if (back.length === 0 || schedule.order % 3 === 0) return false
    for (const on of back) {
      const common = { on, bot: 0, gap: 0, twice: false, pick: schedule.order % 4 }
      this.#step({ ...common, by: 'officer', officer: 0, old: false, deed: 'feedBack' })
      await stage.quiet()
    }
    return true
  }

  /** Nothing goes wrong any more: a person who got no answer presses again, and the sweep does what is left. */
  async #rest(): Promise<void> {
    const { stage, sent, store } = this.it
    for (let tries = 0; tries < 4; tries += 1) {
      for (const [nr, one] of sent.entries()) {
        if (!one.confirmed) this.#send(one, nr)
        await stage.quiet()
      }
    }
    const end = Date.parse(stage.now()) + HORIZON_MS
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = dueNext(store)
      if (next === undefined || next > end) return
      stage.advance(Math.max(SWEEP_MS, next - Date.parse(stage.now()) + 5))
      void this.#bot(round)
        .scheduler.sweep()
        .catch(() => undefined)
      await stage.quiet()
    }
    throw new Error('The sweep never has done.')
  }
}

const dueNext = ({ disk }: MemoryStore): number | undefined => {
  let next: number | undefined
  for (const { key, dueAt, etag, body } of disk.rows.values()) {
    if (dueAt === null) continue
    const stored = key.kind === 'signal' ? parseStored(JSON.parse(body), etag) : undefined
    // Of an anonymous signal the store says the day only: when something really happens stands in the record.
    const pending = stored && 'record' in stored ? dueOf(stored.record) : null
    const at = Date.parse(pending ?? dueAt)
    if (next === undefined || at < next) next = at
  }
  return next
}

/** Plays a schedule to the end. */
export const play = (schedule: Schedule, figures: Figures, bots = 1): Promise<Played> =>
  new Play(schedule, figures, bots).play()

export type { Store }
