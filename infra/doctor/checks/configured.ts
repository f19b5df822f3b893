/** What is configured, without asking anybody: what the start refuses, invented people, and the gates before going live. */

import { openGates } from '../../../services/municipality/goLive.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { type Finding, fault, good, ITEMS, type Item } from '../finding.ts'

const isGate = (problem: string): boolean => /(?:^|\.)goLive\./.test(problem)
const isFictional = (problem: string): boolean => /\bis invented\b/.test(problem)
/** The setting that a problem is about: in front of its first colon. Its value is never in it. */
const settingOf = (problem: string): string => problem.split(':')[0] ?? ''

/** A configuration that is refused: each problem, and of all the rest that it was not asked. */
export function refused(problems: readonly string[]): Finding[] {
  const invented = problems.filter(isFictional).map(settingOf)
  const [first, ...others] = invented
  const more = others.length > 0 ? ` (+${others.length})` : ''
  const found = problems
    .filter((problem) => !isFictional(problem))
    .map((problem): Finding => {
      if (isGate(problem)) return fault('goLive', 'gateOpen', { what: settingOf(problem) })
      return fault('configuration', 'settingWrong', { what: problem.replace(/\s+/g, ' ') })
    })
  if (first !== undefined) found.push(fault('configuration', 'fictional', { what: `${first}${more}` }))
  const said = new Set<Item>(found.map(({ item }) => item))
  const rest = ITEMS.filter((item) => !said.has(item) && item !== 'configuration')
  return [...found, ...rest.map((item) => fault(item, 'notAsked'))]
}

/** A configuration that was taken. */
export function taken(municipalities: readonly Municipality[], now: Date): Finding[] {
  const gates = municipalities.flatMap(({ id, goLive }) =>
    openGates(goLive, now).map((problem) =>
      fault('goLive', 'gateOpen', { at: id, what: settingOf(problem) }),
    ),
  )
  return [good('configuration'), ...(gates.length > 0 ? gates : [good('goLive')])]
}
