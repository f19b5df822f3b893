/** When each guard of a decision is asked and when not, on what that stands, and what is shown as its answer. */
import { describe, expect, test } from '@jest/globals'
import type { Fact, FactDetails } from '../../../../services/facts/fact.ts'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import type { PartnerKind } from '../../../../services/municipality/partner.ts'
import type { Proposed } from '../../../../services/signal/guards.ts'
import { type AskedGuard, type GuardLook, guardsAsked } from '../../../../services/signal/reading/guards.ts'
import { youngIn } from '../../../../services/signal/reading/young.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import type { Minor } from '../../../../services/signal/words.ts'
import { PartnerId, Reference, SignalId } from '../../../../services/words.ts'
import { ids, MARIEKE, NOW, POLICE, received, SAFE_HOME, TEAM, town } from '../../../kit/signals.ts'

const id = (name: string) => PartnerId.parse(name)
const CIVIL = id('burgerzaken-brp')
const SUPERVISION = id('toezicht-wmo')
const LABOUR = id('arbeidsinspectie')
const CARE = id('zorgcoordinator')

const KINDS: Readonly<Record<string, PartnerKind>> = {
  'politie-avim': 'avim',
  arbeidsinspectie: 'labourInspectorate',
  'burgerzaken-brp': 'civilRegistry',
  'toezicht-wmo': 'careSupervision',
  'veilig-thuis': 'safeHome',
  zorgcoordinator: 'careCoordinator',
  wijkteam: 'districtTeam',
  riec: 'riec',
}
/** The same town, with what each partner is. */
const kinds: Municipality = {
  ...town,
  partners: town.partners.map((partner) => {
    const kind = KINDS[partner.id]
    return kind ? { ...partner, kind } : partner
  }),
}

const fresh = ids(9)
const OTHER = Reference.parse('S-2026-0042')
const fact = (details: FactDetails, more: Partial<Fact> = {}): Fact => ({
  id: fresh(),
  at: NOW,
  by: 'reading',
  details,
  how: 'unknown',
  standing: 'unverified',
  ...more,
})
const person = (age: number | undefined, roles: Extract<FactDetails, { kind: 'person' }>['roles'] = []) =>
  fact({ kind: 'person', described: 'iemand', roles, ...(age === undefined ? {} : { age }) })

/** A signal with these words and no facts but these. */
function written(text: string, facts: Fact[] = [], more: Partial<SignalRecord> = {}): SignalRecord {
  const { facts: _read, ...record } = received({ story: [{ at: NOW, via: 'chat', text }] })
  return { ...record, facts, ...more }
}

const look = (record: SignalRecord, more: Partial<GuardLook> = {}): GuardLook => ({
  record,
  municipality: kinds,
  now: NOW,
  outcome: 'external',
  partners: [],
  minor: 'no',
  victimHelp: 'arranged',
  ...more,
})
const ask = (record: SignalRecord, more: Partial<GuardLook> = {}): AskedGuard[] =>
  guardsAsked(look(record, more))
const one = (guard: AskedGuard['guard'], record: SignalRecord, more: Partial<GuardLook> = {}) =>
  ask(record, more).find((each) => each.guard === guard)
const on = (asked: AskedGuard | undefined): string[] => [
  ...new Set((asked?.because ?? []).map((each) => each.on)),
]

const PLAIN = 'De buren zetten hun auto steeds op de stoep.'
const CHILD = 'Een meisje van 16 gaat steeds mee met oudere mannen.'
const WORK = 'De mannen werken in een kwekerij, krijgen geen loon en hun baas heeft hun paspoorten afgepakt.'

