/** Rules of the house that no compiler knows, over every file of the project. */
import { describe, expect, test } from '@jest/globals'
import { codeOf, isSource, projectFiles, read } from './sources.ts'

const files = projectFiles()
const OURS = ['bot', 'cards', 'services', 'infra', 'manifest', 'tests']
const sources = files.filter((path) => isSource(path, OURS))

interface Lock {
  packages: Record<string, { resolved?: string; hasInstallScript?: boolean }>
}
const lock = JSON.parse(read('package-lock.json')) as Lock
const project = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> }

describe('the packages', () => {
  // Addresses in the lockfile bind everybody to one registry; the hashes already say which bytes are meant.
  test('the lockfile names no registry', () => {
    const found = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)
    expect(found.map(([path, { resolved }]) => `${path}: ${resolved}`)).toEqual([])
  })

  test('each package that wants to run a script at installation has an answer, and only node a yes', () => {
    const want = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)
    const names = want.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    expect(Object.keys(project.allowScripts).sort()).toEqual([...new Set(names)].sort())
    const yes = Object.entries(project.allowScripts).filter(([, allowed]) => allowed)
    expect(yes.map(([name]) => name)).toEqual(['node'])
  })
})

describe('the files', () => {
  test('there are sources to look at', () => {
    expect(sources.length).toBeGreaterThan(10)
  })

  test('none of the rooms has a file over 400 lines', () => {
    const rooms = files.filter((path) => isSource(path, ['bot', 'cards', 'services']))
    const long = rooms.map((path) => `${path}: ${lineCount(read(path))}`)
    expect(long.filter((line) => Number(line.split(': ')[1]) > 400)).toEqual([])
  })

  test('no check is switched off in a source', () => {
    const found = sources.flatMap((path) => switchedOff(read(path)).map((what) => `${path}: ${what}`))
    expect(found.filter((line) => !(line in ALLOWED))).toEqual([])
    // An exception that is not needed any more has to go.
    expect(Object.keys(ALLOWED).filter((line) => !found.includes(line))).toEqual([])
  })

  test('no file knows the machine on which it was made', () => {
    const texts = files.filter((path) => !/\.(png|ttf|woff2?)$/.test(path))
    const found = texts.flatMap((path) => machinePaths(read(path)).map((what) => `${path}: ${what}`))
    expect(found).toEqual([])
  })
})

/** What may be switched off, by file and what, with the reason. */
const ALLOWED: Record<string, string> = {
  [`cards/plain.ts: ${'biome'}-ignore`]: 'it takes control characters out, so it has to name them',
  [`tests/services/store/sqliteFile.ts: ${'biome'}-ignore`]:
    'damages and locks the file from outside the store',
}

// In two parts, so that this file does not find itself.
const COMMENTS = new RegExp(`@ts-${'(?:ignore|nocheck|expect-error)'}|biome-${'ignore'}[a-z-]*`, 'g')
const ANY = /(?::|\bas|<|\||&|,|=>?)\s*\bany\b(?=\s*(?:[,;)>=|&{}\][]|$))/gm

/** Every place where the compiler or the linter is told to look away. */
function switchedOff(source: string): string[] {
  const comments = source.match(COMMENTS) ?? []
  const anys = codeOf(source, { strings: false }).match(ANY) ?? []
  return [...comments, ...anys.map((text) => text.replace(/\s+/g, ' '))]
}

const HOMES = ['root', 'work', 'home', 'Users'].join('|')
const MACHINE = new RegExp(`(?<![\\w.:/*})~-])/(?:${HOMES})/[\\w.-]+|[A-Z]:\\\\Users\\\\\\w+`, 'g')

/** Absolute paths of somebody's machine. */
function machinePaths(text: string): string[] {
  return text.match(MACHINE) ?? []
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

describe('these checks themselves', () => {
  test.each([
    'const a: any = 1',
    'const a = b as any',
    'function f(a: any, b: string) {}',
    'const a: Record<string, any> = {}',
    'const a: any[] = []',
    'type A = string | any',
    'const half = a / (b as any) / 2',
    `// @ts-${'ignore'}`,
    `/* biome-${'ignore'} lint: because */`,
  ])('%s is found', (source) => expect(switchedOff(source)).toHaveLength(1))

  test.each([
    '// note: any officer may do so',
    "const text = 'as any officer'",
    'const text = `is there: any, or none`',
    'const words = /no(?:any|a)|[/]: any, /g',
    'const any = list.some(Boolean)',
    'expect(found).toEqual(expect.anything())',
  ])('%s is allowed', (source) => expect(switchedOff(source)).toEqual([]))

  test.each(['/root', '/work', '/home', '/Users'])('a path in %s is found', (home) => {
    expect(machinePaths(`open '${home}/somebody/file' now`)).toEqual([`${home}/somebody`])
  })

  test.each(['https://example.nl/work/in-progress', 'node_modules/x/home/y', '../root/x', '/api/messages'])(
    '%s is allowed',
    (text) => expect(machinePaths(text)).toEqual([]),
  )

  test('lines are counted as an editor does', () => {
    expect([lineCount('a\nb\n'), lineCount('a\nb')]).toEqual([2, 2])
  })
})
