/**
 * Words of another script in one form. Cyrillic becomes Latin letters, as people type it who have no such keyboard; of
 * Arabic the article and the joined "and", "with" and "to" before a word are taken off, and letters that are typed in
 * several ways become one.
 */

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ь: '',
  ю: 'yu',
  я: 'ya',
  ы: 'y',
  э: 'e',
  ё: 'e',
}
const ARABIC: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' }
const BEFORE = ['وال', 'بال', 'فال', 'كال', 'ال', 'لل']

/** One word, in small letters without marks. */
export function inLatin(word: string): string {
  const first = word.charCodeAt(0)
  if (first < 0x0400 || (first > 0x052f && first < 0x0600) || first > 0x06ff) return word
  let written = ''
  for (const sign of word) written += CYRILLIC[sign] ?? ARABIC[sign] ?? sign
  if (first < 0x0600) return written
  const article = BEFORE.find((each) => written.startsWith(each) && written.length - each.length >= 3)
  return article === undefined ? written : written.slice(article.length)
}
