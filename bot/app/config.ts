/** What an installation is told from outside; production reads it from its environment (`environment.ts`). */
import type { Surface } from '../../cards/actions.ts'
import { type Allowed, isLoopback } from '../../services/addresses.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { KeyRing } from '../../services/vault/keyring.ts'
import type { Day } from '../../services/words.ts'
import type { Limits } from './rateLimit.ts'
import type { PagesConfig } from './settings/pages.ts'
import type { UnderstandingConfig } from './settings/understanding.ts'

export type StoreConfig =
  | { kind: 'sqlite'; path: string }
  | {
      kind: 'cosmos'
      endpoint: string
      key: string
      database: string
      container: string
      /** The container of the sealed index, by which signals are recognised; left out: named after the other one. */
      index?: string
      create: boolean
    }

/**
 * Where the keys are that wrap those of each municipality: in Azure Key Vault, or in files of one machine (mode
 * 0600). The keys for the identities of reporters are not those of all the rest: another key there with a role of its
 * own, another file (by default next to the first). `given` and `opened`: in the configuration itself, for tests.
 */
export type KeysConfig =
  | { kind: 'keyVault'; vaultUrl: string; keyName: string; namesKeyName: string }
  | { kind: 'file'; path: string; namesPath?: string }
  | { kind: 'given'; key: Buffer }
  | { kind: 'opened'; documents: KeyRing; names: KeyRing }

/** The file with the keys for the identities of reporters. */
export const namesFileOf = ({ path, namesPath }: Extract<KeysConfig, { kind: 'file' }>): string =>
  namesPath ?? `${path}.names`

/** Whose tokens are believed, and where it says with which keys it signs. */
export type Issuer = { name: string; metadataUrl: string }

/** The Bot Connector of Microsoft's public cloud. */
export const ISSUER: Issuer = {
  name: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
}

/** Who the bot is. `none` exists in local mode on loopback only: nobody asks such a bot for a token. */
export type Credentials =
  | { kind: 'none' }
  | {
      kind: 'secret'
      appId: string
      secret: string
      /** The day on which it ends, as whoever made it knows. */
      ends?: Day
      tenantId: string
      /** Left out: `ISSUER`. */
      issuer?: Issuer
    }

export type Config = {
  /** `local`: all of it is on this machine, so that loopback addresses are taken, and may do without tokens. */
  mode: 'local' | 'production'
  /** In front of it is the Agents Playground, which knows no members and shows everything in English. Local mode only. */
  playground?: boolean
  port: number
  /** Local mode listens on loopback only. */
  host: string | undefined
  credentials: Credentials
  municipalities: readonly Municipality[]
  /** Hosts beside Microsoft's own that something may be sent to (`services/addresses.ts`). */
  hosts?: readonly string[]
  /** 32 bytes. */
  vaultKey: Buffer
  /** What seals who reported in the place of `vaultKey`: the newest first, then the one that it replaces. */
  sealingKeys?: readonly Buffer[]
  store: StoreConfig
  /** The second place, for the heads of the audit trails: another file, another container. */
  heads: StoreConfig
  keys: KeysConfig
  graph: {
    baseUrl: string
    /** Where tokens come from: `<authority>/<tenant>/oauth2/v2.0/token`. */
    authority: string
    scope: string
    clientId: string
    clientSecret: string
    /** The id in the manifest of the app. */
    teamsAppId: string
  }
  /** Inline exists in local mode only, for a client that has no dialogs. */
  surface: Surface
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Where web pages of ours are reached; left out: there are none, and no link is made. */
  pages?: PagesConfig
  /** A sentence model beside the product; left out: its own text model reads alone. */
  understanding?: UnderstandingConfig
  /** How often one person may come in. */
  pace: Limits
  /** Milliseconds after which Teams gets an answer, whether the work is done or not. */
  answerWithin: number
  /** Milliseconds between two rounds of the sweep. */
  sweepEvery: number
  /**
   * With SQLite: this is the only instance on the file; another that is still stopping is waited for this many
   * milliseconds.
   */
  oneInstance?: { waitMs: number }
  /** Whether Teams and Graph are asked for the channel and the officers before it starts. */
  askAtStart?: boolean
  /** Who has this may read the counts of /readyz; without it nobody may. */
  readyToken?: string
  /** Milliseconds that an answer of /readyz lasts. */
  readyFor?: number
  /** After a start the heads of the audit trails catch up by themselves, some in each round. Tests say when. */
  catchUp?: boolean
  /** A digest over all audit trails is taken once a day, and who may read stands in the trail. */
  watchTrail?: boolean
  /** How an officer is named to the client when the bot starts a chat; Teams takes the Entra id. */
  memberIdOf: (officer: string) => string
}

/** Does it let in whoever comes? Local mode without credentials does, as long as nothing but this machine reaches it. */
export const isTokenless = ({
  mode,
  host,
  credentials,
}: Pick<Config, 'mode' | 'host' | 'credentials'>): boolean =>
  credentials.kind === 'none' && mode === 'local' && isLoopback(host)

/** Where it may send to. */
export const allowedOf = ({ mode, hosts = [] }: Pick<Config, 'mode' | 'hosts'>): Allowed => ({
  hosts,
  loopback: mode === 'local',
})

/** Everything that is wrong with the configuration, in one error. Carries names of settings, never their values. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(
      `Signaalpunt does not start: ${problems.length} thing(s) to mend in the configuration.\n` +
        problems.map((problem) => `  - ${problem}`).join('\n'),
    )
    this.problems = problems
  }
}
