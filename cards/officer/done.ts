/** The line above the dossier that says what was just done, for each deed by its name. */
import { type Municipality, officerOf } from '../../services/municipality/municipality.ts'
import type { OfficerDeed, OfficerDeedName } from '../../services/signal/deeds/data.ts'
import { isReachable } from '../../services/signal/reading/feedback.ts'
import { openHelp } from '../../services/signal/reading/help.ts'
import { openRecipientTasks } from '../../services/signal/reading/recipients.ts'
import { turnOf } from '../../services/signal/reading/routes.ts'
import { waitsForCode } from '../../services/signal/reading/standing.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { impossible, type Language } from '../../services/words.ts'
import { plain } from '../plain.ts'
import { texts } from '../texts/index.ts'
import { dayInWords } from '../when.ts'
import { ownerName, routeName } from './lookups.ts'

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
  called: (t, { reached }) => (reached ? t.done.called[reached] : undefined),
  setUrgency: (t, { urgency }) => t.done.setUrgency(t.words.urgencies[urgency]),
  setMinor: (t, { minor }) => t.done.setMinor(t.words.minors[minor]),
  decide: (t, { outcome }, it) => {
    const said = t.done.decide(t.words.outcomes[outcome])
    const open = openHelp(it.record, it.municipality)
    if (!open) return said
    const owner = ownerName(it.municipality, open.owner, it.language)
    const { help } = t.follow
    return help.withDecision(said, help.open(owner, dayInWords(open.until, it.language)))
  },
  handOver: (t, deed, it) => {
    const route = it.record.routes.find(({ id }) => id === deed.route)
    const name = nameOfRoute(deed, it)
    const last = route?.sent?.at(-1)
    const { doneLines } = t.handOver
    if (!route) return t.done.partnerAnswered(name)
    if (last?.standing === 'queued') return doneLines.queued(name)
    const said = t.done.handOver(name, dayInWords(route.answerBy, it.language))
    return last?.fillBy ? `${said} ${doneLines.later(dayInWords(last.fillBy, it.language))}` : said
  },
  prepareHandOver: (t) => t.handOver.doneLines.prepare,
  handOverMore: (t) => t.handOver.doneLines.more,
  partnerAnswered,
  answerPartner: (t, deed, it) => t.done.answerPartner(nameOfRoute(deed, it)),
  giveUpRoute: (t, deed, it) => t.done.giveUpRoute(nameOfRoute(deed, it)),
  help: (t, { how }) => t.done.help[how],
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
  move: (t, { reference }) => t.done.move(reference),
  recipientInformed: (t) => t.done.recipientInformed,
  erase: (t) => t.done.erase,
  keepLonger: (t) => t.done.keepLonger,
  // The list says how many.
  destroy: () => undefined,
  confirmFact: (t, { facts }) => t.done.confirmFact(facts.length),
  refuteFact: (t, { fact }, { record }) =>
    openRecipientTasks(record).some((task) => task.fact === fact) ? t.facts.refuteTold : t.done.refuteFact,
  unverifyFact: (t) => t.done.unverifyFact,
  correctFact: (t) => t.done.correctFact,
  addFact: (t) => t.done.addFact,
  setRoles: (t) => t.done.setRoles,
  safeContact: (t) => t.done.safeContact,
  setKinds: (t) => t.done.setKinds,
  weigh: (t) => t.done.weigh,
  setHelpers: (t) => t.done.setHelpers,
  addSpecial: (t) => t.done.addSpecial,
  dropSpecial: (t) => t.done.dropSpecial,
  lookElsewhere: (t) => t.done.lookElsewhere,
  link: (t) => t.cases.done.link,
  unlink: (t) => t.cases.done.unlink,
  caseLead: (t) => t.cases.done.caseLead,
  weighCase: (t, { weighed }) => weighed && t.cases.done.weigh[weighed],
  suppose: (t) => t.cases.done.suppose,
  endSupposing: (t) => t.cases.done.endSupposing,
  plan: (t) => t.cases.done.plan,
  planDone: (t) => t.cases.done.planDone,
  tellFits: (t) => t.cases.done.tellFits,
  movePlan: (t) => t.cases.done.movePlan,
  meet: (t) => t.cases.meetings.done.meet,
  slice: (t) => t.cases.meetings.done.slice,
  invite: (t) => t.cases.meetings.done.invite,
  meetingHeld: (t) => t.cases.meetings.done.held,
  cancelMeeting: (t) => t.cases.meetings.done.cancelled,
  seenAsMatch: () => undefined,
  notSame: (t) => t.known.done.notSame,
  sameAgain: (t) => t.known.done.sameAgain,
  mute: (t) => t.known.done.mute,
  askInsight: (t) => t.decision.done.askInsight,
  insightCame: (t) => t.decision.done.insightCame,
  endInsight: (t) => t.decision.done.endInsight,
  adviceCall: (t) => t.decision.done.adviceCall,
  escalate: (t) => t.decision.done.escalate,
  escalationStep: (t) => t.decision.done.escalationStep,
  answerGuard: (t) => t.decision.done.answerGuard,
  received: (t, deed, it) => t.routes.received.done(nameOfRoute(deed, it)),
  chase: (t, deed, it) => {
    const route = it.record.routes.find(({ id }) => id === deed.route)
    const who = deed.who === undefined ? nameOfRoute(deed, it) : plain(deed.who)
    return route && t.routes.chase.done(who, dayInWords(route.answerBy, it.language))
  },
  followUp: (t, { how }) => t.routes.result.done[how],
  openSealed: (t) => t.routes.sealed.done,
  confirmLinkAnswer: (t, deed, it) =>
    deed.as === 'taken' ? t.outside.done.taken(nameOfRoute(deed, it)) : t.outside.done.aside,
  label: (t) => t.day.label.done,
  watchLonger: (t) => t.day.watch.done,
  lookFile: () => undefined,
  showFile: () => undefined,
  dropFile: (t) => t.files.done.dropFile,
}

/** That it was noted; and whose turn it is, when it was no answer. */
function partnerAnswered(t: Words, deed: OfficerDeed<'partnerAnswered'>, it: Done): string {
  const route = it.record.routes.find(({ id }) => id === deed.route)
  // Passed on: it goes on in the route of whoever has it now.
  const now = it.record.routes.find(({ id }) => id === route?.next) ?? route
  const turn = now && turnOf(now)
  if (!now || !turn || turn.turn === 'done' || turn.turn === 'result')
    return t.done.partnerAnswered(nameOfRoute(deed, it))
  const name = routeName(it.municipality, now, it.language)
  const day = dayInWords(turn.by, it.language)
  switch (deed.what) {
    case 'question':
    case 'passedOn':
    case 'noAnswer':
      return t.follow.noAnswerYet[deed.what](name, day)
    case 'received':
    case 'takenUp':
    case 'notTakenUp':
    case 'result':
      return t.done.partnerAnswered(name)
    default:
      return impossible(deed.what)
  }
}

function nameOfRoute(deed: { route: string }, { record, municipality, language }: Done): string {
  const route = record.routes.find(({ id }) => id === deed.route)
  return route ? routeName(municipality, route, language) : ''
}

/** What was done, in words; nothing for looking. */
export function doneInWords<D extends OfficerDeedName>(deed: OfficerDeed<D>, it: Done): string | undefined {
  const say: (t: Words, deed: OfficerDeed<D>, it: Done) => string | undefined = OFFICER_DONE[deed.do]
  return say(texts(it.language).officer, deed, it)
}
