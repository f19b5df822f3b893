/**
 * How a name sounds to Dutch ears, so that one that was written down by ear finds the other spelling: c/k/q, v/f/w, z/s,
 * sch/sj/sh/ch, g/gh/kh, th/t, d at the end, ij/ei/y, ou/au/oe/u, double letters, a silent h. Only spellings are
 * compared: nothing is derived about where a person comes from.
 */

/** Longest first within one first letter; the first that fits is taken. The last two: what must follow, whether at the start only. */
type Rule = readonly [written: string, sound: string, next?: RegExp, start?: true]

const RULES: readonly Rule[] = [
  ['tsch', 's'],
  ['tsj', 's'],
  ['tch', 's'],
  ['tzj', 's'],
  ['th', 't'],
  ['dt', 't'],
  ['tz', 's'],
  ['ts', 's'],
  ['t', 't'],
  ['schtsch', 's'],
  ['shch', 's'],
  ['sch', 's'],
  ['ssj', 's'],
  ['sj', 's'],
  ['sh', 's'],
  ['sz', 's'],
  ['sc', 's', /[eiy]/],
  ['s', 's'],
  ['zh', 's'],
  ['zj', 's'],
  ['z', 's'],
  ['chr', 'kr', undefined, true],
  ['chl', 'kl', undefined, true],
  ['ch', 's', undefined, true],
  ['ch', 's', /[aeiouy]/],
  ['ch', 'g'],
  ['ck', 'k'],
  ['cz', 's'],
  ['c', 's', /[eiy]/],
  ['c', 'k'],
  ['kh', 'g'],
  ['k', 'k'],
  ['qu', 'k'],
  ['q', 'k'],
  ['x', 'ks'],
  ['gh', 'g'],
  ['g', 'g'],
  ['dzj', 'j'],
  ['dzh', 'j'],
  ['dsj', 'j'],
  ['dj', 'j'],
  ['d', 'd'],
  ['ph', 'f'],
  ['p', 'p'],
  ['bh', 'b'],
  ['b', 'b'],
  ['f', 'f'],
  ['v', 'f'],
  ['w', 'f'],
  ['l', 'l'],
  ['r', 'r'],
  ['m', 'm'],
  ['n', 'n'],
  ['h', 'h', undefined, true],
  ['h', ''],
  ['ije', 'ie'],
  ['ij', 'i'],
  ['iy', 'i'],
  ['ie', 'i'],
  ['i', 'i'],
  ['j', 'j'],
  ['y', 'j', /[aeou]/, true],
  ['y', 'j', /[aou]/],
  ['y', 'i'],
  ['eij', 'i'],
  ['eau', 'o'],
  ['ei', 'i'],
  ['ey', 'i'],
  ['eu', 'e'],
  ['ee', 'e'],
  ['e', 'e'],
  ['ai', 'i'],
  ['ay', 'i'],
  ['aj', 'i'],
  ['ae', 'a'],
  ['aa', 'a'],
  ['auw', 'u'],
  ['au', 'u'],
  ['aw', 'u', /[^aeiouy]/],
  ['a', 'a'],
  ['ouw', 'u'],
  ['ou', 'u'],
  ['oe', 'u'],
  ['oo', 'o'],
  ['o', 'o'],
  ['ui', 'y'],
  ['uy', 'y'],
  ['ue', 'u'],
  ['uu', 'u'],
  ['u', 'u'],
]

const BY_LETTER: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(RULES, ([written]) => written[0] ?? '')

/** Nothing behind it is listened to. */
const LONGEST = 40

/** The sounds of a word in lower-case Latin letters, one letter a sound. What is no Latin letter makes none. */
export function soundOf(word: string): string {
  const text = word.slice(0, LONGEST)
  let sounds = ''
  for (let at = 0; at < text.length; ) {
    const rule = BY_LETTER.get(text[at] ?? '')?.find(
      ([written, , next, start]) =>
        text.startsWith(written, at) &&
        (!start || at === 0) &&
        (!next || next.test(text[at + written.length] ?? '')),
    )
    for (const sound of rule?.[1] ?? '') if (!sounds.endsWith(sound)) sounds += sound
    at += rule?.[0].length ?? 1
  }
  return sounds.replace(/d$/, 't').replace(/b$/, 'p').replace(/g$/, 'k')
}

const COARSE: Readonly<Record<string, string>> = { d: 't', b: 'p', g: 'k', j: '', f: '' }
const VOWEL = /[aeiouy]/

/**
 * The bones of a word: what is left when every vowel and half vowel behind the beginning goes, and hard and soft are one.
 * Names of scripts that write no short vowels have the same bones in every transliteration.
 */
export function bonesOf(word: string): string {
  const sounds = soundOf(word)
  const first = sounds[0] ?? ''
  let bones = VOWEL.test(first) ? 'a' : COARSE[first] || first
  for (const sound of sounds.slice(1)) {
    const bone = VOWEL.test(sound) ? '' : (COARSE[sound] ?? sound)
    if (bone !== '' && !bones.endsWith(bone)) bones += bone
  }
  return bones
}

/** The consonants of a word as they are written, so that one typing error in the word is at most one in these. */
export const consonantsOf = (word: string): string => word.slice(0, LONGEST).replace(/[aeiouy]/g, '')
