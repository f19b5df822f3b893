/**
 * What was done already within one turn. It is handed on with the turn, because two look at it at the same time: the
 * steps of the turn, and whoever answers in their place when they fail or take too long (`edge/alwaysAnswer`).
 */
export class TurnProgress {
  #block = false
  #alarm = false
  #saved = false

  /** True for whoever asks first: that one shows the 112 block, and nobody else in this turn. */
  claimBlock(): boolean {
    const first = !this.#block
    this.#block = true
    return first
  }

  /** True for whoever asks first: that one lets the alarm go out, and nobody else in this turn. */
  claimAlarm(): boolean {
    const first = !this.#alarm
    this.#alarm = true
    return first
  }

  /** Something of this turn stands in the store. */
  noteSaved(): void {
    this.#saved = true
  }

  get saved(): boolean {
    return this.#saved
  }
}
