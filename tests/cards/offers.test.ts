/**
 * What a card offers, `decide` accepts: cards read the readings of a record, and have no rule of their own. Every button
 * of the dossier, of *Meer* and of the rights page, and every form behind them with each of its choices, on signals as
 * they can stand.
 */
import { describe, expect, test } from '@jest/globals'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { FORMS, type FormDeed, type OfficerAction, parseAction } from '../../cards/actions.ts'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import { moreCard } from '../../cards/officer/case/more.ts'
import { factsCard } from '../../cards/officer/facts/page.ts'
import { deedForm } from '../../cards/officer/forms/byDeed.ts'
import { rightsCard } from '../../cards/officer/forms/rights.ts'
import { deedFrom, type OfficerDeed } from '../../services/signal/deeds/data.ts'
import { waysToTell } from '../../services/signal/reading/feedback.ts'
import { standingOf, termOf } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Degree, Kind, State } from '../../services/signal/words.ts'
import { CodeId } from '../../services/words.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import {
  act,
  decision,
  delivered,
  done,
  JOOST,
  MARIEKE,
  NOW,
  officer,
  press,
  setting,
  standing,
  town,
  withRota,
} from '../kit/signals.ts'

const LONG = 60_000
/** A refusal of what was filled in, and not of the deed itself as the signal stands. */
const OF_FIELDS: ReadonlySet<string> = new Set(['needs', 'dayOutOfRange', 'victimCheck', 'already', 'target'])

const everything = (node: unknown): Wire[] => {
  if (Array.isArray(node)) return node.flatMap(everything)
  return isWire(node) ? [node, ...Object.values(node).flatMap(everything)] : []
}
const submits = (card: IAdaptiveCard): Wire[] =>
  everything(card).flatMap(({ type, data }) => (type === 'Action.Submit' && isWire(data) ? [data] : []))

/** What is filled in by itself, and for every list each of its choices. */
function filled(card: IAdaptiveCard): Wire[] {
  const inputs = everything(card).filter(({ type }) => String(type).startsWith('Input.'))
  const values = Object.fromEntries(
    inputs.map(({ id, value, choices, min, type }) => {
      const first: unknown = Array.isArray(choices) ? choices[0]?.value : undefined
      return [String(id), value ?? first ?? (type === 'Input.Date' ? min : 'Iets')]
    }),
  )
  const others = inputs.flatMap(({ id, choices }) =>
    (Array.isArray(choices) ? choices : []).map((choice) => ({ ...values, [String(id)]: choice.value })),
  )
  return [values, ...others]
}

const look = (record: SignalRecord, viewer = MARIEKE, municipality = town) =>
  ({ record, viewer, municipality, now: NOW, press: press(), surface: 'dialog', language: 'nl' }) as const

const isForm = (name: string): name is FormDeed => FORMS.some((form) => form === name)

/** The deed that a button asks for; none when it opens a page. */
function deedOf(data: Wire): OfficerDeed | undefined {
  const parsed = parseAction(data)
  if (parsed.by !== 'officer') throw new Error(`No button of an officer: ${String(data.verb)}`)
  const action: OfficerAction = parsed.action
  switch (action.verb) {
    case 'worklist':
    case 'toDestroy':
    case 'destroy':
    case 'declaration':
    case 'searches':
    case 'search':
    case 'searchNow':
    case 'overview':
    case 'seenAlarm':
    case 'open':
    case 'page':
    case 'answerPage':
    case 'factPage':
    case 'decideBack':
    case 'decideDays':
    case 'linkPage':
    case 'casePage':
    case 'sentPage':
    case 'caseDecide':
    // It gives the signal a case of its own: tests/services/cases has what it asks.
    case 'meet':
    case 'meetingPage':
    case 'movePlanPage':
    case 'known':
    case 'recognitions':
    case 'muted':
    case 'decideFor':
    case 'decideShort':
    case 'insightPage':
    case 'guardPage':
    case 'settings':
    case 'firstRun':
    case 'settingsForm':
    case 'settingsPreview':
    case 'settingsSave':
    case 'settingsAnswer':
    case 'listFilter':
    case 'find':
    case 'findNow':
    case 'duty':
    case 'enter':
    case 'enterNow':
      return undefined
    case 'decide':
      return decision({
        minor: action.minor,
        outcome: 'noAction',
        safeReason: 'other',
        routes: [],
        tell: { form: action.tellForm },
      })
    default:
      return deedFrom(action.verb, action)
  }
}

/** What the cards of this signal offer and what is refused all the same. */
function refused(
  record: SignalRecord,
  viewer = MARIEKE,
  municipality = town,
): { offered: number; wrong: string[] } {
  const it = look(record, viewer, municipality)
  const term = termOf(record, municipality)
  const due = standingOf(record, municipality, NOW) === 'due'
  const first = [dossierCard(it), factsCard(it), moreCard(it), rightsCard({ ...it, term, due })]
  const pages = first
    .flatMap(submits)
    .flatMap(({ verb, page }) => (verb === 'page' && typeof page === 'string' && isForm(page) ? [page] : []))
  const wrong: string[] = []
  let offered = 0
  const ask = (data: Wire, where: string): void => {
    const deed = deedOf(data)
    if (!deed) return
    offered += 1
    const decided = act(record, officer(viewer), deed, {
      seen: record.revision,
      at: setting(0, municipality),
    })
    if ('refused' in decided && !OF_FIELDS.has(decided.refused)) wrong.push(`${where}: ${decided.refused}`)
  }
  for (const data of first.flatMap(submits)) ask(data, `button ${String(data.verb)}`)
  for (const page of new Set(pages)) {
    const card = deedForm(page, it)
    if (!card) continue
    for (const data of submits(card)) {
      if (data.verb === page) for (const values of filled(card)) ask({ ...data, ...values }, `form ${page}`)
    }
  }
  return { offered, wrong }
}

