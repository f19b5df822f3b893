/**
 * A fact in words for a partner. What a person was called in the story goes along only where it says nothing of the writer;
 * a moment that only the writer can know is made coarse; an address stands in its parts.
 */
import { DateTime } from 'luxon'
import type { Fact, FactDetails, HowKnown } from '../facts/fact.ts'
import { wholeName } from '../facts/same.ts'
import { marksIn } from '../privacy/bsn/marks.ts'
import { normalForm } from '../privacy/flatten.ts'
import type { Day, Language } from '../words.ts'
import type { Around } from './place.ts'
import { type HandOverTexts, textsOf } from './texts.ts'

type Person = Extract<FactDetails, { kind: 'person' }>
type Address = Extract<FactDetails, { kind: 'address' }>

/** What somebody is, without saying to whom. */
const NEUTRAL = new Set(
  (
    'eigenaar eigenares baas bazin werkgever werkgeefster chef voorman ploegbaas opzichter bedrijfsleider directeur ' +
    'bestuurder uitbater uitbaatster exploitant verhuurder verhuurster huisbaas huiseigenaar pandeigenaar beheerder ' +
    'bemiddelaar tussenpersoon koppelbaas ronselaar meisje jongen jongetje meid jongeman jongedame dame man vrouw kind ' +
    'baby peuter puber tiener jongere werknemer werkneemster arbeider uitzendkracht schoonmaker schoonmaakster kok ' +
    'serveerster bezorger chauffeur monteur kapper kapster masseuse barman tuinder huishoudster aupair oppas boekhouder ' +
    'onderaannemer aannemer ondernemer handelaar arbeidsmigrant oudere knecht owner boss employer foreman landlord ' +
    'landlady girl boy man woman guy kid worker driver cleaner cook manager'
  ).split(' '),
)
/** Of somebody in it, and of the writer as soon as "my" stands before it. */
const RELATIONS = new Set(
  (
    'vriend vriendin vriendje vriendinnetje partner echtgenoot echtgenote ex broer broertje zus zusje vader moeder oom ' +
    'tante neef nicht opa oma zoon dochter stiefvader stiefmoeder schoonvader schoonmoeder zwager huisgenoot huisgenote ' +
    'boyfriend girlfriend husband wife brother sister father mother uncle aunt cousin son daughter stepfather'
  ).split(' '),
)
const MINE = /(?:^|[^\p{L}])(?:mijn|m'n|mn|onze|ons|my|our)(?: \p{L}{2,12}){0,3} {0,2}$/u

/** How somebody is called, as far as it tells nothing of the person that called them so. */
function calledIn({ described }: Person, { before }: Around): string | undefined {
  const word = normalForm(described ?? '')
  if (NEUTRAL.has(word)) return described
  return RELATIONS.has(word) && !MINE.test(before) ? described : undefined
}

/** "24 november 2026". */
export function dateIn(day: Day, language: Language): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: language }).toFormat('d MMMM yyyy')
}

function bornIn({ birthDate, birthYear, age }: Person, t: HandOverTexts): string | undefined {
  if (birthDate !== undefined) return t.born(birthDate.split('-').reverse().join('-'))
  if (birthYear !== undefined) return t.born(String(birthYear))
  return age === undefined ? undefined : t.age(age)
}

/** By name, with what is known of them. */
function named(person: Person, around: Around, t: HandOverTexts): string {
  const name = wholeName(person)
  const called = calledIn(person, around)
  const who = name === '' ? (called ?? t.nameless) : name
  return [who, bornIn(person, t), name === '' || !called ? undefined : t.called(called)]
    .filter((part) => part !== undefined)
    .join(', ')
}

/** Without a name or a day of birth: nobody can be told from it. */
export function unnamed(person: Person, around: Around, on: Day, language: Language): string {
  const t = textsOf(language)
  const called = calledIn(person, around)
  const year = person.birthYear ?? Number(person.birthDate?.slice(0, 4) ?? Number.NaN)
  const age = person.age ?? (Number.isNaN(year) ? undefined : Number(on.slice(0, 4)) - year)
  const years = age === undefined ? undefined : person.age === undefined ? t.about(age) : t.age(age)
  return [called ?? t.person, years].filter((part) => part !== undefined).join(', ')
}

