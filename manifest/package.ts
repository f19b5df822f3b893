/**
 * `npm run package`: writes dist/signaalpunt-teams.zip, the app as an administrator uploads it to Teams.
 * Without variables it is a package with placeholders, to look at and to test with; it says so, in Teams too.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { runCommandLine } from '../bot/app/commandLine.ts'
import project from '../package.json' with { type: 'json' }
import { checkPackage, type PackageFiles } from './check.ts'
import { ADDITIONAL_LANGUAGES, buildManifest, type ManifestSettings } from './manifest.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the package is written, from the root of the project. */
export const PACKAGE_FILE = 'dist/signaalpunt-teams.zip'

/** The settings of a package, and whether they are placeholders. */
export interface PackageSettings extends ManifestSettings {
  local: boolean
}

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/
const HOST_NAME = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/
/** Names that never reach a bot on the internet. */
const NOWHERE = /(^|\.)(localhost|local|internal|invalid|test|example|example\.(com|net|org))$/

const LOCAL: ManifestSettings = {
  appId: '00000000-0000-0000-0000-000000000001',
  botId: '00000000-0000-0000-0000-000000000002',
  domain: 'signaalpunt.example',
  version: project.version,
  developer: {
    name: 'Lokaal, niet voor productie',
    websiteUrl: 'https://signaalpunt.example/',
    privacyUrl: 'https://signaalpunt.example/privacy',
    termsOfUseUrl: 'https://signaalpunt.example/voorwaarden',
  },
}

interface Variable {
  about: string
  wrong: (value: string) => string | undefined
}

const guid = (value: string) => {
  if (!GUID.test(value)) return 'is not a GUID'
  // A real id does not consist of one or two digits: these are the ones of examples, and of the local
  // package.
  return new Set(value.replaceAll('-', '')).size < 4 ? 'is a placeholder' : undefined
}
const url = (value: string) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined
  if (parsed?.protocol !== 'https:') return 'is not an https address'
  return NOWHERE.test(parsed.hostname) ? 'is a placeholder' : undefined
}
const host = (value: string) => {
  if (NOWHERE.test(value)) return 'is a placeholder'
  return HOST_NAME.test(value) ? undefined : 'is not a plain host name in small letters, like bot.gemeente.nl'
}
const name = (value: string) => (value.length > 32 ? 'is longer than 32 characters' : undefined)
const semver = (value: string) => (VERSION.test(value) ? undefined : 'is not of the form 1.2.3')

const REQUIRED = {
  TEAMS_APP_ID: { about: 'id of the Teams app: a GUID that you choose once', wrong: guid },
  BOT_ID: { about: 'client id of the Entra app or managed identity of the bot', wrong: guid },
  BOT_DOMAIN: { about: 'host name at which Teams reaches the bot', wrong: host },
  DEVELOPER_NAME: { about: 'your organisation, as people see it in Teams', wrong: name },
  DEVELOPER_URL: { about: 'page of your organisation', wrong: url },
  PRIVACY_URL: { about: 'privacy statement', wrong: url },
  TERMS_URL: { about: 'terms of use', wrong: url },
} satisfies Record<string, Variable>
const OPTIONAL = {
  TEAMS_APP_VERSION: { about: 'version, higher at every upload', wrong: semver },
} satisfies Record<string, Variable>

/**
 * Reads the settings from the environment. None of the variables gives the local placeholders, unless
 * production was asked for (`--production`, or NODE_ENV=production); some of them, or wrong ones, is one
 * error that names them all.
 */
export function readSettings(environment: Environment, production: boolean): PackageSettings {
  const value = (key: string) => environment[key]?.trim() ?? ''
  const variables: [string, Variable][] = Object.entries({ ...REQUIRED, ...OPTIONAL })
  const given = variables.filter(([key]) => value(key) !== '')
  if (given.length === 0 && !production) return { ...LOCAL, local: true }
  const missing = Object.entries(REQUIRED).filter(([key]) => value(key) === '')
  const problems = [
    ...missing.map(([key, { about }]) => `${key} is missing (${about})`),
    ...given.flatMap(([key, { about, wrong }]) => {
      const what = wrong(value(key))
      return what === undefined ? [] : [`${key} ${what} (${about})`]
    }),
  ]
  if (problems.length > 0) {
    throw new Error(
      `The package was not made. Set these variables:\n${problems.map((line) => `- ${line}`).join('\n')}`,
    )
  }
  return {
    appId: value('TEAMS_APP_ID'),
    botId: value('BOT_ID'),
    domain: value('BOT_DOMAIN'),
    version: value('TEAMS_APP_VERSION') || project.version,
    developer: {
      name: value('DEVELOPER_NAME'),
      websiteUrl: value('DEVELOPER_URL'),
      privacyUrl: value('PRIVACY_URL'),
      termsOfUseUrl: value('TERMS_URL'),
    },
    local: false,
  }
}

/** The files of a package, in the order of their names. */
export function packageFiles(settings: ManifestSettings): PackageFiles {
  const file = (path: string) => new Uint8Array(readFileSync(new URL(path, import.meta.url)))
  return {
    'color.png': file('./icons/color.png'),
    ...Object.fromEntries(
      ADDITIONAL_LANGUAGES.map((language) => [language.file, file(`./${language.file}`)]),
    ),
    'manifest.json': strToU8(`${JSON.stringify(buildManifest(settings), null, 2)}\n`),
    'outline.png': file('./icons/outline.png'),
  }
}

/** The zip of a package, or one error that names every rule it breaks. The same files give the same bytes. */
export function makePackage(files: PackageFiles): Uint8Array {
  const problems = checkPackage(files)
  if (problems.length > 0) {
    const lines = problems.map(({ rule, what }) => `- ${rule}: ${what}`)
    throw new Error(`The package was not made, because Teams would refuse it:\n${lines.join('\n')}`)
  }
  // A zip holds local clock time without a zone; a fixed one keeps the bytes the same everywhere.
  return zipSync(files, { level: 9, mtime: new Date(2026, 0, 1) })
}

const COMMAND = {
  name: 'npm run package',
  about: 'makes the Teams app as a zip in dist/, from the environment; without it, one with placeholders.',
  options: { production: { kind: 'flag', about: 'refuses to make one with placeholders' } },
} as const

function main(asked: { production: boolean }): void {
  const production = asked.production || process.env.NODE_ENV === 'production'
  const settings = readSettings(process.env, production)
  const target = fileURLToPath(new URL(`../${PACKAGE_FILE}`, import.meta.url))
  const zip = makePackage(packageFiles(settings))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, zip)
  console.log(`${PACKAGE_FILE} (${zip.length} bytes), version ${settings.version}`)
  if (!settings.local) return
  console.log('This is a local package with placeholder ids: it is valid, but it reaches no bot.')
  console.log('For Teams, set these variables and run it again:')
  for (const [key, { about }] of Object.entries(REQUIRED)) console.log(`  ${key.padEnd(15)} ${about}`)
}

if (import.meta.main) {
  await runCommandLine(COMMAND, (asked) => {
    try {
      main(asked)
      return 0
    } catch (error) {
      console.error(Error.isError(error) ? error.message : error)
      return 1
    }
  })
}