const left = (record: SignalRecord): SignalRecord => ({ ...record, reporterLeft: NOW })
const frozen = (record: SignalRecord): SignalRecord =>
  done(record, officer(MARIEKE), { do: 'freeze', reason: 'Bezwaar' })
const STANDS: readonly [string, (record: SignalRecord) => SignalRecord][] = [
  ['as it is', (record) => record],
  ['frozen', frozen],
  ['with danger', (record) => ({ ...record, urgency: 'acute' })],
  ['with a minor', (record) => ({ ...record, minor: 'yes' })],
  ['whose reporter left', left],
  ['whose reporter left, frozen', (record) => frozen(left(record))],
]
const WAYS: readonly [string, Parameters<typeof standing>[2]][] = [
  ...Degree.options.map((degree): [string, Parameters<typeof standing>[2]] => [degree, { degree }]),
  ['anonymous with a code', { degree: 'anonymous', code: CodeId.parse('a'.repeat(64)) }],
]

describe('what a card offers is accepted', () => {
  test.each(WAYS)(
    'of degree %s: in every state, on a signal and on sparren',
    (name, fields) => {
      const all = Kind.options.flatMap((kind) =>
        State.options.flatMap((state) =>
          STANDS.flatMap(([how, change]) => {
            // A consultation is not decided on, and an anonymous reporter cannot have left.
            if (kind === 'consultation' && state !== 'received' && state !== 'inTriage' && state !== 'closed')
              return []
            if (how.includes('left') && name.startsWith('anonymous')) return []
            if (name === 'anonymous' && state !== 'received') return []
            return [{ at: `${kind} ${state} ${how}`, ...refused(change(standing(kind, state, fields))) }]
          }),
        ),
      )
      expect(all.flatMap(({ at, wrong }) => wrong.map((what) => `${at}: ${what}`))).toEqual([])
      expect(all.reduce((sum, { offered }) => sum + offered, 0)).toBeGreaterThan(25)
    },
    LONG,
  )

  test('also by a deputy who has it, and is not on duty: no name', () => {
    const record = done(standing('signal', 'inTriage'), officer(MARIEKE), { do: 'handTo', officer: JOOST })
    const { offered, wrong } = refused(record, JOOST)
    expect([offered > 10, wrong]).toEqual([true, []])
    expect(JSON.stringify(deedForm('reveal', look(record, JOOST)))).not.toContain('"verb":"reveal"')
    const rota = withRota(JOOST)
    expect(JSON.stringify(deedForm('reveal', look(record, JOOST, rota)))).toContain('"verb":"reveal"')
  })

  test('a colleague who is gone is not offered', () => {
    const gone = { officer: JOOST, why: 'left' as const, since: NOW, seen: NOW }
    const municipality = { ...town, point: { gone: [gone], nobody: false, channelGone: false } }
    expect(JSON.stringify(deedForm('handTo', look(standing('signal', 'inTriage'))))).toContain(JOOST)
    expect(
      JSON.stringify(deedForm('handTo', look(standing('signal', 'inTriage'), MARIEKE, municipality))),
    ).not.toContain(JOOST)
  })
})

describe('when the reporter has left', () => {
  const decided = delivered(standing('signal', 'decided'))
  const chosen = (record: SignalRecord): unknown =>
    everything(deedForm('feedBack', look(record))).find(({ id }) => id === 'form')?.value

  test('no message is offered, and none is chosen beforehand', () => {
    expect([chosen(decided), chosen(left(decided))]).toEqual(['message', 'none'])
    expect(waysToTell(left(decided))).toEqual(['none', 'call', 'meeting'])
    const form = JSON.stringify(deedForm('feedBack', look(left(decided))))
    expect(form).not.toContain('"value":"message"')
    expect(form).toContain('niet meer bereikbaar')
    expect(form).not.toContain('anoniem')
  })

  test('how it was to be told is chosen, when that is in person', () => {
    const called = done(
      decided,
      officer(MARIEKE),
      decision({ routes: [], outcome: 'noAction', safeReason: 'other', tell: { form: 'call' } }),
    )
    expect([chosen(called), chosen(left(called))]).toEqual(['call', 'call'])
  })

  test('nothing says that the reporter is anonymous', () => {
    for (const form of FORMS) {
      const asked = standing(
        form === 'advise' || form === 'keepAgainstWish' ? 'consultation' : 'signal',
        'inTriage',
      )
      const card = deedForm(form, look(left({ ...asked, degree: 'unknown', minor: 'yes' })))
      expect(JSON.stringify(card ?? {})).not.toMatch(/anoniem/)
    }
  })
})
