/**
 * The text of a hand-over (C6), composed from facts that an officer chose: never from a sentence of the story, never with a
 * word of the reporter's identity. Its middle may be edited; what stands below it (`foot.ts`) is always there. Pure: the same record and choice give
 * the same text.
 */
import { type Fact, type FactDetails, MOST_FACTS } from '../facts/fact.ts'
import { factsOf } from '../facts/inStep.ts'
import { proposedKinds } from '../facts/kinds.ts'
import { sourcesOf } from '../facts/propose.ts'
import { sourceName } from '../facts/sources.ts'
import type { SignalKind } from '../facts/weighed.ts'
import type { PartnerKind } from '../municipality/partner.ts'
import { dayOf } from '../municipality/workingTime.ts'
import type { SignalRecord } from '../signal/record.ts'
import { isFrozen } from '../signal/rights/freeze.ts'
import type { Language } from '../words.ts'
import type { About } from './about.ts'
import { type WhyNot, whyNot } from './choose.ts'
import { lineOf, saidOf, unnamed, withoutMarks } from './describe.ts'
import { footOf } from './foot.ts'
import { headOf } from './head.ts'
import { type Around, aroundIn } from './place.ts'
import { knowsMotive, type Profile, profileOf } from './profile.ts'
import { MOST_BODY, MOST_GIVEN, type SentFact } from './sent.ts'
import { type Sign, signsIn } from './signs.ts'
import { textsOf } from './texts.ts'

export type { About } from './about.ts'

/** More than so many lines of facts nobody reads: the rest is not proposed, and can be chosen. */
const MOST_PROPOSED = 60

/** One fact or sign as the officer may choose it. `why`: it is not proposed. `never`: it cannot be given. */
export type Choice = {
  id: string
  /** What is shown to choose it by; of a fact its kind and value. */
  label: string
  chosen: boolean
  why?: WhyNot | undefined
  never?: true | undefined
  /** Of which source, where there are more. */
  source?: number | undefined
}

export type Composed = {
  /** To whom, from whom, our number. */
  head: string
  /** What may be edited. */
  body: string
  /** What is always in it. */
  foot: string
  facts: SentFact[]
  choices: Choice[]
}

type Placed = { fact: Fact; around: Around; record: SignalRecord; source: number | undefined }

/** The signals whose facts go into it: what is frozen is used by nobody (AVG 18), advice is no signal (A008). */
const usable = ({ records }: About): SignalRecord[] =>
  records.filter((record, at) => at === 0 || (!isFrozen(record) && record.kind === 'signal'))

/** Sources are numbered by nothing that says whose they are, or which came first. */
const inOrder = (records: readonly SignalRecord[]): SignalRecord[] =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

function placedIn(about: About, language: Language): Placed[] {
  const records = inOrder(usable(about))
  const several = records.length > 1
  return records.flatMap((record, at) => {
    const around = aroundIn(record, about.municipality, language)
    return factsOf(record, about.municipality, about.now).map((fact) => {
      return { fact, around: around(fact), record, source: several ? at + 1 : undefined }
    })
  })
}

const signId = ({ name }: Sign): string => `sign.${name}`

/** Facts that this kind of partner gets by itself, and of the others why not. */
function choicesOf(about: About, placed: readonly Placed[], profile: Profile, language: Language): Choice[] {
  const t = textsOf(language)
  const { chosen } = about
  let proposed = 0
  return placed.slice(0, MOST_FACTS).map(({ fact, around, source }): Choice => {
    const no = whyNot(fact, around, profile, about.municipality, language)
    const why = no ?? (proposed >= MOST_PROPOSED ? ('tooMany' as const) : undefined)
    if (why === undefined) proposed += 1
    const never = no === 'refuted'
    return {
      id: fact.id,
      label: `${t.kinds[fact.details.kind]}: ${withoutMarks(saidOf(fact, around, language))}`,
      chosen: !never && (chosen ? chosen.includes(fact.id) : why === undefined),
      ...(why === undefined ? {} : { why }),
      ...(never ? { never } : {}),
      ...(source === undefined ? {} : { source }),
    }
  })
}

