/** Every route of C3, as somebody read it there and wrote it down by hand: this table is the oracle, not the rules. */
import { describe, expect, test } from '@jest/globals'
import { applied } from '../../../services/routing/apply.ts'
import { ruleSetOf } from '../../../services/routing/ruleSet.ts'
import { type Named, situation } from './situations.ts'

const routed = (named: Named) => {
  const { rules } = ruleSetOf(named.region === undefined ? undefined : { region: named.region })
  const { routes, notFirst } = applied(rules, situation(named))
  const of = (place: 'first' | 'also') =>
    routes.flatMap((route) => (route.place === place && !route.ifConfigured ? [route.kind] : []))
  return {
    first: of('first'),
    also: of('also'),
    advice: routes.flatMap(({ kind, adviceFirst }) => (adviceFirst ? [kind] : [])),
    notFirst: notFirst.map(({ kind, as }) => `${as} ${kind ?? ''}`.trim()),
    conditions: Object.fromEntries(
      routes.map((route) => [route.kind, route.conditions.map(({ what }) => what)]),
    ),
  }
}

type Row = [name: string, named: Named, first: string[], also: string[], notFirst: string[]]

const ROWS: Row[] = [
  [
    'acute danger, exploitation of an adult',
    { matters: ['sexualExploitation'], urgency: 'acute' },
    ['emergency112', 'avim'],
    ['careCoordinator', 'comensha'],
    ['meetingOrMail caseTable', 'visit permits'],
  ],
  [
    'acute danger, a minor: Veilig Thuis beside it',
    { matters: ['criminalExploitation'], urgency: 'acute', age: 'under18' },
    ['emergency112', 'avim'],
    ['safeHome', 'districtTeam', 'education', 'careCoordinator', 'caseTable'],
    ['meetingOrMail caseTable', 'enforcementAlone'],
  ],
  [
    'acute danger, of whatever',
    { urgency: 'acute' },
    ['emergency112', 'police'],
    [],
    ['meetingOrMail caseTable'],
  ],
  [
    'sexual exploitation, adult',
    { matters: ['sexualExploitation'] },
    ['avim'],
    ['careCoordinator', 'comensha'],
    ['visit permits'],
  ],
  [
    'sexual exploitation, only a place, a brothel',
    { matters: ['sexualExploitation'], fork: 'place', facts: ['sexVenue'] },
    ['avim'],
    ['riec', 'permits'],
    ['visit permits'],
  ],
  [
    'sexual exploitation, a minor',
    { matters: ['sexualExploitation'], age: 'under18' },
    ['safeHome', 'avim'],
    ['districtTeam', 'education', 'careCoordinator', 'caseTable'],
    ['enforcementAlone'],
  ],
  [
    'criminal exploitation, nineteen years old',
    { matters: ['criminalExploitation'], age: 'from18to22' },
    ['safeHome', 'avim'],
    ['districtTeam', 'careCoordinator', 'caseTable'],
    ['enforcementAlone'],
  ],
  [
    'criminal exploitation, perhaps young (A097, A038)',
    { matters: ['criminalExploitation'], age: 'unknown', facts: ['young'] },
    ['safeHome', 'avim'],
    ['districtTeam', 'careCoordinator', 'caseTable'],
    ['enforcementAlone'],
  ],
  [
    'labour exploitation with housing',
    { matters: ['labourExploitation'], facts: ['housing', 'organisation', 'severalWorkers'] },
    ['labourInspectorate'],
    ['riec', 'careCoordinator', 'comensha', 'fairwork', 'permits', 'fireService', 'civilRegistry'],
    ['visit civilRegistry', 'visit permits'],
  ],
  [
    'labour exploitation, only a place',
    { matters: ['labourExploitation'], fork: 'place' },
    ['labourInspectorate'],
    ['riec'],
    ['visit civilRegistry', 'visit permits'],
  ],
  [
    'labour exploitation of a minor',
    { matters: ['labourExploitation'], age: 'under18' },
    ['labourInspectorate', 'safeHome'],
    ['careCoordinator', 'comensha', 'fairwork', 'avim', 'districtTeam'],
    ['visit civilRegistry', 'visit permits', 'enforcementAlone'],
  ],
  [
    'underpaid without coercion',
    { matters: ['badEmployment'] },
    ['labourInspectorate'],
    ['fairwork'],
    ['report avim'],
  ],
  [
    'criminal exploitation of an adult, a front with debts',
    { matters: ['criminalExploitation'], facts: ['frontCompany', 'debts'] },
    ['avim', 'careCoordinator'],
    ['riec', 'taxAuthority', 'debtHelp', 'districtTeam'],
    ['alone socialInvestigation'],
  ],
  [
    'forced services',
    { matters: ['forcedServices'] },
    ['avim'],
    ['labourInspectorate', 'careCoordinator', 'districtTeam'],
    [],
  ],
  [
    'the household of a diplomat',
    { matters: ['forcedServices'], facts: ['diplomat'] },
    ['avim', 'labourInspectorate'],
    [],
    [],
  ],
  [
    'removal of an organ',
    { matters: ['organRemoval'] },
    ['avim'],
    ['comensha', 'health', 'careCoordinator'],
    [],
  ],
  ['organised crime', { matters: ['underminingCrime'] }, ['riec'], ['police', 'permits', 'taxAuthority'], []],
  [
    'care fraud where a client is neglected',
    { matters: ['careFraud'], facts: ['clientHarmed'] },
    ['careSupervision'],
    ['ikz', 'safeHome'],
    ['report police'],
  ],
  [
    'address fraud, too many people, a pattern',
    { matters: ['addressFraud'], facts: ['housing', 'repeat'] },
    ['civilRegistry'],
    ['permits', 'fireService', 'riec'],
    [],
  ],
  ['benefit fraud', { matters: ['benefitFraud'] }, ['socialInvestigation'], [], []],
  ['violence at home', { matters: ['violenceAtHome'] }, ['safeHome'], [], []],
  ['a border', { matters: ['borderCrossing'] }, ['avim', 'borderPolice'], [], []],
  ['a colleague, whatever else', { matters: ['ofColleague', 'underminingCrime'] }, ['integrity'], [], []],
  ['a threat to the reporter', { matters: ['threatToReporter'] }, ['police'], [], []],
  [
    'another municipality, whatever else',
    { matters: ['otherMunicipality', 'labourExploitation'] },
    ['otherMunicipality'],
    ['riec'],
    [],
  ],
  ['a false alarm', { matters: ['falseAlarm', 'labourExploitation'] }, [], [], []],
  [
    'forced marriage',
    { matters: ['otherExploitation'], facts: ['forcedMarriage'] },
    ['safeHome', 'avim'],
    ['careCoordinator', 'comensha'],
    [],
  ],
  [
    'two kinds of exploitation at once',
    { matters: ['labourExploitation', 'sexualExploitation'] },
    ['labourInspectorate', 'avim'],
    ['careCoordinator', 'comensha', 'fairwork'],
    ['visit civilRegistry', 'visit permits'],
  ],
  [
    'an address with exploitation: the register waits',
    { matters: ['labourExploitation', 'addressFraud'] },
    ['labourInspectorate'],
    ['civilRegistry', 'careCoordinator', 'comensha', 'fairwork'],
    ['visit civilRegistry', 'visit permits'],
  ],
  [
    'two frauds at once',
    { matters: ['careFraud', 'benefitFraud'] },
    ['careSupervision', 'socialInvestigation'],
    ['ikz'],
    ['report police'],
  ],
  [
    'a reporter who is threatened over exploitation',
    { matters: ['labourExploitation', 'threatToReporter'], fork: 'place' },
    ['labourInspectorate', 'police'],
    ['riec'],
    ['visit civilRegistry', 'visit permits'],
  ],
  ['nothing is known', {}, [], [], []],
]

