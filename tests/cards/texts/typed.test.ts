/** Every button has words that do the same, and every word that a text says to type is one: not everybody can press. */
import { describe, expect, test } from '@jest/globals'
import { parseCommand } from '../../../bot/reporter/parseCommand.ts'
import { commandOf } from '../../../cards/texts/commands.ts'
import { texts } from '../../../cards/texts/index.ts'
import { chaptersIn } from '../../../infra/local/gallery.ts'
import { Language } from '../../../services/words.ts'
import { submitsOf } from '../../kit/cards.ts'
import { allCards, municipality } from '../reporterCases.ts'
import { LISTS, saidIn } from './said.ts'

/** Pressed by the keyboard in a form, in which all else is filled in; and answered with a name, which is typed as it is. */
const OTHERWISE: ReadonlySet<unknown> = new Set(['saveForm', 'municipality'])

const NAMES = municipality.officers.map(({ name }) => name)
/** A button's title without who it is for: "Laat Marieke Vonk mij nu bellen" is typed without the name. */
const unnamed = (title: string): string[] =>
  NAMES.flatMap((name) => [
    title,
    title.replace(name, ' '),
    title.replace(RegExp(`\\b(?:naar|to|Have) ${name}`), ' '),
  ])

const canBeTyped = (title: string): boolean =>
  unnamed(title).some((words) => parseCommand(words).word !== undefined)

type Submit = ReturnType<typeof submitsOf>[number]
const verbOf = ({ data }: Submit): unknown =>
  typeof data === 'object' && data !== null && 'verb' in data ? data.verb : undefined

describe.each(Language.options)('%s', (language) => {
  const shown = chaptersIn(language)
    .filter(({ side }) => side === 'melder')
    .flatMap(({ cards }) => cards.map(({ card }) => card))
  const buttons = [...shown, ...allCards('x', language).map(([, card]) => card)].flatMap(submitsOf)

  test('what each button of a reporter says can be typed', () => {
    expect(buttons.length).toBeGreaterThan(200)
    const not = buttons
      .filter((it) => !OTHERWISE.has(verbOf(it)) && !canBeTyped(it.title))
      .map(({ title }) => title)
    expect([...new Set(not)]).toEqual([])
  })

  test('every choice of a draft can be typed too', () => {
    const { draft } = texts(language).reporter
    const { label: _, ...certainty } = draft.certainty
    const { label: __, ...urgency } = draft.urgency
    const degrees = [draft.degree.confidential('x'), draft.degree.unknown, draft.degree.anonymous]
    for (const title of [...Object.values(certainty), ...Object.values(urgency), ...degrees]) {
      const [word = ''] = title.split(/[:(]/)
      expect([title, commandOf(word)]).toEqual([title, expect.any(String)])
    }
  })

  test('what opens the work of an officer can be typed', () => {
    const { words, retention, search } = texts(language).officer
    expect(commandOf(words.worklist)).toBe('worklist')
    expect(commandOf(retention.toDestroy.button)).toBe('toDestroy')
    expect(commandOf(search.button)).toBe('accessRequest')
  })

  test('every word that a text says to type is a command', () => {
    const { reporter, officer } = texts(language)
    const all = [
      ...saidIn(reporter, 'reporter', language, LISTS),
      ...saidIn(officer, 'officer', language, LISTS),
    ]
    const told = all.flatMap(({ path, text }) => toType(text).map((words) => ({ path, words })))
    expect(told.length).toBeGreaterThan(15)
    expect(told.filter(({ words }) => !beginsWithCommand(words, reporter.municipality.words))).toEqual([])
  })
})

test('this can fail', () => {
  const begins = (text: string): boolean[] => toType(text).map((words) => beginsWithCommand(words, []))
  expect(begins('Typ help voor de knoppen.')).toEqual([false])
  expect(begins('Typ start voor de knoppen. Typ gewoon wat er is.')).toEqual([true])
  expect(begins('Zie je iets nieuws? Typ dan: aanvullen.')).toEqual([true])
  expect([canBeTyped('Wis alles'), canBeTyped(`Hoort bij S-2026-0009`), canBeTyped('Wissen')]).toEqual([
    false,
    true,
    true,
  ])
})

/** How a sentence begins that asks for words of one's own. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  'hier gewoon wat dat het hem die de alleen eerst maar verder dit je nu er too nothing that something in just this it what first now the here'.split(
    ' ',
  ),
)

/** What follows on "Typ" or "Type", where that is a command and no words of one's own. */
function toType(text: string): string[] {
  return [...text.matchAll(/\b(?:typ|type)\b(?: (?:dan|daarna)\b)?:? ([^.?!:;,]{1,80})/gi)]
    .map(([, words = '']) => words)
    .filter((words) => !OWN_WORDS.has(words.split(' ')[0] ?? ''))
}

function beginsWithCommand(words: string, others: readonly string[]): boolean {
  const each = words.split(' ')
  const beginnings = each.map((_, at) => each.slice(0, at + 1).join(' '))
  return beginnings.some((it) => parseCommand(it).word !== undefined || others.includes(it))
}
