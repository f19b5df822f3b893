/**
 * People under whose hands the bot is killed. A person who gets no answer sends the same again, as Teams does; one who
 * is told that it did not work leaves it. What each was answered is kept, to be looked for afterwards.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { meldpunt } from '../../infra/local/demo.ts'
import type { GraphStandIn } from '../../infra/local/graphStandIn.ts'
import {
  type Answer,
  actionsOf,
  type Connector,
  type Dialog,
  type Person,
  type Shown,
} from '../kit/connector.ts'

/** What somebody wrote: a word that stands nowhere else, and whether the bot answered. */
export type Told = { word: string; person: Person; answered: boolean }
export type Asked = { word: string; reference: string; answered: boolean }

const AGAIN_MS = 100
/** A minute and a half without any answer is a bot that does not come back. */
const MOST_AGAIN = 900

export class Crowd {
  readonly told: Told[] = []
  readonly asked: Asked[] = []
  /** Answers that a bot must never give. */
  failures = 0
  activities = 0
  /** Answers that say: try again in a moment. */
  notNow = 0
  readonly #connector: Connector
  readonly #graph: GraphStandIn
  readonly #officer: Person
  readonly #taken = new Set<string>()

  constructor(connector: Connector, graph: GraphStandIn, officer: Person) {
    this.#connector = connector
    this.#graph = graph
    this.#officer = officer
  }

  /** Until there is an answer. */
  async #answered<T extends Answer>(act: () => Promise<T>): Promise<T | Answer> {
    let answer: T | Answer = await act()
    for (let again = 0; answer.status !== 200; again += 1) {
      // 502 and 503 come from what stands before the bot.
      if (answer.status >= 500 && answer.status !== 502 && answer.status !== 503) this.failures += 1
      if (again > MOST_AGAIN) throw new Error('The bot does not come back.')
      await pause(AGAIN_MS)
      answer = await this.#connector.again(answer.activity)
    }
    this.activities += 1
    return answer
  }

  /** Somebody who was not there before tells something, and sends it. */
  async report(): Promise<void> {
    const connector = this.#connector
    const aadObjectId = randomUUID()
    const person = connector.person({
      id: `29:1${aadObjectId}`,
      aadObjectId,
      name: 'Iemand',
      locale: 'nl-NL',
      installed: true,
    })
    this.#graph.state.users.push(aadObjectId)
    const told: Told = { word: `woord${aadObjectId.slice(0, 8)}`, person, answered: false }
    this.told.push(told)
    await this.#answered(() => person.say(`De jongen bij de loods (${told.word}) mag niet naar buiten.`))
    told.answered = true
    const echo = this.#cardOf(person, 'Versturen')
    // Killed between keeping the words and showing them: what is typed works as well.
    await this.#answered(() => (echo ? person.click(echo, 'Versturen') : person.say('versturen')))
  }

  #cardOf(person: Person, title: string): Shown | undefined {
    return this.#connector
      .chat(person)
      .findLast(({ cards: [card] }) => card !== undefined && actionsOf(card).some((a) => a.title === title))
  }

  /** The officer takes a signal that nobody has, and asks something about it. */
  async ask(): Promise<void> {
    const connector = this.#connector
    const bells = connector.channel(meldpunt.channel.id).flatMap((shown) => {
      const reference = referenceIn(connector.textOf(shown))
      return reference && !this.#taken.has(reference) ? [{ shown, reference }] : []
    })
    const bell = bells[Math.floor(Math.random() * bells.length)]
    if (!bell) return
    this.#taken.add(bell.reference)
    const opened = await this.#dialog(() => this.#officer.click(bell.shown, 'Openen'), 'Stel een vraag')
    const next = () => this.#officer.submitDialog(opened, 'Stel een vraag')
    const page = await this.#dialog(next, 'Verstuur de vraag')
    const asked: Asked = {
      word: `vraag${randomUUID().slice(0, 8)}`,
      reference: bell.reference,
      answered: false,
    }
    this.asked.push(asked)
    await this.#answered(() =>
      this.#officer.submitDialog(page, 'Verstuur de vraag', { text: `Wie is dat? ${asked.word}` }),
    )
    asked.answered = true
  }

  /** A dialog that does not open, or says that it cannot now, is opened again: looking twice does no harm. */
  async #dialog(act: () => Promise<{ status: number; dialog?: Dialog }>, button: string): Promise<Dialog> {
    for (let again = 0; again <= MOST_AGAIN; again += 1) {
      const { status, dialog } = await act()
      if (status === 200) {
        this.activities += 1
        if (dialog?.card && actionsOf(dialog.card).some(({ title }) => title === button)) return dialog
        this.notNow += 1
      }
      await pause(AGAIN_MS)
    }
    throw new Error('The bot does not come back.')
  }
}

export const referenceIn = (text: string): string | undefined => /S-\d{4}-\d{4,}/.exec(text)?.[0]
