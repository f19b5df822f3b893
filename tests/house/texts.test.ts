/** What people read is nested by topic: of two texts under one name one would silently win, so nothing is spread. */
import { expect, test } from '@jest/globals'
import { codeOf, isSource, projectFiles, read } from './sources.ts'

const spreads = (source: string): boolean => /\.\.\.\s*[\w([{]/.test(codeOf(source, { strings: false }))

const files = projectFiles().filter((path) => isSource(path, ['cards/texts']))

test('there are texts to look at, in both languages', () => {
  expect(files.filter((path) => path.startsWith('cards/texts/nl/')).length).toBeGreaterThan(10)
  expect(files.filter((path) => path.startsWith('cards/texts/en/')).length).toBeGreaterThan(10)
})

test.each(files)('%s spreads nothing', (path) => {
  expect(spreads(read(path))).toBe(false)
})

test.each(['export const t = { ...one, ...two }', 'export const t = {\n  ...(more),\n}'])(
  'a spread is seen: %j',
  (source) => {
    expect(spreads(source)).toBe(true)
  },
)

test('three dots in a text or a comment are none', () => {
  expect(spreads("// and so on ...more\nexport const t = { wait: 'Wait ...a moment' }")).toBe(false)
})
