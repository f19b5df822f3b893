/** What happens to a text before it is cut, as the tokenizer of a model says. */
import type { NormalizerPart } from './tokenizerFile.ts'

/** Signs of which Unicode says that they are none to read: control, format, private. */
const NO_SIGN = /^[\p{Cc}\p{Cf}\p{Co}]$/u
const SPACE = /^\p{White_Space}$/u
const ACCENT = /^\p{Mn}$/u
const MARK = /^\p{M}$/u
/** Control signs that are spaces nevertheless. */
const ENDS = new Set('\t\n\r')

/** CJK ideographs, each of which BERT reads as a word (the blocks that BERT's own tokenizer names). */
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
]
const isIdeograph = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0
  return code >= 0x3400 && IDEOGRAPHS.some(([from, to]) => code >= from && code <= to)
}

const bySign = (text: string, change: (sign: string) => string): string => {
  let changed = ''
  for (const sign of text) changed += change(sign)
  return changed
}

/** Control signs go, every space is one. */
const cleaned = (text: string): string =>
  bySign(text, (sign) => {
    if (!ENDS.has(sign) && (sign === '\u{fffd}' || NO_SIGN.test(sign))) return ''
    return SPACE.test(sign) ? ' ' : sign
  })
const without = (marks: RegExp, text: string): string =>
  bySign(text, (sign) => (marks.test(sign) ? '' : sign))
/** Sign by sign: the Greek letter that is another one at the end of a word stays what it is. */
const small = (text: string): string => bySign(text, (sign) => sign.toLowerCase())

function normalisedBy(part: NormalizerPart, text: string): string {
  switch (part.type) {
    case 'BertNormalizer': {
      let changed = part.clean_text ? cleaned(text) : text
      if (part.handle_chinese_chars)
        changed = bySign(changed, (sign) => (isIdeograph(sign) ? ` ${sign} ` : sign))
      if (part.strip_accents ?? part.lowercase) changed = without(ACCENT, changed.normalize('NFD'))
      return part.lowercase ? small(changed) : changed
    }
    case 'Lowercase':
      return small(text)
    case 'StripAccents':
      return without(MARK, text)
    case 'NFC':
    case 'NFD':
    case 'NFKC':
    case 'NFKD':
      return text.normalize(part.type)
    case 'Strip': {
      const begun = part.strip_left ? text.trimStart() : text
      return part.strip_right ? begun.trimEnd() : begun
    }
    default:
      return part satisfies never
  }
}

/** The text after all parts, in their order. */
export const normalise = (parts: readonly NormalizerPart[], text: string): string =>
  parts.reduce((changed, part) => normalisedBy(part, changed), text)
