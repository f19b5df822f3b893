/**
 * Danger that was spoken of, taken back in a sentence: "there is no danger, I was wrong", "false alarm". Asked only where
 * danger stands, or where it was asked whether there is any. Pure.
 */
import { normalForm } from '../../privacy/flatten.ts'
import { readDanger } from '../danger/readDanger.ts'

/** `sure`: it says so, and nothing else that speaks of danger or doubt. `doubt`: it may say so, and is asked. */
export type TakenBack = 'sure' | 'doubt' | undefined

/** Longer than this it is a story, in which such words may mean anything. */
const MOST = 200

/** That there is none. */
const NONE =
  /\b(?:(?:er is |is |het is )?(?:toch |echt |gelukkig |nu |er |helemaal )?geen (?:acuut |direct |echt |enkel )?gevaar(?: meer)?|niet (?:meer )?in gevaar|niemand (?:is |was )?(?:meer )?in gevaar|(?:loos|vals) alarm|(?:there is |there's |there was )?no (?:real |immediate )?danger(?: any ?more)?|(?:nobody|no one) (?:is |was )?in danger|not in danger|false alarm)\b/g
/** That it was something else. */
const WRONG =
  /\b(?:ik vergiste (?:me|mij)|ik heb (?:me|mij) vergist|(?:een |mijn )?vergissing|foutje|(?:een )?grapje?|(?:een )?oefening|my mistake|i was (?:wrong|mistaken)|i made a mistake|just (?:a )?(?:joke|drill|test))\b/g
/** Said by somebody else, wondered, hoped, or only for a while. */
const DOUBT =
  /[?]|\b(?:misschien|weet (?:ik )?niet|niet zeker|denk|hoop|geloof|volgens|zegt|zei|zeggen|beweert|als|indien|of er|nog|voorlopig|even|maar|maybe|perhaps|not sure|think|hope|guess|says|said|claims|if|whether|for now|but)\b/

/** What these words say of danger that was spoken of before. */
export function readTakenBack(text: string): TakenBack {
  if (text.length > MOST) return undefined
  const said = normalForm(text).toLowerCase()
  const none = said.match(NONE) !== null
  const wrong = said.match(WRONG) !== null
  if (!none && !wrong) return undefined
  // What is left without these words may be danger all the same.
  const rest = said.replace(NONE, ' ').replace(WRONG, ' ')
  const { level } = readDanger([rest])
  switch (level) {
    case 'ring':
      return undefined
    case 'ask':
      return 'doubt'
    case 'none':
      return none && !DOUBT.test(rest) ? 'sure' : 'doubt'
    default:
      return level satisfies never
  }
}
