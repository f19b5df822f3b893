/** What only one colleague did that day, speaks or knows: easily looked up in a diary, and so as telling as a name. */
import type { Fact } from '../../understanding/reading.ts'
import type { Language } from '../../words.ts'
import { type Finding, type Reading, type Rule, words } from './reading.ts'

const always = (vaguer: string) => (): string => vaguer
const rule = (source: string, vaguer: string): Rule => ({
  what: 'firstPerson',
  pattern: words(source),
  vaguer: always(vaguer),
})

const HERE_NL = '(?:verdieping|etage|gang|kamer|werkkamer|werkplek|kantoortuin)'
const AREA_NL = '(?:wijk|buurt|gebied|rayon|stadsdeel|dorp|postcodegebied)'

/** In Dutch and in English. */
export const ONLY_RULES: readonly Rule[] = [
  rule(
    'ik (?:was|ben|zat|stond|werkte) (?:er|daar|hier)(?: \\p{L}{1,12}){0,3} als (?:de )?enige',
    'een collega was er',
  ),
  rule(
    'als (?:de )?enige(?: \\p{L}{2,14}(?:-| )?(?:sprekende|sprekend|spreker))',
    'als iemand die de taal spreekt',
  ),
  rule(
    'als (?:de )?enige(?: (?:collega|medewerker|consulent|boa|vrouw|man|ambtenaar))?',
    'als een van de mensen daar',
  ),
  rule('(?:ik ben|ik was) (?:er )?de enige(?: hier| bij ons)?(?= die )', 'er is iemand'),
  rule(`bij (?:mij|ons|me) in (?:de|het|mijn|onze) ${AREA_NL}`, 'in een wijk'),
  rule(`in (?:mijn|m'n|onze|ons)(?: eigen)? ${AREA_NL}`, 'in een wijk'),
  rule(`op (?:mijn|m'n|onze) ${HERE_NL}`, 'op een verdieping'),
  rule('ik (?:zit|zat)(?= (?:naast|tegenover|achter|vlak bij) )', 'een collega zit'),
  rule(
    "(?:mijn|m'n|onze)(?: vaste| dagelijkse)? (?:route|looproute|surveillance|rondje|dienstauto|dossiers?)",
    'een ronde',
  ),
  rule('as the only (?:one|colleague)(?: (?:here|there))?', 'as one of the people there'),
  rule('as the only \\p{L}{2,14} speaker', 'as somebody who speaks the language'),
  rule('i was the only (?:one|colleague)(?: (?:here|there))?', 'a colleague was'),
  rule('(?:with|near) (?:me|us) in the (?:area|neighbourhood|district)', 'in a neighbourhood'),
  rule('in (?:my|our) (?:area|neighbourhood|district|beat)', 'in a neighbourhood'),
  rule('on (?:my|our) (?:floor|corridor)', 'on a floor'),
]

/** A visit or a shift of the writer's own. */
const VISIT =
  /(?<!\p{L})(?:mijn|m'n|ons|onze|my|our|een|a) (?:\p{L}{1,12} )?(?:huisbezoek|bezoek|controle|spreekuur|dienst|gesprek|keukentafelgesprek|intake|afspraak|ronde|inspectie|visit|home visit|shift|inspection|round|appointment)(?!\p{L})|(?<!\p{L})(?:ik was er|ik ben er|was ik er|ben ik er|ik ben (?:\p{L}{1,12} )?(?:langs|geweest|langsgegaan)|ik ging (?:\p{L}{1,12} )?langs|ging ik (?:\p{L}{1,12} )?langs|op huisbezoek|i was there|i visited|i went there|i dropped by)(?!\p{L})/u
/** A day that can be pointed at in a diary. */
const DAY =
  /(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} ?(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|may|oct)|\d{1,2}[-/.]\d{1,2}|gister|vandaag|vanochtend|vanmiddag|vanmorgen|yesterday|today|this morning/
const HABIT = /^(?:elke|iedere|every|each)(?!\p{L})/u
const ENGLISH = /(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this morning/
const INSTEAD = { nl: 'die week', en: 'that week' } as const

/** The day of a visit that the writer made. */
export function visitFindings(reading: Reading, facts: readonly Fact[], language: Language): Finding[] {
  return facts.flatMap(({ kind, at, value }): Finding[] => {
    if (kind !== 'time') return []
    const from = reading.flatAt(at.from)
    const to = reading.flatAt(at.to)
    const said = reading.flat.slice(from, to)
    if (!DAY.test(`${said} ${value}`) || HABIT.test(said) || !reading.sentence(from).says(VISIT)) return []
    const before = /(?<!\p{L})(?:op|van|on)[ \t]{1,3}$/u.exec(reading.flat.slice(Math.max(0, from - 6), from))
    return [
      {
        what: 'exactTime',
        from: from - (before?.[0].length ?? 0),
        to,
        vaguer: ENGLISH.test(said) ? INSTEAD.en : INSTEAD[language],
      },
    ]
  })
}
