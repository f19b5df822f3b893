/**
 * The Teams package: what Microsoft's schemas say, what platform facts ask, and that each rule really
 * refuses.
 */
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { checkPackage, type PackageFiles, type Rule, schemaErrors } from '../../manifest/check.ts'
import { drawColorIcon, drawOutlineIcon } from '../../manifest/icons.ts'
import { buildManifest, type TeamsManifest, translatable } from '../../manifest/manifest.ts'
import { makePackage, packageFiles, readSettings } from '../../manifest/package.ts'
import { decodePng, encodePng, type Picture } from '../../manifest/png.ts'

const LOCALIZATION = 'MicrosoftTeams.Localization.schema.json'
const environment = {
  TEAMS_APP_ID: '7d0c1f0a-94a3-4f0c-8a6e-3c2b5f1e9d77',
  BOT_ID: 'b5f6c3de-1a29-4c87-9f3e-60d2a7e8c411',
  BOT_DOMAIN: 'signaalpunt.gemeente-voorbeeld.nl',
  DEVELOPER_NAME: 'Gemeente Voorbeeld',
  DEVELOPER_URL: 'https://www.gemeente-voorbeeld.nl/',
  PRIVACY_URL: 'https://www.gemeente-voorbeeld.nl/privacy',
  TERMS_URL: 'https://www.gemeente-voorbeeld.nl/voorwaarden',
  TEAMS_APP_VERSION: '1.4.2',
}
const settings = readSettings(environment, true)
const manifest = buildManifest(settings)
const files = packageFiles(settings)
const [color, outline] = [drawColorIcon(), drawOutlineIcon()]
const language = (name: 'nl' | 'en') =>
  JSON.parse(readFileSync(new URL(`../../manifest/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >

describe('the manifest', () => {
  test('breaks no rule, with real values and with the local ones', () => {
    expect(checkPackage(files)).toEqual([])
    expect(checkPackage(packageFiles(readSettings({}, false)))).toEqual([])
  })

  test('is the same for the same settings, and shares nothing between two', () => {
    expect(buildManifest(settings)).toEqual(manifest)
    expect(JSON.stringify(buildManifest(settings))).toBe(JSON.stringify(manifest))
    expect(buildManifest({ ...settings, domain: 'other.gemeente-voorbeeld.nl' }).validDomains).toEqual([
      'other.gemeente-voorbeeld.nl',
    ])
  })

  test('works in private channels: 1.25, tier1, no list of channel types', () => {
    expect(manifest.manifestVersion).toBe('1.25')
    expect(manifest.supportsChannelFeatures).toBe('tier1')
    expect(manifest).not.toHaveProperty('supportedChannelTypes')
  })

  test('asks for the members of the channel, and nothing of a person', () => {
    expect(manifest.authorization?.permissions?.resourceSpecific).toEqual([
      { name: 'ChannelMember.Read.Group', type: 'Application' },
    ])
    expect(manifest.webApplicationInfo?.id).toBe(environment.BOT_ID)
    expect(manifest).not.toHaveProperty('permissions')
    expect(manifest).not.toHaveProperty('devicePermissions')
  })

  test('takes no files and is not for group chats', () => {
    expect(manifest.bots?.[0]).toMatchObject({ scopes: ['personal', 'team'], supportsFiles: false })
  })

  test.each([
    [
      'nl',
      'personal',
      0,
      ['melden', 'sparren', 'mijn meldingen', 'hoe werkt het', 'over een collega', 'english'],
    ],
    ['nl', 'team', 1, ['werklijst']],
    [
      'en',
      'personal',
      0,
      ['report', 'ask advice', 'my reports', 'how does it work', 'about a colleague', 'nederlands'],
    ],
    ['en', 'team', 1, ['worklist']],
  ] as const)('has in %s for %s its commands', (name, scope, list, titles) => {
    const texts = language(name)
    const keys = titles.map((_, index) => `bots[0].commandLists[${list}].commands[${index}].title`)
    expect(keys.map((key) => texts[key])).toEqual(titles)
    expect(texts[`bots[0].commandLists[${list}].commands[${titles.length}].title`]).toBeUndefined()
    expect(manifest.bots?.[0]?.commandLists?.[list]?.scopes).toEqual([scope])
  })

  test('says in both languages what it is, who decides, where to go in danger, and no more', () => {
    for (const name of ['nl', 'en'] as const) {
      const texts = language(name)
      expect(schemaErrors(LOCALIZATION, texts)).toEqual([])
      expect(Object.keys(texts)).toEqual(['$schema', ...translatable(manifest).keys()])
      expect(texts['description.short']?.length).toBeLessThanOrEqual(80)
      expect(texts['description.full']?.length).toBeLessThanOrEqual(4000)
      // Neutral: whoever looks over a shoulder at the app learns nothing of what is reported.
      expect(Object.values(texts).join(' ')).not.toMatch(
        /misdaad|crim|uitbuiting|exploit|slachtoffer|victim|verdacht/i,
      )
    }
    expect(translatable(manifest).get('name.short')).toBe(language('nl')['name.short'])
  })

  test('does not start without a Dutch text', () => {
    const { 'description.short': _, ...rest } = language('nl')
    expect(() => buildManifest(settings, rest)).toThrow('"description.short" is missing')
  })
})

describe('a broken package', () => {
  type Bot = NonNullable<TeamsManifest['bots']>[number]
  const withManifest = (change: (draft: TeamsManifest) => object): PackageFiles => ({
    ...files,
    'manifest.json': strToU8(JSON.stringify(change(structuredClone(manifest)))),
  })
  const withBot = (change: (bot: Bot) => object) =>
    withManifest((draft) => ({ ...draft, bots: draft.bots?.map((bot) => ({ ...bot, ...change(bot) })) }))
  const withTitles = (...titles: string[]) =>
    withBot((bot) => ({
      commandLists: bot.commandLists?.map((list) => ({
        ...list,
        commands: titles.map((title) => ({ title, description: 'Fictief' })),
      })),
    }))
  const withConsent = (...names: string[]) =>
    withManifest((draft) => ({
      ...draft,
      authorization: {
        permissions: { resourceSpecific: names.map((name) => ({ name, type: 'Application' })) },
      },
    }))
  const withEnglish = (change: Record<string, string | undefined>): PackageFiles => ({
    ...files,
    'en.json': strToU8(JSON.stringify({ ...language('en'), ...change })),
  })
  const without = (name: string): PackageFiles =>
    Object.fromEntries(Object.entries(files).filter(([key]) => key !== name))
  const withIcon = (name: string, icon: Uint8Array): PackageFiles => ({ ...files, [name]: icon })
  const repaint = (point: readonly number[]) => {
    const pixels = new Uint8Array(outline.pixels.length)
    for (let at = 0; at < pixels.length; at += 4) pixels.set(point, at)
    return encodePng({ ...outline, pixels })
  }
  const faded = () => {
    const pixels = color.pixels.slice()
    pixels[pixels.length - 1] = 0
    return encodePng({ ...color, pixels })
  }
  const asked = ['ChannelMember.Read.Group']
  const title = 'bots[0].commandLists[0].commands[0].title'

  const broken: readonly (readonly [rule: Rule, what: string, files: PackageFiles])[] = [
    ['schema', 'no manifest', without('manifest.json')],
    ['schema', 'an id that is no GUID', withManifest((draft) => ({ ...draft, id: 'signaalpunt' }))],
    ['schema', 'a field that Teams does not know', withManifest((draft) => ({ ...draft, colour: 'blue' }))],
    [
      'schema',
      'a short description of 81 characters',
      withManifest((draft) => ({ ...draft, description: { ...draft.description, short: 'a'.repeat(81) } })),
    ],
    ['schema', 'an older manifest', withManifest((draft) => ({ ...draft, manifestVersion: '1.24' }))],
    ['version', 'no three numbers', withManifest((draft) => ({ ...draft, version: '1.4' }))],
    ['channels', 'no tier1', withManifest(({ supportsChannelFeatures: _, ...draft }) => draft)],
    [
      'channels',
      'the older list of channel types',
      withManifest((draft) => ({ ...draft, supportedChannelTypes: ['privateChannels'] })),
    ],
    ['scopes', 'no team', withBot(() => ({ scopes: ['personal'] }))],
    ['scopes', 'group chats too', withBot(() => ({ scopes: ['personal', 'team', 'groupChat'] }))],
    ['scopes', 'no bot', withManifest(({ bots: _, ...draft }) => draft)],
    ['commands', 'an empty list', withTitles()],
    ['commands', 'the same name twice', withTitles('melden', 'melden')],
    ['commands', 'a name too long for the menu', withTitles('a'.repeat(33))],
    ['commands', 'a name with a space behind it', withTitles('melden ')],
    ['commands', 'too many', withTitles(...Array.from({ length: 11 }, (_, index) => `optie ${index}`))],
    ['commands', 'no list for the team', withBot((bot) => ({ commandLists: bot.commandLists?.slice(0, 1) }))],
    ['consent', 'reading what people write', withConsent(...asked, 'ChannelMessage.Read.Group')],
    ['consent', 'no members of the channel', withConsent()],
    [
      'consent',
      'something of each person, so that nobody can install it for them',
      withConsent(...asked, 'TeamsActivity.Send.User'),
    ],
    ['consent', 'old-style permissions', withManifest((draft) => ({ ...draft, permissions: ['identity'] }))],
    ['consent', 'no Entra app', withManifest(({ webApplicationInfo: _, ...draft }) => draft)],
    [
      'consent',
      'another Entra app',
      withManifest((draft) => ({ ...draft, webApplicationInfo: { id: settings.appId, resource: 'x' } })),
    ],
    ['domains', 'none', withManifest((draft) => ({ ...draft, validDomains: [] }))],
    ['domains', 'a wildcard', withManifest((draft) => ({ ...draft, validDomains: ['*.azurewebsites.net'] }))],
    ['domains', 'an address', withManifest((draft) => ({ ...draft, validDomains: ['https://a.nl/x'] }))],
    ['translations', 'no English file', without('en.json')],
    ['translations', 'a missing sentence', withEnglish({ 'name.full': undefined })],
    ['translations', 'a key that Teams does not know', withEnglish({ 'name.long': 'Signaalpunt' })],
    [
      'translations',
      'a command that is not in the manifest',
      withEnglish({ 'bots[0].commandLists[0].commands[6].title': 'stop' }),
    ],
    ['translations', 'the same name twice', withEnglish({ [title]: 'my reports' })],
    [
      'translations',
      'another default language',
      withManifest((draft) => ({
        ...draft,
        localizationInfo: { ...draft.localizationInfo, defaultLanguageTag: 'en' },
      })),
    ],
    [
      'translations',
      'no English',
      withManifest((draft) => ({ ...draft, localizationInfo: { defaultLanguageTag: 'nl' } })),
    ],
    [
      'texts',
      'nothing about danger in Dutch',
      withManifest((draft) => ({
        ...draft,
        description: { ...draft.description, full: draft.description.full.replace('112', '') },
      })),
    ],
    [
      'texts',
      'no assistant in English',
      withEnglish({ 'description.full': 'A person reads it and decides. Call 112.' }),
    ],
    ['icons', 'no colour icon', without('color.png')],
    ['icons', 'a colour icon of another size', withIcon('color.png', encodePng(outline))],
    ['icons', 'a colour icon with a hole', withIcon('color.png', faded())],
    [
      'icons',
      'an accent that does not fit the icon',
      withManifest((draft) => ({ ...draft, accentColor: '#FF0000' })),
    ],
    ['icons', 'an outline that is not white', withIcon('outline.png', repaint([0, 0, 0, 128]))],
    ['icons', 'an outline on a solid background', withIcon('outline.png', repaint([255, 255, 255, 255]))],
    ['icons', 'an empty outline', withIcon('outline.png', repaint([255, 255, 255, 0]))],
    ['icons', 'an outline that is no PNG', withIcon('outline.png', strToU8('<svg/>'))],
  ]

  test.each(broken)('breaks the rule %s: %s', (rule, _, changed) => {
    expect(checkPackage(changed).map((problem) => problem.rule)).toContain(rule)
    expect(() => makePackage(changed)).toThrow('The package was not made')
  })

  test('there is one for every rule', () => {
    const rules: readonly Rule[] = [
      ...['schema', 'version', 'channels', 'scopes', 'commands'],
      ...['consent', 'domains', 'translations', 'texts', 'icons'],
    ] as Rule[]
    expect([...new Set(broken.map(([rule]) => rule))].sort()).toEqual([...rules].sort())
  })
})

describe('the icons', () => {
  const same = (one: Picture, other: Picture) =>
    one.width === other.width && one.height === other.height && Buffer.compare(one.pixels, other.pixels) === 0

  test('are what the script draws', () => {
    // Pixels, not bytes: another version of zlib may pack them otherwise.
    expect(same(decodePng(files['color.png'] ?? new Uint8Array()), color)).toBe(true)
    expect(same(decodePng(files['outline.png'] ?? new Uint8Array()), outline)).toBe(true)
  })

  test('have the sizes of Teams, and the outline is white on nothing', () => {
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32])
    const values = [...outline.pixels]
    expect(values.every((value, at) => at % 4 === 3 || value === 255)).toBe(true)
    const alphas = values.filter((_, at) => at % 4 === 3)
    expect([alphas.includes(0), alphas.includes(255)]).toEqual([true, true])
  })

  test('are read however the rows are filtered', () => {
    for (const filter of [0, 1, 2, 3, 4])
      expect(same(decodePng(refilter(outline, filter)), outline)).toBe(true)
  })

  test('a cut-off file is noticed', () => {
    const icon = encodePng(outline)
    expect(() => decodePng(icon.subarray(0, 20))).toThrow('no header')
    expect(() => decodePng(new Uint8Array(8))).toThrow('not a PNG')
  })
})

/** The same picture as another program would write it, with each row as differences with its neighbours. */
function refilter({ width, height, pixels }: Picture, filter: number): Buffer {
  const stride = width * 4
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (pixels[y * stride + x] ?? 0))
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    rows[y * (stride + 1)] = filter
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [at(x - 4, y), at(x, y - 1), at(x - 4, y - 1)]
      const near = [left, up, corner].sort(
        (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
      )
      const guess = [0, left, up, (left + up) >> 1, near[0] ?? 0][filter] ?? 0
      rows[y * (stride + 1) + 1 + x] = at(x, y) - guess
    }
  }
  const plain = encodePng({ width, height, pixels })
  const data = deflateSync(rows)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  // Header up to its check sum, then the new rows; the check sums themselves are not looked at.
  return Buffer.concat([plain.subarray(0, 33), length, Buffer.from('IDAT'), data, Buffer.alloc(4)])
}

describe('npm run package', () => {
  test('puts four files at the root of the zip, and the same bytes each time', () => {
    const zip = makePackage(files)
    expect(Buffer.from(makePackage(packageFiles(settings))).equals(Buffer.from(zip))).toBe(true)
    const content = unzipSync(zip)
    expect(Object.keys(content)).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png'])
    expect(JSON.parse(strFromU8(content['manifest.json'] ?? new Uint8Array()))).toEqual(manifest)
    expect(checkPackage(content)).toEqual([])
  })

  test('reads the environment', () => {
    expect(manifest).toMatchObject({
      id: environment.TEAMS_APP_ID,
      version: '1.4.2',
      developer: { name: 'Gemeente Voorbeeld', privacyUrl: environment.PRIVACY_URL },
      validDomains: [environment.BOT_DOMAIN],
    })
    expect(settings.local).toBe(false)
  })

  test('without variables makes a local package, that says so in Teams too', () => {
    const local = readSettings({ BOT_ID: ' ' }, false)
    expect([local.local, local.developer.name]).toEqual([true, 'Lokaal, niet voor productie'])
  })

  test('never makes a local package for production', () => {
    expect(() => readSettings({}, true)).toThrow('TEAMS_APP_ID is missing')
    const { TEAMS_APP_ID: _, PRIVACY_URL: __, ...some } = environment
    expect(() => readSettings(some, false)).toThrow(/TEAMS_APP_ID is missing[\s\S]*PRIVACY_URL is missing/)
  })

  test.each([
    ['TEAMS_APP_ID', '00000000-0000-0000-0000-000000000001', 'is a placeholder'],
    ['BOT_ID', '11111111-1111-1111-1111-111111111111', 'is a placeholder'],
    ['BOT_ID', 'signaalpunt', 'is not a GUID'],
    ['BOT_DOMAIN', 'signaalpunt.example', 'is a placeholder'],
    ['BOT_DOMAIN', 'localhost', 'is a placeholder'],
    ['BOT_DOMAIN', 'https://bot.gemeente-voorbeeld.nl', 'is not a plain host name'],
    ['BOT_DOMAIN', '*.gemeente-voorbeeld.nl', 'is not a plain host name'],
    ['DEVELOPER_NAME', 'a'.repeat(33), 'is longer than 32 characters'],
    ['DEVELOPER_URL', 'http://www.gemeente-voorbeeld.nl', 'is not an https address'],
    ['PRIVACY_URL', 'https://example.com/privacy', 'is a placeholder'],
    ['TERMS_URL', 'voorwaarden', 'is not an https address'],
    ['TEAMS_APP_VERSION', '1.0', 'is not of the form 1.2.3'],
  ])('refuses %s %s', (key, value, message) => {
    const asked = () => readSettings({ ...environment, [key]: value }, false)
    expect(asked).toThrow(`${key} ${message}`)
    // One problem, one line.
    expect(asked).toThrow(/^[^\n]+\n- [^\n]+$/)
  })
})
