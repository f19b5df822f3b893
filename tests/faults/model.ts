/**
 * A signal as simple as it can be said: what each command must do to it, written down a second time from domain.md (C1
 * states, A007 consultation, A076 decide, A109 answers, A121 feedback) and not from the code. Commands go one after the
 * other; there are no effects, no store and no faults here.
 */
import type { Command } from '../../services/signal/command.ts'
import type { Urgency } from '../../services/signal/words.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Case, Route } from './case.ts'

/** `partner`: of the route that the command is about, for the model knows no ids of routes. */
export type Issued = Command & { partner?: string }

/** What the model says of a command that the bot says it saved: nothing, or why that may not be. */
export type Verdict = string | undefined

const RANK: Record<Urgency, number> = { acute: 3, high: 2, normal: 1, soft: 0 }

/** Cards that may be old: nothing that happened since can spoil these. */
const MAY_BE_OLD = new Set(['view', 'take', 'note', 'ask', 'called', 'reveal', 'advise', 'setMinor'])

const weighty = (it: Case): boolean => it.urgency === 'acute' || it.minor === 'yes'
const holder = (it: Case): OfficerId => it.takenBy ?? it.accountable

function tell(it: Case, message: string): void {
  if (it.reachable) it.messages.push(message)
}
const see = (it: Case): void => {
  it.revision += 1
}
function takeIfFree(it: Case, by: OfficerId): void {
  if (it.takenBy) return
  Object.assign(it, { takenBy: by, accountable: by })
  it.audit.push('take')
  if (it.state === 'received') it.state = 'inTriage'
}
/** What says nothing new of a danger that stands rings nobody anew; everything else does (I.3). */
function ring(it: Case, repeats: boolean): void {
  if (repeats && it.danger === 'now' && it.urgency === 'acute') return
  it.rings += 1
  Object.assign(it, { urgency: 'acute', danger: 'now', called112: 'unknown' })
}
/** Who has it and who is on duty hear at once of what became more urgent; whoever made it so knows (C2, I.3). */
function raise(it: Case, from: Urgency, by: OfficerId): void {
  if (RANK[it.urgency] <= RANK[from]) return
  const hearers = new Set([holder(it), ...it.pair])
  hearers.delete(by)
  if (it.urgency === 'acute') it.raised.push('channel', ...hearers)
  if (it.urgency !== 'high') return
  const [first] = it.pair
  for (const to of hearers) if (to === first || to === holder(it)) it.notices.push(`${to} high`)
}

/** Does one command. @returns why it may not have been saved, if so. */
export function step(it: Case, command: Issued): Verdict {
  if (it.state === 'ended') return 'it had ended'
  return command.actor.role === 'officer'
    ? officerStep(it, command, command.actor.id)
    : reporterStep(it, command)
}

function reporterStep(it: Case, command: Issued): Verdict {
  const closed = it.state === 'closed'
  // An alarm that still stands is taken back also when all is over.
  const stands = command.do === 'noDanger' || command.do === 'say112'
  if (closed && command.do !== 'talk' && !stands) return 'closed'
  switch (command.do) {
    case 'add':
      it.words.push(command.text)
      if (command.acute) ring(it, command.repeats !== undefined)
      it.audit.push('add')
      it.notices.push(`${holder(it)} added`)
      break
    case 'answer': {
      const question = it.questions.find((q) => q.id === command.question)
      if (!question || question.answered) return 'no such open question'
      question.answered = true
      if (command.text !== '') it.words.push(command.text)
      if (command.acute) ring(it, command.repeats !== undefined)
      it.audit.push('answer')
      it.notices.push(`${holder(it)} ${command.how === 'callMe' ? 'callMe' : 'answered'}`)
      break
    }
    case 'withdraw': {
      const decided = it.state !== 'received' && it.state !== 'inTriage'
      if (weighty(it) || decided) {
        if (it.withdrawalWish) return 'wished before'
        it.withdrawalWish = true
        it.audit.push('wishToWithdraw')
        it.notices.push(`${holder(it)} withdrawalWish`)
      } else {
        Object.assign(it, { state: 'closed', closedBy: 'reporter' })
        it.audit.push('withdraw')
        it.notices.push(`${holder(it)} withdrawn`)
      }
      break
    }
    case 'say112':
      if (it.danger === 'none') return 'no danger'
      // Somebody else has to call then: told to a person, once.
      if (command.called112 === 'no' && it.called112 !== 'no' && it.danger === 'now')
        for (const to of new Set([holder(it), ...it.pair])) it.notices.push(`${to} cannotCall112`)
      it.called112 = command.called112
      it.audit.push('say112')
      break
    case 'noDanger':
      if (it.danger !== 'now') return 'no danger'
      it.danger = 'takenBack'
      it.audit.push('noDanger')
      break
    case 'talk':
      it.audit.push('talk')
      it.notices.push(`${holder(it)} talk`)
      if (closed) return
      break
    case 'chooseConsultation':
      if (it.kind !== 'consultation') return 'no sparren'
      return choose(it, command.choice, 'reporter')
    default:
      return 'no deed of a reporter'
  }
  see(it)
}

