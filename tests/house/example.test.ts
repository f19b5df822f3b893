/** What the README points to as an example must be one. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { productionConfig } from '../../bot/config.ts'

const FILE = 'docs/municipalities.example.json'

test('the example of a municipality starts', () => {
  const config = productionConfig({
    MICROSOFT_APP_ID: '751cda82-ff4a-44a6-8b60-faaee3291eba',
    MICROSOFT_APP_PASSWORD: 'not a real secret',
    MICROSOFT_APP_TENANT_ID: '5333ca9f-0956-4aec-9737-ed5a73e3b766',
    TEAMS_APP_ID: '2a3b1f0e-6f2b-4a57-9d0c-5f0a3f1a7c11',
    MUNICIPALITIES_FILE: FILE,
    VAULT_KEY: '00'.repeat(32),
    STORE: 'sqlite',
    SQLITE_PATH: 'signaalpunt.db',
    KEYS_FILE: 'keys.json',
  })
  expect(config.municipalities.map((m) => m.name)).toEqual(['Voorbeeldstad'])
  expect(config.municipalities[0]?.rota).toHaveLength(1)
})

test('the README names every setting that production reads', () => {
  const readme = readFileSync('README.md', 'utf8')
  const settings = [...readFileSync('bot/config.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
    (m) => m[1],
  )
  expect(settings.length).toBeGreaterThan(10)
  expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})

test('what the README points to is there', () => {
  const readme = readFileSync('README.md', 'utf8')
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? '')
  expect(links.length).toBeGreaterThan(40)
  expect(links.filter((link) => !link.startsWith('http') && !existsSync(link))).toEqual([])
})
