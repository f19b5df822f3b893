/** What every check is given: the configuration, the ways outwards, and what this run was asked. */
import type { Config } from '../../bot/app/config.ts'
import type { Teams } from '../../bot/teams/client.ts'
import type { BearerToken } from '../../services/graph/clientToken.ts'
import type { Graph } from '../../services/graph/port.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Instant } from '../../services/words.ts'

export type Asked = {
  /** Where the running bot is reached, without a path; left out: it is not asked. */
  address?: string | undefined
  /** The newest file of the backup; left out: nobody said where it is. */
  backup?: string | undefined
  /** Megabytes that must be free where a file of SQLite stands. */
  leastFree: number
  /** Whether something is posted, and taken back at once. */
  posts: boolean
}

export type Setting = {
  config: Config
  /** As they hold: with what was changed in Teams, where the store could say so. */
  municipalities: readonly Municipality[]
  graph: Graph
  teams: Teams
  /** A token for Graph, as the bot gets it. */
  token: BearerToken
  now: () => Instant
  asked: Asked
}
