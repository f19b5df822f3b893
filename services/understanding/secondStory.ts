/** A second story that says so itself, in its first words: "something else: …". Pure. */
import { normalForm } from '../privacy/flatten.ts'

/** Only the beginning is looked at. */
const MOST = 90

/** A few small words may stand before it, and a few behind it before the story begins. */
const SECOND =
  /^(?:(?:en|oh|o|ok|oke|okay|ja|hoi|hallo|sorry|trouwens|verder|dan|nu|ik heb|ik zie|er is|heb|ook|nog|even|and|also|hi|now|i have|there is)[ ,]{1,2}){0,4}(?:(?:heel |totaal |compleet )?(?:iets|wat) (?:heel |totaal )?anders|een (?:heel )?(?:ander|andere|tweede|nieuw|nieuwe) (?:geval|verhaal|signaal|zaak|melding|situatie|kwestie)|(?:another|a second|a different|a new) (?:thing|case|story|report|matter|situation)|something (?:(?:completely|totally|very) )?(?:else|different))(?! dan | than )(?: \p{L}{1,12}){0,4} {0,2}[:,.;!\n-]/u

/** Does it say of itself that it is about something else than what came before? */
export const isSecondStory = (text: string): boolean =>
  SECOND.test(normalForm(text.slice(0, MOST)).toLowerCase().trimStart())
