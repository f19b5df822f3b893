/**
 * What else somebody goes by: account, mail, telephone, as the directory has them, to point them out in what they wrote.
 * Known for a few minutes, in memory only; never stored, never logged. A hint that is missed holds nothing up.
 *
 * It is asked for whoever types, whatever they choose: that it was asked says no more than that this person writes to the
 * bot, which Teams keeps anyway, and never that somebody wanted to stay unknown (docs/decisions/words-that-people-type.md).
 */
import { PersonId } from '../../services/graph/port.ts'
import type { Own } from '../../services/privacy/identifying/hints.ts'
import { ShortMemory } from '../../services/vault/shortMemory.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { chatIdOf, type ReporterTurn } from './chat.ts'

const MOST = 500
const KNOWN_MS = 10 * 60_000
/** After an answer that lacks something the other side is left alone for a while. */
const TRIED_MS = 60_000
/** As much of the time for an answer as waiting for this may take. */
const SHARE = 4

type Memory = { known: ShortMemory<Promise<Own>>; tried: ShortMemory<Promise<Own>> }
const memories = new WeakMap<App, Memory>()

function memoryOf(parts: App): Memory {
  const clock = parts.elapsed ?? (() => Date.parse(parts.now()))
  const memory = memories.get(parts) ?? {
    known: new ShortMemory<Promise<Own>>(MOST, KNOWN_MS, clock),
    tried: new ShortMemory<Promise<Own>>(MOST, TRIED_MS, clock),
  }
  memories.set(parts, memory)
  return memory
}

const NOTHING: Own = { names: [], accounts: [], mails: [], phones: [] }

const both = (one: Own, other: Own): Own => ({
  names: [...one.names, ...other.names],
  accounts: [...one.accounts, ...other.accounts],
  mails: [...one.mails, ...other.mails],
  phones: [...one.phones, ...other.phones],
})

/** Never rejects: what is not answered is not known. */
async function look({ parts, turn }: ReporterTurn): Promise<{ own: Own; whole: boolean }> {
  const entra = turn.reporter.entra()
  const asked = [
    parts.teams.contacts?.(turn.place, turn.member),
    entra === undefined ? undefined : parts.graph.contacts?.(turn.municipality.id, new PersonId(entra)),
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
function ask(talk: ReporterTurn): Promise<Own> {
  const { parts, turn } = talk
  const { known, tried } = memoryOf(parts)
  const chat = `${turn.municipality.id} ${chatIdOf(parts, turn)}`
  const before = known.get(chat) ?? tried.get(chat)
  if (before) return before
  const asked = parts.turns.run(`who ${chat}`, () => look(talk))
  const own = asked.then((it) => it.own)
  known.set(chat, own)
  void asked.then(({ whole }) => {
    if (whole) return
    known.forget(chat)
    tried.set(chat, own)
  })
  return own
}

/** Begins to ask, without waiting: the answer is there when somebody wants to stay unknown. */
export const askWriter = (talk: ReporterTurn): void => void ask(talk)

/** From here on the turn knows what else its writer goes by, as far as it was answered in time. */
export async function knowWriter(talk: ReporterTurn): Promise<void> {
  const answered = await inTime(ask(talk), talk.parts.answerWithin / SHARE)
  if (answered !== 'late') talk.turn.reporter.alsoKnownBy(answered.done)
}