describe('the matrix', () => {
  test.each(ROWS)('%s', (_name, named, first, also, notFirst) => {
    const found = routed(named)
    expect(found.first).toEqual(first)
    expect(new Set(found.also)).toEqual(new Set(also))
    expect(new Set(found.notFirst)).toEqual(new Set(notFirst))
  })

  test('what is only possible decides nothing beside what is sure', () => {
    expect(routed({ matters: ['careFraud'], doubts: ['sexualExploitation'] }).first).toEqual([
      'careSupervision',
    ])
    expect(routed({ doubts: ['sexualExploitation'] }).first).toEqual(['avim'])
  })

  test('conditions stand where they belong', () => {
    const { conditions } = routed({ matters: ['labourExploitation'], facts: ['housing'] })
    expect(conditions.labourInspectorate).toContain('askEnforcementOrSupervision')
    expect(conditions.civilRegistry).toContain('coordinateFirst')
    expect(conditions.permits).toEqual(['coordinateFirst', 'awb33'])
    expect(conditions.careCoordinator).toContain('consent')
    expect(routed({ matters: ['addressFraud'] }).conditions.civilRegistry).not.toContain('coordinateFirst')
    expect(routed({ matters: ['sexualExploitation'], urgency: 'acute' }).conditions.avim).toEqual(
      expect.arrayContaining(['phoneFirst', 'logNameAndTime']),
    )
  })

  test('advice is asked first, without names, but never in danger', () => {
    const young = { matters: ['criminalExploitation'], age: 'under18', region: 'utrecht' } as const
    expect(routed(young).advice).toEqual(['safeHome', 'straatwaarden'])
    expect(routed({ ...young, urgency: 'acute' }).advice).toEqual([])
  })

  test('regions differ only where they do', () => {
    const young: Named = { matters: ['sexualExploitation'], age: 'under18' }
    for (const region of ['midden-nederland', 'utrecht', 'flevoland', 'gooi-en-vechtstreek'])
      expect([region, routed({ ...young, region }).also]).toEqual([
        region,
        expect.arrayContaining(['straatwaarden']),
      ])
    for (const region of ['limburg', 'noordoost-gelderland', undefined])
      expect(routed(region === undefined ? young : { ...young, region }).also).not.toContain('straatwaarden')
    const adult: Named = { matters: ['labourExploitation'], fork: 'place' }
    for (const region of ['utrecht', 'flevoland', 'noordoost-gelderland'])
      expect(routed({ ...adult, region }).also).toContain('safeHome')
    expect(routed({ ...adult, region: 'zeeland' }).also).not.toContain('safeHome')
  })

  test('a confirmed match is looked at together, and counts only for exploitation', () => {
    expect(routed({ matters: ['labourExploitation'], confirmed: 1 }).also).toContain('caseTable')
    expect(routed({ matters: ['addressFraud'], confirmed: 1 }).also).not.toContain('caseTable')
  })
})
