/** A paper: a text in Markdown, made of what is configured and of what the code does. The same each time. */

import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Span } from '../../services/municipality/terms.ts'

/** `name`: of its file, without an ending. */
export type Paper = { name: string; title: string; text: string }

/** What the papers are made of. `version`: of the program. */
export type Given = {
  municipality: Municipality
  version: string
  rules: string
  permissions: readonly string[]
}

/** A cell of a table holds no bar and no end of a line, whatever somebody called something. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

export const list = (lines: readonly string[]): string =>
  lines.map((line) => `- ${line.replace(/\s+/g, ' ')}`).join('\n')

export const inWords = (span: Span): string => {
  if ('days' in span) return span.days === 1 ? '1 dag' : `${span.days} dagen`
  const { months } = span
  return months % 12 === 0 ? `${months / 12} jaar` : `${months} maanden`
}

/** The head of every paper: of whom it is, made by what, and that a person settles it. */
export const headOf = ({ municipality, version }: Given, title: string, about: string): string =>
  `# ${title}\n\nGemeente ${municipality.name}. Gemaakt uit de instellingen en de code van Signaalpunt ${version}. ` +
  `Een mens van de gemeente stelt dit vast; klopt er iets niet, pas dan de instelling aan en maak het opnieuw.\n\n${about}`

export const paper = (
  given: Given,
  name: string,
  title: string,
  about: string,
  parts: readonly string[],
): Paper => ({
  name,
  title,
  text: `${[headOf(given, title, about), ...parts].join('\n\n')}\n`,
})
