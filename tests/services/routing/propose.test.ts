/** A proposal stands on what the record says; it is the same each time, and knows no names and no origin (E2). */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { PartnerKind } from '../../../services/municipality/partner.ts'
import { deviationOf, Proposal } from '../../../services/routing/proposal.ts'
import { proposalFor, proposalIn } from '../../../services/routing/propose.ts'
import { regionIds } from '../../../services/routing/ruleSet.ts'
import { AgeBand, Circumstance, ForkSide, Matter } from '../../../services/routing/words.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Urgency } from '../../../services/signal/words.ts'
import { PartnerId } from '../../../services/words.ts'
import { done, MARIEKE, NOW, officer, received, town } from '../../kit/signals.ts'
import { situation } from './situations.ts'

const told = (text: string, fields: Parameters<typeof received>[0] = {}): SignalRecord =>
  received({ story: [{ at: NOW, via: 'chat', text }], ...fields })

const KITCHEN =
  'Een kok vertelde dat hij 14 uur per dag werkt, in de kelder van het restaurant slaapt en dat de eigenaar zijn paspoort heeft.'

const firstOf = (proposal: Proposal): string[] =>
  proposal.routes.flatMap(({ kind, place }) => (place === 'first' ? [kind] : []))

describe('a proposal', () => {
  test('names the partners of the municipality in order, with reasons that say what they stand on', () => {
    const proposal = proposalFor(told(KITCHEN), town, NOW)
    const [first] = proposal.routes
    expect(first).toMatchObject({
      kind: 'labourInspectorate',
      partner: 'arbeidsinspectie',
      order: 1,
      place: 'first',
      why: [{ rule: 'labour', standsOn: [{ on: 'matter', matter: 'labourExploitation', by: 'reading' }] }],
    })
    expect(proposal.fork.side).toBe('victim')
    expect(proposal.routes.map(({ order }) => order)).toEqual(proposal.routes.map((_, at) => at + 1))
    expect(proposal.notFirst).toEqual(
      expect.arrayContaining([expect.objectContaining({ partner: 'burgerzaken-brp', as: 'visit' })]),
    )
    expect(Proposal.parse(JSON.parse(JSON.stringify(proposal)))).toEqual(proposal)
  })

  test('keeps nothing of what was written', () => {
    const kept = JSON.stringify(proposalFor(told(KITCHEN), town, NOW))
    for (const word of ['kelder', 'paspoort', 'kok', 'restaurant', '14']) expect(kept).not.toContain(word)
  })

  test('a kind without a partner is named with its public number, and one that does not exist everywhere is not', () => {
    const bare: Municipality = {
      ...town,
      partners: town.partners.filter(({ kind }) => kind === 'districtTeam'),
    }
    const { routes } = proposalFor(told(KITCHEN), bare, NOW)
    expect(routes[0]).toMatchObject({
      kind: 'labourInspectorate',
      notConfigured: { name: { nl: 'Nederlandse Arbeidsinspectie' }, phone: '0800-5151' },
    })
    expect(routes[0]?.partner).toBeUndefined()
    expect(routes.map(({ kind }) => kind)).not.toContain('chainDirector')
  })

  test('agreeing first has an end, in working days', () => {
    const { routes } = proposalIn(
      situation({ matters: ['labourExploitation'], facts: ['housing'] }),
      town,
      NOW,
    )
    const registry = routes.find(({ kind }) => kind === 'civilRegistry')
    expect(registry?.conditions).toContainEqual({ what: 'coordinateFirst', until: '2026-12-01' })
  })

  test('what an officer confirmed wins over what was read', () => {
    const record = told(KITCHEN)
    const weighed = done(record, officer(MARIEKE), { do: 'setKinds', kinds: ['careFraud'] })
    expect(firstOf(proposalFor(weighed, town, NOW))).toEqual(['careSupervision'])
  })

  test('what the reporter said of a minor counts, and what is in doubt is asked, at most two things', () => {
    const minor = told(KITCHEN, { form: { minor: 'yes' } })
    expect(firstOf(proposalFor(minor, town, NOW))).toEqual(['labourInspectorate', 'safeHome'])
    expect(proposalFor(told('Er klopt iets niet.'), town, NOW).questions).toEqual(['whatKind'])
    for (const matter of Matter.options)
      expect(
        proposalIn(situation({ doubts: [matter], fork: 'unclear' }), town, NOW).questions.length,
      ).toBeLessThan(3)
  })
})

