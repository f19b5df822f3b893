/**
 * Everything an app package must satisfy before anybody uploads it: Microsoft's schemas, and the rules that
 * no schema knows. Runs without a network; `npm run package` refuses to write what does not pass.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import {
  ADDITIONAL_LANGUAGES,
  COMMAND_SCOPES,
  MANIFEST_VERSION,
  RESOURCE_PERMISSIONS,
  type TeamsManifest,
  type Translation,
  translatable,
} from './manifest.ts'
import { decodePng, type Picture } from './png.ts'

/** The files of a package by name, as they are in the zip. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>

/** A rule that is broken, and by what. */
export interface Problem {
  rule: Rule
  what: string
}

type Check = (manifest: TeamsManifest, files: PackageFiles) => string[]
type SchemaName = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json'

const require = createRequire(import.meta.url)
const HOST_NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/
// Teams cuts a longer command off in its menu, although the schema allows 128.
const COMMAND_LENGTH = 32
const COMMANDS_PER_LIST = 10
/** What a person must be able to read before adding the app, per language. */
const MUST_SAY = {
  nl: [/digitale assistent/, /mens leest het en beslist/, /Bel 112/],
  en: [/digital assistant/, /person reads it and decides/, /Call 112/],
}

const checks = {
  schema: (manifest) => schemaErrors('MicrosoftTeams.schema.json', manifest),
  version: ({ version }) => (VERSION.test(version) ? [] : [`"${version}" is not of the form 1.2.3`]),
  channels: (manifest) => [
    ...(newEnough(manifest.manifestVersion) ? [] : [`manifestVersion is ${manifest.manifestVersion}`]),
    ...(manifest.supportsChannelFeatures === 'tier1' ? [] : ['supportsChannelFeatures is not "tier1"']),
    ...('supportedChannelTypes' in manifest ? ['supportedChannelTypes must not be there'] : []),
  ],
  scopes: ({ bots = [] }) =>
    bots.length === 1 && sameSet(bots[0]?.scopes ?? [], COMMAND_SCOPES)
      ? []
      : ['there must be one bot, with exactly the scopes personal and team'],
  commands: commandProblems,
  consent: consentProblems,
  domains: domainProblems,
  translations: translationProblems,
  texts: textProblems,
  icons: iconProblems,
} satisfies Record<string, Check>

/** The names of the rules. */
export type Rule = keyof typeof checks

/** Every rule that a package breaks; none means that it may be uploaded. */
export function checkPackage(files: PackageFiles): Problem[] {
  const manifest = parse<TeamsManifest>(files, 'manifest.json')
  if (manifest === undefined) return [{ rule: 'schema', what: 'manifest.json is missing or is not JSON' }]
  const found: Problem[] = []
  for (const [rule, check] of Object.entries(checks) as [Rule, Check][]) {
    for (const what of check(manifest, files)) found.push({ rule, what })
    // The other rules may look at parts that only a manifest of the right shape has.
    if (rule === 'schema' && found.length > 0) return found
  }
  return found
}

const validators = new Map<SchemaName, ValidateFunction>()

/** What Microsoft's own schema has against a manifest or a translation. */
export function schemaErrors(name: SchemaName, data: unknown): string[] {
  const validate = validators.get(name) ?? compile(name)
  validators.set(name, validate)
  if (validate(data)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    `${instancePath || 'the file'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`.trim(),
  )
}

function compile(name: SchemaName): ValidateFunction {
  const folder = `@microsoft/app-manifest/build/json-schemas/teams/v${MANIFEST_VERSION}`
  // The schemas call themselves draft 4, which Ajv does not know; they use nothing that draft 7 reads
  // otherwise.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(require.resolve(`${folder}/${name}`), 'utf8'))
  // One pattern in the localization schema is not valid as a unicode expression.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

function newEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 1 || (major === 1 && minor >= 25)
}

function commandProblems({ bots = [] }: TeamsManifest): string[] {
  const lists = bots[0]?.commandLists ?? []
  const problems = lists.flatMap(({ commands }) => titlesProblems(commands.map(({ title }) => title)))
  const scopes = lists.map((list) => list.scopes.join('+'))
  if (scopes.join() !== COMMAND_SCOPES.join())
    problems.push(`the lists are for ${scopes.join(', ') || 'nobody'}`)
  return problems
}

function titlesProblems(titles: readonly string[]): string[] {
  return [
    ...(titles.length === 0 ? ['a list is empty'] : []),
    ...(titles.length > COMMANDS_PER_LIST ? [`a list has ${titles.length} commands`] : []),
    ...(new Set(titles).size < titles.length ? ['two commands have the same name'] : []),
    ...titles.filter((title) => title.length > COMMAND_LENGTH).map((title) => `"${title}" is too long`),
    ...titles
      .filter((title) => title !== title.trim().toLowerCase())
      .map((title) => `"${title}" is not plain`),
  ]
}

