/** Tells the reporter, or records that it was told in person, or why it is not told (A121, A124, A125). */

import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Sentences } from '../../../services/municipality/settings/sentences.ts'
import { isReachable, waysToTell } from '../../../services/signal/reading/feedback.ts'
import { happened, isOut } from '../../../services/signal/reading/happened.ts'
import { isOpenRoute } from '../../../services/signal/reading/routes.ts'
import { sealedOn } from '../../../services/signal/reading/sealed.ts'
import { isDecided, waitsForCode } from '../../../services/signal/reading/standing.ts'
import { mayHearTakenUp } from '../../../services/signal/reading/toldRoutes.ts'
import type { Feedback, SignalRecord } from '../../../services/signal/record.ts'
import { impossible, type Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { area, choose, small, submit, text } from '../elements.ts'
import { fitted, mostEach } from '../fit.ts'
import { routeName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'

type FeedbackForm = Feedback['form']
const FORMS = ['message', 'call', 'meeting', 'none'] as const satisfies readonly FeedbackForm[]

/** The form to tell the reporter, with a text that is safe to send as it is. */
export function feedBackCard(it: PageOf<{ form: FeedbackForm; text: string }>): IAdaptiveCard {
  const { record, language, values } = it
  const {
    forms: { feedBack: t },
    code,
    words: { languages },
  } = texts(language).officer
  const name = t.title
  if (!isDecided(record)) return form({ ...it, name, about: t.tooEarly, body: [] })
  const reach = isReachable(record)
  const ways = waysToTell(record)
  const chosen = values?.form !== undefined && ways.includes(values.form) ? values.form : ways[0]
  const onlyWhyNot = ways.length === 1
  return form({
    ...it,
    name,
    about: reach ? t.about : record.reporterLeft ? t.left : t.anonymous,
    body: [
      ...(reach ? [text(t.warning, { weight: 'Bolder' })] : []),
      ...(waitsForCode(record) ? [small(code.waits)] : []),
      choose({
        id: 'form',
        label: t.form,
        missing: t.formMissing,
        choices: FORMS.filter((each) => ways.includes(each)).map((each) => [each, t.choices[each]]),
        value: chosen,
      }),
      ...(reach ? mayBeTold(it) : []),
      ...(reach && record.language !== language ? [small(t.language(languages[record.language]))] : []),
      area({
        id: 'text',
        label: onlyWhyNot ? t.textAnonymous : t.text,
        missing: t.textMissing,
        value: values?.text ?? (reach ? safeText(record, it.municipality.sentences) : undefined),
        language,
      }),
    ],
    send: submit(t.send, packOfficer<'feedBack', 'form' | 'text'>('feedBack', onCase(it)), {
      style: 'positive',
    }),
  })
}

/** What the partners said that may be told, and that its reporter does not want to hear something. */
function mayBeTold({ record, municipality, language }: PageOf<unknown>): CardElement[] {
  const { six: t, notToHear } = texts(language).officer.routes
  const room = mostEach(
    record.routes.flatMap(({ six }) => six?.mayTell ?? []),
    MOST_MAY_TELL,
  )
  const said = record.routes.filter(isOut).flatMap((route): CardElement[] => {
    const name = routeName(municipality, route, language)
    const { six } = route
    if (six?.mayTell) return [small(t.mayTell(name)), ...fitted(six.mayTell, room, language)]
    if (sealedOn(route).has('mayTell')) return [small(t.mayTellSealed(name))]
    return route.next === undefined && !route.givenUp ? [small(t.mayTellUnknown(name))] : []
  })
  return [...(record.notToHear ? [text(notToHear, { weight: 'Bolder' })] : []), ...said]
}
const MOST_MAY_TELL = 3_000

/**
 * What may always be said, in the reporter's language (C7): what was done with it in general, nothing of names,
 * findings or the police. It follows what has really been done: a plan to hand over is no hand-over yet, and who got it has
 * not answered by that.
 */
export function safeText(record: SignalRecord, own: Sentences = {}): string {
  const t = sentencesOf(own, record.language)
  const lines = [...decidedLines(record, t), ...routeLines(record, t), t.noNeedToInvestigate]
  return lines.join(' ')
}

/** In the words of the municipality where it has its own. */
function sentencesOf(own: Sentences, language: Language): Templates {
  const ours = texts(language).officer.forms.templates
  const theirs = Object.entries(own).map(([key, said]) => [key, said?.[language] ?? ''] as const)
  return { ...ours, ...Object.fromEntries(theirs.filter(([, said]) => said !== '')) }
}

type Templates = Texts['officer']['forms']['templates']

/** What was decided, where the routes do not say it. */
function decidedLines({ decisions }: SignalRecord, t: Templates): string[] {
  const outcome = decisions.at(-1)?.outcome
  switch (outcome) {
    case 'noAction':
      return [t.noAction]
    case 'monitor':
      return [t.monitor]
    case 'moreInsight':
      return [t.moreInsight]
    case 'internal':
    case 'caseMeeting':
    case 'external':
    case 'police':
    case undefined:
      return []
    default:
      return impossible(outcome)
  }
}

/** What went out, and what came back. */
function routeLines(record: SignalRecord, t: Templates): string[] {
  const { planned, out, takenUp, notTakenUp } = happened(record)
  if (out.length === 0) return planned.length > 0 ? [t.notYetHanded] : []
  // What was passed on ends where it went.
  const ends = out.filter(({ next }) => next === undefined)
  const silence = ends.some(isOpenRoute) ? t.noAnswer : t.noAnswerObtained
  const tellable = takenUp.some((route) => mayHearTakenUp(record, route))
  if (takenUp.length > 0 && !tellable) return [planned.length > 0 ? t.someHanded : t.handedOver, t.limits]
  const answer = takenUp.length > 0 ? t.takenUp : notTakenUp.length === ends.length ? t.notTakenUp : silence
  return [planned.length > 0 ? t.someHanded : t.handedOver, t.limits, answer]
}
