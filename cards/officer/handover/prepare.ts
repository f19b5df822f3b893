/** Which facts a partner gets, with the proposal and why each other one is left out; or the words, written by the officer. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Choice } from '../../../services/handover/compose.ts'
import { MOST_BODY } from '../../../services/handover/sent.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { area, buttons, choose, section, small, submit, text } from '../elements.ts'
import { begun, form, onCase } from '../forms/form.ts'
import { partnerName } from '../lookups.ts'
import { type OfRoute, readyIn } from './look.ts'

/** As many as one list shows, and how much of each. */
const MOST_CHOICES = 120
const MOST_LABEL = 120

type Prepare = OfRoute<{ facts: readonly string[]; words: string }>

/** The page behind *Pas de tekst aan*; nothing where it was handed over already. */
export function prepareCard(it: Prepare): IAdaptiveCard | undefined {
  const { route, municipality, language, values } = it
  if (route.state !== 'planned') return undefined
  const t = texts(language).officer.handOver.prepare
  const { composed, body } = readyIn(it, { facts: values?.facts })
  const data = { ...onCase(it), route: route.id }
  const send = (from: 'facts' | 'words', label: string) =>
    submit(label, packOfficer<'prepareHandOver', 'facts' | 'words'>('prepareHandOver', { ...data, from }))
  const most = MOST_BODY
  return form({
    ...it,
    name: t.title(partnerName(municipality, route.partner, language)),
    about: t.about,
    body: [
      ...section(t.facts, [...choices(it, composed.choices), ...buttons(send('facts', t.make))]),
      ...section(t.words, [
        area({ id: 'words', label: t.words, most, value: values?.words || body, language }),
        ...buttons(send('words', t.keep)),
      ]),
      ...section(t.fixed, [text(plain(composed.foot))]),
    ],
  })
}

function choices({ language }: Prepare, all: readonly Choice[]): CardElement[] {
  const t = texts(language).officer.handOver.prepare
  const may = all.filter(({ never }) => !never).slice(0, MOST_CHOICES)
  const refuted = all.filter(({ never }) => never).length
  const called = ({ label, why, source }: Choice): string => {
    const fact =
      source === undefined ? begun(label, MOST_LABEL) : t.ofSource(begun(label, MOST_LABEL), source)
    return why === undefined ? fact : t.not(fact, t.why[why])
  }
  const chosen = may.filter((each) => each.chosen).map(({ id }) => id)
  return [
    may.length === 0
      ? text(t.none)
      : choose({
          id: 'facts',
          label: t.facts,
          several: true,
          choices: may.map((each) => [each.id, called(each)]),
          value: chosen.join(','),
        }),
    ...(refuted > 0 ? [small(t.refuted(refuted))] : []),
  ]
}
