/**
 * Who may import what. Biome keeps the walls (`noRestrictedImports` in biome.json, one list per folder); this
 * test lays every import of the table below in every room, as four kinds of import, and looks which ones
 * Biome refuses. In Biome the last override that matches a file replaces the whole list of the earlier ones:
 * a wall that was added to one list only, or a pattern that Biome does not understand and silently ignores,
 * fails here.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { codeOf, isSource, projectFiles, ROOT, read } from './sources.ts'

/** One file, or one kind of file, that imports. */
const ROOMS = [
  'bot/app/config.ts',
  'bot/reporter/intake.ts',
  'bot/officer/caseClicks.ts',
  'bot/courier.ts',
  'bot/courier-retry.ts',
  'bot/courier/send.ts',
  'bot/reporter/courier.ts',
  'bot/officer/reveal.ts',
  'bot/reporter/reveal.ts',
  'bot/main.ts',
  'cards/actions.ts',
  'cards/officer/case/dossier.ts',
  'services/clock.ts',
  'services/signal/save.ts',
  'services/vault/vault.ts',
  'services/vault/keys/file.ts',
  'services/store/port.ts',
  'services/store/cosmos.ts',
  'services/store/cosmos/store.ts',
  'services/store/sqlite.ts',
  'services/store/sqlite/rows.ts',
  'services/graph/port.ts',
  'services/graph/microsoft.ts',
  'infra/local/start.ts',
  'infra/local/gallery.ts',
  'infra/local/gallery/page.ts',
  'infra/azure/deploy.ts',
  'manifest/package.ts',
  'tests/kit/builders.ts',
  'tests/bench/floor.ts',
  'tests/journeys/report.test.ts',
]

const ANYONE = /^/
const NOT_CARDS = /^(bot|services|infra|manifest|tests)\//
const ONLY_COURIER = /^(bot\/courier[^/]*\.ts$|bot\/courier\/|tests\/)/
const ONLY_REVEAL = /^(bot\/officer\/reveal\.ts$|bot\/main\.ts$|tests\/)/