function consentProblems({
  authorization,
  bots = [],
  permissions,
  webApplicationInfo,
}: TeamsManifest): string[] {
  const asked = authorization?.permissions?.resourceSpecific ?? []
  const names = asked.map(({ name, type }) => (type === 'Application' ? name : `${name} (${type})`))
  const ofPerson = asked.filter(({ name }) => /\.User$/i.test(name)).map(({ name }) => name)
  return [
    // Installing the app for somebody then needs a consent of theirs, which nobody can give for them.
    ...ofPerson.map((name) => `it asks ${name} of each person: no app can be installed for them then`),
    ...(sameSet(names, RESOURCE_PERMISSIONS) ? [] : [`it asks ${names.join(', ') || 'nothing'}`]),
    ...((permissions ?? []).length > 0 ? ['it asks old-style permissions'] : []),
    // Without these two Teams ignores the permissions, and says nothing.
    ...(webApplicationInfo?.id === bots[0]?.botId ? [] : ['webApplicationInfo.id is not the id of the bot']),
    ...(webApplicationInfo?.resource ? [] : ['webApplicationInfo.resource is empty']),
  ]
}

function domainProblems({ validDomains = [] }: TeamsManifest): string[] {
  const wrong = validDomains.filter((domain) => !HOST_NAME.test(domain))
  return [
    ...(validDomains.length === 1 ? [] : [`there are ${validDomains.length} domains in place of one`]),
    ...wrong.map((domain) => `"${domain}" is not a plain host name`),
  ]
}

function translationProblems(manifest: TeamsManifest, files: PackageFiles): string[] {
  const { defaultLanguageTag, additionalLanguages = [] } = manifest.localizationInfo ?? {}
  const problems = defaultLanguageTag === 'nl' ? [] : ['the default language is not nl']
  if (JSON.stringify(additionalLanguages) !== JSON.stringify(ADDITIONAL_LANGUAGES)) {
    problems.push('the additional language is not en alone')
  }
  for (const { file } of additionalLanguages) {
    const texts = parse<Translation>(files, file)
    if (texts === undefined) problems.push(`${file} is missing or is not JSON`)
    else problems.push(...oneTranslation(manifest, texts).map((what) => `${file}: ${what}`))
  }
  return problems
}

function oneTranslation(manifest: TeamsManifest, texts: Translation): string[] {
  const problems = schemaErrors('MicrosoftTeams.Localization.schema.json', texts)
  const places = translatable(manifest)
  const keys = Object.keys(texts).filter((key) => key !== '$schema')
  problems.push(...[...places.keys()].filter((key) => !texts[key]?.trim()).map((key) => `${key} is missing`))
  problems.push(...keys.filter((key) => !places.has(key)).map((key) => `${key} is not in the manifest`))
  for (const list of COMMAND_SCOPES.keys()) {
    const titles = keys.filter(
      (key) => key.startsWith(`bots[0].commandLists[${list}]`) && key.endsWith('.title'),
    )
    problems.push(...titlesProblems(titles.map((key) => texts[key] ?? '')))
  }
  return problems
}

function textProblems(manifest: TeamsManifest, files: PackageFiles): string[] {
  const english = parse<Translation>(files, 'en.json')?.['description.full'] ?? ''
  const says = { nl: manifest.description.full, en: english }
  return (['nl', 'en'] as const).flatMap((language) =>
    MUST_SAY[language]
      .filter((words) => !words.test(says[language]))
      .map((words) => `the ${language} description does not say "${words.source}"`),
  )
}

function iconProblems({ icons, accentColor }: TeamsManifest, files: PackageFiles): string[] {
  const color = picture(files, icons.color, 192)
  const outline = picture(files, icons.outline, 32)
  const problems = [color, outline].filter((icon) => typeof icon === 'string')
  if (typeof color !== 'string') {
    if (channel(color, 3).some((alpha) => alpha !== 255))
      problems.push('the colour icon is transparent somewhere')
    const corner = `#${Buffer.from(color.pixels.subarray(0, 3)).toString('hex')}`
    if (corner.toUpperCase() !== accentColor.toUpperCase()) {
      problems.push(`the background of the colour icon is ${corner}, the accent is ${accentColor}`)
    }
  }
  if (typeof outline !== 'string') {
    const alpha = channel(outline, 3)
    const notWhite = [0, 1, 2].some((part) =>
      channel(outline, part).some((value, at) => value < 255 && alpha[at] !== 0),
    )
    if (notWhite) problems.push('the outline icon is not white alone')
    const share = alpha.filter((value) => value > 0).length / alpha.length
    if (share === 0 || share > 0.9)
      problems.push('the outline icon is not a shape on a transparent background')
  }
  return problems
}

/** The icon, or what is wrong with it. */
function picture(files: PackageFiles, name: string, size: number): Picture | string {
  const file = files[name]
  if (file === undefined) return `${name} is missing`
  try {
    const icon = decodePng(file)
    return icon.width === size && icon.height === size ? icon : `${name} is not ${size} by ${size}`
  } catch {
    return `${name} is not an 8-bit RGBA PNG`
  }
}

/** One of the four values (red, green, blue, alpha) of every pixel. */
function channel({ pixels }: Picture, part: number): Uint8Array {
  return pixels.filter((_, at) => at % 4 === part)
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join()
}

function parse<T>(files: PackageFiles, name: string): T | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(files[name])) as T
  } catch {
    return undefined
  }
}
