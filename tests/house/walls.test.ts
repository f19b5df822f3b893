/**
 * The walls between the rooms, over the imports as they really are; the fences around the vendors, which Biome keeps
 * (`noRestrictedImports` in biome.json); and no circles, types included.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { codeOf, isSource, projectFiles, ROOT, read } from './sources.ts'
import { circlesIn, importsOf, refusedBy, WALLS } from './walls.ts'

const sources = projectFiles().filter((path) =>
  isSource(path, ['bot', 'cards', 'services', 'infra', 'manifest', 'tests']),
)
// This file holds examples of imports that nobody may write.
const imports = sources
  .filter((path) => path !== 'tests/house/walls.test.ts')
  .flatMap((path) => importsOf(path, read(path)))

describe('the walls', () => {
  test('there are imports to look at, each of a file that exists', () => {
    expect(imports.length).toBeGreaterThan(1000)
    const files = new Set(projectFiles())
    expect(imports.filter(({ to }) => !files.has(to))).toEqual([])
  })

  test.each(WALLS)('$name', (wall) => expect(refusedBy(wall, imports)).toEqual([]))

  test.each(WALLS)('an import that goes through it is found: $name', (wall) => {
    expect(refusedBy(wall, [wall.forbidden])).toEqual([wall.forbidden])
  })

  test.each([
    "import { a } from '../vault/reveal.ts'",
    "import type { A } from '../vault/reveal.ts'",
    "import '../vault/reveal.ts'",
    "export * from '../vault/reveal.ts'",
    "const a = await import('../vault/reveal.ts')",
    "import {\n  a,\n} from '../vault/reveal.ts'",
  ])('an import is seen however it is written: %s', (source) => {
    expect(importsOf('services/signal/x.ts', source).map(({ to }) => to)).toEqual([
      'services/vault/reveal.ts',
    ])
  })

  test('no file reaches itself by what it imports, types included', () => {
    expect(circlesIn(imports)).toEqual([])
  })

  test('a circle is found', () => {
    const ways = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['d', 'a'],
    ].map(([from = '', to = '']) => ({ from, to }))
    expect(circlesIn(ways)).toEqual([['a', 'b', 'c']])
  })
})

/** The vendors, and which rooms may know them. */
const FENCES: readonly (readonly [vendor: string, rooms: RegExp])[] = [
  ['botbuilder', /^(bot|tests)\//],
  ['botframework-connector', /^(bot|tests)\//],
  ['@microsoft/teams-ai', /^(bot|tests)\//],
  ['restify', /^(bot|tests)\//],
  ['adaptivecards', /^(cards\/|infra\/local\/gallery|tests\/)/],
  ['@azure/cosmos', /^services\/store\/cosmos\.ts$/],
  ['@microsoft/microsoft-graph-client', /^services\/graph\/microsoft\.ts$/],
  ['node:sqlite', /^services\/store\/sqlite\.ts$/],
]
const ROOMS = [
  'bot/main.ts',
  'bot/courier/sender.ts',
  'cards/actions.ts',
  'services/words.ts',
  'services/store/port.ts',
  'services/store/cosmos.ts',
  'services/store/cosmos/store.ts',
  'services/store/sqlite.ts',
  'services/graph/microsoft.ts',
  'infra/local/start.ts',
  'infra/local/gallery.ts',
  'infra/local/gallery/page.ts',
  'manifest/package.ts',
  'tests/kit/people.ts',
]

describe('the fences around the vendors', () => {
  let folder = ''
  let refused: Set<string>

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'))
    cpSync(`${ROOT}biome.json`, join(folder, 'biome.json'))
    // Biome refuses to run with `useIgnoreFile` where there is none.
    cpSync(`${ROOT}.gitignore`, join(folder, '.gitignore'))
    for (const room of ROOMS) {
      mkdirSync(join(folder, dirname(room)), { recursive: true })
      writeFileSync(
        join(folder, room),
        FENCES.map(([vendor]) => `import type {} from '${vendor}'\n`).join(''),
      )
    }
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
    // Not `--only`: that would switch the rule on where an override has switched it off.
    const options = ['lint', '--max-diagnostics=none', '--reporter=github', '.']
    const run = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' })
    const found = run.stdout.matchAll(
      /^::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+),/gm,
    )
    refused = new Set(
      [...found].map(([, file = '', line = '']) => {
        const room = ROOMS.find((one) => file.endsWith(`/${one}`)) ?? file
        return `${room} ${FENCES[Number(line) - 1]?.[0]}`
      }),
    )
    if (refused.size === 0) throw new Error(`Biome did not check the fences:\n${run.stdout}\n${run.stderr}`)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(FENCES)('%s may be imported only where the table says so', (vendor, rooms) => {
    expect(ROOMS.filter((room) => refused.has(`${room} ${vendor}`))).toEqual(
      ROOMS.filter((room) => !rooms.test(room)),
    )
  })

  test('the check of the project runs them', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    expect(scripts.test).toMatch(/npm run check/)
    expect(scripts.check).toMatch(/biome ci \./)
  })

  test('no file of the project is left out', () => {
    const { files } = JSON.parse(read('biome.json')) as { files: { includes: string[] } }
    expect(files.includes).toEqual(['**', '!package-lock.json'])
    // A file that git ignores is not checked either, so none of those may be in git.
    const options = ['-c', 'safe.directory=*', 'ls-files', '--cached', '--ignored', '--exclude-standard']
    expect(execFileSync('git', options, { cwd: ROOT, encoding: 'utf8' })).toBe('')
  })
})

/** Ways to import that Biome does not see: an import in a type, a computed name, require. */
function hidden(source: string): string[] {
  const code = codeOf(source, { strings: true })
  const plain = /\bawait import\(\s*'[^']+'\s*\)/g
  return code.replace(plain, '').match(/\bimport\s*\(|\brequire\s*\(|\bcreateRequire\b/g) ?? []
}

describe('what Biome cannot see', () => {
  const allowed: Record<string, string> = {
    'manifest/check.ts': 'asks where a package keeps its schemas, imports nothing with it',
    'infra/local/gallery.ts': 'asks where adaptivecards is installed, to give it to a browser',
    'infra/local/playground.ts': 'asks where the Playground is installed, to start it as a program',
    'infra/local/loopback.cjs': 'is preloaded into the Playground, before modules exist',
  }

  test('nobody imports in a way that goes around the walls', () => {
    const sources = projectFiles().filter((path) =>
      isSource(path, ['bot', 'cards', 'services', 'infra', 'manifest']),
    )
    const found = sources.filter((path) => !(path in allowed)).filter((path) => hidden(read(path)).length > 0)
    expect(found).toEqual([])
  })

  test.each([
    "type Door = import('../services/vault/reveal.ts').Door",
    "const door = await import('../services/vault/' + name)",
    'const door = await import(`../services/vault/reveal.ts`)',
    "const door = require('../services/vault/reveal.ts')",
    "import { createRequire } from 'node:module'",
  ])('%s is found', (source) => {
    expect(hidden(source)).not.toEqual([])
  })

  test.each(["const page = await import('./page.ts')", "// type Door = import('./x.ts').Door"])(
    '%s is allowed',
    (source) => expect(hidden(source)).toEqual([]),
  )
})