describe('enforcement alone, while somebody may be a victim', () => {
  type Row = [name: string, record: SignalRecord, more: Partial<GuardLook>, on: string[]]
  const alone = (minor: Minor | undefined): Partial<GuardLook> => ({ partners: [POLICE], minor })
  const rows: Row[] = [
    ['nothing points to it', written(PLAIN), alone('no'), []],
    ['it is said that there is a child', written(PLAIN), alone('yes'), ['mark']],
    ['it is not known', written(PLAIN), alone('unknown'), ['minorUnknown']],
    ['the mark of the signal', written(PLAIN, [], { minor: 'yes' }), alone('yes'), ['mark']],
    ['the words, and no mark', written(CHILD), alone('no'), ['text']],
    ['a fact of somebody of 16', written(PLAIN, [person(16)]), alone('no'), ['fact']],
    ['a fact of somebody of 22', written(PLAIN, [person(22, ['possibleVictim'])]), alone('no'), ['fact']],
    ['a grown-up', written(PLAIN, [person(40)]), alone('no'), []],
    ['a possible victim of 40', written(PLAIN, [person(40, ['possibleVictim'])]), alone('no'), ['fact']],
    [
      'somebody of 20 who may be the one who does it',
      written(PLAIN, [person(20, ['possibleExploiter'])]),
      alone('no'),
      [],
    ],
    ['a fact that was refuted', written(PLAIN, [{ ...person(16), standing: 'refuted' }]), alone('no'), []],
    ['care goes along', written(CHILD), { partners: [POLICE, SAFE_HOME] }, []],
    ['only care', written(CHILD), { partners: [TEAM] }, []],
    [
      'to nobody, and no help: a child in the words',
      written(CHILD),
      { victimHelp: 'notApplicable' },
      ['text'],
    ],
    ['to nobody, and no help: nothing points to it', written(PLAIN), { victimHelp: 'notApplicable' }, []],
    ['to nobody, but help is arranged', written(CHILD), { victimHelp: 'arranged' }, []],
    [
      'to nobody, no help: somebody of 22 is no child',
      written(PLAIN, [person(22)]),
      { victimHelp: 'notApplicable' },
      [],
    ],
    [
      'special data say so',
      written(PLAIN, [], {
        weighed: { special: [{ id: fresh(), at: NOW, by: MARIEKE, text: 'Zij is 15 jaar.', needed: 'x' }] },
      }),
      alone('no'),
      ['text'],
    ],
  ]
  test.each(rows)('%s', (_name, record, more, stands) => {
    const asked = one('youngVictim', record, more)
    expect(on(asked)).toEqual(stands)
    // Nobody answers it but a person.
    if (asked) expect(asked.shown).toBeUndefined()
  })

  test('an age is read from a date and from a year of birth, the younger of the two', () => {
    const born = (details: Partial<Extract<FactDetails, { kind: 'person' }>>) =>
      youngIn(written(PLAIN, [fact({ kind: 'person', roles: [], ...details })]), town)
    expect(born({ birthDate: '2008-11-25' }).minor).toHaveLength(1)
    expect(born({ birthDate: '2008-11-24' }).minor).toHaveLength(0)
    expect(born({ birthDate: '2008-11-24' }).young).toHaveLength(1)
    expect(born({ birthYear: 2008 }).minor).toHaveLength(1)
    expect(born({ birthYear: 2003 }).young).toHaveLength(1)
    expect(born({ birthYear: 1980 }).young).toHaveLength(0)
  })
})

describe('first agreed, and Awb 3:3', () => {
  type Row = [name: string, record: SignalRecord, partners: PartnerId[], asked: boolean, of?: Municipality]
  const rows: Row[] = [
    ['the population register with labour exploitation', written(WORK), [CIVIL], true],
    ['supervision with labour exploitation', written(WORK), [SUPERVISION], true],
    ['without kinds: administration of our own', written(WORK), [CIVIL], true, town],
    ['police only', written(WORK), [POLICE], false],
    ['administration outside', written(WORK), [id('riec')], false],
    ['the population register, and nothing of exploitation', written(PLAIN), [CIVIL], false],
    [
      'an officer said that it is address fraud only',
      written(WORK, [], {
        weighed: { kinds: { at: NOW, by: MARIEKE, kinds: ['addressFraud'] } },
      }),
      [CIVIL],
      false,
    ],
    [
      'an officer said that it is exploitation',
      written(PLAIN, [], {
        weighed: {
          kinds: { at: NOW, by: MARIEKE, kinds: ['sexualExploitation'] },
        },
      }),
      [CIVIL],
      true,
    ],
    ['somebody may be a victim', written(PLAIN, [person(40, ['possibleVictim'])]), [CIVIL], true],
  ]
  test.each(rows)('%s', (_name, record, partners, asked, municipality = kinds) => {
    const agree = one('agreeFirst', record, { partners, municipality })
    expect(agree !== undefined).toBe(asked)
    expect(one('supervision', record, { partners, municipality }) !== undefined).toBe(asked)
    if (!agree) return
    expect(on(agree)).toContain('partner')
    // The careful answer, with an end.
    expect(agree.shown).toEqual({ guard: 'agreeFirst', answer: 'agreeFirst', until: '2026-12-01' })
  })
})

describe('written consent', () => {
  const kindless = { ...town, partners: town.partners.map(({ kind: _kind, ...partner }) => partner) }
  test.each([
    ['the care coordinator', CARE, kinds, true],
    ['the care coordinator, of whom no kind is known', CARE, kindless, false],
    ['Veilig Thuis', SAFE_HOME, kinds, false],
    ['the police', POLICE, kinds, false],
  ])('%s', (_name, partner, municipality, asked) => {
    const consent = one('consent', written(WORK), { partners: [partner], municipality })
    expect(consent?.shown).toEqual(asked ? { guard: 'consent', answer: 'withoutNames' } : undefined)
  })
})

