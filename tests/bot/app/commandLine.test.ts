/** The arguments of our commands: `--help` and what is not known do nothing. */
import { describe, expect, test } from '@jest/globals'
import { type CommandSpec, helpOf, type Options, readArguments } from '../../../bot/app/commandLine.ts'

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
