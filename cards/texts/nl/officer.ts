/** Every sentence that somebody of the reporting point reads, in Dutch (B1). Its type is what English must fill. */
import { cases } from './cases.ts'
import { channel } from './officer/channel.ts'
import { code } from './officer/code.ts'
import { day } from './officer/day.ts'
import { decision } from './officer/decision.ts'
import { doctor } from './officer/doctor.ts'
import { done } from './officer/done.ts'
import { dossier, more } from './officer/dossier.ts'
import { facts } from './officer/facts.ts'
import { files } from './officer/files.ts'
import { firstRun } from './officer/firstRun.ts'
import { follow } from './officer/follow.ts'
import { forms } from './officer/forms.ts'
import { handOver } from './officer/handOver.ts'
import { intake } from './officer/intake.ts'
import { known } from './officer/known.ts'
import { late } from './officer/late.ts'
import { outside } from './officer/outside.ts'
import { replies } from './officer/replies.ts'
import { retention } from './officer/retention.ts'
import { rights } from './officer/rights.ts'
import { routes } from './officer/routes.ts'
import { routing } from './officer/routing.ts'
import { overview, search, searches } from './officer/search.ts'
import { settings } from './officer/settings.ts'
import { words } from './officer/words.ts'

export const officer = {
  words,
  cases,
  channel,
  code,
  decision,
  day,
  done,
  doctor,
  dossier,
  more,
  forms,
  facts,
  files,
  firstRun,
  follow,
  handOver,
  intake,
  known,
  late,
  outside,
  replies,
  retention,
  rights,
  routing,
  routes,
  search,
  searches,
  overview,
  settings,
}
/** What every language must have. */
export type OfficerTexts = typeof officer
