/** What becomes of the settings: versions, proposals, the file that changes beside them, and what time does. */
import { describe, expect, test } from '@jest/globals'
import { Municipality } from '../../../../services/municipality/municipality.ts'
import type { Change } from '../../../../services/municipality/settings/change.ts'
import {
  type Asked,
  answered,
  asked,
  fileDiffers,
  fileRead,
  Kept,
  type Refused,
  type Step,
  timePassed,
  Version,
} from '../../../../services/municipality/settings/kept.ts'
import type { OfficerId } from '../../../../services/words.ts'
import { DEPUTY, FG, FILE, first, HEAD, INTEGRITY, NEW, OFFICER, person, settingAt, span } from './kit.ts'

const PRESS = '00000000-0000-4000-8000-00000000ffff'
const phone = (digits: string): Change => ({
  what: 'numbers',
  phone: `088-000 00 ${digits}`,
  officeHours: { from: 9, until: 17 },
})
function done<S extends Step>(step: S | Refused | undefined): S {
  if (!step || 'refused' in step) throw new Error(`Not done: ${JSON.stringify(step)}`)
  return step
}
const want = (kept: Kept, change: Change, by: OfficerId = OFFICER, press = PRESS): Asked | Refused =>
  asked(kept, change, by, press, settingAt())
const why = (step: Asked | Refused): unknown =>
  'refused' in step
    ? 'problems' in step
      ? [...new Set(step.problems.map(({ message }) => message))]
      : step.refused
    : 'done'

