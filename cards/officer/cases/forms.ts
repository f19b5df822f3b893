/** The forms of what is done with a case. Each is opened from one of its signals. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { leadOf } from '../../../services/cases/case.ts'
import { strictest, type Together } from '../../../services/cases/look.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { mayHearFits } from '../../../services/signal/reading/fits.ts'
import { ownerId, ownersOf } from '../../../services/signal/reading/helpOwners.ts'
import type { Instant } from '../../../services/words.ts'
import { type OfficerAction, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, MOST_REASON, reasonField, small, submit, text } from '../elements.ts'
import { begun, form, onCase, type PageOf } from '../forms/form.ts'
import { nameOf, ownerName } from '../lookups.ts'

type Sent<V> = Extract<OfficerAction, { verb: V }>
/** What each of them is given; nothing is shown where the case is gone. */
export type CaseForm<V> = PageOf<Sent<V>> & { now: Instant; together?: Together | undefined }
type Card = IAdaptiveCard | undefined

/** As long as a choice among texts is shown. */
const MOST_CHOICE = 100
/** A supposition, a step. */
const MOST_LINE = 2_000

const ofCase = (it: PageOf<unknown>, { kase }: Together) => ({
  ...onCase(it),
  case: kase.id,
  caseSeen: kase.revision,
})

export function unlinkCard(it: CaseForm<'unlink'>): Card {
  const { together, language, values, record } = it
  if (!together) return undefined
  const t = texts(language).officer.cases.unlink
  return form({
    ...it,
    name: t.title(together.kase.reference),
    about: t.about,
    body: [
      choose({
        id: 'member',
        label: t.which,
        missing: t.whichMissing,
        choices: together.kase.members.map(({ signal, reference }) => [signal, reference]),
        value: values?.member ?? record.id,
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'unlink', 'member' | 'reason'>('unlink', ofCase(it, together)), {
      style: 'positive',
    }),
  })
}

export function caseLeadCard(it: CaseForm<'caseLead'>): Card {
  const { together, language, values, municipality } = it
  if (!together) return undefined
  const t = texts(language).officer.cases.lead
  const owners = ownersOf(municipality)
  const now = leadOf(together.kase)
  const lead = values?.lead ?? (now && ownerId(now.lead))
  return form({
    ...it,
    name: t.title(together.kase.reference),
    about: t.about,
    body: [
      choose({
        id: 'lead',
        label: t.lead,
        missing: t.leadMissing,
        style: 'compact',
        placeholder: t.leadMissing,
        choices: owners.map(({ id, owner }) => [id, ownerName(municipality, owner, language)]),
        value: owners.some(({ id }) => id === lead) ? lead : undefined,
      }),
      choose({
        id: 'accountable',
        label: t.accountable,
        missing: t.accountableMissing,
        style: 'compact',
        choices: municipality.officers.map(({ id }) => [id, nameOf(municipality, id, language)]),
        value: values?.accountable ?? together.kase.accountable,
      }),
    ],
    send: submit(t.send, packOfficer<'caseLead', 'lead' | 'accountable'>('caseLead', ofCase(it, together)), {
      style: 'positive',
    }),
  })
}

export function weighCaseCard(it: CaseForm<'weighCase'>): Card {
  const { together, language, values } = it
  if (!together) return undefined
  const t = texts(language).officer.cases.weigh
  return form({
    ...it,
    name: t.title,
    about: t.about(together.kase.members.length),
    body: [
      choose({
        id: 'weighed',
        label: t.answer,
        missing: t.answerMissing,
        choices: (['yes', 'no', 'moreInsight'] as const).map((each) => [each, t.choices[each]]),
        value: values?.weighed,
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'weighCase', 'weighed' | 'reason'>('weighCase', ofCase(it, together)), {
      style: 'positive',
    }),
  })
}

export function supposeCard(it: CaseForm<'suppose'>): Card {
  const { together, language, values } = it
  if (!together) return undefined
  const t = texts(language).officer.cases.suppose
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      area({
        id: 'text',
        label: t.text,
        hint: t.hint,
        missing: t.missing,
        most: MOST_LINE,
        value: values?.text,
        language,
      }),
    ],
    send: submit(t.send, packOfficer<'suppose', 'text'>('suppose', ofCase(it, together)), {
      style: 'positive',
    }),
  })
}

export function endSupposingCard(it: CaseForm<'endSupposing'>): Card {
  const { together, language, values } = it
  if (!together) return undefined
  const t = texts(language).officer.cases.endSupposing
  const open = together.kase.hypotheses.filter(({ ended }) => !ended)
  if (open.length === 0) return form({ ...it, name: t.title, about: t.none, body: [] })
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'hypothesis',
        label: t.which,
        missing: t.whichMissing,
        choices: open.map(({ id, text: said }) => [id, begun(said, MOST_CHOICE)]),
        value: values?.hypothesis ?? (open.length === 1 ? open[0]?.id : undefined),
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(
      t.send,
      packOfficer<'endSupposing', 'hypothesis' | 'reason'>('endSupposing', ofCase(it, together)),
      { style: 'positive' },
    ),
  })
}

export function planCard(it: CaseForm<'plan'>): Card {
  const { together, language, values, municipality, now } = it
  if (!together) return undefined
  const t = texts(language).officer.cases.plan
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      area({
        id: 'text',
        label: t.text,
        hint: t.hint,
        missing: t.missing,
        most: MOST_REASON / 4,
        value: values?.text,
        language,
      }),
      choose({
        id: 'owner',
        label: t.owner,
        missing: t.ownerMissing,
        style: 'compact',
        placeholder: t.ownerMissing,
        choices: ownersOf(municipality).map(({ id, owner }) => [
          id,
          ownerName(municipality, owner, language),
        ]),
        value: values?.owner,
      }),
      date({
        id: 'until',
        label: t.until,
        missing: t.untilMissing,
        min: dayOf(now, municipality),
        value: values?.until,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'plan', 'text' | 'owner' | 'until'>('plan', {
        ...ofCase(it, together),
        ...(values?.meeting ? { meeting: values.meeting } : {}),
      }),
      {
        style: 'positive',
      },
    ),
  })
}

/** Nobody is chosen beforehand: each of them is a choice of its own, with a warning (A065). */
export function fitsCard(it: CaseForm<'tellFits'>): Card {
  const { together, language, values } = it
  if (!together) return undefined
  const { cases, words } = texts(language).officer
  const t = cases.fits
  const can = together.members.filter(({ record }) => record !== undefined && mayHearFits(record))
  const hidden = strictest(can) !== 'confidential'
  const body: CardElement[] = [
    text(t.warning, { weight: 'Bolder' }),
    ...(can.length > 0 && hidden ? [text(t.warningHidden, { color: 'Attention', weight: 'Bolder' })] : []),
  ]
  if (can.length === 0) return form({ ...it, name: t.title, about: t.about, body: [small(t.none)] })
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      ...body,
      choose({
        id: 'signals',
        label: t.which,
        several: true,
        choices: can.map(({ member, degree }) => [
          member.signal,
          t.choice(member.reference, words.degrees[degree]),
        ]),
        value: values?.signals?.join(','),
      }),
    ],
    send: submit(t.send, packOfficer<'tellFits', 'signals'>('tellFits', ofCase(it, together))),
  })
}
