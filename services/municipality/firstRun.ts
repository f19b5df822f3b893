/**
 * How a municipality begins in Teams: somebody whom the administrator named claims the place, somebody else who was named
 * confirms it, the settings are looked at one by one, a test goes all the way round, and then it begins: for a pilot group
 * first where there is one. Pure.
 */
import { z } from 'zod'
import { GroupId, Instant, OfficerId } from '../words.ts'

/** What is looked at before it begins, in this order; each is a page or a form of the settings. */
export const FirstRunPage = z.enum(['people', 'numbers', 'partners', 'terms', 'sentences'])
export type FirstRunPage = z.infer<typeof FirstRunPage>

/** In the configuration, by whoever deploys: which accounts may claim the place, and which may confirm it. Nobody else can. */
export const FirstRunSetting = z.object({
  claim: z.array(OfficerId).min(1).max(4),
  confirm: z.array(OfficerId).min(1).max(4),
})
export type FirstRunSetting = z.infer<typeof FirstRunSetting>

/** In the configuration: only the people of this Entra group (that of a team, or another) report here until it is opened. */
export const PilotSetting = z.object({ group: GroupId })
export type PilotSetting = z.infer<typeof PilotSetting>

const Mark = z.object({ by: OfficerId, at: Instant })
export type Mark = z.infer<typeof Mark>

/** How far it is. One document of a municipality. */
export const FirstRun = z.object({
  schema: z.literal(1),
  claimed: Mark.optional(),
  confirmed: Mark.optional(),
  looked: z.partialRecord(FirstRunPage, Mark),
  /** A test went all the way round, and was destroyed. */
  tested: Mark.optional(),
  begun: Mark.optional(),
  /** The pilot is over: it is there for everybody. */
  everybody: Mark.optional(),
})
export type FirstRun = z.infer<typeof FirstRun>

/** Nothing was done yet. */
export const NOTHING_YET: FirstRun = { schema: 1, looked: {} }

/** What is asked now. */
export type FirstRunStep = 'claim' | 'confirm' | FirstRunPage | 'test' | 'begin' | 'everybody' | 'done'

export function stepNow(run: FirstRun, isPilot: boolean): FirstRunStep {
  if (run.begun) return isPilot && !run.everybody ? 'everybody' : 'done'
  if (!run.claimed) return 'claim'
  if (!run.confirmed) return 'confirm'
  const page = FirstRunPage.options.find((each) => !run.looked[each])
  return page ?? (run.tested ? 'begin' : 'test')
}

export type FirstRunDeed =
  | { do: 'claim' | 'confirm' | 'decline' | 'tested' | 'begin' | 'everybody' }
  | { do: 'looked'; page: FirstRunPage }

export type FirstRunRefused = { refused: 'notNamed' | 'same' | 'notNow' }

type Named = { firstRun?: FirstRunSetting | undefined; isOfficer: (who: OfficerId) => boolean }

/**
 * What comes of it. `notNamed`: this account may not do this. `same`: who claimed does not confirm. `notNow`: it was done
 * already, or something comes before it. Who may not is said before what is not now.
 */
export function afterDeed(
  run: FirstRun,
  deed: FirstRunDeed,
  { by, at }: Mark,
  { firstRun, isOfficer }: Named,
): FirstRun | FirstRunRefused {
  const mark = { by, at }
  // Of a pilot without a first run only its end is decided here.
  const step = firstRun ? stepNow(run, true) : run.everybody ? 'done' : 'everybody'
  switch (deed.do) {
    case 'claim':
      if (!firstRun?.claim.includes(by) || !isOfficer(by)) return { refused: 'notNamed' }
      return step === 'claim' ? { ...run, claimed: mark } : { refused: 'notNow' }
    case 'confirm':
    case 'decline': {
      if (!firstRun?.confirm.includes(by)) return { refused: 'notNamed' }
      if (run.claimed?.by === by) return { refused: 'same' }
      if (step !== 'confirm') return { refused: 'notNow' }
      const { claimed: _taken, ...before } = run
      return deed.do === 'confirm' ? { ...run, confirmed: mark } : before
    }
    case 'looked':
      if (!isOfficer(by)) return { refused: 'notNamed' }
      return step === deed.page
        ? { ...run, looked: { ...run.looked, [deed.page]: mark } }
        : { refused: 'notNow' }
    case 'tested':
      if (!isOfficer(by)) return { refused: 'notNamed' }
      return step === 'test' ? { ...run, tested: mark } : { refused: 'notNow' }
    case 'begin':
      if (!isOfficer(by)) return { refused: 'notNamed' }
      return step === 'begin' ? { ...run, begun: mark } : { refused: 'notNow' }
    case 'everybody':
      if (!isOfficer(by)) return { refused: 'notNamed' }
      return step === 'everybody' ? { ...run, everybody: mark } : { refused: 'notNow' }
    default:
      return deed satisfies never
  }
}

/** Who is named for both: then one person could do it alone. */
export const namedTwice = ({ claim, confirm }: FirstRunSetting): number[] =>
  confirm.flatMap((id, at) => (claim.includes(id) ? [at] : []))

/** Who may claim and is no officer: of a file, for in the settings somebody can have gone since. */
export const noOfficers = (
  { claim }: FirstRunSetting,
  officers: readonly { id: OfficerId; role: string }[],
): number[] =>
  claim.flatMap((id, at) => (officers.some((one) => one.id === id && one.role === 'officer') ? [] : [at]))
