/** A reporter may choose not to hear that somebody takes it up, and may take that back (A122). */
import { CHANGED, type Change, note, type RuleResult, set, tell } from '../change.ts'
import { answeredBy } from '../reading/routes.ts'
import type { ReporterDeed } from './data.ts'

/**
 * Not to hear: what was to be told of it and was not sent yet is not told either. To hear after all: what was taken up
 * since then is told now. An officer does not have to do anything with it: nothing is raised.
 */
export function hear(change: Change, deed: ReporterDeed<'hear'>): RuleResult {
  const { notToHear, ...rest } = change.record
  const wishesNot = deed.takenUp === 'no'
  if (wishesNot === (notToHear !== undefined)) return { refused: 'already' }
  if (wishesNot) {
    const { effects, code } = change.record
    set(change, {
      notToHear: 'takenUp',
      effects: effects.filter(
        (e) => !(e.kind === 'tellReporter' && e.message.about === 'takenUp' && !e.lease && !e.deadLetter),
      ),
      ...(code
        ? {
            code: {
              ...code,
              waiting: code.waiting.filter(
                ({ message, shownOn }) => message.about !== 'takenUp' || shownOn !== undefined,
              ),
            },
          }
        : {}),
    })
    note(change, 'hear')
    return CHANGED
  }
  change.record = rest
  note(change, 'hear')
  for (const route of rest.routes) {
    if (answeredBy(route) === 'takenUp' && !route.untold) tell(change, { about: 'takenUp', route: route.id })
  }
  return CHANGED
}
