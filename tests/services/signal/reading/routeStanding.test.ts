/** How a route stands, for every history; and that nothing goes from an answer back to nothing (A109, A110). */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import type { OfficerDeed } from '../../../../services/signal/command.ts'
import { decide } from '../../../../services/signal/decide.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { answeredBy, type RouteStanding, standingOf } from '../../../../services/signal/reading/routes.ts'
import { nextStep } from '../../../../services/signal/reading/silence.ts'
import { toldOfRoutes } from '../../../../services/signal/reading/toldRoutes.ts'
import type { Route, SignalRecord } from '../../../../services/signal/record.ts'
import { PartnerAnswer } from '../../../../services/signal/words.ts'
import { Day } from '../../../../services/words.ts'
import {
  decision,
  done,
  firstRoute,
  later,
  MARIEKE,
  officer,
  press,
  received,
  SAFE_HOME,
  setting,
  TEAM,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY_MS = 86_400_000
const KARIN = { name: 'Karin de Wit', role: 'teamleider', phone: '030-000 00 01' }
const PIET = { name: 'Piet Bos', mail: 'p.bos@partner.example' }
const HEAD = { name: 'Hanna Groot', phone: '030-000 00 09' }

/** The town in which Veilig Thuis has two contacts and a head. */
const withContacts: Municipality = {
  ...town,
  partners: town.partners.map((partner) =>
    partner.id === SAFE_HOME ? { ...partner, contacts: [PIET, KARIN], head: HEAD } : partner,
  ),
}

type Step =
  | 'handOver'
  | 'received'
  | 'chase'
  | 'giveUp'
  | 'ours'
  | 'noMore'
  | 'askedAgain'
  | 'passedToTeam'
  | Exclude<PartnerAnswer, 'received'>

function deedFor(record: SignalRecord, what: Step): OfficerDeed {
  const route = firstRoute(record)
  const found = record.routes[0]
  switch (what) {
    case 'handOver':
      return { do: 'handOver', route }
    case 'received':
      return { do: 'received', route, text: '' }
    case 'chase': {
      const next = found && nextStep(found, withContacts)
      return { do: 'chase', route, step: next?.step ?? 'again', who: next?.who }
    }
    case 'giveUp':
      return { do: 'giveUpRoute', route, text: 'Hun hoofd', reason: 'Ze reageren niet' }
    case 'ours':
      return { do: 'answerPartner', route, text: 'Ons antwoord' }
    case 'noMore':
    case 'askedAgain':
      return { do: 'followUp', route, how: what }
    case 'passedToTeam':
      return { do: 'partnerAnswered', route, what: 'passedOn', text: '', passedTo: TEAM }
    default:
      return { do: 'partnerAnswered', route, what, text: '' }
  }
}

const PLANNED = done(received(), by, decision())
type Lived = { record: SignalRecord; refused: string[] }

/** So many days lie between two steps. */
function lived(steps: readonly Step[], days = 1, from = PLANNED): Lived {
  const refused: string[] = []
  let record = from
  for (const [n, step] of steps.entries()) {
    const at = setting(n * days * DAY_MS, withContacts)
    const decided = decide(record, { ...deedFor(record, step), id: press(), actor: by }, at)
    if ('refused' in decided) refused.push(`${step} ${decided.refused}`)
    else if (decided.done === 'changed') record = decided.record
  }
  return { record, refused }
}

const routeOf = ({ routes: [route] }: SignalRecord): Route => {
  if (!route) throw new Error('a route stands')
  return route
}
const is = (record: SignalRecord, afterDays: number): RouteStanding =>
  standingOf(routeOf(record), later(afterDays * DAY_MS), withContacts)

const FAR = 60

describe('every history has one standing', () => {
  test.each<[Step[], number, RouteStanding['is']]>([
    [[], 0, 'planned'],
    [[], FAR, 'planned'],
    [['handOver'], 1, 'handedOver'],
    [['handOver'], FAR, 'silent'],
    [['handOver', 'received'], 2, 'received'],
    [['handOver', 'received'], FAR, 'silent'],
    [['handOver', 'takenUp'], 2, 'takenUp'],
    [['handOver', 'takenUp'], FAR, 'takenUp'],
    [['handOver', 'takenUp', 'result'], FAR, 'answered'],
    [['handOver', 'takenUp', 'noMore'], FAR, 'answered'],
    [['handOver', 'result'], 3, 'answered'],
    [['handOver', 'notTakenUp'], FAR, 'declined'],
    [['handOver', 'question'], 2, 'question'],
    [['handOver', 'question'], FAR, 'question'],
    [['handOver', 'question', 'ours'], 3, 'received'],
    [['handOver', 'passedOn'], 2, 'passedOn'],
    [['handOver', 'passedOn'], FAR, 'silent'],
    [['handOver', 'passedToTeam'], FAR, 'passedOn'],
    [['handOver', 'noAnswer'], 2, 'silent'],
    [['handOver', 'noAnswer', 'received'], 3, 'received'],
    [['handOver', 'noAnswer', 'takenUp'], 3, 'takenUp'],
    [['handOver', 'noAnswer', 'question'], 3, 'question'],
  ])('%j, looked at after %d days: %s', (steps, days, expected) => {
    const { record, refused } = lived(steps)
    expect(refused).toEqual([])
    expect(is(record, days).is).toBe(expected)
  })

  test('of every pair of steps after the hand-over something is said, and refusing changes nothing', () => {
    const after: Step[] = [
      ...PartnerAnswer.exclude(['received']).options,
      'received',
      'chase',
      'giveUp',
      'ours',
      'noMore',
      'askedAgain',
      'passedToTeam',
      'handOver',
    ]
    const table = after.flatMap((first) =>
      after.map((second) => {
        const one = lived(['handOver', first])
        const two = lived([second], 1, one.record)
        if (two.refused.length > 0) expect(routeOf(two.record)).toEqual(routeOf(one.record))
        return `${first} ${second}: ${is(two.record, 2).is}`
      }),
    )
    expect(table).toHaveLength(after.length ** 2)
    // Some of them, by hand.
    expect(table).toEqual(
      expect.arrayContaining([
        'takenUp noAnswer: takenUp',
        'takenUp received: takenUp',
        'takenUp question: question',
        'takenUp notTakenUp: declined',
        'notTakenUp takenUp: takenUp',
        'notTakenUp noAnswer: declined',
        'question ours: received',
        'noAnswer noAnswer: silent',
        'noAnswer giveUp: silent',
        'passedToTeam takenUp: passedOn',
        'result noMore: answered',
        'chase chase: handedOver',
        'handOver handOver: handedOver',
      ]),
    )
  })

  test('a route never goes from an answer back to nothing, and a word of the partner is never a silence', () => {
    const step = fc.constantFrom<Step>(
      ...PartnerAnswer.exclude(['received']).options,
      'received',
      'chase',
      'giveUp',
      'ours',
      'noMore',
      'askedAgain',
    )
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (steps, days) => {
          let before = routeOf(lived(['handOver']).record)
          for (let n = 1; n <= steps.length; n += 1) {
            const now = routeOf(lived(['handOver', ...steps.slice(0, n)], days).record)
            if (answeredBy(before) !== undefined) {
              // What comes after an answer is another one, or a word that is none yet: never silence, never less.
              expect(now.answer?.what).not.toBe('noAnswer')
              expect(now.answer?.what).not.toBe('received')
            }
            expect((now.replies ?? []).length).toBeGreaterThanOrEqual((before.replies ?? []).length)
            before = now
          }
        },
      ),
      { numRuns: 60, seed: 20_261_124 },
    )
  })
})