const signLine = ({ name, value }: Sign, language: Language): string => {
  const t = textsOf(language)
  return value === undefined ? t.item(t.sign[name]) : t.said(t.sign[name], value)
}

/** The kinds that this partner may hear of: as an officer has them, else as the words say. */
function subjectsFor(about: About, profile: Profile): SignalKind[] {
  const all = usable(about).flatMap(
    (record) => record.weighed?.kinds?.kinds ?? proposedKinds(record, about.municipality),
  )
  const { subjects } = profile
  return [...new Set(all)].filter((kind) => subjects === 'all' || subjects.includes(kind))
}

function aboutLines(
  about: About,
  kind: PartnerKind,
  profile: Profile,
  signs: readonly Sign[],
  language: Language,
) {
  const t = textsOf(language)
  const [record] = about.records
  const subjects = subjectsFor(about, profile).map((each) => t.subjects[each])
  const motive = knowsMotive(profile)
  const minor = isMinor(about) ? 'yes' : record.minor
  const danger = record.danger !== undefined && record.danger.takenBackAt === undefined
  const why = [
    danger || record.urgency === 'acute' ? t.whyUrgent.danger : undefined,
    minor === 'yes' ? t.whyUrgent.minor : undefined,
    signs.some(({ name }) => name === 'leavesSoon') ? t.whyUrgent.leaves : undefined,
  ].filter((each) => each !== undefined)
  const pressing = record.urgency === 'acute' || record.urgency === 'high'
  const urgency = t.urgencies[record.urgency]
  const first =
    kind === 'civilRegistry'
      ? t.doubt
      : subjects.length > 0
        ? t.maybe(listed(subjects, t.and))
        : t.maybeSomething
  return [
    t.what,
    first,
    motive && pressing && why.length > 0 ? t.urgencyWhy(urgency, listed(why, t.and)) : t.urgency(urgency),
    ...(motive && danger && record.danger?.called112 === 'yes' ? [t.called112] : []),
    ...(motive ? [t.minor[minor]] : []),
  ]
}

const ADULT = 18

/** Is somebody in it younger than eighteen, as it was said or by what is known of a person (A038)? */
const isMinor = (about: About): boolean =>
  usable(about).some((record) => {
    const year = Number(dayOf(record.receivedAt, about.municipality).slice(0, 4))
    return (
      record.minor === 'yes' ||
      factsOf(record, about.municipality, about.now).some(({ details, standing }) => {
        if (details.kind !== 'person' || standing === 'refuted') return false
        const born = details.birthYear ?? Number(details.birthDate?.slice(0, 4) ?? Number.NaN)
        const age = details.age ?? year - born
        return age < ADULT
      })
    )
  })

