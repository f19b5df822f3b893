/** Nothing written: spaces and empty lines say nothing. */
export const blank = (text: string): boolean => text.trim() === ''

/** Letters and digits of the shortest word that says why. */
const SHORTEST = 3
const SIGN = /[\p{L}\p{N}]/gu

/**
 * No reason: a full stop, or a letter or two, says to nobody why something was done. The trail keeps reasons for whoever
 * asks later, so a sign to get past the form counts as none.
 */
export const noReason = (text: string): boolean => (text.match(SIGN) ?? []).length < SHORTEST