function choose(it: Case, choice: 'enough' | 'keep' | 'later', by: 'reporter' | 'officer'): Verdict {
  if (choice === 'enough' && (!weighty(it) || by === 'officer')) {
    // What was still to be said is not said any more; a reporter who ended it in the chat has the answer there.
    it.state = 'ended'
    it.earlier = it.messages
    it.messages = by === 'officer' && it.degree !== 'anonymous' ? ['ended:enough'] : []
    return
  }
  if (choice === 'keep') {
    it.kind = 'signal'
    it.state = it.takenBy ? 'inTriage' : 'received'
    it.audit.push('keepAsSignal')
    tell(it, 'ended:keep')
  } else {
    it.wish = choice
    it.audit.push(choice === 'enough' ? 'wishEnough' : 'later')
    if (choice === 'later' && by === 'officer') tell(it, 'ended:later')
  }
  if (by === 'reporter') it.notices.push(`${holder(it)} consultationChoice`)
  see(it)
}

function officerStep(it: Case, command: Issued, by: OfficerId): Verdict {
  // A reporter who was not told after all is told on the closed signal; nothing else is done with it.
  const again = command.do === 'feedBack' && it.reachable && (it.unheard || !it.told)
  if (it.state === 'closed' && command.do !== 'view' && command.do !== 'reveal' && !again) return 'closed'
  if (command.seen !== undefined && command.seen < it.revision && !MAY_BE_OLD.has(command.do)) {
    return `decided on an old card (${command.seen} of ${it.revision})`
  }
  switch (command.do) {
    case 'view':
      it.audit.push('view')
      return
    case 'reveal':
      if (it.degree !== 'confidential') return 'revealed who may not be revealed'
      it.reveals += 1
      it.audit.push('reveal')
      return
    case 'take':
      if (it.takenBy) return `taken already by ${it.takenBy === by ? 'the same' : 'another'}`
      takeIfFree(it, by)
      tell(it, 'taken')
      break
    case 'handTo':
      if (it.takenBy === command.officer) return 'has it already'
      if (!it.takenBy) tell(it, 'taken')
      Object.assign(it, { takenBy: command.officer, accountable: command.officer })
      it.audit.push('handTo')
      if (it.state === 'received') it.state = 'inTriage'
      if (command.officer !== by) it.notices.push(`${command.officer} handedToYou`)
      break
    case 'note':
      it.notes += 1
      it.audit.push('note')
      break
    case 'ask':
      if (!it.reachable) return 'nobody to ask'
      takeIfFree(it, by)
      it.questions.push({ id: command.id, answered: false })
      it.audit.push('ask')
      tell(it, `question:${command.id}`)
      break
    case 'called':
      it.calls += 1
      takeIfFree(it, by)
      it.audit.push('called')
      break
    case 'setUrgency':
      if (it.urgency === command.urgency) return 'so already'
      urgencySet(it, command.urgency, by)
      break
    case 'setMinor':
      if (it.minor === command.minor) return 'so already'
      saidOfMinor(it, command.minor, by)
      break
    case 'decide':
      if (it.kind === 'consultation') return 'sparren is not decided on'
      if (it.minor === 'yes' && command.minor !== 'yes') return 'a minor is not taken back'
      takeIfFree(it, by)
      decided(it, command, by)
      break
    case 'handOver': {
      const route = it.routes.find((r) => r.partner === command.partner && r.state === 'planned')
      if (!route) return 'no such planned route'
      route.state = 'handedOver'
      it.state = 'handedOver'
      it.audit.push('handOver')
      if (it.lastTell === 'message') tell(it, 'handedOver')
      break
    }
    case 'partnerAnswered': {
      const route = it.routes.findLast((r) => r.partner === command.partner && r.state !== 'planned')
      if (!route) return 'nothing to answer'
      // Taken up, as here every answer says: told when it is first said.
      const first = route.state !== 'answered'
      route.state = 'answered'
      it.audit.push('partnerAnswered')
      if (first && it.lastTell === 'message') tell(it, 'takenUp')
      break
    }
    case 'feedBack':
      if (it.state === 'received' || it.state === 'inTriage') return 'not decided'
      if (command.form === 'message' && !it.reachable) return 'nobody to tell'
      it.feedback += 1
      Object.assign(it, { told: true, lastForm: command.form })
      if (it.state !== 'closed') it.state = 'fedBack'
      it.audit.push('feedBack')
      if (command.form === 'message') tell(it, `feedback:${command.text.split(' ')[1]}`)
      break
    case 'advise':
      if (it.kind !== 'consultation') return 'no sparren'
      if (!it.reachable) return 'nobody to advise'
      takeIfFree(it, by)
      it.advices.push(command.id)
      it.audit.push('advise')
      tell(it, `advice:${command.id}`)
      break
    case 'endConsultation':
      if (it.kind !== 'consultation') return 'no sparren'
      takeIfFree(it, by)
      return choose(it, command.choice, 'officer')
    case 'keepAgainstWish':
      if (it.kind !== 'consultation' || !weighty(it)) return 'may not be kept'
      takeIfFree(it, by)
      Object.assign(it, { kind: 'signal', state: 'inTriage' })
      it.audit.push('keepAgainstWish')
      tell(it, 'kept')
      break
    case 'close':
      if (it.kind === 'consultation' || it.decisions.length === 0) return 'not decided'
      if (it.routes.some((r) => r.state !== 'answered')) return 'routes are open'
      if (!it.told && it.reachable) return 'nobody was told'
      Object.assign(it, { state: 'closed', closedBy: by })
      it.audit.push('close')
      if (it.lastForm !== 'none') tell(it, 'closed')
      break
    default:
      return 'no deed of an officer'
  }
  see(it)
}

