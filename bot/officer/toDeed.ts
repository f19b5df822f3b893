/** Clicks of an officer that are a deed just as they come. */
import type { OfficerDeed, Refusal } from '../../services/signal/command.ts'
import type { OnCase } from './actions.ts'

/** What is no page, and needs nothing but its own fields. */
type Plain = Exclude<
  OnCase,
  { verb: 'open' | 'take' | 'page' | 'answerPage' | 'decideBack' | 'decide' | 'decideDays' | 'reveal' }
>

/** The deed of a verb that says in its fields just what it is; a refusal where a field is missing. */
export function toDeed(action: Plain): OfficerDeed | Refusal {
  switch (action.verb) {
    case 'handTo':
      return action.officer
        ? { do: 'handTo', officer: action.officer }
        : { refused: 'needs', field: 'officer' }
    case 'note':
      return { do: 'note', text: action.text }
    case 'ask':
      return { do: 'ask', text: action.text }
    case 'called':
      return { do: 'called' }
    case 'setUrgency':
      return { do: 'setUrgency', urgency: action.urgency, reason: action.reason }
    case 'setMinor':
      return { do: 'setMinor', minor: action.minor }
    case 'handOver':
      return { do: 'handOver', route: action.route }
    case 'partnerAnswered':
      return { do: 'partnerAnswered', route: action.route, what: action.what, note: action.text }
    case 'feedBack':
      return { do: 'feedBack', form: action.form, text: action.text }
    case 'advise':
      return { do: 'advise', text: action.text }
    case 'endConsultation':
      return { do: 'endConsultation', choice: action.choice }
    case 'keepAgainstWish':
      return { do: 'keepAgainstWish', reason: action.reason }
    case 'close':
      return { do: 'close' }
    case 'freeze':
    case 'unfreeze':
    case 'erase':
      return { do: action.verb, reason: action.reason }
    case 'correct':
      return { do: 'correct', passage: action.passage ?? '', text: action.text, reason: action.reason }
    case 'told':
      return { do: 'told', telling: action.telling }
    case 'keepLonger':
      return { do: 'keepLonger', until: action.until, reason: action.reason }
  }
}
