/** Where a signal could go, on the form of its decision (A078): short, why on demand, nothing ticked and nothing sent. */
import type { CardElement, IContainer } from '@microsoft/teams.cards'
import { seenRecords, type Together } from '../../../services/cases/look.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { situationTogether } from '../../../services/routing/ofCase.ts'
import type { NotFirst, ProposedRoute, StandsOn } from '../../../services/routing/proposal.ts'
import { proposalIn } from '../../../services/routing/propose.ts'
import { publicName } from '../../../services/routing/ruleSet.ts'
import type { Situation, Stands } from '../../../services/routing/situation.ts'
import type { RouteKind } from '../../../services/routing/words.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { box, buttons, section, small, text } from '../elements.ts'

type Block = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  language: Language
  /** The case that it is in. */
  together?: Together | undefined
}

const WHY = 'proposalWhy'

/** The proposal as a part of a card. */
export function proposalBlock(it: Block): CardElement[] {
  const { record, municipality, now, language } = it
  const t = texts(language).officer.routing
  const beside = seenRecords(it.together)
  const situation = situationTogether(record, beside, municipality, now)
  const proposal = proposalIn(situation, municipality, now)
  const nameOf = named(it)
  const { routes } = proposal
  const first = routes.filter(({ place }) => place === 'first')
  const also = routes.filter(({ place, partner }) => place === 'also' && partner !== undefined)
  const missing = routes.filter((route) => route.place === 'also' && route.notConfigured !== undefined)
  const list = (of: readonly ProposedRoute[]) => unique(of.map(nameOf)).join(', ')
  return section(t.title, [
    small(t.about),
    text(
      t.forkSaid(
        t.sides[proposal.fork.side],
        whoSaid(proposal.fork.by, situation.fork.stands.from, language),
      ),
      { spacing: 'Small' },
    ),
    ...(first.length === 0
      ? [text(t.nothing)]
      : first.flatMap((route) => lineOf(route, nameOf(route), language))),
    ...notFirstLines(proposal.notFirst, it),
    ...(proposal.questions.length > 0
      ? [text(t.ask(proposal.questions.map((each) => t.questions[each]).join(' ')), { spacing: 'Small' })]
      : []),
    ...buttons({ type: 'Action.ToggleVisibility', title: t.why, targetElements: [WHY] }),
    {
      type: 'Container',
      id: WHY,
      isVisible: false,
      // What comes first stands above it; the rest is for an officer with another choice in mind.
      items: [
        ...(also.length > 0 ? [text(t.also(list(also)), { spacing: 'Small' })] : []),
        ...conditionsOf(also, nameOf, language),
        ...(missing.length > 0 ? [small(t.notConfigured(list(missing)))] : []),
        ...routes.map((route) => small(whyOf(route, nameOf(route), situation, language))),
        ...proposal.notes.map((note) => small(note[language])),
        small(t.version(proposal.rulesName[language], proposal.rules)),
      ],
    } satisfies IContainer,
  ])
}

const unique = (all: readonly string[]): string[] => [...new Set(all)]

/** The name of the partner of the municipality; else the name and number by which everybody finds it (C4). */
const named =
  ({ municipality, language }: Pick<Block, 'municipality' | 'language'>) =>
  ({ partner, kind }: Pick<NotFirst, 'partner'> & { kind: RouteKind }): string => {
    const ours = municipality.partners.find(({ id }) => id === partner)
    if (ours) return plain(ours.name[language])
    const { name, phone } = publicName(kind, municipality.routing?.region)
    const shown = plain(name[language])
    return phone === undefined || phone === shown
      ? shown
      : texts(language).officer.routing.numbered(shown, phone)
  }

