/** What the schedules did, counted, for the one line at the end of the run. */
import { z } from 'zod'

export const StoreFault = z.enum(['storeBefore', 'storeAfter', 'conflict'])
export const TeamsFault = z.enum([
  'throttled',
  'precondition',
  'serverError',
  'badGateway',
  'badGatewayAccepted',
  'gatewayTimeout',
  'gatewayTimeoutAccepted',
  'reset',
  'resetAccepted',
  'timeout',
  'timeoutAccepted',
  'blocked',
  'missing',
  'removed',
  'left',
])
export const GraphFault = z.enum(['graphAway', 'graphThrottled', 'graphAfter', 'graphRefused'])
export const Crash = z.enum(['crashBefore', 'crashAfter'])

export type FaultName =
  | z.infer<typeof StoreFault>
  | z.infer<typeof TeamsFault>
  | z.infer<typeof GraphFault>
  | z.infer<typeof Crash>

/** What goes wrong at one call: the process dies, or the answer of whatever is called then. */
export type Planned = {
  crash: z.infer<typeof Crash> | undefined
  store: z.infer<typeof StoreFault>
  teams: z.infer<typeof TeamsFault>
  graph: z.infer<typeof GraphFault>
}

export class Figures {
  schedules = 0
  /** Without any fault that fired. */
  clean = 0
  signals = 0
  commands = 0
  saved = 0
  refused = 0
  unknown = 0
  /** Commands that lost to one of another officer. */
  stale = 0
  calls = 0
  shown = 0
  failed = 0
  /** Closed signals that came back because the feedback was given up. */
  back = 0
  readonly faults = new Map<string, number>()
  /** Different places at which a process died. */
  readonly died = new Set<string>()
  readonly twice = { crash: 0, unknown: 0, removed: 0 }

  fault(name: FaultName, at: string): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1)
    if (name === 'crashBefore' || name === 'crashAfter') this.died.add(`${name} ${at}`)
  }

  get crashes(): number {
    return (this.faults.get('crashBefore') ?? 0) + (this.faults.get('crashAfter') ?? 0)
  }

  /** One line for whoever reads the output of the tests. */
  line(name: string, seed: number): string {
    const all = [...this.faults.values()].reduce((sum, each) => sum + each, 0)
    const { twice } = this
    return (
      `${name}: seed ${seed}, ${this.schedules} schedules (${this.clean} without a fault), ` +
      `${this.signals} signals, ${this.commands} commands (${this.saved} saved, ${this.refused} refused of which ` +
      `${this.stale} stale, ${this.unknown} unknown), ${this.calls} calls, ${all} faults of ${this.faults.size} ` +
      `kinds, ${this.crashes} crashes at ${this.died.size} different places, ${this.shown} messages shown, ` +
      `0 signals lost, 0 effects lost (${this.failed} marked as failed, ${this.back} closed ones that came back for it), shown twice: ${twice.crash} after a crash, ` +
      `${twice.unknown} after an unknown outcome, ${twice.removed} because the first was gone, 0 unexplained\n`
    )
  }
}