describe('silence', () => {
  test('is asked again, at the next contact, head to head, each by name, and only then given up', () => {
    const one = lived(['handOver', 'chase'], 20)
    expect(one.refused).toEqual([])
    expect(is(one.record, 21)).toMatchObject({
      is: 'silent',
      times: 1,
      last: { step: 'again', who: 'Piet Bos', way: 'mail' },
    })
    const early = lived(['handOver', 'chase', 'giveUp'], 20)
    expect(early.refused).toEqual(['giveUp askAgain'])
    const two = lived(['handOver', 'chase', 'chase'], 20)
    expect(is(two.record, 41)).toMatchObject({
      times: 2,
      last: { step: 'contact', who: 'Karin de Wit', role: 'teamleider', way: 'telephone' },
    })
    expect(lived(['handOver', 'chase', 'chase', 'giveUp'], 20).refused).toEqual(['giveUp askAgain'])
    const three = lived(['handOver', 'chase', 'chase', 'chase'], 20)
    expect(is(three.record, 61)).toMatchObject({
      last: { step: 'head', who: 'Hanna Groot', ours: expect.stringContaining('Ellen') },
    })
    const given = lived(['handOver', 'chase', 'chase', 'chase', 'giveUp'], 20)
    expect(given.refused).toEqual([])
    expect(is(given.record, 90).is).toBe('givenUp')
  })

  test('that they have it, after the day went by, is waited for anew and no silence', () => {
    const late = lived(['received'], 1, lived(['handOver']).record)
    expect(is(late.record, 1).is).toBe('received')
    const route = firstRoute(late.record)
    const gone = done(
      lived(['handOver']).record,
      by,
      { do: 'received', route, text: '' },
      {
        at: setting(30 * DAY_MS, withContacts),
      },
    )
    expect(is(gone, 30)).toEqual({ is: 'received', by: Day.parse('2027-01-04') })
  })

  test('a word in between begins the steps anew', () => {
    const { record } = lived(['handOver', 'chase', 'chase', 'received'], 20)
    const again = nextStep(routeOf(record), withContacts)
    expect(again).toMatchObject({ step: 'again', who: 'Piet Bos' })
  })

  test('a partner without contacts has one step, and one that is gone from the list keeps its name', () => {
    const route = routeOf(lived(['handOver']).record)
    const without = {
      ...town,
      partners: town.partners.map(({ contacts: _contacts, head: _head, ways: _ways, ...partner }) => partner),
    }
    expect(nextStep(route, without)).toEqual({ step: 'again' })
    const gone = { ...town, partners: town.partners.filter(({ id }) => id !== SAFE_HOME) }
    expect(nextStep(route, gone)).toEqual({ step: 'again' })
    expect(route.name).toEqual(town.partners.find(({ id }) => id === SAFE_HOME)?.name)
  })

  test('a step of an older card, or one whose turn it is not, is refused', () => {
    const { record } = lived(['handOver'])
    const route = firstRoute(record)
    const head = { do: 'chase', route, step: 'head', who: 'Hanna Groot' } as const
    const ask = (deed: OfficerDeed, days: number) =>
      decide(record, { ...deed, id: press(), actor: by }, setting(days * DAY_MS, withContacts))
    expect(ask(head, 20)).toEqual({ refused: 'stale' })
    // Not silent yet: nothing to chase.
    expect(ask({ ...head, step: 'again', who: 'Piet Bos' }, 1)).toEqual({ refused: 'notNow' })
    expect(ask({ ...head, step: 'again', who: 'Piet Bos' }, 20)).toMatchObject({ done: 'changed' })
  })

  test('the reporter reads that we go on asking only while we do, and that no answer came only after that', () => {
    const told = (steps: Step[], days: number) =>
      toldOfRoutes(lived(steps, 20).record, later(days * DAY_MS), withContacts)
    expect(told(['handOver'], 5)).toEqual([])
    // The day went by, and nobody asked yet.
    expect(told(['handOver'], FAR)).toEqual([])
    expect(told(['handOver', 'chase'], 21)).toEqual(['stillAsking'])
    expect(told(['handOver', 'chase', 'received'], 41)).toEqual([])
    expect(told(['handOver', 'chase', 'takenUp'], 41)).toEqual(['takenUp'])
    expect(told(['handOver', 'chase', 'chase', 'chase', 'giveUp'], 90)).toEqual(['noAnswer'])
  })
})

describe('taken up', () => {
  test('is asked by a day what came of it, until that is known or no more is to come', () => {
    const { record } = lived(['handOver', 'takenUp'])
    expect(is(record, 2)).toEqual({ is: 'takenUp', by: Day.parse('2026-12-23'), late: false })
    const late = (of: SignalRecord, days: number) =>
      overdueTerms(of, withContacts, later(days * DAY_MS)).map(({ term }) => term)
    expect(late(record, 28)).not.toContain('result')
    expect(late(record, 31)).toContain('result')
    expect(is(record, 31)).toMatchObject({ is: 'takenUp', late: true })
    expect(late(lived(['handOver', 'takenUp', 'noMore']).record, 31)).not.toContain('result')
    expect(late(lived(['handOver', 'takenUp', 'result']).record, 31)).not.toContain('result')
    const again = lived(['handOver', 'takenUp', 'askedAgain'], 12).record
    expect(late(again, 40)).not.toContain('result')
    expect(late(again, 60)).toContain('result')
  })
})
