/**
 * The port behind which a text model stands: what a message as a whole sounds like, beside the concepts that were met
 * in it. The product brings a linear one along; an administrator may put a sentence model in its place.
 */

/** What weighed: a feature as it can be printed ("word: opgesloten"), and how much it raised or lowered the score. */
export type TextReason = { feature: string; weight: number }

/** `score`: how likely it is that the text speaks of acute danger, from 0 to 1, where 0.5 is as likely as not. */
export type TextScore = { score: number; reasons: readonly TextReason[] }

export type TextModel = {
  /** For the figures and the log of starting: never anything of a text. */
  readonly name: string
  /**
   * @param text one message, or some that belong together, with line ends between them, as it was typed
   * @returns undefined where there is no answer in time; then the model of the product itself is asked
   */
  score(text: string): TextScore | undefined
  /**
   * Asks about texts that will be read, the most important last, where that takes longer than reading may. Ends within
   * a time of its own, and never rejects.
   */
  prepare?(texts: readonly string[]): Promise<void>
}

let inPlace: TextModel | undefined

/** Puts a model in the place of the product's own, at the start of the process; undefined takes it away again. */
export function placeTextModel(model: TextModel | undefined): void {
  inPlace = model
}

/** What the placed model says; undefined where there is none, or it does not answer in time: then the product's own does. */
export const placedScore = (text: () => string): number | undefined => inPlace?.score(text())?.score

/** Lets the placed model read what will be read; where there is none, or it needs no time, nothing is asked. */
export async function prepareTexts(texts: () => readonly string[]): Promise<void> {
  await inPlace?.prepare?.(texts())
}