/** The conditions of places that come beside it: each once, with the places it is for. */
function conditionsOf(
  routes: readonly ProposedRoute[],
  nameOf: (route: ProposedRoute) => string,
  language: Language,
): CardElement[] {
  const t = texts(language).officer.routing
  const names = new Map<string, string[]>()
  for (const route of routes) {
    for (const said of conditionsSaid(route, language))
      names.set(said, unique([...(names.get(said) ?? []), nameOf(route)]))
  }
  return [...names].map(([said, places]) => small(t.conditionFor(places.join(', '), said)))
}

const conditionsSaid = (route: ProposedRoute, language: Language): string[] => {
  const t = texts(language).officer.routing
  return [
    ...(route.adviceFirst ? [t.adviceFirst] : []),
    ...route.conditions.map(({ what, until }) =>
      until === undefined ? t.conditions[what] : t.until(t.conditions[what], dayInWords(until, language)),
    ),
  ]
}

function lineOf(route: ProposedRoute, name: string, language: Language): CardElement[] {
  const t = texts(language).officer.routing
  const said = conditionsSaid(route, language)
  const missing = route.notConfigured && route.kind !== 'emergency112' ? [t.notConfigured(name)] : []
  return [
    text(t.first(route.order, name)),
    ...(said.length > 0 ? [small(sentence(said.join('; ')))] : []),
    ...missing.map((each) => small(each)),
  ]
}

const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('?') ? '' : '.'}`

function notFirstLines(notFirst: readonly NotFirst[], it: Block): CardElement[] {
  const t = texts(it.language).officer.routing
  const nameOf = named(it)
  return box('emphasis', [
    ...(notFirst.length > 0 ? [text(t.notFirst, { weight: 'Bolder' })] : []),
    ...notFirst.map(({ kind, partner, as, why }) =>
      small(
        kind === undefined
          ? t.kindless(t.notFirstAs[as], why[it.language])
          : t.notFirstLine(nameOf({ kind, partner }), t.notFirstAs[as], why[it.language]),
      ),
    ),
  ])
}

/** Why a place is proposed, and what that stands on, with the words of the text where these are known. */
function whyOf(route: ProposedRoute, name: string, situation: Situation, language: Language): string {
  const t = texts(language).officer.routing
  const parts = route.why.map(({ text: why }) => why[language])
  const stands = unique(
    route.why.flatMap(({ standsOn }) => standsOn.map((each) => standing(each, situation, language))),
  )
  return [t.whyOf(name, parts.join(' ')), ...(stands.length > 0 ? [t.standsOn(stands.join('; '))] : [])].join(
    ' ',
  )
}

function standing(stands: StandsOn, situation: Situation, language: Language): string {
  const t = texts(language).officer.routing
  switch (stands.on) {
    case 'matter':
      return quoted(t.matters[stands.matter], stands, situation.matters.get(stands.matter), language)
    case 'age':
      return quoted(t.age(t.bands[stands.band]), stands, situation.age.stands, language)
    case 'fork':
      return quoted(t.sides[stands.side], stands, situation.fork.stands, language)
    case 'urgency':
      return t.urgency
    case 'circumstance':
      return quoted(
        t.circumstances[stands.circumstance],
        stands,
        situation.circumstances.get(stands.circumstance),
        language,
      )
    case 'region':
      return t.region
    case 'match':
      return t.match
    default:
      return stands satisfies never
  }
}

type Said = { by: 'officer' | 'reporter' | 'reading' | 'register'; sure: boolean }

function whoSaid(by: Said['by'], from: Stands['from'], language: Language): string {
  const t = texts(language).officer.routing
  return from ? t.inFile(t.said[by], from) : t.said[by]
}

/** What it is, who said so, and the words that say it; of another file of the case which one it is. */
function quoted(what: string, { by, sure }: Said, stands: Stands | undefined, language: Language): string {
  const t = texts(language).officer.routing
  const { words = [], from } = stands ?? {}
  const shown = from
    ? whoSaid(by, from, language)
    : words.length > 0
      ? `“${words.map((word) => plain(word.slice(0, 60))).join('”, “')}”`
      : t.said[by]
  return t.whoSaid(sure ? what : t.perhaps(what), shown)
}
