/** Every row, rule and source that a comment cites is explained in docs/domain.md: a stranger can look it up. */
import { describe, expect, test } from '@jest/globals'
import { projectFiles, read } from './sources.ts'

const DOMAIN = 'docs/domain.md'

/** A row (A121), a correction (I.7), a rule of a section (C2, E2), a source (S3). */
const CITATION = /(?<![\w.'"#%-])(?:A\d{3}|I\.\d{1,2}|[BCE]\d|S[0-4])(?![\w-])/g

/** What a comment, or a text for developers, cites. Strings and code are not looked at: a value may look like a row. */
function citedIn(path: string, source: string): string[] {
  if (path.endsWith('.md')) return source.match(CITATION) ?? []
  const comments = source.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g) ?? []
  return comments.flatMap((comment) => comment.match(CITATION) ?? [])
}

/** What the page explains: the first cell of a table's row, or the bold beginning of a paragraph or list item. */
function explainedIn(page: string): Set<string> {
  const rows = [...page.matchAll(/^\| ([A-Z]\.?\d{1,3}) \|/gm)].map(([, key = '']) => key)
  const paragraphs = [...page.matchAll(/\*\*([BCE]\d), /g)].map(([, key = '']) => key)
  return new Set([...rows, ...paragraphs])
}

const explained = explainedIn(read(DOMAIN))

describe('citations', () => {
  test('none leads nowhere', () => {
    const files = projectFiles().filter(
      (path) => /\.(ts|md)$/.test(path) && path !== DOMAIN && path !== 'tests/house/citations.test.ts',
    )
    const found = files.flatMap((path) => citedIn(path, read(path)).map((key) => `${path}: ${key}`))
    expect(found.length).toBeGreaterThan(200)
    expect(found.filter((line) => !explained.has(line.split(': ')[1] ?? ''))).toEqual([])
  })

  test('all rows and corrections have their line, each once', () => {
    const numbers = (letter: string) =>
      [...explained].filter((key) => key.startsWith(letter)).map((key) => Number(key.replace(/\D/g, '')))
    expect(numbers('A').sort((a, b) => a - b)).toEqual(Array.from({ length: 157 }, (_, at) => at + 1))
    expect(numbers('I').sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, at) => at + 1))
    const rows = read(DOMAIN).match(/^\| [AIS]\.?\d+ \|/gm) ?? []
    expect(rows.length).toBe(new Set(rows).size)
  })

  test.each([
    ['/** Closing asks feedback (A121). */', ['A121']],
    ['// I.7 and C2: somebody is accountable', ['I.7', 'C2']],
    ["const reference = 'A121'", []],
    ['// at B1 level, S3 step 6', ['B1', 'S3']],
    ['// see https://example.nl/A121x', []],
  ])('%s', (source, keys) => expect(citedIn('services/x.ts', source)).toEqual(keys))
})
