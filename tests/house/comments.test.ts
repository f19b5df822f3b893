/** Comments are read by strangers: English throughout, with the Dutch that people read on a screen as a quotation only. */
import { describe, expect, test } from '@jest/globals'
import { commentsOf, isSource, projectFiles, read } from './sources.ts'

const OURS = ['bot', 'cards', 'services', 'infra', 'manifest', 'tests']
const THIS = 'tests/house/comments.test.ts'
const sources = projectFiles().filter((path) => isSource(path, OURS) && path !== THIS)

const wordsIn = (...lines: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${lines.join(' ').split(' ').join('|')})\\b`, 'i')

/** What stands in quotation marks, backticks or italics quotes somebody, a label or code. */
const QUOTATION = /"[^"]*"|`[^`]*`|\*[^*\s](?:[^*]*[^*\s])?\*|(?<!\w)'[^']*'(?!\w)|“[^”]*”/g

/** Dutch writes "who" where English needs a noun before it: *voor wie het weet*, for the person who knows. */
const WHO = /\b(?:as|by|for|from|of|than|to|with) who\b/i

/** Dutch words that are no English ones; a dossier is both. */
const DUTCH = wordsIn(
  'aan als bij dat deze een geen het hij jij maar naar niet nog ook uur voor waar wel wie wij worden wordt zij zijn',
  'zonder gemeente melder melders melding meldpunt signaal signalen sparren terugkoppeling vertrouwelijk',
)

const unquoted = (text: string): string => text.replace(QUOTATION, ' ')

/** The titles of the tests in a source. */
const titlesOf = (source: string): string[] =>
  [
    ...source.matchAll(
      /(?:\b(?:test|describe)|[\])])\(\s*(?:'((?:\\.|[^'\\\n])+)'|"((?:\\.|[^"\\\n])+)")\s*,/g,
    ),
  ].map(([, single, double]) => single ?? double ?? '')

/** The comments, and titles of tests, that do not read as English. A label of ours in a title may be Dutch. */
function notEnglish(source: string): string[] {
  const comments = commentsOf(source)
  return [
    ...[...comments, ...titlesOf(source)].filter((text) => WHO.test(unquoted(text))),
    ...comments.filter((text) => DUTCH.test(unquoted(text))),
  ]
}

describe('comments', () => {
  test('there are many to look at', () => {
    expect(sources.flatMap((path) => commentsOf(read(path))).length).toBeGreaterThan(2_000)
  })

  test('all of them, and the titles of tests, read as English', () => {
    expect(sources.flatMap((path) => notEnglish(read(path)).map((text) => `${path}: ${text}`))).toEqual([])
  })

  test.each([
    '/** Advice to who asked for it. */',
    '// It waits for who has the code.',
    '/**\n * Kept against the wish of\n * who asked.\n */',
    '// Shown to the reporter, and by\n// who it was sent.',
    "test('nothing of who wrote it', () => {})",
    "test.each([1])('goes to who answers now', () => {})",
    '/** How sparren ends. */',
    '// De melder weet het niet.',
    'const a = 1 // voor de zekerheid',
  ])('found: %j', (source) => {
    expect(notEnglish(source)).not.toEqual([])
  })

  test.each([
    '/** Advice to the person who asked for it, and to whoever is on duty. */',
    '// Who may is asked first; it says who reported.',
    "const text = 'Voor wie het niet weet: to who it may concern'",
    '/** The button *Sparren bij twijfel*, as "niet nu" and `het` stand on a card. */',
    "// The reporter's word 'niet' in the officer's list.",
    'const pattern = /het of who/',
    '// The dossier of a signal.',
  ])('none: %j', (source) => {
    expect(notEnglish(source)).toEqual([])
  })
})
