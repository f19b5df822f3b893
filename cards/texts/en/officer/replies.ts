/** What is answered to a click: done, refused and why, or not for you. */

import type { DecisionField, FactField, FieldName } from '../../../../services/signal/command.ts'
import { impossible } from '../../../../services/words.ts'
import type { Odd as OddField } from '../../../sent.ts'
import type { replies as nl } from '../../nl/officer/replies.ts'
import { cases } from '../cases.ts'
import { decision } from './decision.ts'
import { facts } from './facts.ts'
import { follow } from './follow.ts'
import { handOver } from './handOver.ts'

const needs: Record<Exclude<FieldName, FactField | DecisionField>, string> = {
  file: 'choose a file.',
  text: 'there is no text yet. Write something first.',
  reason: 'the reason is missing. Write in a few words why.',
  lead: 'choose who has the lead.',
  routes: 'this decision needs an organisation. Choose at least one.',
  answerBy: 'choose a day on which we ask an answer.',
  monitorUntil: 'choose until which day we keep looking.',
  watchUntil: 'choose until which day we keep looking.',
  tellWhy: 'you chose that the reporter does not hear it yet. Write why.',
  victimCheck: 'write what you looked at to see whether this can be a victim.',
  officer: 'choose a colleague.',
  safeReason: 'you chose no action. Choose which reason the reporter may hear.',
  passage: 'choose which part is not right.',
  until: 'choose another day.',
  minor: 'choose whether somebody is younger than 18. You do not know? Then choose: not known.',
  helpOwner: 'choose who arranges the help.',
  helpBy: 'choose a day on which the help is arranged.',
  basis:
    'no ground is recorded for this organisation. Without one you may not hand over anything. Choose one.',
  reached: 'choose whether you spoke to the reporter.',
  passedTo: 'choose another organisation than the one that passed it on.',
  again: 'choose a day on which we ask again.',
  member: 'choose which file is taken out.',
  weighed: 'choose whether they are enough together.',
  hypothesis: 'choose which supposition does not hold any more.',
  signals: 'choose which reporter may hear this.',
  question: 'write down which question must be answered.',
  day: 'choose a day, today or later.',
  hour: 'fill in a time, such as 09:30.',
  participants: 'choose who takes part: at least one, and only people in the list.',
  role: 'write down as whom this person takes part.',
  minutes: 'write short minutes.',
  decision: 'write down what was decided.',
  spokeWith: 'with whom you spoke, or what was said, is not there yet. Fill in something.',
  escalated: 'write to whom you took it.',
  hearBy: 'choose a day on which we hear something.',
}

const isOfDecision = (field: FieldName): field is DecisionField => Object.hasOwn(decision.needs, field)
const isOfFact = (field: FieldName): field is FactField => Object.hasOwn(facts.needs, field)

const refusal: (typeof nl)['refusal'] = (it) => {
  switch (it.refused) {
    case 'stale':
      return 'this file has changed in the meantime. Read it again; what you filled in is still there.'
    case 'closed':
      return 'this file is closed. Nothing can be changed any more.'
    case 'notNow':
      return 'this is not possible any more. Below you see how the file stands now.'
    case 'notAllowed':
      return 'this is not allowed here. Nothing was changed.'
    case 'already':
      return 'this was done already. Nothing happened twice.'
    case 'needs':
      if (isOfDecision(it.field)) return decision.needs[it.field]
      return isOfFact(it.field) ? facts.needs[it.field] : needs[it.field]
    case 'dayOutOfRange':
      if (it.most < 1) return 'this file has been kept as long as is allowed. It cannot be longer.'
      return it.field === 'monitorUntil' || it.field === 'watchUntil' || it.field === 'until'
        ? `choose a day after today, at most ${it.most} days ahead.`
        : `choose a day from today on, at most ${it.most} days ahead.`
    case 'unknownPartner':
      return 'an organisation you chose is no longer on the list. Choose again.'
    case 'unknownOfficer':
      return 'this colleague is no longer on the list. Choose again.'
    case 'victimCheck':
      return (
        'it may be about a minor and you chose enforcement or the police only. Write whether this ' +
        'can be a victim, or choose help too.'
      )
    case 'feedbackFirst':
      return 'give feedback to the reporter first, or record why not. Then you can close.'
    case 'routesOpen':
      return 'an organisation has not answered yet, or one waits for you. Finish that first.'
    case 'helpOpen':
      return 'help is not arranged yet. Arrange it, or record why it is not needed. Then you can close.'
    case 'insightOpen':
    case 'agreeFirst':
    case 'namesIn':
      return decision.refused[it.refused]
    case 'askAgain':
      if (it.who)
        return `ask ${it.who} first. You can stop when all steps were taken, on ${it.least} days at least.`
      return `ask again first. You can stop when it is noted on ${it.least} days that no answer came.`
    case 'sealFirst':
      return 'what this organisation says is kept sealed. Note it on the page of this organisation.'
    case 'minorYes':
      return follow.minor.isYes
    case 'minorSince':
      return (
        'since the decision it was said that this is about a minor, and this goes to enforcement or the police only. ' +
        'Take a new decision and look at help too.'
      )
    case 'target':
      return follow.move.not[it.why]
    case 'decideFirst':
      return 'take a decision first. Then this is possible.'
    case 'stillConsultation':
      return 'this is still advice. End it together first: enough, or keep as a signal.'
    case 'unreachable':
      return 'nobody can bring the reporter a message: they are anonymous, or do not work here any more.'
    case 'tooMuch':
      return 'this is more text than one file can hold. Make it shorter; what you wrote is still there.'
    case 'frozen':
      return 'this file is frozen. You can only look. Nothing was changed.'
    case 'nameOffDuty':
      return 'who reported this is seen only by the designated officer, or by whoever is on duty. Ask one of them.'
    case 'invalid':
      return facts.invalid[it.field]
    case 'tooMany':
      return facts.tooMany(it.most)
    case 'sourceClosed':
      return facts.sourceClosed
    case 'tellFirst':
      return 'first tell whoever still has to hear of it. Then it can be destroyed.'
    case 'member':
      return cases.refused.member(it.reference, refusal(it.why))
    case 'handOver':
      return handOver.wrong[it.why]
    case 'caseFull':
      return cases.refused.caseFull
    case 'lastOfCase':
      return cases.refused.lastOfCase
    case 'meetingAhead':
      return cases.refused.meetingAhead
    case 'undecided':
      return cases.refused.undecided
    case 'noMailbox':
      return cases.refused.noMailbox
    default:
      return impossible(it)
  }
}

