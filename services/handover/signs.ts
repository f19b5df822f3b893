/**
 * What was noticed and is no fact of its own: papers that somebody else keeps, how many people, which languages, hours, pay.
 * Read from the words of a signal and said in words of ours, so that nothing of the story goes along (C4, C6). A hint of a
 * text, never checked by anybody: it is said so.
 */
import { meaningOf } from '../understanding/text/concepts.ts'
import type { Met } from '../understanding/text/match.ts'
import { SIGNS, type SignName } from './profile.ts'

/** `value`: a number, a language, a rate; never a sentence of somebody. */
export type Sign = { name: SignName; value?: string }

const CONCEPTS: readonly (readonly [SignName, string, readonly string[]])[] = [
  ['papers', 'papersTaken', ['papersLost']],
  ['threat', 'threatened', ['notSo', 'me']],
  ['confined', 'confined', ['notSo']],
  ['leavesSoon', 'leavesSoon', []],
  ['dependent', 'dependent', []],
]

/** Met somewhere where nothing beside it says otherwise. */
const holds = (met: Met, concept: string, unless: readonly string[]): boolean =>
  met.of(concept).some(({ clause }) => unless.length === 0 || !met.inClause(clause, ...unless))

const COUNTS: Readonly<Record<string, string>> = {
  twee: '2',
  drie: '3',
  vier: '4',
  vijf: '5',
  zes: '6',
  zeven: '7',
  acht: '8',
  negen: '9',
  tien: '10',
  elf: '11',
  twaalf: '12',
  vijftien: '15',
  twintig: '20',
  dertig: '30',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
}
const NUMBER = `(?:\\d{1,3}|${Object.keys(COUNTS).join('|')})`
const inDigits = (said: string): string => COUNTS[said.toLowerCase()] ?? said

const PEOPLE_NOUN =
  'mannen|vrouwen|mensen|personen|jongens|meisjes|meiden|arbeiders|werknemers|arbeidsmigranten|uitzendkrachten|bewoners|' +
  'medewerkers|werkers|jongeren|seizoenarbeiders|seizoensarbeiders|krachten|men|women|people|persons|workers|boys|girls|' +
  'labourers|residents|employees|tenants|migrants'
