/** The forms about the signal as a whole: kinds, weighing, helpers, special data, and where somebody looked. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { proposedKinds } from '../../../services/facts/kinds.ts'
import { sourcesIn } from '../../../services/facts/sources.ts'
import { SignalKind, WeighAnswer, WeighPoint } from '../../../services/facts/weighed.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { HandOverBasis } from '../../../services/signal/words.ts'
import type { Instant } from '../../../services/words.ts'
import { type OfficerAction, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, small, submit } from '../elements.ts'
import { onCase, type PageOf } from '../forms/form.ts'
import { factForm } from './form.ts'

type Sent<V extends OfficerAction['verb']> = Extract<OfficerAction, { verb: V }>
type Of<V extends OfficerAction['verb']> = Omit<PageOf<unknown>, 'values'> & {
  now: Instant
  values?: Partial<Sent<V>> | undefined
}
const MOST = 2_000

/** Several at once; what the words say is chosen already, and confirmed by pressing. */
export function kindsCard(it: Of<'setKinds'>): IAdaptiveCard {
  const { record, municipality, language, values } = it
  const { facts } = texts(language).officer
  const t = facts.forms.kinds
  const chosen = values?.kinds ?? record.weighed?.kinds?.kinds ?? proposedKinds(record, municipality)
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'kinds',
        label: t.label,
        several: true,
        choices: SignalKind.options.map((kind) => [kind, facts.signalKinds[kind]]),
        value: chosen.join(','),
      }),
    ],
    send: submit(t.send, packOfficer<'setKinds', 'kinds'>('setKinds', onCase(it)), { style: 'positive' }),
  })
}

type Points = WeighPoint | `${WeighPoint}Line`

/** The five points of the weighing (A070). */
export function weighCard(it: Of<'weigh'>): IAdaptiveCard {
  const { record, language, values } = it
  const { facts } = texts(language).officer
  const t = facts.forms.weigh
  const before = record.weighed?.weighing?.points
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: WeighPoint.options.flatMap((point) => [
      choose({
        id: point,
        label: facts.points[point],
        style: 'compact',
        choices: WeighAnswer.options.map((answer) => [answer, facts.answers[answer]]),
        value: values ? values[point] : before?.[point]?.answer,
      }),
      area({
        id: `${point}Line`,
        label: t.line(facts.points[point]),
        most: MOST,
        value: values ? values[`${point}Line`] : before?.[point]?.line,
        language,
      }),
    ]),
    send: submit(t.send, packOfficer<'weigh', Points>('weigh', onCase(it)), { style: 'positive' }),
  })
}

/** Who helps already; that it is not known is an answer (A071). */
export function helpersCard(it: Of<'setHelpers'>): IAdaptiveCard {
  const { record, language, values } = it
  const t = texts(language).officer.facts.forms.helpers
  const known = record.weighed?.helpers?.known
  const stands = known === undefined ? undefined : known === 'unknown' ? 'unknown' : 'known'
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'helpers',
        label: t.label,
        choices: [
          ['known', t.known],
          ['unknown', t.unknown],
        ],
        value: values ? values.helpers : stands,
      }),
      area({
        id: 'text',
        label: t.text,
        most: MOST,
        value: values ? values.text : stands === 'known' ? known : undefined,
        language,
      }),
    ],
    send: submit(t.send, packOfficer<'setHelpers', 'helpers' | 'text'>('setHelpers', onCase(it)), {
      style: 'positive',
    }),
  })
}

/** Special data, only with why it is needed. */
export function specialCard(it: Of<'addSpecial'>): IAdaptiveCard {
  const { language, values } = it
  const t = texts(language).officer.facts.forms.special
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      area({ id: 'text', label: t.text, most: MOST, value: values?.text, language }),
      area({ id: 'reason', label: t.reason, most: MOST, value: values?.reason, language }),
    ],
    send: submit(t.send, packOfficer<'addSpecial', 'text' | 'reason'>('addSpecial', onCase(it)), {
      style: 'positive',
    }),
  })
}

/** Where somebody looked, and whether there was a hit: no more than that. */
export function elsewhereCard(it: Of<'lookElsewhere'>): IAdaptiveCard {
  const { municipality, language, values, now } = it
  const { facts, follow } = texts(language).officer
  const t = facts.forms.elsewhere
  const today = dayOf(now, municipality)
  const sources = sourcesIn(municipality, language)
  const closed = sources.filter(({ open }) => !open)
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'source',
        label: t.source,
        style: 'compact',
        choices: sources.filter(({ open }) => open).map(({ id, name }) => [id, name]),
        value: values?.source,
      }),
      ...(closed.length > 0 ? [small(t.closed(closed.map(({ name }) => name).join(', ')))] : []),
      date({ id: 'on', label: t.on, value: values ? values.on : today }),
      area({ id: 'text', label: t.text, most: MOST, value: values?.text, language }),
      choose({
        id: 'basis',
        label: t.basis,
        style: 'compact',
        choices: HandOverBasis.options.map((basis) => [basis, follow.basis.choices[basis]]),
        value: values?.basis,
      }),
      choose({
        id: 'found',
        label: t.found,
        choices: [
          ['hit', facts.whole.hit],
          ['noHit', facts.whole.noHit],
        ],
        value: values?.found,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'lookElsewhere', 'source' | 'on' | 'text' | 'basis' | 'found'>('lookElsewhere', onCase(it)),
      { style: 'positive' },
    ),
  })
}