function placeOf({ street, number, addition, postcode, city }: Address, t: HandOverTexts): string {
  const house = [street, number, addition].filter(Boolean).join(' ')
  const code = postcode?.replace(/^(\d{4}) ?([A-Za-z]{2})$/, (_, digits: string, letters: string) => {
    return `${digits} ${letters.toUpperCase()}`
  })
  // With words of ours in between: no row of words stands as it was written.
  const more = [code === undefined ? undefined : t.postcode(code), city].filter(Boolean).join(', ')
  if (house === '') return more
  return more === '' ? house : `${house} (${more})`
}

const HABIT =
  /(?<!\p{L})(?:elke|iedere|altijd|dagelijks|meestal|steeds|telkens|doordeweeks|vaak|every|each|always|daily|usually|often)(?!\p{L})/u
const CLOCK =
  /\d{1,2}[:.]\d{2}|(?<!\p{L})(?:uur|half|kwart|o'clock|quarter|past)(?!\p{L})|\d ?(?:u|am|pm|h)(?!\p{L})/u
const MOST_TIME = 80

/** A day without an hour; a habit as it was told. */
function timeOf(value: string, on: Day | undefined, { over }: Around, language: Language): string {
  const t = textsOf(language)
  const said = normalForm(value)
  const exact = over.some(({ what }) => what === 'exactTime')
  if (!exact && HABIT.test(said)) return value.slice(0, MOST_TIME)
  if (on !== undefined) return dateIn(on, language)
  if (exact) return over.find(({ what }) => what === 'exactTime')?.vaguer ?? t.someMoment
  return CLOCK.test(said) ? t.someMoment : value.slice(0, MOST_TIME)
}

/** The digits of a number in the country itself, without its zero. */
const OWN_DIGITS = 8

/** As it was written, where that is the same value: nobody looks for a number in another form. */
function asWritten(fact: Fact, value: string): string {
  const written = fact.by === 'reading' && fact.before === undefined ? fact.passage?.words : undefined
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
  if (written === undefined) return value
  if (fact.details.kind !== 'telephone') return bare(written) === bare(value) ? written : value
  // "06 …" and "+31 6 …" are one number.
  const own = (text: string) => text.replace(/\D/g, '').slice(-OWN_DIGITS)
  return own(written) === own(value) ? written : value
}

/** What a fact says, for whoever gets it by name. */
export function saidOf(fact: Fact, around: Around, language: Language): string {
  const { details } = fact
  const t = textsOf(language)
  switch (details.kind) {
    case 'person':
      return named(details, around, t)
    case 'organisation':
      return [details.name, details.kvk === undefined ? undefined : `KvK ${details.kvk}`]
        .filter(Boolean)
        .join(', ')
    case 'address':
      return placeOf(details, t)
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
      return asWritten(fact, details.value)
    case 'time':
      return timeOf(details.value, fact.on, around, language)
    default:
      return details satisfies never
  }
}

/** `source`: of several. `roles`: what somebody may be in it is said too, which tells why it is asked. */
export type Said = { language: Language; source: number | undefined; roles: boolean }

/** Its line: what it is, what it says, how it is known, when it was, and whether anybody looked. */
export function lineOf(
  { details, how, on, standing }: Pick<Fact, 'details' | 'how' | 'on' | 'standing'>,
  value: string,
  around: Around,
  { language, source, roles: saysRoles }: Said,
): string {
  const t = textsOf(language)
  const roles =
    details.kind === 'person' && saysRoles
      ? details.roles.flatMap((role) => (t.roles[role] ? [t.roles[role]] : []))
      : []
  const kind = roles.length > 0 ? `${t.kinds.person} (${roles.join(', ')})` : t.kinds[details.kind]
  const known: string | undefined = t.how[how satisfies HowKnown]
  return [
    `- ${kind}: ${value}`,
    known,
    on !== undefined && details.kind !== 'time' && !around.own ? dateIn(on, language) : undefined,
    standing === 'confirmed' ? undefined : t.unverified,
    source === undefined ? undefined : t.source(source),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** A text without the marks that stand in the place of a BSN: what says nothing goes to nobody. */
export function withoutMarks(text: string): string {
  return [...marksIn(text)]
    .reverse()
    .reduce((rest, { at, length }) => `${rest.slice(0, at)}…${rest.slice(at + length)}`, text)
}
