/** What the patterns of danger are built of: people, moments, and how far apart two words may stand. */

/** A pattern may be written over several lines. */
export const tidy = (pattern: string): string => pattern.replace(/\n\s*/g, '')

/**
 * Other words between two that count. No word is longer than this: what is repeated in these patterns has an end
 * everywhere, so that a long text costs no more than its length (docs/decisions/linear-reading.md).
 */
export const some = (most: number): string => String.raw`(?:[\w'-]{1,40},? ){0,${most}}`
/** Letters between two words that count, within a sentence. */
export const near = (most: number): string => `[^.!?;]{0,${most}}`

/** Somebody to whom it is done. */
export const WHOM = tidy(String.raw`(?:haar|d'r|hem|hen|hun|mij|me|ons|ze|je|jou|iemand|mensen|elkaar|(?:zijn|
  haar|de|het|een|die|dat|mijn|hun) (?:\w{1,40} )?(?:vrouw|vrouwen|man|meisjes?|jongens?|kind|kinderen|
  dochter|zoon|vriendin|moeder|zusje|zus|broertje|broer|klant|collega|meid|slachtoffer|baby))`)
export const WHOM_EN = tidy(String.raw`(?:her|him|them|me|us|you|someone|people|(?:his|her|the|a|my|
  their) (?:\w{1,40} )?(?:wife|girls?|boys?|women|child|children|kids?|daughter|son|girlfriend|mother|sister|
  brother|woman|man|colleague|baby))`)
/** Somebody who does it, or is it. */
export const ONE = tidy(`(?:ik|hij|zij|ze|we|wij|iemand|mevrouw|meneer|meisjes?|jongens?|vrouw|
  vrouwen|man|mannen|kind|kinderen|slachtoffers?|klant|dochters?|zoon|mensen|meid|meiden)`)
/** Somebody who may be a minor. */
export const YOUNG =
  tidy(String.raw`(?:minderjarig\w{0,20}|kind|kinderen|meisje|jongen|meid|dochter|zoon|zusje|
  broertje|baby|peuter|tiener|\d{1,2}[ -]?jarige?)`)
export const YOUNG_EN = tidy(String.raw`(?:minor|child|kid|girl|boy|daughter|son|teenager|baby|toddler|
  \d{1,2}[ -]year[ -]old)`)
/** At this moment. */
export const NOW = tidy(`(?:nu|meteen|direct|direkt|op dit moment|momenteel|onmiddellijk|zojuist|
  daarnet|net|nog steeds|snel|dringend|now|right now|immediately|quickly|urgently|at this moment|asap)`)
/** Within hours. */
export const SOON = tidy(`(?:nu|straks|zo|zo meteen|zometeen|dadelijk|vanavond|vannacht|vandaag|
  vanmiddag|over een (?:uur|kwartier|half uur)|morgenvroeg|morgenochtend)`)

/** One of these, from the beginning of a word. */
export const re = (...parts: string[]): RegExp => new RegExp(`\\b(?:${tidy(parts.join('|'))})`, 'g')
