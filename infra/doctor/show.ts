/** The report, as text for a person and as JSON for a machine. Carries names of settings, permissions and places only. */
import type { Instant, Language } from '../../services/words.ts'
import { FAULTS, type Finding, type Standing, standingOf } from './finding.ts'
import { en } from './words/en.ts'
import { nl } from './words/nl.ts'

export type Report = { at: Instant; findings: readonly Finding[] }

const WORDS = { nl, en }
/** In front of each line, so that it can be seen and searched without colours. */
const MARKS: Readonly<Record<Standing, string>> = {
  good: '[+]',
  warning: '[!]',
  wrong: '[x]',
  unknown: '[?]',
}

const filled = (text: string, what: string | undefined): string =>
  what === undefined ? text.replace(/ ?\(\{what\}\)| ?\{what\}/, '') : text.replace('{what}', () => what)

/** How many there are of each. */
export function countsOf({ findings }: Pick<Report, 'findings'>): Record<Standing, number> {
  const counts: Record<Standing, number> = { good: 0, warning: 0, wrong: 0, unknown: 0 }
  for (const found of findings) counts[standingOf(found)] += 1
  return counts
}

/** Lines for a person, in one language. */
export function asText(report: Report, language: Language): string[] {
  const words = WORDS[language]
  const counts = countsOf(report)
  const lines = report.findings.flatMap((found) => {
    const standing = standingOf(found)
    const where = found.at === undefined ? '' : ` (${found.at})`
    const head = `${MARKS[standing]} ${words.items[found.item]}${where}: ${words.standings[standing]}`
    if (!('fault' in found)) return [head]
    const { said, todo } = words.faults[found.fault]
    const does = words.who[FAULTS[found.fault].who]
    return [head, `      ${filled(said, found.what)}`, `      ${words.does}: ${does}. ${todo}`]
  })
  return [words.title, '', ...lines, '', words.sum(counts.wrong, counts.warning, counts.unknown)]
}

/** The same for a machine: codes, with the words in both languages. */
export function asJson(report: Report): string {
  const items = report.findings.map((found) => {
    const { item, at } = found
    const plain = { item, ...(at === undefined ? {} : { municipality: at }), standing: standingOf(found) }
    if (!('fault' in found)) return plain
    const { fault, what } = found
    const said = (language: Language) => {
      const { said, todo } = WORDS[language].faults[fault]
      return { said: filled(said, what), todo }
    }
    return {
      ...plain,
      fault,
      who: FAULTS[fault].who,
      ...(what === undefined ? {} : { what }),
      nl: said('nl'),
      en: said('en'),
    }
  })
  return JSON.stringify({ at: report.at, counts: countsOf(report), items }, null, 2)
}
