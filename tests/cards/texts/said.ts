/**
 * Every text that people read, as it comes out with ordinary values filled in: what a function is given is known by the
 * name of its parameter, so that a text that somebody adds is looked at too.
 */
import type { Language } from '../../../services/words.ts'

/** What is no text by itself: words to type, and texts made of a list or a record that is given. */
export const LISTS: ReadonlySet<string> = new Set([
  'shared.commands',
  'reporter.municipality.words',
  'reporter.form.odd',
  'officer.replies.refusal',
  'officer.replies.odd',
])

/** A text, by its path ("reporter.draft.honest"), and with one number or more ("#1"). */
export type Said = { path: string; text: string }

const NAME = 'Marieke Vonk'
/** Where a number decides between two texts, both are said. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'minutes', 'found', 'times', 'total'])

const BOTH: Readonly<Record<string, unknown>> = {
  phone: '06 12345678',
  reference: 'S-2026-0012',
  left: 1_200,
  most: 4_000,
  nr: 2,
  nth: 2,
  from: 9,
  until: 17,
  line: 'S-2026-0012',
}

/** What stands for each parameter, by its name; for one that is not here a name of two words. */
const VALUES: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = {
  nl: {
    ...BOTH,
    names: `${NAME} en Sam Bakker`,
    who: `${NAME} of wie dan dienst heeft`,
    title: 'aandachtsfunctionaris',
    references: 'S-2026-0012, S-2026-0013',
    moment: 'dinsdag 24 november, 17:00',
    day: 'dinsdag 24 november',
    days: 'dinsdag 24 november',
    date: '24 november 2026',
    month: 'november 2026',
    state: 'Ontvangen.',
    words: 'mijn wijk',
    instead: 'een wijk',
    reason: 'hier al naar wordt gekeken',
    where: 'een organisatie voor hulp en zorg',
    what: 'er is advies',
    message: 'dit was al gedaan.',
  },
  en: {
    ...BOTH,
    names: `${NAME} and Sam Bakker`,
    who: `${NAME} or whoever is on duty then`,
    title: 'designated officer',
    references: 'S-2026-0012, S-2026-0013',
    moment: 'Tuesday 24 November, 17:00',
    day: 'Tuesday 24 November',
    days: 'Tuesday 24 November',
    date: '24 November 2026',
    month: 'November 2026',
    state: 'Received.',
    words: 'my neighbourhood',
    instead: 'a neighbourhood',
    reason: 'this is being looked at already',
    where: 'an organisation for help and care',
    what: 'there is advice',
    message: 'this was done already.',
  },
}

/** The names of the parameters of a text; of a destructured one the names inside. */
function parametersOf(of: (...given: never[]) => unknown): (string | string[])[] {
  const [, inside = ''] = /^\s*\(?([^)=]{0,200}?)\)?\s*=>/s.exec(String(of)) ?? []
  const objects: string[][] = []
  const flat = inside.replace(/\{([^}]{0,200})\}/g, (_whole, names: string) => {
    objects.push(names.split(',').map((each) => each.trim()))
    return `#${objects.length - 1}`
  })
  return flat
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => (each.startsWith('#') ? (objects[Number(each.slice(1))] ?? []) : each))
}

/** What a text says with these values; with each of the two numbers where one is asked for. */
function called(path: string, of: (...given: never[]) => unknown, language: Language): Said[] {
  const parameters = parametersOf(of)
  const givenFor = (parameter: string, number: number): unknown =>
    COUNTS.has(parameter) ? number : (VALUES[language][parameter.replace(/^_+/, '')] ?? NAME)
  const say = (number: number): string => {
    const given = parameters.map((each) =>
      typeof each === 'string'
        ? givenFor(each, number)
        : Object.fromEntries(each.map((name) => [name, givenFor(name, number)])),
    )
    return String(Reflect.apply(of, undefined, given))
  }
  const many = { path, text: say(2) }
  const counts = parameters.flat().some((each) => COUNTS.has(each))
  return counts ? [many, { path: `${path}#1`, text: say(1) }] : [many]
}

const isText = (value: unknown): value is (...given: never[]) => unknown => typeof value === 'function'

/** Every text below here; `leave` names what is no text that people read. */
export function saidIn(of: unknown, path: string, language: Language, leave: ReadonlySet<string>): Said[] {
  if (leave.has(path)) return []
  if (typeof of === 'string') return [{ path, text: of }]
  if (isText(of)) return called(path, of, language)
  if (typeof of !== 'object' || of === null) return []
  return Object.entries(of).flatMap(([key, value]) => saidIn(value, `${path}.${key}`, language, leave))
}

/** Its sentences; a line is one too. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+|\n+/u)
    .map((each) => each.trim())
    .filter((each) => /\p{L}/u.test(each))
}

/** How many words a sentence has; a number, a name and a reference count too. */
export const wordCount = (sentence: string): number =>
  sentence.split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each)).length
