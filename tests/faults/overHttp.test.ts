/** The same promises over real HTTP, with the connector's and Graph's faults, deliveries that come twice, and restarts. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { texts } from '../../cards/texts/index.ts'
import { TWO_OFFICERS } from '../journeys/officerSteps.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { Figures } from './figures.ts'
import { Broken, must } from './must.ts'
import { HttpPlay, httpSchedules } from './overHttp.ts'
import { SEED } from './seed.ts'

const RUNS = 200
const { title } = texts('nl').reporter.message.question
/** Side by side, for most of the time is waiting; each with a bot, a Teams and a Graph of its own. */
const HOUSES = 4
let houses: House[] = []
beforeAll(async () => {
  houses = await Promise.all(Array.from({ length: HOUSES }, () => startHouse(TWO_OFFICERS)))
})
afterAll(() => Promise.all(houses.map((house) => house.stop())))

let nr = 0
/** Somebody who never was here before. */
function newcomer(house: House): Person {
  nr += 1
  const aadObjectId = randomUUID()
  house.graph.state.users.push(aadObjectId)
  const name = `Kanarie Melder ${nr}`
  return house.connector.person({ id: `29:melder-${nr}`, aadObjectId, name, locale: 'nl-NL' })
}

async function check(it: HttpPlay, others: Person[]): Promise<void> {
  const { figures, person, words, house } = it
  figures.schedules += 1
  figures.signals += 1
  if (it.schedule.faults.length === 0) figures.clean += 1
  const records = await it.records()
  must(records.length === 1, 'one signal, not lost and not twice', { found: records.length })
  const [record] = records
  if (!record) throw new Broken('lost')
  must(
    it.statuses.every((status) => status < 500),
    'never an answer that says that the bot failed',
    it.statuses,
  )
  const pending = record.effects.filter((e) => !e.deadLetter)
  must(pending.length === 0, 'nothing is pending in the end', pending)
  figures.failed += record.effects.length
  const story = record.story.map((part) => part.text)
  must(new Set(story).size === story.length, 'no words twice', story)
  must(record.degree === it.schedule.degree, 'the degree that was chosen')
  must(record.audit.filter((a) => a.what === 'take').length <= 1, 'taken by one')
  must(it.wins <= 1, 'exactly one wins', { wins: it.wins })
  const allowed = 1 + it.unknown
  const bells = it.house.connector
    .channel(house.channel)
    .filter((shown) => shown.byBot && house.connector.textOf(shown).includes(record.reference))
  must(bells.length >= 1 && bells.length <= allowed, 'the doorbell stands once', {
    bells: bells.length,
    allowed,
  })
  const given = new Set(record.effects.flatMap((e) => (e.kind === 'tellReporter' ? [e.message.about] : [])))
  for (const { text } of record.questions) {
    const seen = it.times(person, title(record.reference), text)
    // What asks whether typed words are its answer repeats it.
    must(it.typed.length > 0 || it.times(person, text) === seen, 'a question stands where it is asked', text)
    must(seen >= 1 || given.has('question'), 'every question arrives', text)
    must(seen <= allowed, 'every question once', { text, seen, allowed })
    if (seen > 1) figures.twice.unknown += seen - 1
  }
  must(new Set(record.questions.map((q) => q.text)).size === record.questions.length, 'asked once')
  for (const other of others) {
    must(it.times(other, record.reference) === 0, 'nothing before the eyes of somebody else')
  }
  for (const where of [house.marieke, house.joost, house.ellen])
    must(it.times(where, words) === 0, 'no words outside')
  must(
    it.times(house.channel, words) === 0 && it.times(house.channel, 'Kanarie') === 0,
    'nothing in the channel',
  )
  figures.saved += record.audit.length
  others.push(person)
  if (others.length > 5) others.shift()
}

describe('faults: over HTTP, with deliveries that come twice and restarts', () => {
  test(`${RUNS} schedules`, async () => {
    const figures = new Figures()
    const waiting = fc.sample(httpSchedules, { numRuns: RUNS, seed: SEED })
    const playIn = async (house: House): Promise<void> => {
      const others: Person[] = []
      for (let schedule = waiting.pop(); schedule; schedule = waiting.pop()) {
        const it = new HttpPlay(house, schedule, figures, newcomer(house))
        try {
          await it.play()
          await check(it, others)
        } catch (error) {
          // The other houses stop where they are.
          waiting.length = 0
          throw new Error(`FAULTS_SEED=${SEED} ${JSON.stringify(schedule)}`, { cause: error })
        }
        // Later: nobody of these came too often.
        house.clock.advance({ minutes: 10 })
      }
    }
    const ended = await Promise.allSettled(houses.map(playIn))
    for (const end of ended) if (end.status === 'rejected') throw end.reason
    for (const { connector } of houses) {
      figures.calls += connector.requests.length
      figures.shown += connector.everythingSent().length
    }
    process.stdout.write(figures.line('faults, over HTTP', SEED))
    expect(figures.schedules).toBe(RUNS)
  }, 900_000)
})
