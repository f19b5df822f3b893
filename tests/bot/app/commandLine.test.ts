/** The arguments of our commands: `--help` and what is not known do nothing. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { type CommandSpec, helpOf, type Options, readArguments } from '../../../bot/app/commandLine.ts'
import { ROOT, read } from '../../house/sources.ts'

const spec = {
  name: 'npm run example',
  about: 'does nothing.',
  options: {
    drop: { kind: 'flag', about: 'drops' },
    rounds: { kind: 'number', about: 'how many', usual: 100, least: 1, most: 500 },
    into: { kind: 'text', about: 'where', usual: '.local' },
  },
} as const satisfies CommandSpec<Options>

describe('arguments', () => {
  test('without any, everything is as usual', () => {
    expect(readArguments([], spec)).toEqual({
      asked: 'run',
      values: { drop: false, rounds: 100, into: '.local' },
    })
  })

  test('what is given is taken, in either way of writing', () => {
    const values = { drop: true, rounds: 7, into: 'x' }
    expect(readArguments(['--drop', '--rounds=7', '--into', 'x'], spec)).toEqual({ asked: 'run', values })
  })

  test('help is said, and nothing is done', () => {
    expect(readArguments(['--help', '--drop'], spec)).toEqual({
      asked: 'say',
      text: helpOf(spec),
      exitCode: 0,
    })
    for (const part of ['--drop', '--rounds=N', 'usually 100', '--help']) expect(helpOf(spec)).toContain(part)
  })

  test.each([
    [['--dry-run']],
    [['drop']],
    [['--drop=yes']],
    [['--rounds=0']],
    [['--rounds=501']],
    [['--rounds=many']],
    [['--rounds=-1']],
    [['--rounds']],
    [['-x']],
  ])('%j does nothing, and says so', (args) => {
    const asked = readArguments(args, spec)
    expect(asked).toMatchObject({ asked: 'say', exitCode: 2 })
    expect(asked.asked === 'say' && asked.text).toMatch(
      /^npm run example: .+\. Nothing was done\. Try --help\.\n$/,
    )
  })
})

/** Every script of package.json that is a program of ours. */
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const programs = Object.entries(scripts)
  .map(([name, script]) => ({
    name,
    file: /^node (?:--\S+ )*((?!node_modules)\S+\.ts)$/.exec(script)?.[1] ?? '',
  }))
  .filter(({ file }) => file !== '')

describe('every command of ours', () => {
  test('is looked at', () => expect(programs.length).toBeGreaterThan(8))

  test.each(programs)('npm run $name reads its arguments in this one way', ({ file }) => {
    const source = read(file)
    expect(source).toMatch(/await runCommandLine\(|withArguments\(args, COMMAND/)
    expect(source).not.toContain('parseArgs')
  })

  // The one that does harm when it is only asked what it does.
  test.each(['--help', '--no-such-argument'])('npm run keys:rotate with %s does nothing', (argument) => {
    const options = { cwd: ROOT, encoding: 'utf8', env: {} } as const
    const ran = spawnSync(process.execPath, ['infra/commands/keysRotate.ts', argument], options)
    expect(ran.status).toBe(argument === '--help' ? 0 : 2)
    expect(ran.stdout + ran.stderr).toMatch(/^npm run keys:rotate: .+/)
  })
})