test('a version says who, when and what; and what is kept opens again', () => {
  const { kept, versions, lines } = done(want(first(), phone('44')))
  expect(kept).toMatchObject({ version: 2, by: OFFICER })
  const [version] = versions
  expect(version).toMatchObject({ number: 2, by: OFFICER })
  expect(version?.changed).toEqual([{ field: 'phone', before: '088-000 00 00', after: '088-000 00 44' }])
  expect(lines).toMatchObject([{ what: 'changed', version: 2, changed: version?.changed }])
  expect(Kept.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(Version.parse(JSON.parse(JSON.stringify(version)))).toEqual(version)
})

describe('what is not sound is refused, and nothing is kept of it', () => {
  const away = (officer: OfficerId): Change => ({ what: 'away', officer, ...span('2026-11-24') })
  test.each<[string, Change[], unknown]>([
    [
      'a turn of somebody who is away',
      [away(DEPUTY), { what: 'turn', officer: DEPUTY, ...span('2026-11-24') }],
      ['names somebody who is on leave then'],
    ],
    [
      'nobody left to read',
      [away(DEPUTY), away(HEAD), away(OFFICER)],
      ['leaves nobody to read on its first day'],
    ],
    ['the only deputy gone', [{ what: 'noPerson', officer: DEPUTY }], ['names no deputy (role "deputy")']],
    [
      'no partner in use',
      FILE.partners.map(
        ({ id }): Change => ({ what: 'endPartner', partner: id, on: span('2026-11-24').from }),
      ),
      ['names no partner that is not ended'],
    ],
    [
      'a sentence with a name',
      [{ what: 'sentence', key: 'handedOver', nl: 'Marieke Vonk gaf het door.', en: 'Passed on.' }],
      ['names somebody, or an organisation'],
    ],
    [
      'a sentence with a place to fill in',
      [{ what: 'sentence', key: 'handedOver', nl: 'Gegeven aan {partner}.', en: 'Passed on.' }],
      ['has something to be filled in, a number or an address'],
    ],
    [
      'a sentence about the police',
      [{ what: 'sentence', key: 'takenUp', nl: 'De politie pakt het op.', en: 'Taken up.' }],
      ['says what no reporter may read'],
    ],
    ['the same once more', [phone('00')], 'nothing'],
  ])('%s', (_name, changes, expected) => {
    let kept = first()
    let last: Asked | Refused = { refused: 'nothing' }
    for (const change of changes) {
      last = want(kept, change)
      if (!('refused' in last)) kept = last.kept
    }
    expect(why(last)).toEqual(expected)
  })

  test('somebody who is none of the reporting point', () => {
    expect(why(want(first(), phone('44'), INTEGRITY))).toBe('notYours')
  })
})

describe('a proposal', () => {
  const proposed = () => done(want(first(), person(NEW, 'deputy')))

  test('changes nothing, is told to those that may say yes, and pressed twice it is one', () => {
    const { kept, versions, lines } = proposed()
    expect([kept.version, versions, lines.map(({ what }) => what)]).toEqual([1, [], ['proposed']])
    expect(kept.tell.map(({ to, news }) => [to, news])).toEqual([
      [DEPUTY, 'proposed'],
      [HEAD, 'proposed'],
      [INTEGRITY, 'proposed'],
    ])
    const again = done(want(kept, person(NEW, 'deputy')))
    expect(again.kept).toBe(kept)
  })

  test('is confirmed by another, never by the one that asked it, whom it is about, or the FG before its time', () => {
    const { kept } = proposed()
    const says = (who: OfficerId, at?: string) => answered(kept, PRESS, true, who, settingAt(at))
    for (const who of [OFFICER, NEW, FG]) expect(says(who)).toEqual({ refused: 'notYours' })
    const step = done(says(HEAD))
    expect(step.kept).toMatchObject({ version: 2, proposals: [] })
    expect(step.versions).toMatchObject([{ number: 2, by: OFFICER, second: HEAD }])
    expect(done(says(FG, '2026-11-26T09:00:00.000Z')).kept.version).toBe(2)
    expect(answered(step.kept, PRESS, true, DEPUTY, settingAt())).toEqual({ refused: 'gone' })
  })

  test('is made anew on what holds by then, and undoes nothing of it', () => {
    const { kept } = proposed()
    const later = done(want(kept, phone('44'), OFFICER, '00000000-0000-4000-8000-00000000eeee'))
    const step = done(answered(later.kept, PRESS, true, HEAD, settingAt()))
    expect(step.kept.settings.phone).toBe('088-000 00 44')
    expect(step.kept.settings.officers.map(({ id }) => id)).toContain(NEW)
  })

  test('is declined, or taken back by the one that asked it; whoever is gone by then proposes nothing', () => {
    const { kept } = proposed()
    const taken = done(answered(kept, PRESS, false, OFFICER, settingAt()))
    expect([taken.kept.proposals, taken.versions]).toEqual([[], []])
    const no = done(answered(kept, PRESS, false, INTEGRITY, settingAt()))
    expect(no.kept.tell.at(-1)).toMatchObject({ to: OFFICER, news: 'declined', by: INTEGRITY })
    expect(answered(kept, PRESS, false, NEW, settingAt())).toEqual({ refused: 'notYours' })
    const others = kept.settings.officers.map((each) => (each.id === OFFICER ? { ...each, id: FG } : each))
    const gone = { ...kept, settings: { ...kept.settings, officers: others } }
    expect(
      answered(
        gone,
        PRESS,
        true,
        HEAD,
        settingAt(undefined, Municipality.parse({ ...FILE, dpo: undefined })),
      ),
    ).toEqual({
      refused: 'notThere',
    })
  })

  test('in a municipality with one officer and one deputy, without an id of anybody else: the FG in the end', () => {
    const officers = FILE.officers.filter(({ role }) => role !== 'head')
    const { id: _id, ...integrity } = FILE.integrity
    const small = Municipality.parse({ ...FILE, officers, integrity })
    const from = asked(first(small), person(NEW, 'officer'), DEPUTY, PRESS, settingAt(undefined, small))
    const { kept } = done(from)
    expect(kept.tell.map(({ to }) => to)).toEqual([OFFICER])
    const late = settingAt('2026-11-26T09:00:00.000Z', small)
    const step = done(timePassed(kept, small, OFFICER, late))
    expect(step.kept.tell.map(({ to, news }) => `${to} ${news}`)).toContain(`${FG} escalated`)
    expect(step.lines).toMatchObject([{ what: 'escalated' }])
    expect(timePassed(step.kept, small, OFFICER, late)).toBeUndefined()
    expect(done(answered(step.kept, PRESS, true, FG, late)).kept.version).toBe(2)
  })
})

describe('the file that changes beside it', () => {
  const changed = Municipality.parse({ ...FILE, phone: '088-000 00 77' })
  const back = Municipality.parse({ ...changed, settings: { fromFile: 'december' } })

  test('is the next version while nothing was changed in Teams', () => {
    expect(fileRead(first(), settingAt())).toBeUndefined()
    const step = done(fileRead(first(), settingAt(undefined, changed)))
    expect(step.kept).toMatchObject({ version: 2, by: 'file' })
    expect(step.lines).toMatchObject([{ what: 'file', by: 'file' }])
  })

  test('does not win after that, and is never silently lost: told, in the trail, and shown until it is the same', () => {
    const { kept } = done(want(first(), phone('44')))
    const step = done(fileRead(kept, settingAt(undefined, changed)))
    expect(step.kept).toMatchObject({ version: 2, settings: { phone: '088-000 00 44' } })
    expect(step.lines).toMatchObject([{ what: 'fileLeft', changed: [{ field: 'phone' }] }])
    expect(step.kept.tell.filter(({ news }) => news === 'file').map(({ to }) => to)).toEqual([
      OFFICER,
      HEAD,
      INTEGRITY,
    ])
    expect(fileDiffers(step.kept)).toEqual(['phone'])
    expect(fileRead(step.kept, settingAt(undefined, changed))).toBeUndefined()
    const same = done(want(step.kept, phone('77'), OFFICER, '00000000-0000-4000-8000-00000000eeee'))
    expect(fileDiffers(same.kept)).toEqual([])
  })

  test('wins with a way back that was never taken, once', () => {
    const { kept } = done(want(first(), phone('44')))
    const step = done(fileRead(kept, settingAt(undefined, back)))
    expect(step.kept).toMatchObject({ version: 3, by: 'file', settings: { phone: '088-000 00 77' } })
    expect(step.versions[0]?.changed).toMatchObject([{ before: '088-000 00 44', after: '088-000 00 77' }])
    const later = done(want(step.kept, phone('45')))
    expect(fileRead(later.kept, settingAt(undefined, back))).toBeUndefined()
  })
})

test('a partner that was not looked at for a year is asked about once for that day', () => {
  const late = settingAt('2027-11-24T09:00:00.000Z')
  const step = done(timePassed(first(), FILE, OFFICER, late))
  expect(step.kept.tell).toMatchObject([{ to: OFFICER, news: 'stale' }])
  expect(step.kept.tell[0]?.partners).toHaveLength(FILE.partners.length)
  expect(timePassed(step.kept, FILE, OFFICER, late)).toBeUndefined()
  expect(timePassed(first(), FILE, OFFICER, settingAt())).toBeUndefined()
})
