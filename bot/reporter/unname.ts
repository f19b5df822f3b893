/** Once the minutes of a code are over, nothing in the chat names its signal any more. */
import type { App } from '../app/app.ts'
import { TurnProgress } from '../app/turnProgress.ts'
import type { Turn } from '../turn.ts'
import type { CodeSession, Unname } from './codeSession.ts'
import { redrawInPlace } from './draftView.ts'
import { takeOutLater, wasPlaced } from './placeWords.ts'
import { beginTurn, chatIdOf } from './reporterTurn.ts'
import { stillStands } from './takeAway.ts'

/** What is done then in the chat of this turn: without the message that the code was in. */
export function unnameIn(app: App, turn: Turn, session: CodeSession): Unname {
  const here = {
    ...turn,
    id: undefined,
    text: '',
    value: undefined,
    hidden: new Map(),
    progress: new TurnProgress(),
  }
  return () => unname(app, here, session)
}

/**
 * What asks where words belong does not name the signal any more. Not while something is done in this chat: then later.
 * False: not done. @throws StoreUnavailable
 */
async function unname(app: App, turn: Turn, session: CodeSession): Promise<boolean> {
  const chat = chatIdOf(app, turn)
  if (app.turns.busy(chat)) return false
  return app.turns.run(chat, async () => {
    const state = await beginTurn(app, turn)
    const { draft } = state.kept.chat
    // The store was away when these words had just been placed with it.
    if (draft && wasPlaced(state, draft, session)) {
      await takeOutLater(state, draft)
      return true
    }
    // Opened again meanwhile: then the end of that opening does it.
    if (state.opened || !draft?.unplaced) return true
    const redrawn = await redrawInPlace(state)
    return !redrawn || !stillStands(redrawn)
  })
}