/** "a, b en c". */
function listed(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`
}

function didLines(about: About, profile: Profile, language: Language): string[] {
  if (!profile.more) return []
  const t = textsOf(language)
  const { municipality, partner, now } = about
  const [record] = about.records
  const others = record.routes.filter(
    (route) => route.handedOverAt !== undefined && route.handedOverAt <= now && route.partner !== partner?.id,
  )
  const names = others.flatMap(
    // A department of ours is named to nobody: that it has it may say from where it came.
    ({ partner: id }) =>
      municipality.partners.find((each) => each.id === id && !each.inside)?.name[language] ?? [],
  )
  const looked = (record.weighed?.elsewhere ?? []).map(({ source }) =>
    sourceName(municipality, source, language),
  )
  return [
    '',
    t.did,
    ...(record.decisions.length > 0 ? [t.weighed] : []),
    ...(looked.length > 0 ? [t.looked(listed([...new Set(looked)], t.and))] : []),
    t.notDone,
    ...(names.length > 0 ? [t.others(listed([...new Set(names)], t.and))] : []),
  ]
}

type Line = { line: string; given?: SentFact }

/** The person of a fact, where it is one. */
const personIn = (details: FactDetails) => (details.kind === 'person' ? details : undefined)

/** People whom a partner without names gets as an age and a role: at least one of both must be known. */
function unnamedLines(
  about: About,
  placed: readonly Placed[],
  chosen: ReadonlySet<string>,
  language: Language,
) {
  const today = dayOf(about.now, about.municipality)
  const t = textsOf(language)
  const roles = true
  return placed.flatMap(({ fact, around, source }): Line[] => {
    const person = personIn(fact.details)
    const betrays = whyNot(fact, around, profileOf('police'), about.municipality, language)
    if (!person || chosen.has(fact.id) || betrays !== undefined) return []
    const value = unnamed(person, around, today, language)
    if (value === t.person && person.roles.every((role) => role === 'unknown')) return []
    return [{ line: lineOf(fact, value, around, { language, source, roles }), given: { id: fact.id, value } }]
  })
}

function factLines(
  placed: readonly Placed[],
  chosen: ReadonlySet<string>,
  { language, roles }: { language: Language; roles: boolean },
): Line[] {
  return placed
    .filter(({ fact }) => chosen.has(fact.id))
    .map(({ fact, around, source }): Line => {
      const value = withoutMarks(saidOf(fact, around, language))
      return { line: lineOf(fact, value, around, { language, source, roles }), given: { id: fact.id, value } }
    })
}

/** Up to the most that may be kept, on whole lines. */
function within(lines: readonly string[], most: number): string {
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > most) break
    text = text === '' ? line : `${text}\n${line}`
  }
  return text
}

/** The hand-over of these facts to this kind of partner. */
export function composeFor(kind: PartnerKind, about: About): Composed {
  const language = about.language ?? about.municipality.language
  const t = textsOf(language)
  const profile = profileOf(kind, about.consent)
  const placed = placedIn(about, language)
  const ofFacts = choicesOf(about, placed, profile, language)
  const texts = usable(about).flatMap((record) =>
    sourcesOf(record, about.municipality).map(({ text }) => text),
  )
  const signs = signsIn(texts, language).filter(({ name }) => profile.signs.includes(name))
  const ofSigns = signs.map((sign): Choice => {
    const id = signId(sign)
    return { id, label: signLine(sign, language).slice(2), chosen: about.chosen?.includes(id) ?? true }
  })
  const choices = [...ofFacts, ...ofSigns]
  const chosen = new Set(choices.flatMap((each) => (each.chosen ? [each.id] : [])))
  const given = factLines(placed, chosen, { language, roles: knowsMotive(profile) })
  const without = profile.persons === 'unnamed' ? unnamedLines(about, placed, chosen, language) : []
  const noticed = signs.filter((sign) => chosen.has(signId(sign)))
  const body = within(
    [
      ...aboutLines(about, kind, profile, noticed, language),
      '',
      ...(given.length > 0 ? [t.facts, ...given.map(({ line }) => line)] : [t.noFacts]),
      ...(without.length > 0 ? ['', t.unnamed, ...without.map(({ line }) => line)] : []),
      ...(noticed.length > 0 ? ['', t.signs, ...noticed.map((sign) => signLine(sign, language))] : []),
      ...didLines(about, profile, language),
    ],
    MOST_BODY,
  )
  const foot = footOf(about, profile, chosen, language)
  const facts = [
    ...[...given, ...without].flatMap((each) => each.given ?? []),
    ...noticed.map((sign) => ({ id: signId(sign), value: signLine(sign, language).slice(2) })),
    ...foot.given,
  ]
  return {
    head: headOf(about, profile, language),
    body,
    foot: foot.text,
    facts: facts.slice(0, MOST_GIVEN),
    choices,
  }
}

/** All of it, with the middle as it was edited. */
export const wholeText = ({ head, foot }: Pick<Composed, 'head' | 'foot'>, body: string): string =>
  [head, body.trim(), foot].join('\n\n')