/** The walls: what is imported (a package, or a file of ours by its path), and who may. */
const TABLE: readonly (readonly [what: string, who: RegExp])[] = [
  ['botbuilder', /^(bot|tests)\//],
  ['botbuilder-core', /^(bot|tests)\//],
  ['botbuilder/lib/teamsInfo.js', /^(bot|tests)\//],
  ['botframework-connector', /^(bot|tests)\//],
  ['@microsoft/teams-ai', /^(bot|tests)\//],
  ['@microsoft/teams-ai/lib/index.js', /^(bot|tests)\//],
  ['restify', /^(bot|tests)\//],
  ['restify-errors', /^(bot|tests)\//],
  ['adaptivecards', /^(cards\/|infra\/local\/gallery|tests\/)/],
  ['adaptivecards/dist/adaptivecards.js', /^(cards\/|infra\/local\/gallery|tests\/)/],
  ['@azure/cosmos', /^services\/store\/cosmos\.ts$/],
  ['@azure/cosmos/dist/esm/index.js', /^services\/store\/cosmos\.ts$/],
  ['@microsoft/microsoft-graph-client', /^services\/graph\/microsoft\.ts$/],
  [
    '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials',
    /^services\/graph\/microsoft\.ts$/,
  ],
  ['node:sqlite', /^services\/store\/sqlite\.ts$/],
  ['./services/vault/deliver.ts', ONLY_COURIER],
  ['./services/vault/reveal.ts', ONLY_REVEAL],
  ['./services/vault/vault.ts', NOT_CARDS],
  ['./services/store/port.ts', NOT_CARDS],
  ['./services/store/sqlite.ts', NOT_CARDS],
  ['./services/graph/port.ts', NOT_CARDS],
  ['./services/routing/clocks.ts', NOT_CARDS],
  ['./services/signal/decide.ts', NOT_CARDS],
  ['./services/signal/decideTriage.ts', NOT_CARDS],
  ['./services/signal/handle.ts', NOT_CARDS],
  // Cards: its types only. Biome cannot tell, so that has a test of its own below.
  ['./services/routing/municipality.ts', ANYONE],
  ['./services/signal/words.ts', ANYONE],
  ['./services/signal/signal.ts', ANYONE],
  ['./cards/actions.ts', /^(bot|cards|infra|manifest|tests)\//],
  ['./cards/texts/nl.ts', /^(bot|cards|infra|manifest|tests)\//],
  ['./bot/server.ts', /^(bot|infra|manifest|tests)\//],
  ['./bot/officer/triage.ts', /^(bot|infra|manifest|tests)\//],
  ['./infra/local/start.ts', /^(infra|manifest|tests)\//],
  ['./infra/azure/deploy.ts', /^(infra|manifest|tests)\//],
  ['./manifest/manifest.ts', /^(infra|manifest|tests)\//],
  ['./tests/kit/builders.ts', /^tests\//],
  // A folder of that name in the tests is still the tests.
  ['./tests/services/signal/words.ts', /^tests\//],
  ['zod', ANYONE],
  ['node:crypto', ANYONE],
]

const KINDS = {
  value: (from: string) => `import '${from}'`,
  type: (from: string) => `import type {} from '${from}'`,
  dynamic: (from: string) => `await import('${from}')`,
  again: (from: string) => `export * from '${from}'`,
}

/** How a room writes an import: a package by its name, a file of ours by the way to it. */
function specifier(room: string, what: string): string {
  if (!what.startsWith('./')) return what
  const way = relative(dirname(room), what.slice(2))
  return way.startsWith('.') ? way : `./${way}`
}

const lines = TABLE.flatMap(([what]) => Object.entries(KINDS).map(([kind, write]) => ({ what, kind, write })))
let folder = ''
/** What Biome refused: room, import and kind. */
let refused: Set<string>

function lint(): Set<string> {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
  // Not `--only`: that would switch the rule on where an override has switched it off.
  const options = ['lint', '--max-diagnostics=none', '--reporter=github', '.']
  const run = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' })
  const found = run.stdout.matchAll(
    /^::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+),/gm,
  )
  const keys = [...found].map(([, file = '', line = '']) => {
    const room = ROOMS.find((one) => file.endsWith(`/${one}`)) ?? file
    const { what, kind } = lines[Number(line) - 1] ?? { what: 'unknown', kind: 'unknown' }
    return `${room} ${what} ${kind}`
  })
  if (keys.length === 0) throw new Error(`Biome did not check the walls:\n${run.stdout}\n${run.stderr}`)
  return new Set(keys)
}

describe('the walls', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'))
    cpSync(`${ROOT}biome.json`, join(folder, 'biome.json'))
    // Biome refuses to run with `useIgnoreFile` where there is none.
    cpSync(`${ROOT}.gitignore`, join(folder, '.gitignore'))
    for (const room of ROOMS) {
      mkdirSync(join(folder, dirname(room)), { recursive: true })
      const source = lines.map(({ what, write }) => write(specifier(room, what)))
      writeFileSync(join(folder, room), `${source.join('\n')}\n`)
    }
    refused = lint()
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(TABLE)('%s may be imported only where the table says so', (what, who) => {
    const outcome = (rooms: readonly string[], isRefused: (key: string, room: string) => boolean) =>
      rooms.flatMap((room) =>
        Object.keys(KINDS).flatMap((kind) =>
          isRefused(`${room} ${what} ${kind}`, room) ? [`${room} ${kind}`] : [],
        ),
      )
    expect(outcome(ROOMS, (key) => refused.has(key))).toEqual(outcome(ROOMS, (_, room) => !who.test(room)))
  })

  test('each wall has a room on either side', () => {
    const walls = TABLE.filter(([, who]) => who !== ANYONE)
    for (const [what, who] of walls) {
      const inside = ROOMS.filter((room) => who.test(room)).length
      expect([what, inside > 0, inside < ROOMS.length]).toEqual([what, true, true])
    }
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
