/** Before each request that people see is asked whether our lease lasts long enough for it. */
import type { Graph } from '../../services/graph/port.ts'
import type { Outside } from '../app/ports.ts'
import type { Teams } from '../teams/client.ts'

/** The outside as it is, but for requests that people see: where `may` says no, nothing is sent, as the result says. */
export function whileLeased(outside: Outside, may: () => Promise<boolean>): Outside {
  const notSent = { failed: 'away' as const }
  const asked = async <T>(act: () => Promise<T>): Promise<T | typeof notSent> =>
    (await may()) ? act() : notSent
  const { teams, graph } = outside
  // All their other methods stay as they are.
  const ourTeams: Teams = Object.create(teams)
  const ourGraph: Graph = Object.create(graph)
  Object.assign(ourTeams, {
    post: (...given: Parameters<Teams['post']>) => asked(() => teams.post(...given)),
    update: (...given: Parameters<Teams['update']>) => asked(() => teams.update(...given)),
    postInChannel: (...given: Parameters<Teams['postInChannel']>) =>
      asked(() => teams.postInChannel(...given)),
  })
  const { sendMail } = graph
  Object.assign(ourGraph, {
    nudge: (...given: Parameters<Graph['nudge']>) => asked(() => graph.nudge(...given)),
    ...(sendMail
      ? {
          sendMail: (...given: Parameters<typeof sendMail>) => asked(() => sendMail.apply(graph, given)),
        }
      : {}),
  })
  return { ...outside, teams: ourTeams, graph: ourGraph }
}
