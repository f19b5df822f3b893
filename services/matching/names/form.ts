/**
 * A name as it is compared: the words in it in one normal form, and which of them may be given names and which surnames.
 * Spellings only: no origin, nationality or gender is derived from a name, and none is kept (A063).
 */

/** One word of a name. */
export type NamePart = {
  /** As it was written, for a person to read. */
  written: string
  /** In lower-case Latin letters. */
  text: string
  /** `text`, with spellings that everybody takes for one written one way (ij is y). */
  alike: string
  /** The other customary spelling of its umlauts ("oe" for an ö), when it has any. */
  umlauts?: string
  /** The letters in `text`, a bit each. */
  bits: number
  /** How it sounds (`soundOf`). */
  sound: string
  /** What is left without vowels (`bonesOf`). */
  bones: string
  /** Small words in front of it, without spaces: "vander", "el". Empty when there are none. */
  before: string
  /** In the script it was written in, when that is Han: other signs may sound the same. */
  signs?: string
  /** Written in a script without short vowels: only its bones say anything. */
  unvowelled?: true
  /** Tied to the word in front of it by a hyphen: both are given names, or both are surnames. */
  tied?: true
}

/** One way to read a name. */
export type NameReading = {
  given: readonly NamePart[]
  surname: readonly NamePart[]
  /** The surname stands in front: in a string where another order is likelier, or in signs where it always does. */
  front?: 'perhaps' | 'always'
}

export type NameForm = {
  /** The likeliest first. One when the order is known, several for a name in one string; none when there is no word. */
  readings: readonly NameReading[]
  /** Initials and abbreviations, lower case: "j", "p", "joh". */
  initials: readonly string[]
  /** What somebody is called, from brackets or quotation marks. */
  called: readonly NamePart[]
  /** Every letter of its words and initials, in the order in which they stand. */
  letters: string
}
