/** Schedules over real HTTP: what people do in their clients, what Teams and Graph do wrong, and restarts in between. */

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { municipality } from '../../infra/local/demo.ts'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import { parseStored } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { MunicipalityId } from '../../services/words.ts'
import { verb } from '../journeys/officerSteps.ts'
import { cardWith, opened } from '../journeys/steps.ts'
import {
  type Answer,
  actionsOf,
  type Clicked,
  calls,
  faults,
  type Person,
  type Wire,
} from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import type { Figures } from './figures.ts'

const WIRE_FAULTS = {
  throttled: () => faults.throttled(2),
  preconditionFailed: faults.preconditionFailed,
  blocked: faults.blocked,
  serverError: faults.serverError,
  badGateway: faults.badGateway,
  badGatewayAccepted: faults.badGatewayAccepted,
  gatewayTimeout: faults.gatewayTimeout,
  gatewayTimeoutAccepted: faults.gatewayTimeoutAccepted,
  reset: faults.reset,
  resetAccepted: faults.resetAccepted,
} as const
type WireFault = keyof typeof WIRE_FAULTS
/** After these nobody knows whether it arrived. */
const UNKNOWN: ReadonlySet<WireFault> = new Set<WireFault>([
  'badGateway',
  'badGatewayAccepted',
  'gatewayTimeout',
  'gatewayTimeoutAccepted',
  'reset',
  'resetAccepted',
])

const ASK = 'Verstuur de vraag'
const DEEDS = ['open', 'take', 'both', 'ask', 'answer', 'add', 'again', 'sweep', 'restart'] as const
export type HttpStep = { deed: (typeof DEEDS)[number]; pick: number; twice: boolean }
export type HttpSchedule = {
  degree: 'confidential' | 'unknown'
  twice: boolean
  steps: HttpStep[]
  faults: { before: number; call: 'create' | 'send' | 'update' | 'members' | 'graph'; what: WireFault }[]
}

export const httpSchedules: fc.Arbitrary<HttpSchedule> = fc.record({
  degree: fc.constantFrom('confidential' as const, 'unknown' as const),
  twice: fc.boolean(),
  steps: fc.array(
    fc.record({
      deed: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...DEEDS) }, fc.constant('ask' as const)),
      pick: fc.nat(5),
      twice: fc.nat(4).map((n) => n === 0),
    }),
    { minLength: 1, maxLength: 5, size: 'max' },
  ),
  faults: fc.oneof(
    { weight: 1, arbitrary: fc.constant<HttpSchedule['faults']>([]) },
    {
      weight: 5,
      arbitrary: fc.array(
        fc.record({
          before: fc.nat(5),
          call: fc.constantFrom(...(['create', 'send', 'send', 'update', 'members', 'graph'] as const)),
          what: fc.constantFrom(...(Object.keys(WIRE_FAULTS) as WireFault[])),
        }),
        { maxLength: 4, size: 'max' },
      ),
    },
  ),
})

/** One schedule in a house in which others were played before. */
export class HttpPlay {
  readonly house: House
  readonly schedule: HttpSchedule
  readonly figures: Figures
  readonly words = `In het pand staan tien bedden, zaak ${randomUUID()}.`
  readonly asked: string[] = []
  readonly typed: string[] = []
  /** Every answer of the bot. */
  readonly statuses: number[] = []
  readonly said: Wire[] = []
  person: Person
  unknown = 0
  #wins = 0

  constructor(house: House, schedule: HttpSchedule, figures: Figures, person: Person) {
    this.house = house
    this.schedule = schedule
    this.figures = figures
    this.person = person
  }

  get tenant(): MunicipalityId {
    return MunicipalityId.parse(municipality.id)
  }

  /** How many presses on *Neem in behandeling* were answered as done. */
  get wins(): number {
    return this.#wins
  }

