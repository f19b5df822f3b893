/** Towns in one form, whichever of their names was written, and however short. */
import { nearlySame } from './edits.ts'
import { oneIj, plainWords } from './plainWords.ts'

/** Other names of towns, in the form that is left below. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['sgravenhage', 'denhaag'],
  ['sgravenhaage', 'denhaag'],
  ['gravenhage', 'denhaag'],
  ['thehague', 'denhaag'],
  ['haag', 'denhaag'],
  ['shertogenbosch', 'denbosch'],
  ['hertogenbosch', 'denbosch'],
  ['bosch', 'denbosch'],
  ['sbosch', 'denbosch'],
  ['adam', 'amsterdam'],
  ['rdam', 'rotterdam'],
  ['fryslan', 'friesland'],
  ['ljouwert', 'leeuwarden'],
])
const SMALL = new Set('aan ad a d de den der het t bij op over onder in van v'.split(' '))
const AROUND = new Set('gem gemeente nh zh nb gld ov fr gn dr lb ut zld nl nederland'.split(' '))

/** A town in one form; undefined where nothing is left. */
export function city(written = ''): string | undefined {
  const words = plainWords(written)
    .map(oneIj)
    .filter((word) => !/^\d/.test(word))
  const own = words.filter((word, at) => !AROUND.has(word) || (at === 0 && words.length === 1))
  const kept = own.filter((word, at) => at === 0 || !SMALL.has(word))
  const joined = kept.join('')
  return joined === '' ? undefined : (OTHERWISE.get(joined) ?? joined)
}

export type CityAgreement = 'same' | 'nearly' | 'differs' | 'missing'

const SHORTEST = 5

/** Two towns compared: also nearly where one is the other with a part of it behind ("Amsterdam Noord"). */
export function citiesAgree(here: string | undefined, there: string | undefined): CityAgreement {
  if (here === undefined || there === undefined) return 'missing'
  if (here === there) return 'same'
  const [short, long] = here.length < there.length ? [here, there] : [there, here]
  if (short.length >= SHORTEST && long.startsWith(short)) return 'nearly'
  return nearlySame(here, there) ? 'nearly' : 'differs'
}
