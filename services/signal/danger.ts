/**
 * Words of acute danger (C2 U0, A054). A hint, never a decision: it shows 112 first and rings the officer, and the
 * person can take it back at once. Better one alarm too many than one too few; so the past tense counts only where
 * it names something that may still go on.
 */

/** Each says what it looks for; tested by tests/services/signal/danger.test.ts with sentences that must and must not match. */
const NOW = String.raw`(nu|direct|op dit moment|meteen|zojuist|nog steeds|right now|now|at this moment|still)`
const PERSON = String.raw`(hij|zij|ze|iemand|men|die man|die vrouw|haar|hem|me|mij|ons|kind|meisje|jongen|vrouw|man|he|she|they|someone|her|him|them|us|child|girl|boy|woman)`

const ACUTE: readonly RegExp[] = [
  // 112, help now
  /\b112\b/,
  /\b(help|hulp)\b.{0,20}\b(nu|meteen|direct|snel|now|quick(ly)?)\b/,
  /\b(is|zijn|loopt|lopen|verkeert|in|acuut|direct|levens|groot)\s*-?\s*gevaar\b/,
  /\blevensgevaar(lijk)?\b/,
  /\b(in|immediate|acute|grave|mortal)\s+danger\b/,
  // locked up, held
  /\b(opgesloten|vastgehouden|vastgebonden|gegijzeld|ontvoerd|gekidnapt)\b/,
  /\b(zit|houdt|houden|zitten)\b.{0,25}\b(vast|gevangen)\b.{0,40}\b(kan|mag|kunnen|mogen|wil|tegen)\b/,
  /\b(locked (up|in)|held (captive|hostage|against)|kidnapped|tied up|abducted)\b/,
  // violence now, weapon
  /\b(wordt|worden|word|is)\b.{0,25}\b(geslagen|mishandeld|gestoken|verkracht|gewurgd|bedreigd met)\b/,
  /\b(slaat|schopt|steekt|wurgt|verkracht|mishandelt)\b/,
  /\b(is|are|being|gets|getting)\b.{0,20}\b(beaten|hit|stabbed|raped|strangled|attacked)\b/,
  /\b(pistool|vuurwapen|geweer|machete)\b/,
  /\b(heeft|met|trekt|zwaait|dreigt)\b.{0,20}\b(mes|wapen|bijl|hamer)\b/,
  /\b(has|with|pulled|holding)\b.{0,20}\b(a )?(knife|gun|weapon|axe)\b/,
  /\b(gaat|wil|zal|dreigt)\b.{0,30}\b(vermoorden|doodmaken|doodslaan|neersteken|doodschieten|dood)\b/,
  /\b(going to|wants to|will|threatens to)\b.{0,30}\b(kill|murder|stab|shoot)\b/,
  /\b(zelfmoord|zichzelf iets aandoen|uit het raam springen|suicid\w*|kill (him|her)self)\b/,
  // asks for help and is here now, leaves within hours
  /\b(staat|zit|is)\b.{0,30}\b(hier|voor me|aan de balie|voor mijn neus|bij mij)\b.{0,60}\b(hulp|help|bang|gevlucht|weg ?gelopen|huilt)\b/,
  /\b(vraagt|smeekt|roept|schreeuwt|gilt)\b.{0,20}\b(om )?hulp\b/,
  /\b(asks?|begs?|begging|screams?|screaming|cries|crying)\b.{0,20}\bfor help\b/,
  /\b(wordt|worden)\b.{0,20}\b(nu|straks|zo|vanavond|vandaag)\b.{0,30}\b(opgehaald|meegenomen|weggebracht)\b/,
  /\b(being|will be)\b.{0,20}\btaken away\b/,
  // missing minor
  /\b(minderjarige?|kind|meisje|jongen|dochter|zoon)\b.{0,30}\b(vermist|verdwenen|weggelopen)\b/,
  /\b(minor|child|girl|boy|daughter|son)\b.{0,30}\b(missing|disappeared|ran away)\b/,
  // the reporter is threatened on the spot
  /\b(hij|zij|ze|man|vrouw|klant)\b.{0,25}\bbedreigt\b.{0,15}\b(mij|me|ons)\b/,
  /\bik (word|ben)\b.{0,15}\b(bedreigd|niet veilig|bang voor mijn leven)\b/,
  /\b(threatening|threatens) (me|us)\b/,
  new RegExp(`\\b${NOW}\\b.{0,40}\\b(gevaar|onveilig|danger|unsafe)\\b`),
  new RegExp(`\\b(gevaar|danger)\\b.{0,40}\\b${NOW}\\b`),
  /\b(bloedt|bewusteloos|bleeding|unconscious|ademt niet|not breathing)\b/,
  new RegExp(`\\b${PERSON}\\b.{0,20}\\b(gilt|schreeuwt|is screaming)\\b`),
]

/** Said explicitly: no danger. Only these exact shapes, so that a denial inside a story does not hide one. */
const NONE: readonly RegExp[] = [
  /\b(geen|niet in|zonder) (direct |acuut |acute |onmiddellijk |levens)?gevaar\b/g,
  /\b(no|not in|without) (any |immediate |acute )?danger\b/g,
  /\b(geen|niet) 112\b/g,
]

/** Does this text speak of acute danger? Diacritics, case and line ends do not matter. */
export function speaksOfDanger(text: string): boolean {
  let plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ')
  for (const none of NONE) plain = plain.replaceAll(none, ' ')
  return ACUTE.some((pattern) => pattern.test(plain))
}
