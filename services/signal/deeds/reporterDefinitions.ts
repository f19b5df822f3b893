/**
 * The one definition of each deed of a reporter: whether it can be done after the end, why it is done (AVG 30), and its
 * rule. What it needs stands in `data.ts`.
 */
import type { Change, RuleResult } from '../change.ts'
import * as purposes from '../purposes.ts'
import { chooseConsultation } from './consultation.ts'
import type { ReporterDeed, ReporterDeedName } from './data.ts'
import { attach } from './files.ts'
import { hear } from './hear.ts'
import * as reporter from './reporter.ts'

export type ReporterDefinition<D extends ReporterDeedName = ReporterDeedName> = {
  afterClosing: 'accepted' | 'refused'
  processing: purposes.Processing
  rule: (change: Change, deed: ReporterDeed<D>) => RuleResult
}

/** The deeds of a reporter; the person whose signal it is, by the chat or by the code, may do them. */
export const REPORTER_DEEDS: { [D in ReporterDeedName]: ReporterDefinition<D> } = {
  add: { afterClosing: 'refused', processing: purposes.assess, rule: reporter.add },
  answer: { afterClosing: 'refused', processing: purposes.assess, rule: reporter.answer },
  attach: { afterClosing: 'refused', processing: purposes.assess, rule: attach },
  withdraw: { afterClosing: 'refused', processing: purposes.rights, rule: reporter.withdraw },
  say112: { afterClosing: 'accepted', processing: purposes.protect, rule: reporter.say112 },
  noDanger: { afterClosing: 'accepted', processing: purposes.protect, rule: reporter.noDanger },
  talk: { afterClosing: 'accepted', processing: purposes.feedBack, rule: reporter.talk },
  shown: { afterClosing: 'accepted', processing: purposes.feedBack, rule: reporter.shown },
  speak: { afterClosing: 'refused', processing: purposes.feedBack, rule: reporter.speak },
  chooseConsultation: { afterClosing: 'refused', processing: purposes.assess, rule: chooseConsultation },
  hear: { afterClosing: 'accepted', processing: purposes.feedBack, rule: hear },
}

/** Carries out a deed of the reporter. */
export function doOfReporter<D extends ReporterDeedName>(change: Change, deed: ReporterDeed<D>): RuleResult {
  const { rule }: ReporterDefinition<D> = REPORTER_DEEDS[deed.do]
  return rule(change, deed)
}
