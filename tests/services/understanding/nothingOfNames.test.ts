/** Names, and words for where somebody comes from or what they believe, move nothing that is understood (AVG 9, FSV). */
import { describe, expect, test } from '@jest/globals'
import type { Reading } from '../../../services/understanding/reading.ts'
import { understand } from '../../../services/understanding/understand.ts'

const STORIES = [
  'NAME zegt dat zijn ORIGIN baas geen loon betaalt en zijn paspoort heeft',
  'er slapen zes ORIGIN mannen in een schuur bij NAME',
  'een ORIGIN meisje van 16 wordt elke avond opgehaald door NAME',
  'mijn collega NAME neemt geld aan van een ORIGIN ondernemer',
  'haar ORIGIN man slaat haar, zegt NAME',
  'NAME uit de ORIGIN familie mag nooit naar buiten',
  'is dit iets? de ORIGIN kapper van NAME heeft nooit klanten',
  'liever niet met mijn naam erbij, NAME is ORIGIN en kent mij',
  'bel NAME even terug',
  'bij NAME staan tien ORIGIN mensen ingeschreven',
]
const NAMES = ['Jan', 'Mehmet', 'Fatima', 'Kasia', 'Willemijn', 'Xhevahire', 'Tjaardt']
const ORIGINS = [
  'Poolse',
  'Nederlandse',
  'Turkse',
  'Marokkaanse',
  'Chinese',
  'islamitische',
  'christelijke',
  'Fictavische',
]

/** Everything but facts, language and the places: what is understood, not where the words stand. */
function understood({
  danger,
  forks,
  intent,
  subjects,
  age,
  certainty,
  urgency,
  degree,
  consult,
  missing,
}: Reading) {
  return {
    danger: danger.level,
    forks: forks.map(({ fork, sure }) => ({ fork, sure })),
    intent: intent.intent,
    subjects: subjects.map(({ kind, sure }) => ({ kind, sure })),
    minor: age.minor?.is,
    dependent: age.dependent?.sure,
    certainty: certainty?.value,
    urgency: urgency?.value,
    degree: degree?.value,
    consult: consult?.sure,
    missing,
  }
}

describe.each(STORIES)('%s', (story) => {
  const as = (name: string, origin: string) =>
    understood(understand([story.replaceAll('NAME', name).replaceAll('ORIGIN', origin)]))
  test('whoever it is', () => {
    const first = as('Jan', 'Poolse')
    for (const name of NAMES) expect({ name, ...as(name, 'Poolse') }).toEqual({ name, ...first })
  })
  test('wherever from', () => {
    const first = as('Jan', 'Poolse')
    for (const origin of ORIGINS) expect({ origin, ...as('Jan', origin) }).toEqual({ origin, ...first })
  })
})
