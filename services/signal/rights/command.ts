/** What the software does with a signal by itself when a term passes: it lists and reminds, it destroys no signal. */
export type SystemDeed =
  | { do: 'listForDestruction' }
  | { do: 'takeOffList' }
  | { do: 'remindOfList' }
  /** The reporter's identity is forgotten, some time after the reporter heard the last of it (A042). */
  | { do: 'forgetReporter' }
