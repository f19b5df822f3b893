/**
 * A new deed of an officer is one definition, one card, its texts and two tests; and what is left out does not compile.
 * Here a fictional one, "visit", is added to a copy of the sources, a step at a time, and after each step the compiler
 * names what is still asked.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ROOT } from './sources.ts'

const LONG = 600_000

/** What is written into a file, behind the first place where this stands. */
type Edit = { file: string; behind: string; write: string }

const STEPS: readonly { step: string; edits: readonly Edit[]; asks: readonly string[] }[] = [
  {
    step: 'what it needs',
    edits: [
      {
        file: 'services/signal/deeds/data.ts',
        behind: 'export const OFFICER_DATA = {\n',
        write: '  visit: z.object({ text: typed }),\n',
      },
    ],
    asks: [
      'cards/actions.ts',
      'cards/officer/done.ts',
      'cards/texts/nl/officer/done.ts',
      'services/signal/deeds/definitions.ts',
      'tests/kit/deedSamples.ts',
    ],
  },
  {
    step: 'its definition with a rule that says nothing of what it did, and its button and form',
    edits: [
      {
        file: 'services/signal/deeds/definitions.ts',
        behind: 'export const OFFICER_DEEDS: { [D in OfficerDeedName]: OfficerDefinition<D> } = {\n',
        write: `  visit: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: (change, by, { text }) => {
      if (text === '') return { refused: 'needs', field: 'text' }
      rules.addNote(change, by, { do: 'note', text })
    },
  },
`,
      },
      {
        file: 'cards/actions.ts',
        behind: 'const DEED_ACTIONS = {\n',
        write: "  visit: asks('visit', needs.visit.shape),\n",
      },
      { file: 'cards/actions.ts', behind: 'export const FORMS = [\n', write: "  'visit',\n" },
    ],
    asks: [
      'cards/officer/done.ts',
      'cards/officer/forms/byDeed.ts',
      'cards/texts/nl/officer/done.ts',
      'services/signal/deeds/definitions.ts',
      'tests/authorisation/expected.ts',
      'tests/authorisation/verbs.ts',
      'tests/kit/deedSamples.ts',
    ],
  },
  {
    step: 'what its rule did, its card, and what it says in Dutch',
    edits: [
      {
        file: 'services/signal/deeds/definitions.ts',
        behind: "if (text === '') return { refused: 'needs', field: 'text' }\n",
        write: '      return rules.addNote(change, by, { do: "note", text })\n',
      },
      {
        file: 'cards/officer/forms/byDeed.ts',
        behind: 'const OFFICER_FORMS: { [D in FormDeed]: FormOf<D> } = {\n',
        write: '  visit: noteCard,\n',
      },
      {
        file: 'cards/texts/nl/officer/done.ts',
        behind: 'export const done = {\n',
        write: "  visit: 'Genoteerd: je bent langs geweest.',\n",
      },
    ],
    asks: [
      'cards/officer/done.ts',
      'cards/texts/en/officer/done.ts',
      'tests/authorisation/expected.ts',
      'tests/authorisation/verbs.ts',
      'tests/kit/deedSamples.ts',
    ],
  },
  {
    step: 'English, when it is said, and its rows in the tests',
    edits: [
      {
        file: 'cards/texts/en/officer/done.ts',
        behind: 'export const done: typeof nl = {\n',
        write: "  visit: 'Noted: you went there.',\n",
      },
      {
        file: 'cards/officer/done.ts',
        behind: '  view: () => undefined,\n',
        write: '  visit: (t) => t.done.visit,\n',
      },
      {
        file: 'tests/authorisation/expected.ts',
        behind: 'export const OFFICER: Record<OfficerVerb, string> = {\n',
        write: "  visit: '+++++o+.',\n",
      },
      {
        file: 'tests/authorisation/verbs.ts',
        behind: 'const fields: Record<OfficerVerb, Fields> = {\n',
        write: "    visit: { ...onCase, text: 'Langs geweest.' },\n",
      },
      {
        file: 'tests/kit/deedSamples.ts',
        behind: 'export const OFFICER_SAMPLES: { [D in OfficerDeedName]: OfficerDeed<D> } = {\n',
        write: "  visit: { do: 'visit', text: 'x' },\n",
      },
    ],
    asks: [],
  },
]

describe('a new deed of an officer', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deed-'))
    for (const name of ['bot', 'cards', 'services', 'infra', 'tests', 'package.json', 'tsconfig.json']) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    const config = {
      extends: './tsconfig.json',
      include: ['bot', 'cards', 'services', 'tests/authorisation'],
    }
    writeFileSync(join(folder, 'tsconfig.deed.json'), JSON.stringify(config))
  }, LONG)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const apply = ({ file, behind, write }: Edit): void => {
    const path = join(folder, file)
    const source = readFileSync(path, 'utf8')
    const at = source.indexOf(behind)
    if (at < 0) throw new Error(`${file} has no place to write at.`)
    writeFileSync(path, source.slice(0, at + behind.length) + write + source.slice(at + behind.length))
  }

  /** The files that the compiler is not content with. */
  const asked = (): string[] => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const options = ['--pretty', 'false', '-p', 'tsconfig.deed.json']
    const run = spawnSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: 'utf8' })
    const files = [...run.stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error TS/gm)].map(([, file = '']) => file)
    if (files.length === 0 && run.status !== 0) throw new Error(`No compiler: ${run.stdout}${run.stderr}`)
    return [...new Set(files)].sort()
  }

  // One after the other, on one copy.
  test(
    'is asked for everything that it needs, by the compiler',
    () => {
      for (const { step, edits, asks } of STEPS) {
        for (const edit of edits) apply(edit)
        expect({ step, asks: asked() }).toEqual({ step, asks })
      }
    },
    LONG,
  )
})
