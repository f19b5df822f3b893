/**
 * "Wrong button, put it back": what was thrown away a moment ago is to come back. Whoever asks this looks whether there is
 * anything to put back; at any other time these are words.
 */

/** Longer than this it is a story. */
const MOST = 80

const UNDO =
  /\b(?:undo|ongedaan|zet (?:(?:het|dat|dit|alles|maar|weer|toch|a\.?u\.?b\.?) ){0,3}terug|terug ?zetten|(?:haal|krijg) (?:ik )?(?:het|dat|dit) (?:weer )?terug|(?:put|bring|get) (?:it|that|this) back|restore (?:it|that|this)|verkeerde knop|wrong button|(?:wilde|wou|bedoelde) (?:het|dat|dit|hem) (?:helemaal |toch |juist )?niet (?:wissen|weggooien|verwijderen|weg)|(?:niet|per ongeluk) (?:gewist|weggegooid|verwijderd)|(?:did not|didn['’]?t) (?:mean|want|intend) to (?:delete|erase|wipe)|(?:deleted|erased|wiped) (?:it |that )?by (?:accident|mistake))(?!\p{L})/iu

/** Where it says so. Undefined: it does not. */
export function undoIn(text: string): { from: number; to: number; words: string } | undefined {
  const found = text.length > MOST ? null : UNDO.exec(text)
  if (!found) return undefined
  const [words] = found
  return { from: found.index, to: found.index + words.length, words }
}
