/**
 * The Teams manifest: what Teams is told about this app, and nothing it does not need. The sentences come
 * from nl.json (the default, copied into the manifest) and en.json (shipped beside it); both have the format
 * that Teams uses for translations, so a text is changed in one place.
 */
import type { TeamsManifestV1D25 } from '@microsoft/app-manifest'
import nl from './nl.json' with { type: 'json' }

/** The oldest version that knows `supportsChannelFeatures`, so that it fits the most tenants. */
export const MANIFEST_VERSION = '1.25'

/** A manifest of the version that this app uses, typed by Microsoft's own schema. */
export type TeamsManifest = TeamsManifestV1D25.TeamsManifestV1D25

/** Sentences by their place in the manifest, as Teams wants them in a translation file. */
export type Translation = Readonly<Record<string, string>>

/** What differs per installation. */
export interface ManifestSettings {
  /** The id of the Teams app. */
  appId: string
  /** The Entra app (or managed identity) that the bot and its Graph calls run as. */
  botId: string
  /** The host name at which Teams reaches the bot, without scheme or path. */
  domain: string
  /** Raise it with every upload: Teams refuses the same version twice. */
  version: string
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string }
}

/** The background of the colour icon; Teams uses it around that icon. */
export const ACCENT_COLOR = '#1D5B66'

/** The scope of each command list, in the order that the translation files number them. */
export const COMMAND_SCOPES = ['personal', 'team'] as const

/**
 * The consent that a team gives by adding the app, and not one more: who is in the private channel. Reading messages is
 * not among them, nor is anything that a person would have to consent to: that would keep the app from being installed
 * for somebody. The nudge in the activity feed is an application permission, `TeamsActivity.Send`.
 */
export const RESOURCE_PERMISSIONS = ['ChannelMember.Read.Group'] as const

/** The one command of the message extension: the number of a file. */
export const REFERENCE_COMMAND = 'reference'

/** The languages beside the default, with their file in the package. */
export const ADDITIONAL_LANGUAGES = [{ languageTag: 'en', file: 'en.json' }]

/** Builds the manifest of one installation: nothing is read, written or looked up. */
export function buildManifest(settings: ManifestSettings, texts: Translation = nl): TeamsManifest {
  const { appId, botId, domain, version, developer } = settings
  const schema = 'https://developer.microsoft.com/json-schemas/teams'
  return {
    $schema: `${schema}/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    localizationInfo: { defaultLanguageTag: 'nl', additionalLanguages: ADDITIONAL_LANGUAGES },
    developer: { ...developer },
    name: { short: text(texts, 'name.short'), full: text(texts, 'name.full') },
    description: { short: text(texts, 'description.short'), full: text(texts, 'description.full') },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT_COLOR,
    defaultInstallScope: 'personal',
    // Private channels need this one, and refuse the older supportedChannelTypes beside it.
    supportsChannelFeatures: 'tier1',
    bots: [
      {
        botId,
        scopes: ['personal', 'team'],
        isNotificationOnly: false,
        supportsFiles: false,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: COMMAND_SCOPES.map((scope, list) => ({
          scopes: [scope],
          commands: commandsOf(texts, list),
        })),
      },
    ],
    // A whole number of ours, to put the way to it in a conversation: it shows nothing but that number.
    composeExtensions: [
      {
        botId,
        commands: [
          {
            id: REFERENCE_COMMAND,
            type: 'query',
            context: ['compose'],
            initialRun: false,
            title: text(texts, 'composeExtensions[0].commands[0].title'),
            description: text(texts, 'composeExtensions[0].commands[0].description'),
            parameters: [
              {
                name: 'number',
                title: text(texts, 'composeExtensions[0].commands[0].parameters[0].title'),
                description: text(texts, 'composeExtensions[0].commands[0].parameters[0].description'),
                inputType: 'text',
              },
            ],
          },
        ],
      },
    ],
    validDomains: [domain],
    // Resource-specific consent is given to this Entra app; `resource` is not used for it, but must not be
    // empty.
    webApplicationInfo: { id: botId, resource: `https://${domain}` },
    authorization: {
      permissions: { resourceSpecific: RESOURCE_PERMISSIONS.map((name) => ({ name, type: 'Application' })) },
    },
  }
}

/** Every place in a manifest that has a translation, with the sentence that stands there. */
export function translatable(manifest: TeamsManifest): Map<string, string> {
  const places = new Map<string, string>([
    ['name.short', manifest.name.short],
    ['name.full', manifest.name.full ?? ''],
    ['description.short', manifest.description.short],
    ['description.full', manifest.description.full],
  ])
  for (const [list, { commands }] of (manifest.bots?.[0]?.commandLists ?? []).entries()) {
    for (const [index, command] of commands.entries()) {
      places.set(commandKey(list, index, 'title'), command.title)
      places.set(commandKey(list, index, 'description'), command.description)
    }
  }
  for (const [at, { commands = [] }] of (manifest.composeExtensions ?? []).entries()) {
    for (const [index, command] of commands.entries()) {
      const key = `composeExtensions[${at}].commands[${index}]`
      places.set(`${key}.title`, command.title)
      places.set(`${key}.description`, command.description ?? '')
      for (const [nr, parameter] of (command.parameters ?? []).entries()) {
        places.set(`${key}.parameters[${nr}].title`, parameter.title)
        places.set(`${key}.parameters[${nr}].description`, parameter.description ?? '')
      }
    }
  }
  return places
}

function commandsOf(texts: Translation, list: number): { title: string; description: string }[] {
  const commands = []
  for (let index = 0; texts[commandKey(list, index, 'title')] !== undefined; index += 1) {
    commands.push({
      title: text(texts, commandKey(list, index, 'title')),
      description: text(texts, commandKey(list, index, 'description')),
    })
  }
  return commands
}

function commandKey(list: number, index: number, field: 'title' | 'description'): string {
  return `bots[0].commandLists[${list}].commands[${index}].${field}`
}

function text(texts: Translation, key: string): string {
  const found = texts[key]
  if (found === undefined) throw new Error(`The Dutch text "${key}" is missing: add it to manifest/nl.json.`)
  return found
}
