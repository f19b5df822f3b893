/** The one definition of what the software does by itself with a signal: why (AVG 30), and its rule. */
import type { Change, RuleResult } from '../change.ts'
import type { RemindDeed, TendDeed } from '../command.ts'
import * as purposes from '../purposes.ts'
import type { SystemDeed } from '../rights/command.ts'
import * as retention from '../rights/retentionDeeds.ts'
import { goesAlong } from './along.ts'
import type { AlongDeed } from './alongCommand.ts'
import type { KnownDeed } from './knownCommand.ts'
import { KNOWN_OWN_DEEDS } from './knownDefinitions.ts'
import type { OutsideDeed } from './outsideCommand.ts'
import { OUTSIDE_OWN_DEEDS } from './outsideDefinitions.ts'
import { remind } from './remind.ts'
import { tend } from './standIn.ts'

/** What the software does by itself. */
export type OwnDeed = SystemDeed | TendDeed | RemindDeed | KnownDeed | OutsideDeed | AlongDeed
export type OwnDeedName = OwnDeed['do']
type OwnDeedOf<D extends OwnDeedName> = { [P in D]: Extract<OwnDeed, { do: P }> }[D]

export type OwnDefinition<D extends OwnDeedName = OwnDeedName> = {
  processing: purposes.Processing
  rule: (change: Change, deed: OwnDeedOf<D>) => RuleResult
}

export const OWN_DEEDS: { [D in OwnDeedName]: OwnDefinition<D> } = {
  tend: { processing: purposes.assess, rule: tend },
  remind: { processing: purposes.assess, rule: remind },
  listForDestruction: { processing: purposes.retain, rule: retention.listForDestruction },
  takeOffList: { processing: purposes.retain, rule: retention.takeOffList },
  remindOfList: { processing: purposes.retain, rule: retention.remindOfList },
  forgetReporter: { processing: purposes.retain, rule: retention.forgetReporter },
  ...KNOWN_OWN_DEEDS,
  ...OUTSIDE_OWN_DEEDS,
  goesAlong: { processing: purposes.handOver, rule: goesAlong },
}

/** Carries out what the software does by itself; asked for without reason, it refuses. */
export function doOwn<D extends OwnDeedName>(change: Change, deed: OwnDeedOf<D>): RuleResult {
  const { rule }: OwnDefinition<D> = OWN_DEEDS[deed.do]
  return rule(change, deed)
}
