/**
 * The arguments of our commands, read strictly: `--help` says what a command does and does nothing; an argument that it
 * does not know does nothing either, and is named.
 */
import { parseArgs } from 'node:util'

/** One option of a command. A number or text has a usual value; a flag is off until it is given. */
export type Option =
  | { kind: 'flag'; about: string }
  | { kind: 'number'; about: string; usual: number; least?: number; most?: number }
  | { kind: 'text'; about: string; usual: string }

export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O extends { kind: 'flag' }
  ? boolean
  : O extends { kind: 'number' }
    ? number
    : string
export type Values<O extends Options> = { readonly [name in keyof O]: ValueOf<O[name]> }

/** A command: how it is called (`npm run chaos`), what it does in a sentence or two, and its options. */
export type CommandSpec<O extends Options> = { name: string; about: string; options: O }

/** What the arguments ask: to run with these values, or only to say something and end with this code. */
export type Asked<O extends Options> =
  | { asked: 'run'; values: Values<O> }
  | { asked: 'say'; text: string; exitCode: 0 | 2 }

const shown = (name: string, option: Option): string =>
  option.kind === 'flag' ? `--${name}` : `--${name}=${option.kind === 'number' ? 'N' : 'TEXT'}`

/** The page that `--help` shows. */
export function helpOf({ name, about, options }: CommandSpec<Options>): string {
  const rows = [
    ...Object.entries(options).map(([option, it]) => {
      const usual = it.kind === 'flag' ? '' : ` (usually ${it.usual === '' ? 'none' : it.usual})`
      return [shown(option, it), `${it.about}${usual}`]
    }),
    ['--help', 'shows this, and does nothing'],
  ]
  const width = Math.max(...rows.map(([option = '']) => option.length))
  const lines = rows.map(([option = '', text]) => `  ${option.padEnd(width)}  ${text}`)
  return [`${name}: ${about}`, '', ...lines, ''].join('\n')
}

const wrong = (name: string, why: string) =>
  ({
    asked: 'say',
    text: `${name}: ${why}. Nothing was done. Try --help.\n`,
    exitCode: 2,
  }) as const

/** Why a value does not fit a number's bounds; `undefined` when it does. */
function misfit(
  name: string,
  value: unknown,
  option: Extract<Option, { kind: 'number' }>,
): string | undefined {
  const { least = 0, most = Number.MAX_SAFE_INTEGER } = option
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? undefined : `--${name} takes a whole number of at least ${least}`
}

/** Reads the arguments (without the program and its file). Never throws. */
export function readArguments<O extends Options>(args: readonly string[], spec: CommandSpec<O>): Asked<O> {
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  let given: Record<string, unknown>
  try {
    const config = { args: [...args], options: { ...options, help: { type: 'boolean' as const } } }
    given = parseArgs({ ...config, strict: true, allowPositionals: false }).values
  } catch (error) {
    const said = Error.isError(error) ? error.message.split(/[.\n]/)[0] : undefined
    return wrong(spec.name, said ?? 'these arguments are not known')
  }
  if (given.help === true) return { asked: 'say', text: helpOf(spec), exitCode: 0 }
  const values: Record<string, boolean | number | string> = {}
  for (const [name, option] of Object.entries(spec.options)) {
    const value = given[name]
    if (option.kind === 'flag') values[name] = value === true
    else if (value === undefined) values[name] = option.usual
    else if (option.kind === 'text') values[name] = String(value)
    else {
      const why = misfit(name, value, option)
      if (why) return wrong(spec.name, why)
      values[name] = Number(value)
    }
  }
  // Every option has its value by now, each of its own kind.
  return { asked: 'run', values: values as Values<O> }
}

/**
 * Runs a command with the arguments of this process: `work` gets the values and gives the exit code. What it throws is
 * for the caller.
 */
export async function runCommandLine<O extends Options>(
  spec: CommandSpec<O>,
  work: (values: Values<O>) => Promise<number> | number,
): Promise<void> {
  const asked = readArguments(process.argv.slice(2), spec)
  if (asked.asked === 'run') {
    process.exitCode = await work(asked.values)
    return
  }
  const stream = asked.exitCode === 0 ? process.stdout : process.stderr
  stream.write(asked.text)
  process.exitCode = asked.exitCode
}
