/** Whose number or address is it? One's own gives the writer away; that of the advertisement is what it is about. */
import { ROLES, SALUTATIONS } from '../../understanding/facts/words/names.ts'
import type { Reading } from './reading.ts'

/** How much of the sentence before and behind a number is looked at. */
const BEFORE = 100
const AFTER = 40

const OWN = new RegExp(
  [
    String.raw`(?<!\p{L})(?:mijn|m'n|mn|ons|onze|my|our)(?: \p{L}{1,20}){0,2}(?: is| :|:|=)?[^\p{L}]{0,4}$`,
    String.raw`(?<!\p{L})(?:mij|me|ik|ons)(?: \p{L}{1,14}){0,3}[^\p{L}]{0,4}$`,
  ].join('|'),
  'u',
)
/** Who is told to call or to write is told it by the writer. */
const CALL =
  /(?<!\p{L})(?:bel|bellen|mail|mailen|mailtje|app|appen|sms|call|text|phone|bereikbaar|intern|toestel|doorkies|contact|nummer is|number is|reach|terugbellen|handtekening|groet|groetjes|mvg)(?!\p{L})/u
const OTHERS = new Set(
  [
    'zijn haar hun hem hen his her their him them he she they hij zij ze die dat deze wie iemand eigen dit',
    'advertentie advertenties flyer folder site website poster raam bord briefje kaartje visitekaartje profiel account',
    'annonce marktplaats facebook telegram instagram whatsapp snapchat contract factuur busje auto bus etalage deur app',
    'belt belde belden appt appte gebeld gemaild mailde stond staan staat noemde gaf geeft kreeg krijg klanten',
    'restaurant bedrijf uitzendbureau winkel hotel zorgbureau stichting telefoonlijst ad advert website klantenservice',
    'nummers rekening telefoons contactpersoon contacten klant helpdesk beller bellers chauffeurs',
  ]
    .join(' ')
    .split(' '),
)

const wordsOf = (flat: string): string[] => flat.match(/\p{L}+/gu) ?? []
const isOther = (word: string): boolean => OTHERS.has(word) || ROLES.has(word) || SALUTATIONS.has(word)

/** Is what stands at these places of the flat text the writer's own, as far as the words around it say? */
export function isOwn(reading: Reading, from: number, to: number): boolean {
  const begin = Math.max(reading.sentence(from).from, from - BEFORE)
  const before = reading.flat.slice(begin, from)
  if (OWN.test(before)) return true
  const behind = reading.flat.slice(to, to + AFTER).split(/[.!?\n]/, 1)[0] ?? ''
  const words = wordsOf(before)
  const call = CALL.test(before)
  // "bel hem op", "het nummer van de eigenaar is", "op de flyer: bel".
  if (words.some(isOther) || (!call && wordsOf(behind).slice(0, 5).some(isOther))) return false
  return call
}
