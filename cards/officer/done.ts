/** The line above the dossier that says what was just done, for each deed by its name. */
import { type Municipality, officerOf } from '../../services/municipality/municipality.ts'
import type { OfficerDeed, OfficerDeedName } from '../../services/signal/deeds/data.ts'
import { isReachable } from '../../services/signal/reading/feedback.ts'
import { waitsForCode } from '../../services/signal/reading/standing.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Language } from '../../services/words.ts'
import { texts } from '../texts/index.ts'
import { dayInWords } from '../when.ts'
import { partnerName } from './lookups.ts'

type Done = { record: SignalRecord; municipality: Municipality; language: Language }
type Words = ReturnType<typeof texts>['officer']

/** Nothing where what is shown says it by itself. */
const OFFICER_DONE: {
  [D in OfficerDeedName]: (t: Words, deed: OfficerDeed<D>, it: Done) => string | undefined
} = {
  view: () => undefined,
  take: (t, _deed, { record }) => t.done.take(record.reference),
  handTo: (t, { officer }, { record, municipality }) =>
    t.done.handTo(record.reference, (officer && officerOf(municipality, officer)?.name) ?? ''),
  note: (t) => t.done.note,
  ask: (t, _deed, { record }) => (waitsForCode(record) ? t.code.done.ask : t.done.ask),
  called: (t) => t.done.called,
  setUrgency: (t, { urgency }) => t.done.setUrgency(t.words.urgencies[urgency]),
  setMinor: (t, { minor }) => t.done.setMinor(t.words.minors[minor]),
  decide: (t, { outcome }) => t.done.decide(t.words.outcomes[outcome]),
  handOver: (t, deed, it) => {
    const route = it.record.routes.find(({ id }) => id === deed.route)
    const name = nameOfRoute(deed, it)
    return route
      ? t.done.handOver(name, dayInWords(route.answerBy, it.language))
      : t.done.partnerAnswered(name)
  },
  partnerAnswered: (t, deed, it) => t.done.partnerAnswered(nameOfRoute(deed, it)),
  feedBack: (t, { form }, { record }) =>
    waitsForCode(record) && form === 'message' ? t.code.done.feedBack : t.done.feedBack[form],
  advise: (t, _deed, { record }) => (waitsForCode(record) ? t.code.done.advise : t.done.advise),
  endConsultation: (t, { choice }) => t.done.endConsultation[choice],
  keepAgainstWish: (t, _deed, { record }) => {
    if (waitsForCode(record)) return t.code.done.keepAgainstWish
    if (isReachable(record)) return t.done.keepAgainstWish.reachable
    return record.reporterLeft ? t.done.keepAgainstWish.left : t.done.keepAgainstWish.anonymous
  },
  close: (t, _deed, { record }) => t.done.close(record.reference),
  reveal: (t) => t.done.reveal,
  freeze: (t) => t.done.freeze,
  unfreeze: (t) => t.done.unfreeze,
  correct: (t) => t.done.correct,
  recipientInformed: (t) => t.done.recipientInformed,
  erase: (t) => t.done.erase,
  keepLonger: (t) => t.done.keepLonger,
  // The list says how many.
  destroy: () => undefined,
}

function nameOfRoute(deed: { route: string }, { record, municipality, language }: Done): string {
  const route = record.routes.find(({ id }) => id === deed.route)
  return route ? partnerName(municipality, route.partner, language) : ''
}

/** What was done, in words; nothing for looking. */
export function doneInWords<D extends OfficerDeedName>(deed: OfficerDeed<D>, it: Done): string | undefined {
  const say: (t: Words, deed: OfficerDeed<D>, it: Done) => string | undefined = OFFICER_DONE[deed.do]
  return say(texts(it.language).officer, deed, it)
}