const fields: Readonly<Record<string, string>> = {
  outcome: 'what you decide',
  reason: 'the reason',
  lead: 'who has the lead',
  partners: 'the organisations',
  victimHelp: 'help',
  victimCheck: 'can this be a victim',
  tellForm: 'how the reporter hears it',
  tellWhy: 'why the reporter does not hear it yet',
  safeReason: 'which reason the reporter may hear',
  monitorUntil: 'until when we watch',
  watchUntil: 'until when we watch',
  answerBy: 'when we ask an answer',
  until: 'until when it is kept',
  urgency: 'how soon',
  officer: 'the colleague',
  passage: 'which part is not right',
  what: 'what the organisation answered',
  hearBy: 'when we hear something',
  helpThere: 'help for the victim',
  form: 'how you told it',
  text: 'the text',
  minor: 'a minor',
}

function odd(all: readonly OddField[]): string {
  const said = all.map(({ field, why }) => {
    const name = fields[field]
    const at = name ? ` at “${name}”` : ''
    if (why === 'day') return `I could not read the date${at}. Choose it again.`
    return why === 'text'
      ? `the text${at} did not arrive whole. Check it.`
      : `your choice${at} did not arrive. Choose again.`
  })
  return `${said.join(' And ')} Nothing has been kept yet; the rest of what you filled in is still there.`
}

export const replies: typeof nl = {
  refusal,
  odd,

  number: {
    hidden:
      'nothing has been saved yet. I hid a number that looks like a BSN (citizen service number). ' +
      'Fine? Then press the button at the bottom once more.',
    wrong: 'Is that wrong?',
    tick: 'This is not a BSN (citizen service number). Put it back.',
    lost:
      'nothing has been saved yet. I do not know the number any more, because I do not keep it. Type it ' +
      'again where it was, or clear the tick.',
  },

  nameGone: 'the name cannot be found. It may have been erased. That you looked has been recorded.',

  refused: {
    title: 'This is not possible here',
    titleUnknown: 'This button no longer works',
    titleAway: 'I cannot reach it for a moment',
    titleLate: 'This takes longer than usual',
    notOfficer:
      'This is for the people of the reporting point only. Do you want to report something ' +
      'yourself? Send Signaalpunt a message in your own chat.',
    notOnDuty: (name) => `You are not on duty now and this was not handed over to you. ${name} is on duty.`,
    notOnDutyNobody: 'You are not on duty now and this was not handed over to you.',
    notMember: (channel) =>
      `You are not a member of the channel ${channel}. That is why I show nothing here. Should you ` +
      'be? Ask the owner of the team to add you.',
    wrongPlace: (channel) =>
      `This only works in the channel ${channel} or in your own chat with Signaalpunt. Do not ` +
      'write about a signal here: others can read it.',
    unknown: 'Nothing was changed. Type worklist and open the file there.',
    away:
      'I cannot reach the files now. Nothing was changed and nothing is lost. Try again in a few ' +
      'minutes.',
    late: 'Perhaps it has worked already. Press Try again in a moment: nothing happens twice.',
    awayCall: (phone) => `Urgent? Call the reporting point: ${phone}. Danger? Call 112.`,
    typed: 'What you filled in is still here:',
    again: 'Try again',
    callColleague: (name, phone) => `Urgent? Call ${name}: ${phone}.`,
    unknownCase: 'This file is not there (any more).',
    unknownCaseAbout:
      'Was it advice? When that was enough, it has been erased. Looking for something else? Open ' +
      'the worklist.',
  },
}