  #took<T extends Answer>(answer: T): T {
    this.statuses.push(answer.status, ...(answer.twin ? [answer.twin.status] : []))
    this.said.push(answer.activity)
    return answer
  }

  /** The record that begins with the words of this schedule, as the store has it. */
  async records(): Promise<SignalRecord[]> {
    const { store } = this.house.bot.app
    const found: SignalRecord[] = []
    for (let after = ''; ; ) {
      const page = await store.list(this.tenant, 'signal', { after }, 500)
      for (const { document, etag } of page) {
        const stored = parseStored(document.body, etag)
        if ('record' in stored && stored.record.story[0]?.text === this.words) found.push(stored.record)
      }
      const last = page.at(-1)
      if (!last) return found
      after = last.document.id
    }
  }

  async play(): Promise<void> {
    const { house, person, schedule } = this
    this.#plan(0)
    this.#took(await person.say(this.words, { twice: schedule.twice }))
    await this.#send()
    for (const [nr, step] of schedule.steps.entries()) {
      this.#plan(nr + 1)
      await this.#step(step)
    }
    house.connector.faults.clear()
    house.graph.faults.clear()
    await house.settle()
    // A reporter who saw no receipt presses again.
    for (let tries = 0; tries < 3 && (await this.records()).length === 0; tries += 1) {
      if (!this.#has(person, 'Versturen')) this.#took(await person.say('mijn meldingen'))
      await this.#send()
      await house.settle()
    }
    await this.#rest()
  }

  #plan(step: number): void {
    const { house, schedule, figures } = this
    for (const { before, call, what } of schedule.faults) {
      // The channel itself is there here: a reporting point that cannot be reached has tests of its own.
      if (before !== step || (what === 'blocked' && (call === 'create' || call === 'members'))) continue
      figures.fault(what === 'preconditionFailed' ? 'precondition' : what, `http.${call}`)
      if (UNKNOWN.has(what)) this.unknown += 1
      if (call === 'graph') {
        const reply = graphError(503, 'ServiceUnavailable', 'Try again later.')
        house.graph.faults.next(1, graphCalls.any, { kind: 'answer', reply })
      } else house.connector.faults.next(1, calls[call], WIRE_FAULTS[what]())
    }
  }

  #has(where: Person | string, title: string): boolean {
    try {
      cardWith(this.house, where, title)
      return true
    } catch {
      return false
    }
  }

  async #send(): Promise<void> {
    const { house, person, schedule } = this
    if (!this.#has(person, 'Versturen')) return
    const card = cardWith(house, person, 'Versturen')
    this.#took(await person.click(card, 'Versturen', { degree: schedule.degree }, { twice: schedule.twice }))
    await house.settle()
  }

  async #opened(officer: Person): Promise<Clicked | undefined> {
    const { house } = this
    const [record] = await this.records()
    if (!record) return undefined
    const bell = house.connector
      .channel(house.channel)
      .find((shown) => house.connector.textOf(shown).includes(record.reference))
    return bell && this.#took(await officer.click(bell, verb('open')))
  }

  async #step({ deed, pick, twice }: HttpStep): Promise<void> {
    const { house, person } = this
    const { marieke, joost, connector } = house
    const officer = pick % 2 === 0 ? marieke : joost
    this.figures.commands += 1
    switch (deed) {
      case 'open':
        await this.#opened(officer)
        break
      case 'take':
      case 'both': {
        const [record] = await this.records()
        const bell =
          record &&
          connector.channel(house.channel).find((s) => connector.textOf(s).includes(record.reference))
        if (!bell || !this.#has(bell.conversationId, 'Neem in behandeling')) break
        const who = deed === 'both' ? [marieke, joost] : [officer]
        const answers = await Promise.all(who.map((each) => each.click(bell, verb('take'), {}, { twice })))
        for (const answer of answers) {
          this.#took(answer)
          if (answer.dialog && connector.textOf(answer.dialog).includes('Je hebt')) this.#wins += 1
        }
        break
      }
      case 'ask': {
        const dossier = (await this.#opened(officer))?.dialog
        // Teams could not say who is in the channel: then there is only a button to try again.
        if (!dossier?.card || !actionsOf(dossier.card).some((a) => a.title === 'Stel een vraag')) break
        const page = this.#took(await officer.submitDialog(dossier, 'Stel een vraag'))
        if (!page.dialog?.card || !actionsOf(page.dialog.card).some((a) => a.title === ASK)) break
        const text = `Vraag ${randomUUID()}`
        this.asked.push(text)
        this.#took(await officer.submitDialog(page.dialog, ASK, { text }, { twice }))
        break
      }
      case 'answer':
      case 'add': {
        if (deed === 'add') this.#took(await person.say('aanvullen'))
        const text = `Aanvulling ${randomUUID()}`
        this.typed.push(text)
        this.#took(await person.say(text, { twice }))
        break
      }
      case 'again': {
        const before = this.said[pick % this.said.length]
        if (before) this.#took(await connector.again(before))
        break
      }
      case 'sweep':
        house.clock.advance({ minutes: 1 + pick })
        await house.bot.sweep()
        break
      case 'restart':
        this.figures.fault('crashAfter', 'http.restart')
        await house.restart()
        break
    }
    if (pick > 2) await house.settle()
  }

  /** Faults are over; what is left is done by the sweep. */
  async #rest(): Promise<void> {
    const { house } = this
    for (let round = 0; round < 40; round += 1) {
      await house.settle()
      const records = await this.records()
      const pending = records.flatMap((r) => r.effects.filter((e) => !e.deadLetter))
      if (pending.length === 0) return
      house.clock.advance({ minutes: 2 })
      await house.bot.sweep()
    }
  }

  /** All that the bot posted to somebody that has these words in it, all of them, each message once. */
  times(where: Person | string, ...words: readonly string[]): number {
    const { connector } = this.house
    const all = typeof where === 'string' ? connector.channel(where) : connector.chat(where)
    return all.filter((shown) => {
      if (!shown.byBot) return false
      const text = opened(this.house, shown)
      return words.every((each) => text.includes(each))
    }).length
  }
}
