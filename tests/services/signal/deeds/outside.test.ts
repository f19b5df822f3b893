/** The rules of what comes from outside: an answer by a link, a mail that came back, and what an officer makes of it. */
import { describe, expect, test } from '@jest/globals'
import type { LinkForm } from '../../../../services/handover/link/linkAnswer.ts'
import type { Sent } from '../../../../services/handover/sent.ts'
import type { Change } from '../../../../services/signal/change.ts'
import type { Decided } from '../../../../services/signal/decide.ts'
import { decide } from '../../../../services/signal/decide.ts'
import { followOutside } from '../../../../services/signal/deeds/outside.ts'
import type { OutsideDeed } from '../../../../services/signal/deeds/outsideCommand.ts'
import { chaseMoments } from '../../../../services/signal/reading/mails.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { sentBy } from '../../../journeys/outsideSteps.ts'
import {
  act,
  done,
  firstRoute,
  later,
  MARIEKE,
  NOW,
  officer,
  press,
  setting,
  standing,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const HASH = 'a'.repeat(64)

/** A signal that was handed over by mail, which was taken. */
function mailed(more: Partial<Sent> = {}): { record: SignalRecord; route: string; sent: Sent } {
  const record = standing('signal', 'handedOver')
  const sent = sentBy(MARIEKE, { at: NOW, standing: 'accepted', ...more })
  const mail = { sent: sent.id, number: '7K3MQ-2XA4P', at: NOW, link: HASH, until: later(1e9) }
  const routes = record.routes.map((route) => ({ ...route, sent: [sent], mails: [mail] }))
  return { record: { ...record, routes }, route: firstRoute(record), sent }
}

const own = (record: SignalRecord, deed: OutsideDeed, at = setting()): Decided =>
  decide(record, { ...deed, id: press(), actor: { role: 'system' } }, at)
function became(record: SignalRecord, deed: OutsideDeed, at = setting()): SignalRecord {
  const decided = own(record, deed, at)
  if ('refused' in decided || decided.done === 'ended')
    throw new Error(`${deed.do}: ${JSON.stringify(decided)}`)
  return decided.record
}
const told = ({ effects }: SignalRecord) =>
  effects.flatMap((effect) => (effect.kind === 'tellOfficer' ? [effect.notice] : []))
const answered = (it: ReturnType<typeof mailed>, said: LinkForm, answer = press()) =>
  ({ do: 'linkAnswered', route: it.route, sent: it.sent.id, answer, said }) as const

describe('an answer by a link', () => {
  test('is kept as it was said; nothing follows, and the holder is told', () => {
    const it = mailed()
    const record = became(it.record, answered(it, { what: 'takenUp', line: 'Ja' }))
    expect(record.routes[0]).toMatchObject({
      state: 'handedOver',
      fromLink: [{ what: 'takenUp', line: 'Ja' }],
    })
    expect(record.routes[0]?.answer).toBeUndefined()
    expect(told(record)).toEqual(['linkAnswered'])
    expect(record.effects.some(({ kind }) => kind === 'tellReporter')).toBe(false)
    expect(record.revision).toBe(it.record.revision + 1)
  })

  test('of one page once; after a question again, after an answer no more', () => {
    const it = mailed()
    const id = press()
    const asked = became(it.record, answered(it, { what: 'question', line: 'Wie?' }, id))
    expect(own(asked, answered(it, { what: 'question', line: 'Wie?' }, id))).toEqual({ refused: 'already' })
    const final = became(asked, answered(it, { what: 'passedOn', passedTo: 'Toezicht' }))
    expect(own(final, answered(it, { what: 'takenUp' }))).toEqual({ refused: 'notNow' })
  })

  test.each([
    ['closed', (record: SignalRecord) => ({ ...record, state: 'closed' as const })],
    ['frozen', (record: SignalRecord) => done(record, by, { do: 'freeze', reason: 'Bezwaar' })],
    [
      'planned',
      (record: SignalRecord) => ({
        ...record,
        routes: record.routes.map((r) => ({ ...r, state: 'planned' as const })),
      }),
    ],
    [
      'answered',
      (record: SignalRecord) =>
        done(record, by, { do: 'partnerAnswered', route: firstRoute(record), what: 'takenUp', text: '' }),
    ],
  ])('is refused where it is %s, and that somebody tried is told once a day', (_, make) => {
    const it = mailed()
    const record = make(it.record)
    expect(own(record, answered(it, { what: 'takenUp' }))).toEqual({ refused: 'notNow' })
    const tried = { do: 'linkRefused', route: it.route, sent: it.sent.id } as const
    const once = became(record, tried)
    expect(told(once).filter((notice) => notice === 'linkRefused')).toHaveLength(1)
    expect(own(once, tried)).toEqual({ refused: 'already' })
    expect(became(once, tried, setting(86_400_000)).audit.at(-1)?.what).toBe('linkRefused')
    expect(own(it.record, tried)).toEqual({ refused: 'notNow' })
  })

  test('nobody but the software brings one', () => {
    const it = mailed()
    const command = { ...answered(it, { what: 'takenUp' }), id: press() }
    for (const actor of [by, { role: 'reporter' } as const])
      expect(decide(it.record, { ...command, actor }, setting())).toEqual({ refused: 'notAllowed' })
  })
})

describe('what an officer makes of it', () => {
  const said = (form: LinkForm) => {
    const it = mailed()
    const answer = press()
    return { record: became(it.record, answered(it, form, answer)), route: it.route, answer }
  }
  test('taken over is what noting an answer is, and once', () => {
    const { record, ...which } = said({ what: 'takenUp', contact: 'Anna', line: 'Ja', day: undefined })
    const took = done(record, by, { do: 'confirmLinkAnswer', ...which, as: 'taken' })
    expect(took.routes[0]).toMatchObject({
      state: 'answered',
      answer: { what: 'takenUp', note: 'Ja\nContact: Anna', by: MARIEKE },
      fromLink: [{ settled: { by: MARIEKE, as: 'taken' } }],
    })
    expect(act(took, by, { do: 'confirmLinkAnswer', ...which, as: 'taken' })).toEqual({ refused: 'already' })
  })
  test('put aside nothing is done with it', () => {
    const { record, ...which } = said({ what: 'notTakenUp' })
    const aside = done(record, by, { do: 'confirmLinkAnswer', ...which, as: 'aside' })
    expect(aside.routes[0]?.answer).toBeUndefined()
    expect(aside.audit.at(-1)?.what).toBe('setLinkAnswerAside')
  })
  test('noted in other words it is settled; a silence settles nothing', () => {
    const { record, route } = said({ what: 'takenUp' })
    const noted = done(record, by, { do: 'partnerAnswered', route, what: 'notTakenUp', text: 'Toch niet' })
    expect(noted.routes[0]?.fromLink?.[0]?.settled?.as).toBe('noted')
    const silent = done(record, by, { do: 'partnerAnswered', route, what: 'noAnswer', text: '' })
    expect(silent.routes[0]?.fromLink?.[0]?.settled).toBeUndefined()
  })
  test('of another route, or of none, it is not there', () => {
    const { record, route } = said({ what: 'takenUp' })
    const none = { do: 'confirmLinkAnswer', route, answer: press(), as: 'taken' } as const
    expect(act(record, by, none)).toEqual({ refused: 'notNow' })
  })
})

describe('a mail', () => {
  test('that came back says so once, whatever comes after it', () => {
    const it = mailed()
    const heard = (what: 'noSuchAddress' | 'delayed' | 'replied') =>
      ({ do: 'mailHeard', route: it.route, sent: it.sent.id, heard: what }) as const
    const late = became(it.record, heard('delayed'))
    expect(told(late)).toEqual([])
    const back = became(late, heard('noSuchAddress'))
    expect([back.routes[0]?.sent?.[0]?.standing, told(back)]).toEqual(['bounced', ['mailBounced']])
    expect(own(back, heard('noSuchAddress'))).toEqual({ refused: 'already' })
    expect(own(back, heard('delayed'))).toEqual({ refused: 'already' })
    expect(told(became(back, heard('replied')))).toEqual(['mailBounced', 'mailReplied'])
    expect(own(it.record, { ...heard('replied'), sent: press() })).toEqual({ refused: 'notNow' })
  })

  test('of which nothing is heard is chased at the end of the next working day, and not twice', () => {
    const it = mailed()
    const [at = NOW] = chaseMoments(it.record, town)
    expect(at > NOW).toBe(true)
    expect(own(it.record, { do: 'chaseMail' })).toEqual({ refused: 'already' })
    const chased = became(it.record, { do: 'chaseMail' }, setting(Date.parse(at) - Date.parse(NOW)))
    expect([chased.routes[0]?.sent?.[0]?.standing, told(chased)]).toEqual([
      'notConfirmed',
      ['mailUnconfirmed'],
    ])
    expect(chaseMoments(chased, town)).toEqual([])
    expect(chaseMoments(became(it.record, answered(it, { what: 'question', line: 'x' })), town)).toEqual([])
  })

  test('of a hand-over that is new goes out by itself, once, in the save that brings it', () => {
    const before = standing('signal', 'handedOver')
    const { routes } = mailed({ standing: 'queued' }).record
    const queued = { ...before, routes: before.routes.map((route) => ({ ...route, sent: routes[0]?.sent })) }
    const follow = (was: SignalRecord): string[] => {
      const change: Change = { record: queued, setting: setting(), actor: by }
      followOutside(change, was, { do: 'handOver' })
      return change.record.effects.map(({ kind }) => kind)
    }
    expect(follow(before)).toEqual(['mailPartner'])
    // What stood there already was caused when it came.
    expect(follow(queued)).toEqual([])
  })
})
