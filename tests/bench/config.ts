/** The configuration of the house under test. */
import { z } from 'zod'
import type { Config } from '../../bot/app/config.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'

export const StoreGiven = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sqlite'), path: z.string() }),
  z.object({ kind: z.literal('cosmos'), endpoint: z.string(), key: z.string() }),
])
export type StoreGiven = z.infer<typeof StoreGiven>

/** The id in the manifest of the app. */
export const TEAMS_APP_ID = '2a3b1f0e-6f2b-4a57-9d0c-5f0a3f1a7c11'

type Outside = { store: StoreGiven; serviceUrl: string; graphUrl: string }

/** The configuration of a production installation, with the stand-ins in the place of Microsoft's services. */
export function configOf(given: Outside): Config {
  return {
    // Everything is on this machine.
    mode: 'local',
    port: 0,
    host: '127.0.0.1',
    credentials: { kind: 'none' },
    municipalities: [localMunicipality(given.serviceUrl)],
    vaultKey: Buffer.alloc(32, 7),
    store:
      given.store.kind === 'sqlite'
        ? given.store
        : { ...given.store, database: 'bench', container: 'bench', create: true },
    heads:
      given.store.kind === 'sqlite'
        ? { kind: 'sqlite', path: `${given.store.path}.audit` }
        : { ...given.store, database: 'bench', container: 'controle', create: true },
    keys: { kind: 'given', key: Buffer.alloc(32, 9) },
    graph: {
      baseUrl: given.graphUrl,
      authority: given.graphUrl,
      scope: 'https://graph.microsoft.com/.default',
      clientId: 'bench',
      clientSecret: 'bench',
      teamsAppId: TEAMS_APP_ID,
    },
    surface: 'dialog',
    logLevel: 'info',
    // A benchmark is in more of a hurry than any person.
    pace: { burst: 1_000_000, perSecond: 1_000_000, textADay: Infinity, signalsADay: Infinity },
    answerWithin: 2_500,
    sweepEvery: 5_000,
    memberIdOf: (officer) => officer,
  }
}
