/** The guards of a decision as fields: why each is asked, and the careful answer filled in already. */
import type { CardElement } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import type { GuardFields } from '../../../services/signal/deeds/decisionData.ts'
import type { GuardName } from '../../../services/signal/guards.ts'
import type { AskedGuard, Because } from '../../../services/signal/reading/guards.ts'
import { dayAfter } from '../../../services/signal/reading/retentionTerm.ts'
import { type Instant, impossible, type Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, section, small, text } from '../elements.ts'
import { partnerName } from '../lookups.ts'

/** Reasons beside the main one are shorter. */
export const MOST_SIDE_REASON = 1_200

type Look = { municipality: Municipality; now: Instant; language: Language }
export type GuardValues = { [field in keyof GuardFields]?: string | undefined } & {
  victimCheck?: string | undefined
}

/** Those with something to choose: a form shows them before anything is decided. */
export const CHOOSES: ReadonlySet<GuardName> = new Set([
  'youngVictim',
  'agreeFirst',
  'supervision',
  'consent',
  'notFirst',
])

/** One line on what it stands, without a word of what was written. */
export function becauseLine(because: readonly Because[], { municipality, language }: Look): string {
  const t = texts(language).officer.decision.guards
  const said = because.map((each): string => {
    switch (each.on) {
      case 'mark':
      case 'fact':
      case 'text':
      case 'harm':
      case 'minorUnknown':
        return t.on[each.on]
      case 'facts':
        return t.on.facts(each.count)
      case 'partner':
        return t.on.partner(partnerName(municipality, each.partner, language))
      case 'kind':
        return t.on.kind(t.kinds[each.kind])
      case 'case':
        return t.on.case(each.reference)
      default:
        return impossible(each)
    }
  })
  return t.because([...new Set(said)].slice(0, MOST_SAID).join('; '))
}
const MOST_SAID = 4

/** The fields of one guard. */
export function fieldsOf(guard: AskedGuard, it: Look & { values?: GuardValues | undefined }): CardElement[] {
  const { language, municipality, now, values: v = {} } = it
  const t = texts(language).officer.decision.guards
  const tomorrow = dayAfter(dayOf(now, municipality), { days: 1 })
  const choices = <K extends string>(of: Record<K, string>) => Object.entries<string>(of)
  const why = (id: string, label: string, value: string | undefined) =>
    area({ id, label, most: MOST_SIDE_REASON, value, language })
  const { shown } = guard
  switch (guard.guard) {
    case 'youngVictim':
      return [
        small(t.youngVictim.about),
        area({
          id: 'victimCheck',
          label: t.youngVictim.ask,
          most: MOST_SIDE_REASON,
          value: v.victimCheck,
          language,
        }),
      ]
    case 'agreeFirst':
      return [
        choose({
          id: 'agree',
          label: t.agreeFirst.ask,
          choices: choices(t.agreeFirst.choices),
          value: v.agree ?? shown?.answer,
        }),
        date({
          id: 'agreeUntil',
          label: t.agreeFirst.until,
          min: tomorrow,
          value: v.agreeUntil ?? (shown?.guard === 'agreeFirst' ? shown.until : undefined),
        }),
        why('agreeWith', t.agreeFirst.with, v.agreeWith),
      ]
    case 'supervision':
      return [
        choose({
          id: 'supervision',
          label: t.supervision.ask,
          choices: choices(t.supervision.choices),
          value: v.supervision ?? shown?.answer,
        }),
        why('supervisionWhy', t.supervision.why, v.supervisionWhy),
      ]
    case 'consent':
      return [
        choose({
          id: 'consent',
          label: t.consent.ask,
          choices: choices(t.consent.choices),
          value: v.consent ?? shown?.answer,
        }),
        why('consentText', t.consent.text, v.consentText),
      ]
    case 'informSubject':
      return [
        choose({
          id: 'inform',
          label: t.informSubject.ask,
          choices: choices(t.informSubject.choices),
          value: v.inform ?? shown?.answer,
        }),
        date({
          id: 'informUntil',
          label: t.informSubject.until,
          min: tomorrow,
          value: v.informUntil ?? (shown?.guard === 'informSubject' ? shown.until : undefined),
        }),
        why('informWhy', t.informSubject.why, v.informWhy),
      ]
    case 'notFirst':
      return [why('deviationWhy', t.notFirst.ask, v.deviationWhy)]
    case 'basis':
      return shown?.guard === 'basis' ? [small(t.basis[shown.answer])] : []
    case 'onBehalf':
      return shown?.guard === 'onBehalf' ? [small(t.onBehalf[shown.answer])] : []
    default:
      return impossible(guard.guard)
  }
}

/** These guards, each with why it is asked. */
export function guardParts(
  asked: readonly AskedGuard[],
  it: Look & { values?: GuardValues | undefined },
): CardElement[] {
  const t = texts(it.language).officer.decision.guards
  const quiet = asked.filter(({ guard }) => guard === 'basis' || guard === 'onBehalf')
  const said = asked.filter((each) => !quiet.includes(each))
  return [
    ...section(
      t.title,
      said.flatMap((each) => [
        ...(nameOf(each.guard) === undefined ? [] : [text(nameOf(each.guard) ?? '', { weight: 'Bolder' })]),
        small(becauseLine(each.because, it)),
        ...fieldsOf(each, it),
      ]),
    ),
    ...quiet.flatMap((each) => fieldsOf(each, it)),
  ]

  function nameOf(guard: GuardName): string | undefined {
    switch (guard) {
      case 'agreeFirst':
      case 'supervision':
      case 'consent':
      case 'informSubject':
      case 'notFirst':
        return t[guard].name
      case 'youngVictim':
      case 'basis':
      case 'onBehalf':
        return undefined
      default:
        return impossible(guard)
    }
  }
}
