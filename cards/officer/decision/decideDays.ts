/** The second step of a decision: the day of each answer (A109), and the end of a monitoring. */
import type { CardElement, IAdaptiveCard, IDateInput } from '@microsoft/teams.cards'
import { seenRecords, type Together } from '../../../services/cases/look.ts'
import { type Municipality, partnerOf } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import type { GuardFields } from '../../../services/signal/deeds/decisionData.ts'
import type { Proposed } from '../../../services/signal/guards.ts'
import { type AskedGuard, guardsAsked } from '../../../services/signal/reading/guards.ts'
import { helpDay, openHelp } from '../../../services/signal/reading/help.ts'
import { ownerId } from '../../../services/signal/reading/helpOwners.ts'
import { dayAfter } from '../../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { type Day, type Instant, type Language, type OfficerId, PartnerId } from '../../../services/words.ts'
import { answerByInput, type DecideForm, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, submit, text, title, top } from '../elements.ts'
import { ownerFields } from '../forms/help.ts'
import { partnerName } from '../lookups.ts'
import { type GuardValues, guardParts } from './guardFields.ts'

type DecideDays = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  viewer: OfficerId
  press: string
  surface: Surface
  language: Language
  /** What the first step held; it goes along in the button. */
  form: DecideForm
  /** The day on which an answer is usually asked. */
  suggested: Day
  /** What the rules proposed, where there are any. */
  proposal?: Proposed | undefined
  /** Its case: what stands in another signal of it raises a guard here too (A038). */
  together?: Together | undefined
  values?:
    | (GuardValues & {
        monitorUntil?: string | undefined
        answerBy?: Record<string, string> | undefined
        helpOwner?: string | undefined
        helpBy?: string | undefined
      })
    | undefined
  error?: string | undefined
  notice?: string | undefined
}

/** The guards of what was chosen; those of the first step were answered there. */
const asked = ({ record, municipality, now, form, proposal, together }: DecideDays): AskedGuard[] =>
  guardsAsked({
    record,
    municipality,
    now,
    outcome: form.outcome,
    partners: form.partners.flatMap((name) => PartnerId.safeParse(name).data ?? []),
    minor: form.minor,
    victimHelp: form.victimHelp,
    proposal,
    beside: seenRecords(together),
  }).filter(({ guard }) => guard !== 'informSubject' && guard !== 'youngVictim')

/** One date per chosen organisation, and one for a monitoring. */
export function decideDaysCard(it: DecideDays): IAdaptiveCard {
  const { record, municipality, language, form } = it
  const t = texts(language).officer
  const d = t.forms.decide
  const first = dayOf(it.now, municipality)
  const date = (field: Omit<IDateInput, 'type' | 'isRequired'>): IDateInput => ({
    type: 'Input.Date',
    isRequired: true,
    ...field,
  })
  const monitor: CardElement[] =
    form.outcome === 'monitor'
      ? [
          date({
            id: 'monitorUntil',
            label: d.monitorUntil,
            errorMessage: d.monitorUntilMissing,
            min: dayAfter(first, { days: 1 }),
            ...(it.values?.monitorUntil ? { value: it.values.monitorUntil } : {}),
          }),
          small(d.monitorAbout),
        ]
      : []
  const partners = form.partners.flatMap((partner): CardElement[] => {
    const name = partnerName(municipality, partner, language)
    const way = partnerOf(municipality, partner)?.way[language]
    return [
      date({
        id: answerByInput(partner),
        label: d.answerBy(name),
        errorMessage: d.answerByMissing,
        min: first,
        value: it.values?.answerBy?.[partner] ?? it.suggested,
      }),
      ...(way ? [small(t.dossier.way(way))] : []),
    ]
  })
  const open = openHelp(record, municipality)
  const help =
    form.victimHelp === 'notYet'
      ? ownerFields({
          municipality,
          language,
          now: it.now,
          owner: it.values?.helpOwner ?? ownerId(open?.owner ?? { who: 'officer', officer: it.viewer }),
          by: it.values?.helpBy ?? helpDay(it.now, record, municipality),
        })
      : []
  const dates = [...monitor, ...partners, ...help]
  const guards = asked(it)
  return frame({
    language,
    speak: d.daysTitle(record.reference),
    body: [
      ...top(it),
      title(d.daysTitle(record.reference)),
      text(d.daysAbout(t.words.outcomes[form.outcome])),
      ...(partners.length > 0 ? [small(d.daysHandOver)] : []),
      ...(dates.length > 0 ? dates : [text(d.noDays)]),
      ...guardParts(guards, { ...it, values: { ...form, ...it.values } }),
    ],
    actions: [
      submit(
        d.send,
        packOfficer<'decideDays', 'monitorUntil' | 'answerBy' | 'helpOwner' | 'helpBy' | keyof GuardFields>(
          'decideDays',
          {
            signal: record.id,
            seen: record.revision,
            press: it.press,
            form,
          },
        ),
        { style: 'positive' },
      ),
      leave(d.backToForm, packOfficer('decideBack', { signal: record.id, form })),
    ],
  })
}
