/**
 * What else the writer goes by: account, mail, telephone, as the directory has them, to point them out in what was
 * written. A hint that is missed holds nothing up.
 *
 * It is asked for whoever types, whatever they choose: that it was asked says no more than that this person writes to the
 * bot, which Teams keeps anyway, and never that somebody wanted to stay unknown (docs/decisions/words-that-people-type.md).
 */
import { PersonId } from '../../services/graph/port.ts'
import type { Own } from '../../services/privacy/identifying/hints.ts'
import { inTime } from '../app/deadline.ts'
import type { FoundContacts } from './contactsMemory.ts'
import type { ReporterTurn } from './reporterTurn.ts'

/** Waiting for this takes at most one in so many parts of the time for an answer. */
const SHARE = 4

const NOTHING: Own = { names: [], accounts: [], mails: [], phones: [] }

const both = (one: Own, other: Own): Own => ({
  names: [...one.names, ...other.names],
  accounts: [...one.accounts, ...other.accounts],
  mails: [...one.mails, ...other.mails],
  phones: [...one.phones, ...other.phones],
})

/** Never rejects: what is not answered is not known. */
async function look({ app, turn }: ReporterTurn): Promise<FoundContacts> {
  const entra = turn.reporter.entra()
  const asked = [
    app.teams.contacts?.(turn.place, turn.member),
    entra === undefined ? undefined : app.graph.contacts?.(turn.municipality.tenant, new PersonId(entra)),
  ]
  const answers = await Promise.allSettled(asked)
  let own = NOTHING
  let whole = true
  for (const answer of answers) {
    if (answer.status === 'fulfilled' && answer.value === undefined) continue
    if (answer.status === 'fulfilled' && answer.value && 'own' in answer.value)
      own = both(own, answer.value.own)
    else whole = false
  }
  return { own, whole }
}

/** Asks, or gives what is known of the last minutes. */
function ask(state: ReporterTurn): Promise<Own> {
  const { app, turn, kept } = state
  const chat = `${turn.municipality.id} ${kept.chat.id}`
  return app.contacts.known(chat, () => app.turns.run(`contacts ${chat}`, () => look(state)))
}

/** Begins to ask, without waiting: the answer is there when somebody wants to stay unknown. */
export const askWriter = (state: ReporterTurn): void => void ask(state)

/** From here on the turn knows what else its writer goes by, as far as it was answered in time. */
export async function knowWriter(state: ReporterTurn): Promise<void> {
  const answered = await inTime(ask(state), state.app.answerWithin / SHARE)
  if (answered !== 'late') state.turn.reporter.alsoKnownBy(answered.done)
}