function urgencySet(it: Case, urgency: Urgency, by: OfficerId): void {
  const from = it.urgency
  it.urgency = urgency
  it.audit.push('setUrgency')
  raise(it, from, by)
}

function saidOfMinor(it: Case, minor: Case['minor'], by: OfficerId): void {
  const from = it.urgency
  it.minor = minor
  if (minor === 'yes' && RANK[it.urgency] < RANK.high) it.urgency = 'high'
  it.audit.push('setMinor')
  raise(it, from, by)
}

function decided(it: Case, command: Extract<Issued, { do: 'decide' }>, by: OfficerId): void {
  const kept = it.routes.filter((r) => r.state !== 'planned')
  const fresh = command.routes
    .map((r): Route => ({ partner: r.partner, state: 'planned' }))
    .filter((r) => !kept.some((k) => k.partner === r.partner && k.state === 'handedOver'))
  it.routes = [...kept, ...fresh]
  it.decisions.push(command.id)
  Object.assign(it, {
    state: 'decided',
    told: false,
    outcome: command.outcome,
    lastTell: command.tell.form,
  })
  it.audit.push('decide')
  if (command.minor && command.minor !== it.minor) saidOfMinor(it, command.minor, by)
  if (command.tell.form !== 'message') return
  tell(it, 'decided')
  if (command.outcome !== 'noAction' || !it.reachable) return
  it.feedback += 1
  Object.assign(it, { told: true, lastForm: 'message', state: 'fedBack' })
  it.audit.push('feedBack')
}
