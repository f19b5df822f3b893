/** The papers say what the settings and the code say: nothing of them is left out, and nothing else is promised. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { papersCommand } from '../../../infra/commands/papers.ts'
import { localMunicipality } from '../../../infra/local/municipality.ts'
import { papersOf } from '../../../infra/papers/papers.ts'
import { groundsOf } from '../../../infra/papers/register.ts'
import { PURPOSES_NL, STORED_NL } from '../../../infra/papers/words.ts'
import { RESOURCE_PERMISSIONS } from '../../../manifest/manifest.ts'
import { neededPermissions } from '../../../services/graph/permissions.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { RetentionTerms, SELECTION } from '../../../services/municipality/terms.ts'
import { ruleSetOf } from '../../../services/routing/ruleSet.ts'
import { PROCESSINGS } from '../../../services/signal/processings.ts'
import { PURPOSES, type Purpose } from '../../../services/signal/purposes.ts'
import { Day, GroupId } from '../../../services/words.ts'

const town = localMunicipality('http://127.0.0.1/')
const GROUP = GroupId.parse('3f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01')
const TODAY = new Date('2026-12-01T12:00:00Z')
const purposes = Object.keys(PURPOSES).filter((name): name is Purpose => Object.hasOwn(PURPOSES, name))
const textOf = (name: string, of: Municipality = town): string => {
  const found = papersOf(of, '1.2.3', TODAY).find((each) => each.name === name)
  if (!found) throw new Error(`No paper ${name}.`)
  return found.text
}

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'papers-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('the register has every purpose with its grounds, all that is stored, every reader and every partner', () => {
  const text = textOf('verwerkingsregister')
  for (const said of Object.values(PURPOSES_NL)) expect(text).toContain(said)
  for (const purpose of purposes) expect([purpose, groundsOf(purpose).length > 0]).toEqual([purpose, true])
  for (const { what } of Object.values(STORED_NL)) expect(text).toContain(what)
  for (const { name } of town.officers) expect(text).toContain(name)
  for (const { name } of town.partners) expect(text).toContain(name.nl)
  // A ground that is used somewhere is named somewhere.
  const used = new Set(Object.values(PROCESSINGS).map(({ processing }) => processing.basis))
  expect([...used].sort()).toEqual([...new Set(purposes.flatMap(groundsOf))].sort())
})

test('the terms are those of this municipality, and never longer than they may be', () => {
  const usual = textOf('bewaartermijnen')
  for (const category of Object.values(SELECTION)) expect(usual).toContain(category)
  expect(usual).toContain('| 5 jaar | 10 jaar | 19.1 |')
  const shorter = { ...town, retention: RetentionTerms.parse({ handledMonths: 18, identityDays: 30 }) }
  expect(textOf('bewaartermijnen', shorter)).toContain('| 18 maanden | 10 jaar | 19.1 |')
  expect(textOf('privacyverklaring', shorter)).toContain('vergeten 30 dagen nadat')
  expect(textOf('privacyverklaring', shorter)).toContain('doorgegeven, dan 18 maanden')
})

test('the permissions are those that are asked, with what each is for; of a mailbox in Exchange alone', () => {
  const text = textOf('rechten')
  for (const name of [...neededPermissions([town]), ...RESOURCE_PERMISSIONS])
    expect(text).toContain(`| ${name} | `)
  // Each of them says what it is for, and not its own name once more.
  for (const name of neededPermissions([{ ...town, group: GROUP }]))
    expect(textOf('rechten', { ...town, group: GROUP })).not.toContain(`| ${name} | ${name} |`)
  expect(text).toContain('Application Mail.Send')
  const { mailbox: _none, ...without } = town
  expect(textOf('rechten', without)).toContain('er is geen postvak ingesteld')
  expect(textOf('rechten', without)).not.toContain('Mail.Send')
})

test('the register of algorithms names the version of the rules that hold here', () => {
  expect(textOf('algoritmeregister')).toContain(`versie ${ruleSetOf(town.routing).version}`)
  const { routing: _region, ...other } = town
  expect(textOf('algoritmeregister', other)).toContain(`versie ${ruleSetOf(undefined).version}`)
})

test('the input of a DPIA says which gates are open, and none when all are settled', () => {
  expect(textOf('dpia-invoer')).toContain('- goLive.fg')
  const settled = { by: 'College', on: Day.parse('2026-01-01'), where: 'Zaak 1' }
  const goLive = { privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled }
  expect(textOf('dpia-invoer', { ...town, goLive })).not.toContain('goLive.')
})

test('what somebody called something breaks no table, and the same settings give the same papers', () => {
  const [first, ...partners] = town.partners
  if (!first) throw new Error('No partner.')
  const odd = { ...town, partners: [{ ...first, name: { nl: 'Wijk|team\nNoord', en: 'x' } }, ...partners] }
  expect(textOf('verwerkingsregister', odd)).toContain('| Wijk\\|team Noord | ')
  expect(papersOf(town, '1.2.3', TODAY)).toEqual(papersOf(town, '1.2.3', TODAY))
})

test('they are Dutch throughout', () => {
  for (const { name, text } of papersOf(town, '1.2.3', TODAY))
    expect([name, text.match(/\b(?:the|and|with|which|nobody|signals|undefined)\b/gi)]).toEqual([name, null])
})

test('the command writes them for each municipality; a file that is not there, or wrong, is named', async () => {
  const said: string[] = []
  expect(await papersCommand(['--to', dir], (line) => void said.push(line), TODAY)).toBe(0)
  expect(readdirSync(join(dir, 'voorbeeldstad')).sort()).toEqual([
    'algoritmeregister.md',
    'bewaartermijnen.md',
    'dpia-invoer.md',
    'privacyverklaring.md',
    'rechten.md',
    'verwerkingsregister.md',
  ])
  expect(said).toHaveLength(6)
  expect(readFileSync(join(dir, 'voorbeeldstad', 'rechten.md'), 'utf8')).toContain('Gemeente Voorbeeldstad.')
  await expect(papersCommand(['--from', join(dir, 'none.json')], () => undefined)).rejects.toThrow(
    'none.json: is not there',
  )
  const wrong = join(dir, 'wrong.json')
  writeFileSync(wrong, '[{"id": "x"}]')
  await expect(papersCommand(['--from', wrong], () => undefined)).rejects.toThrow(/0\.\w+/)
  expect(await papersCommand(['--nonsense'], () => undefined)).toBe(2)
})
