/** Which language was typed (A017). */
import type { LanguageReading } from '../reading.ts'

/** The language of the messages; `unknown` where there is too little to tell. */
export function readLanguage(messages: readonly string[]): LanguageReading {
  const english = messages.join(' ').match(/\b(?:the|and|is|are|with|this|she|they)\b/gi)?.length ?? 0
  const polish = messages.join(' ').match(/(?:^|\s)(?:nie|się|jest|mam|proszę|że)(?=\s|$)/gi)?.length ?? 0
  if (polish > 1) return { code: 'pl', sure: 'likely', because: [] }
  const dutch = messages.join(' ').match(/\b(?:de|het|een|en|is|met|dit|zij|ik)\b/gi)?.length ?? 0
  if (english === dutch) return { code: 'unknown', sure: 'doubt', because: [] }
  return { code: english > dutch ? 'en' : 'nl', sure: 'likely', because: [] }
}
