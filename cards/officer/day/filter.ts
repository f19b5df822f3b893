/** What an officer chooses to see on the worklist: the form, and what was chosen, in words. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { z } from 'zod'
import { SignalKind } from '../../../services/facts/weighed.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Filter } from '../../../services/signal/reading/dayList.ts'
import { Kind } from '../../../services/signal/words.ts'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { ALL, LIST_FILTER } from '../../dayActions.ts'
import { texts } from '../../texts/index.ts'
import { choose, frame, leave, submit, text, title } from '../elements.ts'
import { partnerName } from '../lookups.ts'

const Fields = z.object(LIST_FILTER)
/** As the form sends it. */
export type ListFilter = z.infer<typeof Fields>

/** What it asks of the list. */
export const filterOf = ({ mine, about, area, partner, lacks }: ListFilter): Filter => ({
  ...(mine ? { mine: true } : {}),
  ...(about ? { kind: about } : {}),
  ...(area ? { area } : {}),
  ...(partner ? { partner } : {}),
  ...(lacks ? { lacks } : {}),
})

/** The same as a button carries it. */
export const listFilterOf = ({ mine, kind, area, partner, lacks }: Filter): ListFilter =>
  Fields.parse({ mine: mine ? 'mine' : undefined, about: kind, area, partner, lacks })

const nameOfKind = (kind: NonNullable<Filter['kind']>, language: Language): string => {
  const { words, facts } = texts(language).officer
  const own = Kind.safeParse(kind)
  const other = SignalKind.safeParse(kind)
  return own.success ? words.kinds[own.data] : other.success ? facts.signalKinds[other.data] : ''
}

/** What was chosen; each in the words of the form. */
export function filterInWords(filter: Filter, municipality: Municipality, language: Language): string {
  const { filter: t } = texts(language).officer.day
  const { mine, kind, area, partner, lacks } = filter
  const said = [
    mine ? t.mine : undefined,
    kind && nameOfKind(kind, language),
    area && `${t.area} ${area}`,
    partner && partnerName(municipality, partner, language),
    lacks && t[lacks],
  ]
  return said.flatMap((each) => each ?? []).join(' · ')
}

type Form = {
  chosen: ListFilter
  /** The areas that occur on the list. */
  areas: readonly string[]
  municipality: Municipality
  language: Language
}

/** As many areas as are offered. */
const MOST_AREAS = 60

/** The form: each choice may stay open. */
export function listFilterCard({ chosen, areas, municipality, language }: Form): IAdaptiveCard {
  const t = texts(language).officer
  const { filter: f } = t.day
  const one = (id: keyof ListFilter, label: string, choices: [string, string][]) =>
    choose({
      id,
      label,
      style: 'compact',
      choices: [[ALL, f.all], ...choices],
      value: chosen[id] ?? ALL,
      placeholder: f.all,
    })
  const kinds = [...Kind.options, ...SignalKind.options].map((kind): [string, string] => [
    kind,
    nameOfKind(kind, language),
  ])
  const partners = municipality.partners.map(({ id, name }): [string, string] => [id, name[language]])
  return frame({
    language,
    speak: f.title,
    body: [
      title(f.title),
      text(f.about),
      one('mine', f.who, [['mine', f.mine]]),
      one('about', f.kind, kinds),
      ...(areas.length > 0
        ? [
            one(
              'area',
              f.area,
              areas.slice(0, MOST_AREAS).map((area) => [area, area]),
            ),
          ]
        : []),
      one('partner', f.partner, partners),
      one('lacks', f.lacks, [
        ['lead', f.lead],
        ['help', f.help],
      ]),
    ],
    actions: [
      submit(f.send, packOfficer<'worklist', keyof ListFilter>('worklist', {}), { style: 'positive' }),
      leave(t.words.worklist, packOfficer('worklist', {})),
    ],
  })
}
