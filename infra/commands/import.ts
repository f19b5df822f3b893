/**
 * `npm run import`: takes over an existing register, so that signals are recognised in it. Two people do it: an officer asks
 * (`--register`, `--by`, `--and-by`, `--basis`), which checks every line, keeps them sealed and shows a code; the second
 * confirms with that code (`--confirm`, `--by`), and only then anything is recognised. Both, the basis and the end stand in
 * the ledger. It ends at its day, or is taken out whole (`--remove`). Says file, line and field, and never a value.
 */
import { randomUUID } from 'node:crypto'
import type { Values } from '../../bot/app/commandLine.ts'
import type { Config } from '../../bot/app/config.ts'
import { wallClock } from '../../bot/app/ports.ts'
import type { Opened } from '../../bot/app/stores.ts'
import { readRegister, registers } from '../../services/imports/lines.ts'
import { isSame, nameOf, pairProblem, personOf } from '../../services/imports/people.ts'
import {
  CONFIRM_HOURS,
  type Importing,
  markOf,
  marksThere,
  plan,
  plannedAs,
  type ReadLine,
} from '../../services/imports/plan.ts'
import { ImportId, type ImportPerson, type ImportTerms } from '../../services/imports/register.ts'
import {
  build,
  clear,
  confirm,
  isComplete,
  isThereBy,
  latestEnd,
  leave,
  usualEnd,
} from '../../services/imports/standing.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { Day, type Instant } from '../../services/words.ts'
import { type FileLine, LineRefused, readRegisterFile } from './registerFile.ts'
import { commandConfig, openForCommand, runCommand, withArguments } from './settings.ts'

type Say = (line: string) => void

const COMMAND = {
  name: 'npm run import',
  about: `takes over an existing register, in which signals are then recognised; two people do it.
First an officer: --register --municipality --by --and-by --basis. Then the second: --confirm CODE --by.`,
  options: {
    register: { kind: 'text', about: 'the file, one entry of JSON a line (docs/matching.md)', usual: '' },
    municipality: { kind: 'text', about: 'its id; may be left out where there is one', usual: '' },
    by: { kind: 'text', about: 'who does this step: id or name, as in the configuration', usual: '' },
    'and-by': {
      kind: 'text',
      about: 'who confirms it: the head, the integrity contact or the FG',
      usual: '',
    },
    basis: { kind: 'text', about: 'on which ground it may be taken over and compared', usual: '' },
    until: { kind: 'text', about: 'the last day (yyyy-mm-dd), at most two years ahead', usual: '' },
    confirm: { kind: 'text', about: 'the code that the first person was shown', usual: '' },
    remove: { kind: 'text', about: 'takes a register out whole, by the id that --list shows', usual: '' },
    list: { kind: 'flag', about: 'shows which registers there are' },
  },
} as const

type Asked = Values<(typeof COMMAND)['options']>

/** What cannot be done, in a line for the person who runs it. Nothing was changed. */
class Refused extends Error {}

type Working = { it: Importing; town: Municipality; opened: Opened; say: Say }

const LEAST_BASIS = 10

function person(town: Municipality, said: string, option: string): ImportPerson {
  if (said === '') throw new Refused(`--${option} is missing`)
  const found = personOf(town, said)
  if (typeof found === 'string') throw new Refused(`--${option} ${found}`)
  return found
}

function endOf(asked: Asked, town: Municipality, now: Instant): Day {
  const today = dayOf(now, town)
  if (asked.until === '') return usualEnd(today, town.retention)
  const day = Day.safeParse(asked.until)
  if (!day.success) throw new Refused('--until takes a day, as 2027-06-30')
  if (day.data <= today) throw new Refused('--until is a day that is still to come')
  const latest = latestEnd(today)
  if (day.data > latest) throw new Refused(`--until is at most ${latest}, whatever the reason (I.9)`)
  return day.data
}

/** The lines of the file that are not in already, and not twice. Counts both. */
async function* fresh(
  it: Importing,
  lines: AsyncIterable<FileLine>,
  there: ReadonlySet<string>,
  counted: { there: number; twice: number },
): AsyncGenerator<FileLine> {
  const marks = new Set<string>()
  for await (const one of lines) {
    const mark = markOf(it, one.entry)
    if (there.has(mark)) counted.there += 1
    else if (marks.has(mark)) counted.twice += 1
    else {
      marks.add(mark)
      yield one
    }
  }
}

