/**
 * Words of acute danger (C2 U0, A054). A hint, never a decision: it shows 112 first and rings the officer,
 * and the person can take it back at once. Better one alarm too many than one too few; but an alarm for what
 * is long over, or for what is said not to be so, makes the next one count for less.
 */
import { normalForm } from '../../privacy/flatten.ts'
import { tidy } from './dangerParts.ts'
import { CRIES, SIGNS } from './dangerWords.ts'

/** Whole words; the list may be written over several lines. */
const words = (list: string): RegExp => new RegExp(`\\b(?:${tidy(list)})\\b`)
const everywhere = (pattern: string): RegExp => new RegExp(tidy(pattern), 'g')

/** Said to be long over. Hours and days are not long: somebody who was locked up yesterday may still be. */
const LONG_AGO = words(
  `vorige? (?:jaar|maand|week|zomer|winter|najaar|voorjaar|eeuw)|
  (?:jaar|jaren|maand|maanden|week|weken) geleden|destijds|vroeger|indertijd|in (?:19|20)\\d\\d|als kind|ooit|
  last (?:year|month|week|summer|winter)|(?:years?|months?|weeks?) ago|used to|back then|as a child`,
)
/** Or said to go on, whatever else. */
const STILL = words(
  `nu|nog steeds|nog altijd|op dit moment|momenteel|vandaag|vanavond|vannacht|straks|zojuist|weer|opnieuw|
  now|still|today|tonight|again`,
)
/** Being held, told as something that was; unless it was so lately that it may still be. */
const HELD = /opgeslo|vastgehouden|vastgebonden|gegijzel|ontvoer|gekidnapt|locked|kidnapped|abducted/
const HELD_THEN = words('werd|werden|zat|zaten|was|waren|were')
const LATELY = words('gisteren|vannacht|vanochtend|vanmiddag|net|hier|yesterday|this morning|last night|here')
/** Waiting and fetching are every day's work, where they are done every day. */
const HABIT = words('elke|iedere|altijd|meestal|steeds|regelmatig|vaak|every|always|usually|often')
/** Seen or learnt somewhere, not met. */
const HEARD_OF = words(
  `op tv|televisie|in de krant|op het nieuws|documentaire|training|cursus|voorlichting|film|serie|podcast|
  e-learning|workshop|on tv|in the news|movie`,
)

/** Directly before a sign, or within it: it is not so. */
const NOT_BEFORE = everywhere(
  `\\b(?:geen|niet|nooit|niemand|zonder|no|not|never|nobody|isn't|wasn't|aren't)
  (?: (?:meer|langer|echt|direct|zomaar|een|any|a|being|longer))? $`,
)
const NOT_WITHIN = words('geen|nooit|niemand|niets|no|never|nobody|nothing')
const NOT_AT_ALL = words(
  `niet (?:meer |langer |echt )?(?:opgesloten|vastgehouden|geslagen|mishandeld|bedreigd|verkracht|in gevaar|
  dood|gewond|bewusteloos|vermist|weggelopen)|not (?:in danger|locked|beaten|hurt|missing|being)`,
)

/** What a sign is said of that makes it something else. */
const THINGS = words(
  `paspoort\\w{0,40}|passen|pas|bankpas\\w{0,40}|pinpas\\w{0,40}|geld|loon|salaris|document\\w{0,40}|papieren|post|id|id-kaart|
  borg|uitkering|auto|fiets|telefoon|hond|honden|kat|passport|wages|salary|money|documents`,
)
const CUSTODY = words(
  `politie|gevangenis|cel|detentie|bajes|gedetineerd\\w{0,40}|justitie|hechtenis|prison|jail|police|custody`,
)
const KITCHEN = words(
  `kok|keuken|koksmes|slager\\w{0,40}|slagerij|snijd\\w{0,40}|groente\\w{0,40}|vlees|kapper\\w{0,40}|timmer\\w{0,40}|bouw|kitchen|
  butcher|slaughterhouse|cook|chef|vegetables`,
)
const TRADE = words(
  `handel\\w{0,40}|verhandel\\w{0,40}|verkoopt|verkopen|verkocht|vergunning\\w{0,40}|verlof|schietvereniging|jacht\\w{0,40}|
  museum|gemeentewapen|coat of arms|licen[cs]e`,
)

