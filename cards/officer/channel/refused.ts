/** Answers to a click that leads nowhere: kind, private, and with a way on. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { type OfficerAction, packOfficer, repackOfficer, typedIn } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, text, title } from '../elements.ts'
import { fitted } from '../fit.ts'

/** Room for what was typed, given back. */
const MOST_GIVEN_BACK = 8_000

/** Why somebody does not get to see what they asked for. */
export type WhyRefused = 'notOfficer' | 'notOnDuty' | 'notMember' | 'wrongPlace' | 'unknown' | 'away' | 'late'

type Refused = {
  why: WhyRefused
  municipality: Municipality
  /** Who is on duty, where it helps to say so. */
  onDuty?: Officer | undefined
  language: Language
  /** What was asked: what was typed in it is given back. */
  asked?: OfficerAction | undefined
  /** Of what could not be read as something asked. */
  typed?: readonly string[] | undefined
}

/** Not for you, not here, or not now. Says nothing about any signal; what was typed is not lost. */
export function refusedCard({
  why,
  municipality,
  onDuty,
  language,
  asked,
  typed: loose = [],
}: Refused): IAdaptiveCard {
  const t = texts(language).officer.replies.refused
  const name = onDuty ? plain(onDuty.name) : undefined
  const channel = plain(municipality.channel.name)
  const call = onDuty && name ? [text(t.callColleague(name, onDuty.phone))] : []
  const lines: Record<WhyRefused, CardElement[]> = {
    notOfficer: [text(t.notOfficer)],
    notOnDuty: [text(name ? t.notOnDuty(name) : t.notOnDutyNobody), ...call],
    notMember: [text(t.notMember(channel))],
    wrongPlace: [text(t.wrongPlace(channel))],
    unknown: [text(t.unknown)],
    away: [text(t.away), text(t.awayCall(municipality.phone))],
    late: [text(t.late), text(t.awayCall(municipality.phone))],
  }
  const titles: Partial<Record<WhyRefused, string>> = {
    away: t.titleAway,
    late: t.titleLate,
    unknown: t.titleUnknown,
  }
  const shown = titles[why] ?? t.title
  const typed = asked ? typedIn(asked) : loose
  return frame({
    language,
    speak: shown,
    body: [
      title(shown),
      ...lines[why],
      ...(typed.length > 0 ? [small(t.typed)] : []),
      ...typed.flatMap((each) => fitted(each, MOST_GIVEN_BACK / typed.length, language)),
    ],
    actions: asked && (why === 'away' || why === 'late') ? [leave(t.again, repackOfficer(asked))] : [],
  })
}

/** The signal is not there: erased after a consultation, or never was. */
export function unknownCaseCard({ language }: { language: Language }): IAdaptiveCard {
  const t = texts(language).officer
  return frame({
    language,
    speak: t.replies.refused.unknownCase,
    body: [title(t.replies.refused.unknownCase), text(t.replies.refused.unknownCaseAbout)],
    actions: [leave(t.words.worklist, packOfficer('worklist', {}))],
  })
}