const ODD_SHOWN = 20

/** Reads the whole file: is every line right? Nothing is kept. @throws LineRefused */
async function look({ it, say }: Working, file: string, there: ReadonlySet<string>) {
  const reading = readRegisterFile(file)
  const counted = { lines: 0, there: 0, twice: 0, odd: 0 }
  // The same id with something else in it: which of them is right, nobody can say here.
  const ids = new Map<string, number>()
  for await (const { line, entry, odd } of fresh(it, reading.lines, there, counted)) {
    const before = ids.get(entry.id)
    if (before !== undefined)
      throw new LineRefused(`${file}, line ${line}, id: stands on line ${before} as well`)
    ids.set(entry.id, line)
    counted.lines += 1
    for (const field of odd) {
      counted.odd += 1
      if (counted.odd <= ODD_SHOWN) say(`${file}, line ${line}, ${field}: looks wrong; taken as it stands`)
    }
  }
  if (counted.odd > ODD_SHOWN) say(`${file}: and ${counted.odd - ODD_SHOWN} more like these`)
  return { ...counted, digest: reading.digest() }
}

async function ask(work: Working, asked: Asked): Promise<number> {
  const { it, town, say } = work
  const by = person(town, asked.by, 'by')
  const second = person(town, asked['and-by'], 'and-by')
  const wrong = pairProblem(town, by, second)
  if (wrong) throw new Refused(wrong)
  const basis = asked.basis.trim()
  if (basis.length < LEAST_BASIS) throw new Refused('--basis says on which ground, in a sentence')
  const until = endOf(asked, town, it.now())
  const there = await marksThere(it)
  const found = await look(work, asked.register, there)
  const { there: already, twice, lines, digest } = found
  if (already > 0) say(`${already} line(s) are in already, and end with the register that they came with.`)
  if (twice > 0) say(`${twice} line(s) stand in the file more than once, and are taken once.`)
  if (lines === 0) {
    say('There is nothing else in it. Nothing was done.')
    return 0
  }
  const terms: ImportTerms = { by, second, basis, purpose: 'recognise', digest, lines, until }
  const id = ImportId.parse(randomUUID())
  const again = readRegisterFile(asked.register)
  const kept = asReadLines(fresh(it, again.lines, there, { there: 0, twice: 0 }))
  const code = await plan(it, id, terms, kept, () => again.digest() === digest).catch(
    async (error: unknown) => {
      if (error instanceof LineRefused) await undo(it, id)
      throw error
    },
  )
  if (code === undefined) {
    await undo(it, id)
    throw new Refused(`${asked.register} changed while it was read`)
  }
  say(`${lines} line(s) were checked and kept sealed, until ${until}. Nothing is recognised in them yet.`)
  say(`SHA-256 of the file: ${digest}`)
  say(`Code for ${nameOf(town, second)}: ${code}`)
  say(`Within ${CONFIRM_HOURS / 24} days: npm run import -- --confirm ${code} --by "${nameOf(town, second)}"`)
  return 0
}

async function* asReadLines(lines: AsyncIterable<FileLine>): AsyncGenerator<ReadLine> {
  for await (const { line, entry } of lines) yield { line, entry }
}

/** Of what was begun nothing stays. */
async function undo(it: Importing, id: ImportId): Promise<void> {
  await leave(it, id, 'lapsed')
  await clear(it, undefined, id)
}

const BUILDS_SAID = 10_000

