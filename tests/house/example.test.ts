/** What the texts for people point to is there, and what they call an example is one. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { productionConfig } from '../../bot/app/environment.ts'
import { USUAL_REMINDERS, USUAL_URGENCY } from '../../services/municipality/terms.ts'
import { asReal } from '../kit/production.ts'
import { projectFiles } from './sources.ts'

const FILE = 'docs/municipalities.example.json'

const folder = mkdtempSync(join(tmpdir(), 'signaalpunt-example-'))
afterAll(() => rmSync(folder, { recursive: true }))

const configOf = (file: string) =>
  productionConfig({
    MICROSOFT_APP_ID: '751cda82-ff4a-44a6-8b60-faaee3291eba',
    MICROSOFT_APP_PASSWORD: 'not a real secret',
    MICROSOFT_APP_PASSWORD_EXPIRES: '2027-05-31',
    MICROSOFT_APP_TENANT_ID: '5333ca9f-0956-4aec-9737-ed5a73e3b766',
    TEAMS_APP_ID: '2a3b1f0e-6f2b-4a57-9d0c-5f0a3f1a7c11',
    MUNICIPALITIES_FILE: file,
    VAULT_KEY: createHash('sha256').update('not a real key').digest('hex'),
    STORE: 'sqlite',
    SQLITE_PATH: 'signaalpunt.db',
    KEYS_FILE: 'keys.json',
  })

test('the example of a municipality does not start as it is: whoever copies it has settled nothing yet', () => {
  for (const gate of ['privacyProtocol', 'dpia', 'fg', 'archivist'])
    expect(() => configOf(FILE)).toThrow(`municipalities.0.goLive.${gate}`)
})

/** The example with its gates answered, and changed so. */
function filledIn(change: (text: string) => string): string {
  const settled = { by: 'het college', on: '2026-03-03', where: 'besluit 2026-017' }
  const goLive = { privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled }
  const filled = readFileSync(FILE, 'utf8').replace('"goLive": {}', `"goLive": ${JSON.stringify(goLive)}`)
  const file = join(folder, 'municipalities.json')
  writeFileSync(file, change(filled))
  return file
}

test('with its gates answered it still does not start: everybody in it is invented', () => {
  const file = filledIn((text) => text)
  expect(() => configOf(file)).toThrow('municipalities.0.id: is invented')
  expect(() => configOf(file)).toThrow('municipalities.0.officers.0.phone: is invented')
  expect(() => configOf(file)).toThrow('municipalities.0.partners.0.ways')
})

test('with its gates answered, and with real people, it starts', () => {
  const file = filledIn((text) => JSON.stringify(asReal(JSON.parse(text))))
  const config = configOf(file)
  expect(config.municipalities.map((m) => m.name)).toEqual(['Zandrijk'])
  expect(config.municipalities[0]?.rota).toHaveLength(1)
  expect(config.municipalities[0]).toMatchObject({
    leave: [{}],
    urgency: USUAL_URGENCY,
    reminders: USUAL_REMINDERS,
  })
})

test('every setting that production reads is explained', () => {
  const readme = readFileSync('docs/production.md', 'utf8')
  const settings = [
    'bot/app/environment.ts',
    ...readdirSync('bot/app/settings').map((file) => `bot/app/settings/${file}`),
  ].flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((m) => m[1]))
  expect(settings.length).toBeGreaterThan(10)
  expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})

/** Every text for people, and where its links lead, relative to its own folder. */
const pages = projectFiles().filter((path) => path.endsWith('.md'))

test.each(pages)('what %s points to is there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? '')
  const own = links
    .filter((link) => !/^(?:https?:|mailto:|#)/.test(link))
    .map((link) => link.replace(/#.*/, ''))
  expect(own.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
})

test('there are links to look at', () => {
  const all = pages.map((page) => readFileSync(page, 'utf8')).join('')
  expect([...all.matchAll(/\]\(/g)].length).toBeGreaterThan(100)
})

test('both READMEs have the same commands and settings', () => {
  const code = (path: string) =>
    new Set(readFileSync(path, 'utf8').match(/`(?:npm [^`]+|[A-Z][A-Z0-9_]{3,})`/g))
  expect([...code('README.nl.md')].sort()).toEqual([...code('README.md')].sort())
})
