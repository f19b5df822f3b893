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
  ['qu', 'k', /[ei]/],
  ['qu', 'kf'],
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
  let last = ''
  for (let at = 0; at < text.length; ) {
    const rule = BY_LETTER.get(text[at] ?? '')?.find(
      ([written, , next, start]) =>
        text.startsWith(written, at) &&
        (!start || at === 0) &&
        (!next || next.test(text[at + written.length] ?? '')),
    )
    // Doubled letters sound once; with a silent one between them they do not.
    for (const sound of rule?.[1] ?? '') if (last !== sound) sounds += sound
    last = rule?.[1].at(-1) ?? ''
    at += rule?.[0].length ?? 1
  }
  return sounds.replace(/d$/, 't').replace(/b$/, 'p').replace(/g$/, 'k')
}

/** Consonants that scripts and ears keep apart, or do not: hard and soft are one, and half vowels none. */
const BONES: readonly (readonly [written: string, bone: string])[] = [
  ['schtsch', 's'],
  ['shch', 's'],
  ['tsch', 's'],
  ['tsj', 's'],
  ['tch', 's'],
  ['sch', 's'],
  ['sh', 's'],
  ['sj', 's'],
  ['zh', 's'],
  ['ts', 's'],
  ['tz', 's'],
  ['cz', 's'],
  ['th', 't'],
  ['dh', 't'],
  ['dj', 'J'],
  ['dzh', 'J'],
  ['kh', 'K'],
  ['gh', 'k'],
  ['ph', 'p'],
  ['ch', 'C'],
  ['ck', 'k'],
  ...([...'bpf'].map((letter) => [letter, 'p']) as [string, string][]),
  ...([...'td'].map((letter) => [letter, 't']) as [string, string][]),
  ...([...'kgq'].map((letter) => [letter, 'k']) as [string, string][]),
  ...([...'sz'].map((letter) => [letter, 's']) as [string, string][]),
  ...([...'lrmn'].map((letter) => [letter, letter]) as [string, string][]),
  ['x', 'ks'],
  ['c', 'k'],
  ['j', 'Y'],
  ['v', 'V'],
]

const BONES_BY_LETTER: ReadonlyMap<string, typeof BONES> = Map.groupBy(BONES, ([written]) => written[0] ?? '')

/** What a doubtful one may be: the usual first. */
const DOUBTFUL: Readonly<Record<string, readonly [string, string]>> = {
  C: ['s', 'k'],
  K: ['k', ''],
  J: ['j', 'k'],
  Y: ['', 'k'],
  V: ['', 'p'],
}

/** The bones with the doubtful ones as capitals. */
function roughBones(word: string): string {
  const text = word.slice(0, LONGEST)
  let bones = ''
  let last = ''
  for (let at = 0; at < text.length; ) {
    const letter = text[at] ?? ''
    const found = BONES_BY_LETTER.get(letter)?.find(([written]) => text.startsWith(written, at))
    const bone = at === 0 ? (beginning(letter) ?? found?.[1] ?? '') : (found?.[1] ?? '')
    if (bone !== last) bones += bone
    last = bone
    at += found?.[0].length ?? 1
  }
  return bones
}

/** What a word begins with is kept, also when it is a vowel or half a one. */
function beginning(letter: string): string | undefined {
  if ('aeiou'.includes(letter)) return 'a'
  if (letter === 'y' || letter === 'j') return 'j'
  if (letter === 'w' || letter === 'v') return 'p'
  return letter === 'h' ? 'h' : undefined
}

/**
 * The bones of a word: what is left when every vowel and half vowel behind the beginning goes, and hard and soft are one.
 * Names of scripts that write no short vowels have the same bones in every transliteration.
 */
export const bonesOf = (word: string): string =>
  roughBones(word).replace(/[CJKYV]/g, (doubtful) => DOUBTFUL[doubtful]?.[0] ?? '')

/** All bones that a word may have, `bonesOf` first: at most eight, for "ch", "j", "kh" and "v" are written for several sounds. */
export function manyBonesOf(word: string): string[] {
  let found = ['']
  for (const bone of roughBones(word)) {
    const either = DOUBTFUL[bone] ?? [bone]
    found = either.slice(0, found.length > 4 ? 1 : 2).flatMap((one) => found.map((before) => before + one))
  }
  const first = word[0] === 'j' ? found.map((bones) => bones.replace(/^j/, 'k')) : []
  return [...new Set([...found, ...first])].slice(0, 8)
}

/** The consonants of a word as they are written, so that one typing error in the word is at most one in these. */
export const consonantsOf = (word: string): string => word.slice(0, LONGEST).replace(/[aeiouy]/g, '')
