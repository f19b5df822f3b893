/** Below the facts: what an officer makes of the signal as a whole. */
import type { CardElement } from '@microsoft/teams.cards'
import { proposedKinds } from '../../../services/facts/kinds.ts'
import { sourceName } from '../../../services/facts/sources.ts'
import { WeighPoint } from '../../../services/facts/weighed.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import { type FormDeed, packOfficer } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { texts } from '../../texts/index.ts'
import { buttons, leave, section, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import type { FactsLook } from './look.ts'
import { dayOfFact } from './words.ts'

/** Bytes of each line, and how many of the latest are shown. */
const MOST_BYTES = 700
const MOST_SHOWN = 5

/** Kinds, weighing, helpers, special data and look-ups elsewhere, each with its button. */
export function whole(it: FactsLook): CardElement[] {
  const { record, language } = it
  const { facts: t } = texts(language).officer
  const working = isWorkable(record)
  const page = (label: string, to: FormDeed) =>
    leave(label, packOfficer('page', { signal: record.id, page: to }))
  // Each button says what it changes.
  const edit = (what: string, to: FormDeed): CardElement[] =>
    working ? buttons(page(withWhom(t.whole.edit, [what.toLowerCase()])[0] ?? t.whole.edit, to)) : []
  return [
    ...section(t.whole.kinds, [...kinds(it, working), ...edit(t.whole.kinds, 'setKinds')]),
    ...section(t.whole.weighing, [...weighing(it), ...edit(t.whole.weighing, 'weigh')]),
    ...section(t.whole.helpers, [...helpers(it), ...edit(t.whole.helpers, 'setHelpers')]),
    ...special(it),
    ...elsewhere(it),
    ...(working
      ? buttons(
          ...(record.kind === 'signal' ? [page(t.whole.lookElsewhere, 'lookElsewhere')] : []),
          page(t.whole.addSpecial, 'addSpecial'),
        )
      : []),
  ]
}

function kinds({ record, municipality, language, press }: FactsLook, working: boolean): CardElement[] {
  const { facts: t } = texts(language).officer
  const chosen = record.weighed?.kinds?.kinds
  const said = (all: readonly (keyof typeof t.signalKinds)[]) =>
    all.map((kind) => t.signalKinds[kind]).join(', ')
  if (chosen) return [text(chosen.length === 0 ? t.whole.kindsEmpty : said(chosen))]
  const read = proposedKinds(record, municipality)
  if (read.length === 0) return [text(t.whole.kindsNone)]
  const right = { signal: record.id, seen: record.revision, press, kinds: read }
  return [
    text(t.whole.kindsRead(said(read))),
    ...(working ? buttons(submit(t.whole.kindsRight, packOfficer('setKinds', right))) : []),
  ]
}

function weighing({ record, language }: FactsLook): CardElement[] {
  const { facts: t } = texts(language).officer
  const { weighing: said } = record.weighed ?? {}
  if (!said) return [text(t.whole.weighingNone)]
  return WeighPoint.options.flatMap((point): CardElement[] => {
    const answer = said.points[point]
    if (!answer) return []
    return [
      text(`${t.points[point]} ${t.answers[answer.answer]}`, { spacing: 'Small' }),
      ...fitted(answer.line ?? '', MOST_BYTES, language),
    ]
  })
}

function helpers({ record, language }: FactsLook): CardElement[] {
  const { facts: t } = texts(language).officer
  const known = record.weighed?.helpers?.known
  if (known === undefined) return [text(t.whole.helpersNone)]
  return known === 'unknown' ? [text(t.whole.helpersUnknown)] : fitted(known, MOST_BYTES, language)
}

function special({ record, language, press }: FactsLook): CardElement[] {
  const { facts: t } = texts(language).officer
  const all = (record.weighed?.special ?? []).slice(-MOST_SHOWN)
  const names = withWhom(
    t.whole.dropSpecial,
    all.map(({ text: said }) => said.replace(/\s+/gu, ' ')),
  )
  const asked = { signal: record.id, seen: record.revision, press }
  return section(
    t.whole.special,
    all.flatMap(({ id, text: said, needed }, at) => [
      ...fitted(said, MOST_BYTES, language),
      ...fitted(t.whole.needed(needed), MOST_BYTES, language),
      ...(isFrozen(record)
        ? []
        : buttons(
            submit(names[at] ?? t.whole.dropSpecial, packOfficer('dropSpecial', { ...asked, line: id })),
          )),
    ]),
  )
}

function elsewhere({ record, municipality, language }: FactsLook): CardElement[] {
  const { facts: t, follow } = texts(language).officer
  return section(
    t.whole.elsewhere,
    (record.weighed?.elsewhere ?? [])
      .slice(-MOST_SHOWN)
      .flatMap(({ source, on, why, basis, hit }) => [
        text(
          t.whole.looked(
            sourceName(municipality, source, language),
            dayOfFact(on, language),
            hit ? t.whole.hit : t.whole.noHit,
          ),
          { spacing: 'Small' },
        ),
        small(follow.basis.choices[basis]),
        ...fitted(why, MOST_BYTES, language),
      ]),
  )
}