async function confirmed({ it, town, opened, say }: Working, asked: Asked): Promise<number> {
  const who = person(town, asked.by, 'by')
  const found = await plannedAs(it, asked.confirm)
  if (found === 'none') throw new Refused('nothing waits to be confirmed')
  if (found === 'wrong')
    throw new Refused('that is the code of nothing that waits; five times, and it lapses')
  const { id, terms, state } = found.register
  if (!isSame(town, who, terms.second))
    throw new Refused('it is confirmed by the person whom the first one named')
  if (state.is === 'built') {
    say(`It is in already, until ${terms.until}. Nothing was done.`)
    return 0
  }
  if (state.is === 'planned') {
    if (!(await isComplete(it, found.register)))
      throw new Refused('some of its lines are not there, or do not open; let it be asked for anew')
    if (await isThereBy(it, found.register))
      throw new Refused('some of its lines came in since it was asked for; let it be asked for anew')
    say(
      `${terms.lines} line(s), asked for by ${nameOf(town, terms.by)}, until ${terms.until}. SHA-256: ${terms.digest}`,
    )
    say(`Basis: ${terms.basis}`)
    await confirm(it, town, id)
  }
  let said = 0
  const built = await build(it, town, opened.indexOf(town.id), found.register, (entries) => {
    if (entries - said < BUILDS_SAID) return
    said = entries
    say(`${entries} line(s) so far`)
  })
  say(`${built} line(s) are recognised from now on, until ${terms.until}. Register ${id}.`)
  return 0
}

async function remove({ it, town, opened, say }: Working, asked: Asked): Promise<number> {
  const who = person(town, asked.by, 'by')
  const id = ImportId.safeParse(asked.remove.toLowerCase())
  const kept = id.success ? await readRegister(it.store, it.municipality, id.data) : undefined
  if (!kept) throw new Refused('--remove takes the id of a register, as --list shows it')
  const { register } = kept
  const may = who.role === 'officer' || isSame(town, who, register.terms.second)
  if (!may) throw new Refused('it is taken out by an officer, or by the person who confirmed it')
  await leave(it, register.id, 'removed', who)
  await clear(it, opened.indexOf(town.id), register.id)
  say(`Register ${register.id}: ${register.terms.lines} line(s) were taken out, and nothing of them is kept.`)
  return 0
}

async function list({ it, town, say }: Working): Promise<number> {
  let count = 0
  for await (const { register } of registers(it.store, it.municipality)) {
    const { id, terms, state } = register
    count += 1
    say(
      `${id}: ${state.is}, ${terms.lines} line(s), until ${terms.until}, asked for by ${nameOf(town, terms.by)}, ` +
        `second person ${nameOf(town, terms.second)}. Basis: ${terms.basis}`,
    )
  }
  if (count === 0) say(`${town.name}: no register was taken over.`)
  return 0
}

function stepOf(asked: Asked): ((work: Working, asked: Asked) => Promise<number>) | undefined {
  const steps = [
    asked.register !== '' ? ask : undefined,
    asked.confirm !== '' ? confirmed : undefined,
    asked.remove !== '' ? remove : undefined,
    asked.list ? list : undefined,
  ].filter((step) => step !== undefined)
  return steps.length === 1 ? steps[0] : undefined
}

function townOf(config: Config, said: string): Municipality {
  const [only, ...others] = config.municipalities
  const town = said === '' && others.length === 0 ? only : config.municipalities.find(({ id }) => id === said)
  if (!town)
    throw new Refused(`--municipality takes one of: ${config.municipalities.map(({ id }) => id).join(', ')}`)
  return town
}

/** Does one step. Gives what it ends with. @throws StoreUnavailable, KeysUnavailable */
export async function importRegister(
  config: Config,
  asked: Asked,
  say: Say,
  now: () => Instant = wallClock,
): Promise<number> {
  const step = stepOf(asked)
  const refused = (why: string): number => {
    say(`${COMMAND.name}: ${why}. Nothing was done.`)
    return 1
  }
  if (!step) {
    say(
      `${COMMAND.name}: takes one of --register, --confirm, --remove and --list. Nothing was done. Try --help.`,
    )
    return 2
  }
  try {
    const town = townOf(config, asked.municipality)
    const opened = await openForCommand(config, { now })
    try {
      await opened.begin()
      const it = { store: opened.store, key: opened.keys.audit, municipality: town.id, now }
      return await step({ it, town, opened, say }, asked)
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (error instanceof Refused || error instanceof LineRefused) return refused(error.message)
    throw error
  }
}

/** The command with its arguments. Gives what it ends with. @throws StoreUnavailable, KeysUnavailable */
export function importCommand(
  args: readonly string[],
  config: () => Config,
  say: Say,
  now?: () => Instant,
): Promise<number> {
  return withArguments(args, COMMAND, say, (asked) => importRegister(config(), asked, say, now))
}

if (import.meta.main) {
  await runCommand((say) => importCommand(process.argv.slice(2), () => commandConfig(process.env), say))
}