describe('whether the people in it are told (AVG 14(3))', () => {
  const address = fact({ kind: 'address', street: 'Havenweg', number: '12' })
  type Row = [name: string, record: SignalRecord, more: Partial<GuardLook>, on: string[]]
  const rows: Row[] = [
    ['no facts', written(PLAIN), {}, []],
    [
      'only a time and an organisation',
      written(PLAIN, [
        fact({ kind: 'time', value: 'gisteren' }),
        fact({ kind: 'organisation', name: 'Kwekerij' }),
      ]),
      {},
      [],
    ],
    [
      'an address, nothing that could be harmed',
      written(PLAIN, [address]),
      { outcome: 'noAction' },
      ['facts'],
    ],
    ['an address that was refuted', written(PLAIN, [{ ...address, standing: 'refuted' }]), {}, []],
    ['exploitation', written(WORK, [address]), {}, ['facts', 'harm']],
    ['it goes to the police', written(PLAIN, [address]), { partners: [POLICE] }, ['facts', 'harm']],
    ['it is urgent', written(PLAIN, [address], { urgency: 'high' }), {}, ['facts', 'harm']],
  ]
  test.each(rows)('%s', (_name, record, more, stands) => {
    const inform = one('informSubject', record, more)
    expect(on(inform)).toEqual(stands)
    if (inform) expect(inform.shown).toEqual({ guard: 'informSubject', answer: 'later', until: '2026-12-24' })
  })
})

describe('the ground, in whose name, and what is not first', () => {
  test('the ground of each partner, or that it is chosen when it is handed over', () => {
    expect(one('basis', written(PLAIN), { partners: [TEAM] })?.shown).toMatchObject({
      answer: 'configured',
      text: 'Wijkteam: Taak van de gemeente: Wmo 2015 en Jeugdwet.',
    })
    const bare = { ...kinds, partners: kinds.partners.map(({ basis: _none, ...rest }) => rest) }
    expect(one('basis', written(PLAIN), { partners: [TEAM], municipality: bare })?.shown).toMatchObject({
      answer: 'atHandOver',
      text: '',
    })
    expect(one('basis', written(PLAIN))).toBeUndefined()
  })
  test('outside: in the name that was settled beforehand', () => {
    expect(one('onBehalf', written(PLAIN), { partners: [TEAM] })).toBeUndefined()
    expect(one('onBehalf', written(PLAIN), { partners: [LABOUR] })?.shown).toEqual({
      guard: 'onBehalf',
      answer: 'municipality',
    })
    const employee = { ...kinds, reportsOutsideAs: 'employee' as const }
    expect(one('onBehalf', written(PLAIN), { partners: [LABOUR], municipality: employee })?.shown).toEqual({
      guard: 'onBehalf',
      answer: 'employee',
    })
  })
  test('where the rules say not to go first, unless it is proposed or first agreed', () => {
    const proposal = (more: Partial<Proposed>): Proposed => ({
      rules: '1',
      routes: [{ kind: 'labourInspectorate' }],
      notFirst: ['civilRegistry', 'avim'],
      ...more,
    })
    const asked = (partner: PartnerId, text: string, more: Partial<Proposed> = {}) =>
      one('notFirst', written(text), { partners: [partner], proposal: proposal(more) })
    expect(on(asked(POLICE, PLAIN))).toEqual(['partner'])
    expect(asked(LABOUR, PLAIN)).toBeUndefined()
    expect(asked(POLICE, PLAIN, { routes: [{ kind: 'avim' }] })).toBeUndefined()
    // First agreed: that is its answer.
    expect(asked(CIVIL, WORK)).toBeUndefined()
    expect(on(asked(CIVIL, PLAIN))).toEqual(['partner'])
    expect(one('notFirst', written(PLAIN), { partners: [POLICE] })).toBeUndefined()
  })
})

describe('what stands in another signal of the same case', () => {
  const plain = written(PLAIN)
  const beside = (text: string, facts: Fact[] = []): SignalRecord => ({
    ...written(text, facts),
    id: SignalId.parse(fresh()),
    reference: OTHER,
  })
  const enforcement = (others: SignalRecord[]): Partial<GuardLook> => ({
    partners: [POLICE],
    minor: 'no',
    beside: others,
  })

  test('a child in the words there asks for care here, and says in which signal', () => {
    const asked = one('youngVictim', plain, enforcement([plain, beside(CHILD)]))
    expect(asked?.because).toEqual([{ on: 'case', reference: OTHER }])
    expect(one('youngVictim', plain, enforcement([plain, beside(PLAIN)]))).toBeUndefined()
  })

  test('a fact there, of somebody who may be a victim, does so too; one that was refuted does not', () => {
    const victim = person(22, ['possibleVictim'])
    expect(on(one('youngVictim', plain, enforcement([beside(PLAIN, [victim])])))).toEqual(['case'])
    expect(
      one('youngVictim', plain, enforcement([beside(PLAIN, [{ ...victim, standing: 'refuted' }])])),
    ).toBeUndefined()
  })

  test('with care along it is not asked', () => {
    const more = { ...enforcement([beside(CHILD)]), partners: [POLICE, SAFE_HOME] }
    expect(one('youngVictim', plain, more)).toBeUndefined()
  })

  test('exploitation there warns of an inspection here', () => {
    const at = (others: SignalRecord[]) =>
      one('agreeFirst', plain, { partners: [CIVIL], minor: 'no', beside: others })
    expect(on(at([beside(WORK)]))).toContain('case')
    expect(at([beside(PLAIN)])).toBeUndefined()
  })

  test('the signal itself, where it is among them, is not said as another', () => {
    const child = written(CHILD)
    expect(on(one('youngVictim', child, enforcement([child])))).toEqual(['text'])
  })
})