/** Said of the future in general, or not so: taken out before anything is looked for. */
const TAKEN_OUT: readonly RegExp[] = [
  `\\b(?:geen|niet in|zonder|buiten) (?:sprake van )?
    (?:(?:direct|acuut|acute|onmiddellijk|levens|enig) ?)?gevaar\\b`,
  `\\b(?:no|not in|without|out of) (?:any |immediate |acute )?danger\\b`,
  `\\b(?:geen|niet) (?:meteen |direct )?(?:112|levensgevaar)(?: (?:bellen|gebeld))?\\b`,
  // "if there is danger I call 112" is knowing what to do
  `\\b(?:bij|in geval van|als er|zodra er|wanneer er|if there is|in case of) (?:[\\w'-]{1,40} ){0,2}
    (?:gevaar|nood|danger|emergency)\\b(?: is| dreigt| ontstaat)?(?: (?:dan |dat )?(?:bel|moet|zou|kan|mag)
    (?: [\\w'-]{1,40}){0,2} 112(?: [\\w'-]{1,40}){0,2}| 112 (?:moet |kan )?bellen)?`,
  // what is in danger is no person
  `\\b(?:baan|privacy|project|uitkering|vergunning|subsidie|naam|positie|relatie|vertrouwen|bedrijf|begroting|
    planning)\\b[^.!?;]{0,12} (?:is|komt|zijn|loopt|raakt|brengt) (?:[\\w'-]{1,40} ){0,2}(?:in )?gevaar\\b`,
  `\\bvoel\\w{0,40} (?:zich|me|mij)(?: [\\w'-]{1,40}){0,3} opgesloten\\b`,
  // a house, a price, a bus
  `\\b(?:nr|nummer|kamer|lijn|bus|artikel|dossier|pagina|
    \\w{0,40}(?:straat|laan|weg|plein|gracht|kade|dijk|singel|hof|pad)) 112\\b`,
  `(?:€|eur|euro|bedrag) ?112\\b|\\b112(?:[.,]\\d|-)`,
].map(everywhere)

/** The letters around a match that belong to the same sentence. */
function around(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - 90), from)
  const after = text.slice(to, to + 90)
  const start = Math.max(before.lastIndexOf('.'), before.lastIndexOf('!'), before.lastIndexOf('?')) + 1
  const end = after.search(/[.!?]/)
  return before.slice(start) + text.slice(from, to) + (end < 0 ? after : after.slice(0, end))
}

function counts(text: string, found: RegExpExecArray): boolean {
  const sign = found[0]
  const from = found.index
  const sentence = around(text, from, from + sign.length)
  const still = STILL.test(sentence)
  if ((LONG_AGO.test(sentence) || HEARD_OF.test(sentence)) && !still) return false
  if (HELD.test(sign)) {
    if (HELD_THEN.test(sentence) && !still && !LATELY.test(sentence)) return false
    if (/vastgehouden|opgeslo/.test(sign) && (THINGS.test(sentence) || CUSTODY.test(sentence))) return false
  }
  if (/^(?:wacht|zoek|volg)|opgehaald/.test(sign) && HABIT.test(sentence)) return false
  if (text.slice(Math.max(0, from - 24), from).search(NOT_BEFORE) >= 0) return false
  if (NOT_WITHIN.test(sign) || NOT_AT_ALL.test(sign)) return false
  if (/\b(?:mes|bijl|hamer|schaar|stok|knife|axe)\b/.test(sign) && KITCHEN.test(sentence)) return false
  return !(/wapen|pistool|pistolen|geweer|gun|weapon/.test(sign) && TRADE.test(sentence))
}

/** How the patterns see a text: one line, small letters, no diacritics. */
function plainly(text: string): string {
  let plain = normalForm(text)
    .replace(/[^\p{L}\p{N}.!?;,'€-]+/gu, ' ')
    .replace(/\s+/g, ' ')
  for (const none of TAKEN_OUT) plain = plain.replaceAll(none, ' ')
  return plain.replace(/ {2,}/g, ' ')
}

function hits(text: string, pattern: RegExp, accept: (found: RegExpExecArray) => boolean): string[] {
  return [...text.matchAll(pattern)].filter(accept).map(([sign]) => sign)
}

const isThere = (text: string, pattern: RegExp, accept: (found: RegExpExecArray) => boolean): boolean => {
  for (const found of text.matchAll(pattern)) if (accept(found)) return true
  return false
}

const always = () => true

const rings = (plain: string): boolean =>
  CRIES.some((cry) => isThere(plain, cry, always)) ||
  SIGNS.some((sign) => isThere(plain, sign, (found) => counts(plain, found)))

/** A letter that is held: "slaaaat", "heeeelp". */
const STRETCHED = /(\p{L})\1{2,}/gu

/** A stretched letter can stand for two or for one. */
function readings(text: string): string[] {
  const plain = plainly(text)
  return [...new Set([plain, plain.replace(STRETCHED, '$1$1'), plain.replace(STRETCHED, '$1')])]
}

/** Does this text speak of acute danger? Diacritics, case and line ends do not matter. */
export function speaksOfDanger(text: string): boolean {
  return readings(text).some(rings)
}

/** Every place where it does, in small letters and without diacritics; several may be about the same words. */
export function foundIn(text: string): string[] {
  return readings(text).flatMap((plain) => [
    ...CRIES.flatMap((cry) => hits(plain, cry, always)),
    ...SIGNS.flatMap((sign) => hits(plain, sign, (found) => counts(plain, found))),
  ])
}
