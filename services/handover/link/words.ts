/** What was filled in on the page, as it is noted with the answer of a partner when an officer confirms it. */
import type { Language } from '../../words.ts'
import type { LinkForm } from './linkAnswer.ts'

const LABELS: Record<Language, { contact: string; reach: string; day: string; passedTo: string }> = {
  nl: { contact: 'Contact', reach: 'Te bereiken', day: 'Datum', passedTo: 'Doorgezet aan' },
  en: { contact: 'Contact', reach: 'Can be reached', day: 'Date', passedTo: 'Passed on to' },
}

/** All of it in lines; empty where nothing but the choice was filled in. */
export function linkWords(
  { line, contact, reach, day, passedTo }: Pick<LinkForm, 'line' | 'contact' | 'reach' | 'day' | 'passedTo'>,
  language: Language = 'nl',
): string {
  const t = LABELS[language]
  const named = (label: string, value: string | undefined) => (value ? [`${label}: ${value}`] : [])
  return [
    ...(line ? [line] : []),
    ...named(t.passedTo, passedTo),
    ...named(t.contact, contact),
    ...named(t.reach, reach),
    ...named(t.day, day),
  ].join('\n')
}
