/**
 * What a new kind of effect costs. A letter to a partner that does not exist is added to a copy of the sources, one step
 * at a time, and the compiler says what is still missing: a row, a sender, and the words of its dead letter.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const ROOT = join(import.meta.dirname, '../../..')
const ROOMS = ['bot', 'cards', 'services']
/** The compiler runs three times over all of them: on a busy machine that takes a while. */
const MOST_MS = 600_000
let copy = ''

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'new-kind-'))
  for (const room of [...ROOMS, 'package.json']) {
    await cp(join(ROOT, room), join(copy, room), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const { compilerOptions } = JSON.parse(await readFile(join(ROOT, 'tsconfig.json'), 'utf8'))
  await writeFile(join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ROOMS }))
})

afterAll(() => rm(copy, { recursive: true, force: true }))

/** Puts text before the first place where this stands. */
async function add(path: string, before: string, text: string): Promise<void> {
  const file = join(copy, path)
  const source = await readFile(file, 'utf8')
  expect(source).toContain(before)
  await writeFile(
    file,
    source.replace(before, () => text + before),
  )
}

/** The files of which the compiler says that something is missing or wrong. */
async function refused(): Promise<string[]> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [tsc, '--noEmit'], { cwd: copy, maxBuffer: 1e8 }, (_, out) => resolve(out))
  })
  const found = said.matchAll(/^(\S+?)\(\d+,\d+\): error /gm)
  return [...new Set([...found].map(([, file = '']) => file.replaceAll('\\', '/')))].sort()
}

test(
  'a new kind is a schema, and then the compiler asks for its row, its sender and its words',
  async () => {
    await add(
      'services/outbox/effect.ts',
      `])\nexport type Effect`,
      `  z.object({ ...pending, kind: z.literal('letterToPartner'), partner: z.string() }),\n`,
    )
    expect(await refused()).toEqual(['bot/courier/senders.ts', 'services/outbox/kinds.ts'])

    await add(
      'bot/courier/senders.ts',
      `  mendAlarm: async`,
      `  letterToPartner: async ({ effect, outside }) => {
    outside.log.info('effect.delivered', { kind: effect.kind })
    return { effect, ok: true }
  },\n`,
    )
    await add(
      'services/outbox/kinds.ts',
      `  nudgeDraft: {`,
      `  letterToPartner: {
    to: 'reportingPoint',
    way: () => 'graph',
    orderingKey: ({ partner }) => partner,
    order: 'strict',
    retry: FOUR_HOURS,
    unknownOutcome: () => ({ sends: 1, pause: 0 }),
    visibleTwice: () => true,
    givenUp: () => shown({ what: 'partnerLetter' }),
  },\n`,
    )
    await add('services/outbox/kinds.ts', ` | 'partnerMail' }`, ` | 'partnerLetter'`)
    // Its dead letter has a name of its own, and so words of its own: in Dutch, and English has what Dutch has.
    expect(await refused()).toEqual(['cards/officer/case/head.ts', 'cards/texts/nl/officer/dossier.ts'])

    await add(
      'cards/texts/nl/officer/dossier.ts',
      `    doorbell: 'De kaart`,
      `    partnerLetter: 'De brief',\n`,
    )
    await add('cards/texts/en/officer/dossier.ts', `    doorbell: `, `    partnerLetter: 'The letter',\n`)
    expect(await refused()).toEqual([])
  },
  MOST_MS,
)