const PEOPLE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:een stuk of |ongeveer |zeker |minstens |wel |rond de |about |at least |some )?(${NUMBER})(?:[ -](?:tot|à|a|of|to|or)[ -](${NUMBER}))? (?:[\\p{L}-]{2,20} ){0,2}(?:${PEOPLE_NOUN})(?!\\p{L})`,
  'giu',
)
const HOURS = new RegExp(
  `(?<![\\p{L}\\p{N}])(${NUMBER})(?:[ -](?:tot|à|a|of|to)[ -](${NUMBER}))? ?(uur|uren|hours|dagen|days) (?:per|in de|in een|a|an|achter elkaar per) ?(dag|week|day)(?!\\p{L})`,
  'giu',
)
const PAY =
  /(?<![\p{L}\p{N}])(?:€ ?(\d{1,4}(?:[.,]\d{1,2})?)|(\d{1,4}(?:[.,]\d{1,2})?) ?(?:euro|eur|€)) ?(?:per|voor een|in de|an|a|each|\/) ?(uur|dag|week|maand|hour|day|month)(?!\p{L})/giu
const FROM_TO =
  /(?<![\p{L}\p{N}:.])(?:van|from) (?:\p{L}{4,9} ){0,2}(\d{1,2})(?:[:.](\d{2}))? ?(?:uur|u|am|pm|h)? (?:\p{L}'?s? ?\p{L}{4,8} )?(?:tot|t\/m|to|until|till) (?:\p{L}{4,9} ){0,2}(\d{1,2})(?:[:.](\d{2}))? ?(?:uur|u|am|pm|h)?(?![\p{L}\p{N}:.-])/giu

/** Names of languages, by how they are said in Dutch and in English. */
const LANGUAGES: readonly (readonly [nl: string, en: string, more?: string])[] = [
  ['Nederlands', 'Dutch'],
  ['Engels', 'English'],
  ['Duits', 'German'],
  ['Frans', 'French'],
  ['Spaans', 'Spanish'],
  ['Portugees', 'Portuguese'],
  ['Italiaans', 'Italian'],
  ['Pools', 'Polish'],
  ['Roemeens', 'Romanian'],
  ['Bulgaars', 'Bulgarian'],
  ['Hongaars', 'Hungarian'],
  ['Tsjechisch', 'Czech'],
  ['Slowaaks', 'Slovak'],
  ['Litouws', 'Lithuanian'],
  ['Lets', 'Latvian'],
  ['Oekraïens', 'Ukrainian', 'oekraiens'],
  ['Russisch', 'Russian'],
  ['Turks', 'Turkish'],
  ['Arabisch', 'Arabic'],
  ['Koerdisch', 'Kurdish'],
  ['Farsi', 'Persian', 'perzisch'],
  ['Tigrinya', 'Tigrinya'],
  ['Somalisch', 'Somali'],
  ['Chinees', 'Chinese', 'mandarijn|mandarin'],
  ['Vietnamees', 'Vietnamese'],
  ['Thais', 'Thai'],
  ['Filipijns', 'Tagalog', 'tagalog'],
  ['Hindi', 'Hindi'],
  ['Nepalees', 'Nepali'],
  ['Urdu', 'Urdu'],
  ['Albanees', 'Albanian'],
  ['Servisch', 'Serbian'],
  ['Grieks', 'Greek'],
  ['Romani', 'Romani', 'romanes'],
  ['Swahili', 'Swahili'],
  ['Igbo', 'Igbo'],
  ['Yoruba', 'Yoruba'],
]
const SPEAKS =
  /(?<!\p{L})(?:spreekt|spreken|sprak|spraken|praat|praten|praatte|taal|talen|tolk|verstaat|verstaan|speaks?|spoke|speaking|language|languages|interpreter|understands?)(?!\p{L})/iu
const NOT_SPOKEN =
  /(?<!\p{L})(?:geen|niet|nauwelijks|amper|slecht|gebrekkig|no|not|hardly|barely|little|bad|any)(?: \p{L}{2,10}){0,1} $/iu
const OWN_SPEECH = /(?<!\p{L})(?:ik|wij|we|i) (?:spreek|spreken|praat|speak|verstaan|understand)(?!\p{L})/iu

/** Sentences, roughly: a language counts where the same sentence says that it is spoken. */
const sentencesOf = (text: string): string[] => text.split(/[.!?\n]/)

/** Each language with the words that it is known by. */
const NAMES = LANGUAGES.map(([nl, en, more]) => ({
  nl,
  en,
  said: new RegExp(`(?<!\\p{L})(?:${[nl, en, more].filter(Boolean).join('|')})(?!\\p{L})`, 'giu'),
}))

function languagesIn(texts: readonly string[], language: 'nl' | 'en'): string[] {
  const said = texts.flatMap(sentencesOf).filter((each) => SPEAKS.test(each) && !OWN_SPEECH.test(each))
  return NAMES.flatMap(({ nl, en, said: name }) => {
    const spoken = said.some((sentence) =>
      [...sentence.matchAll(name)].some(
        ({ index }) => !NOT_SPOKEN.test(sentence.slice(Math.max(0, index - 24), index)),
      ),
    )
    return spoken ? [language === 'nl' ? nl : en] : []
  })
}

const UNITS = {
  nl: {
    hours: 'uur',
    days: 'dagen',
    day: 'dag',
    week: 'week',
    hour: 'uur',
    month: 'maand',
    to: 'tot',
    per: 'per',
  },
  en: {
    hours: 'hours',
    days: 'days',
    day: 'day',
    week: 'week',
    hour: 'hour',
    month: 'month',
    to: 'to',
    per: 'per',
  },
} as const
type Unit = 'hour' | 'day' | 'week' | 'month'
const UNIT_OF: Readonly<Record<string, Unit>> = {
  uur: 'hour',
  hour: 'hour',
  dag: 'day',
  day: 'day',
  week: 'week',
  maand: 'month',
  month: 'month',
}

const once = (values: readonly string[]): string[] => [...new Set(values)].slice(0, MOST_VALUES)
const MOST_VALUES = 6

function hoursIn(text: string, language: 'nl' | 'en'): string[] {
  const u = UNITS[language]
  const amounts = [...text.matchAll(HOURS)].map(([, from = '', to, what = '', per = '']) => {
    const many = /^(?:uur|uren|hours)$/i.test(what) ? u.hours : u.days
    const number = to ? `${inDigits(from)} ${u.to} ${inDigits(to)}` : inDigits(from)
    return `${number} ${many} ${u.per} ${u[UNIT_OF[per.toLowerCase()] ?? 'day']}`
  })
  const ranges = [...text.matchAll(FROM_TO)]
    .filter(([, from = '', , to = '']) => Number(from) <= 24 && Number(to) <= 24)
    .map(([, from = '', fromMinutes = '00', to = '', toMinutes = '00']) => {
      return `${from.padStart(2, '0')}:${fromMinutes} ${u.to} ${to.padStart(2, '0')}:${toMinutes}`
    })
  return [...amounts, ...ranges]
}

const payIn = (text: string, language: 'nl' | 'en'): string[] =>
  [...text.matchAll(PAY)].map(([, before, after, per = '']) => {
    const u = UNITS[language]
    return `€ ${before ?? after ?? ''} ${u.per} ${u[UNIT_OF[per.toLowerCase()] ?? 'hour']}`
  })

const peopleIn = (text: string, language: 'nl' | 'en'): string[] =>
  [...text.matchAll(PEOPLE)].map(([, from = '', to]) =>
    to ? `${inDigits(from)} ${UNITS[language].to} ${inDigits(to)}` : inDigits(from),
  )

const TRANSPORT =
  /(?<!\p{L})(?:busje|busjes|minibus|transporter|bestelbus|van|minivan|shuttle)(?!\p{L})[^.!?\n]{0,80}(?:opgehaald|gehaald|gebracht|vervoerd|afgezet|opgepikt|ophalen|brengt|brengen|haalt|picks (?:them|her|him|people) up|pick (?:them|her|him|people) up|picked up|dropped|brought|driven|collected)|(?:opgehaald|gehaald|gebracht|vervoerd|afgezet|opgepikt|picked up|dropped off|brought|driven|picks them up|pick them up)[^.!?\n]{0,80}(?<!\p{L})(?:busje|busjes|minibus|transporter|bestelbus|bus|minivan)(?!\p{L})/iu
const HOUSING =
  /(?<!\p{L})(?:slapen|slaapt|sliepen|wonen|woont|woonden|verblijven|verblijft|sleep|sleeps|slept|live|lives|living|stay|stays|staying)(?!\p{L})[^.!?\n]{0,80}(?<!\p{L})(?:kelder|loods|schuur|garage|stacaravan|caravan|container|matrassen|matras|stapelbedden|zolder|bedrijfspand|boven de zaak|boven het restaurant|bij de werkgever|bij de baas|achter de zaak|op het werk|basement|shed|barn|warehouse|mattresses|mattress|bunk beds|attic|above the shop|at work|on the premises)(?!\p{L})|(?<!\p{L})(?:matrassen|stapelbedden|mattresses|bunk beds)(?!\p{L})/iu

const INJURIES =
  /(?<!\p{L})(?:blauwe plek|blauwe plekken|blauw oog|kneuzing|kneuzingen|brandplek|brandplekken|brandwonden|striemen|verwondingen|geslagen|mishandeld|in elkaar geslagen|bruise|bruises|bruised|black eye|burn marks|beaten|hits (?:her|him|them)|slaat (?:haar|hem|hen|ze))(?!\p{L})/iu
const DEBTS =
  /(?<!\p{L})(?:schuld|schulden|lening|debt|debts|loan)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:afbetalen|afbetaalt|aflossen|aflost|terugbetalen|terugbetaalt|afwerken|werkt af|openstaat|heeft|hebben|bij (?:hem|haar|de baas)|pay off|pays off|paying off|pay back|work off|owes?)(?!\p{L})|(?<!\p{L})(?:moet|moeten|has to|have to|must)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:schuld|schulden|debt|debts)(?!\p{L})/iu

/** What these words say of it, each sign once, with its values in this language. Pure. */
export function signsIn(texts: readonly string[], language: 'nl' | 'en'): Sign[] {
  const met = meaningOf(texts)
  const all = texts.join('\n').replace(/[ \t]+/g, ' ')
  const values: Partial<Record<SignName, string[]>> = {
    hours: hoursIn(all, language),
    pay: payIn(all, language),
    people: peopleIn(all, language),
    languages: languagesIn(texts, language),
  }
  const there = new Set<SignName>([
    ...CONCEPTS.flatMap(([name, concept, unless]) => (holds(met, concept, unless) ? [name] : [])),
    ...(TRANSPORT.test(all) ? (['transport'] as const) : []),
    ...(INJURIES.test(all) ? (['injuries'] as const) : []),
    ...(DEBTS.test(all) ? (['debts'] as const) : []),
    ...(HOUSING.test(all) ? (['housing'] as const) : []),
  ])
  return SIGNS.flatMap((name): Sign[] => {
    const found = once(values[name] ?? [])
    if (found.length > 0) return [{ name, value: found.join(', ') }]
    return there.has(name) ? [{ name }] : []
  })
}
