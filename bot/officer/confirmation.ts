/** The line above the dossier that says what was just done. */
import { texts } from '../../cards/texts/index.ts'
import { dayInWords } from '../../cards/when.ts'
import { officerOf, partnerOf } from '../../services/municipality/municipality.ts'
import type { OfficerDeed } from '../../services/signal/command.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { OfficerTurn } from './view.ts'

/** What was done, in words; nothing for looking. */
export function confirmationOf(
  desk: OfficerTurn,
  record: SignalRecord,
  deed: OfficerDeed,
): string | undefined {
  const { language, turn } = desk
  const { municipality } = turn
  const t = texts(language).officer
  switch (deed.do) {
    case 'view':
    case 'reveal':
      return undefined
    case 'take':
      return t.done.take(record.reference)
    case 'handTo':
      return t.done.handTo(record.reference, officerOf(municipality, deed.officer)?.name ?? '')
    case 'setUrgency':
      return t.done.setUrgency(t.urgencies[deed.urgency])
    case 'setMinor':
      return t.done.setMinor(t.minors[deed.minor])
    case 'decide':
      return t.done.decide(t.outcomes[deed.outcome])
    case 'handOver':
    case 'partnerAnswered': {
      const route = record.routes.find((r) => r.id === deed.route)
      const name = route ? (partnerOf(municipality, route.partner)?.name[language] ?? '') : ''
      if (deed.do === 'partnerAnswered' || !route) return t.done.partnerAnswered(name)
      return t.done.handOver(name, dayInWords(route.answerBy, language))
    }
    case 'feedBack':
      return record.code && deed.form === 'message' ? t.code.done.feedBack : t.done.feedBack[deed.form]
    case 'endConsultation':
      return t.done.endConsultation[deed.choice]
    case 'keepAgainstWish':
      if (record.code) return t.code.done.keepAgainstWish
      return record.vaultKey ? t.done.keepAgainstWish : t.done.keepAgainstWishAnonymous
    case 'close':
      return t.done.close(record.reference)
    case 'freeze':
    case 'unfreeze':
    case 'correct':
    case 'told':
    case 'erase':
    case 'keepLonger':
      return t.doneRights[deed.do]
    case 'destroy':
      return undefined
    case 'ask':
    case 'advise':
      return record.code ? t.code.done[deed.do] : t.done[deed.do]
    case 'note':
    case 'called':
      return t.done[deed.do]
  }
}