describe('fairness', () => {
  const FRAMES: ((who: { name: string; origin: string; land: string }) => string)[] = [
    ({ name, origin }) =>
      `De ${origin} kok ${name} werkt zeven dagen per week, slaapt in de zaak en is zijn paspoort kwijt aan de baas.`,
    ({ name, land }) =>
      `${name} komt uit ${land}. Ze moet van haar vriend klanten ontvangen en het geld afgeven. Ze is 31.`,
    ({ name, origin }) =>
      `In het huis van ${name} staan elf ${origin} mannen ingeschreven die er niet wonen.`,
    ({ name, origin }) => `${origin} jongen van 16, ${name}, moet pakjes wegbrengen voor oudere jongens.`,
    ({ name, origin }) => `Het ${origin} zorgbureau van ${name} declareert uren die nooit zijn geleverd.`,
  ]
  const PEOPLE = [
    { name: 'Jan de Wit', origin: 'Nederlandse', land: 'Nederland' },
    { name: 'Mehmet Yilmaz', origin: 'Turkse', land: 'Turkije' },
    { name: 'Fatima El Amrani', origin: 'Marokkaanse', land: 'Marokko' },
    { name: 'Piotr Kowalski', origin: 'Poolse', land: 'Polen' },
    { name: 'Ivanka Dimitrova', origin: 'Bulgaarse', land: 'Bulgarije' },
    { name: 'Nguyen Thi Lan', origin: 'Vietnamese', land: 'Vietnam' },
    { name: 'Kofi Mensah', origin: 'Ghanese', land: 'Ghana' },
  ]
  test.each(FRAMES.map((frame, at) => [at, frame] as const))(
    'story %i is proposed alike for everybody',
    (_at, frame) => {
      const [one, ...others] = PEOPLE.map((who) => proposalFor(told(frame(who)), town, NOW))
      expect(firstOf(one as Proposal).length).toBeGreaterThan(0)
      for (const other of others) {
        expect(other.routes.map(({ kind, place }) => [kind, place])).toEqual(
          one?.routes.map(({ kind, place }) => [kind, place]),
        )
        expect(other.notFirst).toEqual(one?.notFirst)
        expect(other.age).toBe(one?.age)
      }
    },
  )
})

describe('whatever the situation and the configuration', () => {
  const some = <T>(of: readonly T[], most: number) =>
    fc.uniqueArray(fc.constantFrom(...of), { maxLength: most })
  const named = fc.record({
    matters: some(Matter.options, 3),
    age: fc.constantFrom(...AgeBand.options),
    fork: fc.constantFrom(...ForkSide.options),
    urgency: fc.constantFrom(...Urgency.options),
    facts: some(Circumstance.options, 5),
    region: fc.constantFrom(...regionIds()),
  })
  test('it is the same twice, and never names a partner that is not there', () => {
    fc.assert(
      fc.property(named, some(PartnerKind.options, 8), (it, kinds) => {
        const municipality: Municipality = {
          ...town,
          routing: { region: it.region },
          partners: town.partners.filter(({ kind }) => kind !== undefined && kinds.includes(kind)),
        }
        const once = proposalIn(situation(it), municipality, NOW)
        expect(proposalIn(situation(it), municipality, NOW)).toEqual(once)
        const ids = municipality.partners.map(({ id }) => id)
        for (const { partner, kind, notConfigured } of once.routes) {
          if (partner === undefined) expect([kind, notConfigured === undefined]).toEqual([kind, false])
          else expect(ids).toContain(partner)
        }
        const kindsFirst = once.routes.map(({ kind }) => kind)
        expect(new Set(kindsFirst).size).toBe(kindsFirst.length)
        // A038: young, and exploited: never justice without care.
        const young =
          it.age === 'under18' &&
          (it.matters.includes('sexualExploitation') || it.matters.includes('labourExploitation'))
        const elsewhere = it.matters.some((each) =>
          ['ofColleague', 'otherMunicipality', 'falseAlarm'].includes(each),
        )
        if (young && !elsewhere && !it.facts.includes('diplomat')) expect(kindsFirst).toContain('safeHome')
      }),
      { numRuns: 300 },
    )
  })
})

test('how a choice differs from what was proposed', () => {
  const proposal = proposalFor(told(KITCHEN), town, NOW)
  const id = (name: string) => PartnerId.parse(name)
  expect(deviationOf(proposal, [id('arbeidsinspectie')])).toEqual({ left: [], added: [], notFirst: [] })
  expect(deviationOf(proposal, [id('leerplicht'), id('sociale-recherche')])).toEqual({
    left: ['arbeidsinspectie'],
    added: ['leerplicht', 'sociale-recherche'],
    notFirst: [],
  })
  const underpaid = proposalIn(situation({ matters: ['badEmployment'] }), town, NOW)
  expect(deviationOf(underpaid, [id('arbeidsinspectie'), id('politie-avim')])).toEqual({
    left: [],
    added: ['politie-avim'],
    notFirst: ['politie-avim'],
  })
})
