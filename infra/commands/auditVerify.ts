/**
 * `npm run audit:verify`: goes along every signal, and every month of the ledger (searches, destruction, who may read), and
 * says whether its audit trail is whole: no entry changed, removed or moved, the last one included, nothing taken away;
 * whether each number that was given out has a head or a proof of an end; and whether the digests of every day fit what
 * stands here, and the lines that were kept elsewhere (`--digest`). Case codes and counts only. Needs no role for the key
 * of names. Ends with 1 when something is not whole.
 */
import type { Config } from '../../bot/app/config.ts'
import { wallClock } from '../../bot/app/ports.ts'
import type { Opened } from '../../bot/app/stores.ts'
import { DigestLine, readLine } from '../../services/audit/digest.ts'
import { lineOf } from '../../services/audit/verify.ts'
import { inBulk } from '../../services/vault/bulk.ts'
import type { MunicipalityId, Reference } from '../../services/words.ts'
import { commandConfig, openForCommand, runCommand, withArguments } from './settings.ts'

export type Asked = {
  /** Digests as they stand in the log. */
  lines?: readonly DigestLine[]
  /** Also says what could be established, and what could not. */
  explain?: boolean
}

/** Of which municipality each line is: the one that has it. Where there is one municipality, it is of that one. */
async function sorted(opened: Opened, ids: readonly MunicipalityId[], lines: readonly DigestLine[]) {
  const of = new Map<MunicipalityId, DigestLine[]>()
  const nobody: DigestLine[] = []
  for (const line of lines) {
    let whose = ids.length === 1 ? ids[0] : undefined
    for (const id of ids) if (await opened.digest.has(id, line)) whose = id
    if (whose) of.set(whose, [...(of.get(whose) ?? []), line])
    else nobody.push(line)
  }
  return { of, nobody }
}

/**
 * Verifies every municipality and says of each trail that is not whole what is wrong; of each number that was given out
 * and that nothing accounts for; and of each digest that does not fit. Gives how many there are.
 */
export async function auditVerify(
  config: Config,
  say: (line: string) => void,
  { lines = [], explain = false }: Asked = {},
): Promise<number> {
  const opened = await openForCommand(config, { names: 'closed' })
  let broken = 0
  try {
    await opened.check()
    const whose = await sorted(
      opened,
      config.municipalities.map(({ id }) => id),
      lines,
    )
    for (const line of whose.nobody) {
      say(`digest ${readLine(line).number}: was written down, and stands in none of these municipalities`)
      broken += 1
    }
    for (const { id, name } of config.municipalities) {
      const given = await opened.numbersGiven(id)
      const seen = new Set<Reference>()
      let looked = 0
      let wrong = 0
      await inBulk('check', async () => {
        for await (const found of opened.verify(id, wallClock(), false)) {
          looked += 1
          if (found.reference) seen.add(found.reference)
          if (found.verdict.ok) continue
          wrong += 1
          say(lineOf(found))
        }
        const accounted = await opened.account(id, seen, given, whose.of.get(id) ?? [])
        wrong += accounted.wrong.length
        for (const line of accounted.wrong) say(line)
        if (explain) for (const line of accounted.established) say(`established: ${line}`)
        if (explain) for (const line of accounted.open) say(`could not be established: ${line}`)
      })
      say(`${name}: ${looked} audit trail(s) looked at, ${wrong} not whole`)
      broken += wrong
    }
  } finally {
    await opened.close()
  }
  return broken
}

const COMMAND = {
  name: 'npm run audit:verify',
  about: 'says whether every audit trail is whole, and changes nothing.',
  options: {
    digest: {
      kind: 'text',
      about: 'what the log says under audit.digest, as NUMBER:HASH; several with commas between them',
      usual: '',
    },
  },
} as const

/** The lines in an argument; undefined when one of them is none. */
function linesIn(text: string): DigestLine[] | undefined {
  const given = text.split(',').flatMap((part) => part.trim() || [])
  const lines = given.flatMap((part) => DigestLine.safeParse(part.toLowerCase()).data ?? [])
  return lines.length === given.length ? lines : undefined
}

/** The command with its arguments. Gives what it ends with. @throws StoreUnavailable, KeysUnavailable */
export function auditVerifyCommand(
  args: readonly string[],
  config: () => Config,
  say: (line: string) => void,
): Promise<number> {
  return withArguments(args, COMMAND, say, async ({ digest }) => {
    const lines = linesIn(digest)
    if (!lines) {
      say(`${COMMAND.name}: --digest takes NUMBER:HASH, as it stands in the log. Nothing was done.`)
      return 2
    }
    return (await auditVerify(config(), say, { lines, explain: true })) > 0 ? 1 : 0
  })
}

if (import.meta.main) {
  await runCommand((say) => auditVerifyCommand(process.argv.slice(2), () => commandConfig(process.env), say))
}
