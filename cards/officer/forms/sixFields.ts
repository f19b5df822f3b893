/** The fields of what every partner is asked (C6): on the form of a receipt and on that of an answer. */
import type { CardElement } from '@microsoft/teams.cards'
import { openLinkAnswers } from '../../../services/handover/link/linkAnswer.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { seals } from '../../../services/signal/reading/sealed.ts'
import type { Route } from '../../../services/signal/route.ts'
import { HelpThere, type SixAnswers } from '../../../services/signal/route.ts'
import type { Day, Instant, Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, heading, MOST_REASON, small } from '../elements.ts'

export type SixValues = { [K in keyof SixAnswers]?: SixAnswers[K] | undefined }

type Fields = {
  route: Route
  municipality: Municipality
  now: Instant
  language: Language
  values?: SixValues | undefined
}

/** What the link said that nobody settled yet: filled in, for a person to keep or to change. */
function ofLink(route: Route, today: Day): Pick<SixValues, 'contact' | 'hearBy'> {
  const said = openLinkAnswers(route).at(-1)
  if (!said) return {}
  const contact = [said.contact, said.reach].flatMap((each) => each ?? []).join(', ')
  const ahead = said.day !== undefined && said.day >= today && said.what !== 'question'
  return { ...(contact === '' ? {} : { contact }), ...(ahead ? { hearBy: said.day } : {}) }
}

/** One field each, with what was filled in just now. What they said before stands in the dossier, and is not repeated here. */
export function sixFields({ route, municipality, now, language, values }: Fields): CardElement[] {
  const t = texts(language).officer.routes.six
  const line = (id: 'theirNumber' | 'mayTell' | 'mustNot', label: string) =>
    area({ id, label, most: MOST_REASON, value: values?.[id], language })
  const today = dayOf(now, municipality)
  const link = values === undefined ? ofLink(route, today) : {}
  const contact = area({
    id: 'contact',
    label: t.ask.contact,
    most: MOST_REASON,
    value: values?.contact ?? link.contact,
    language,
  })
  return [
    heading(t.heading),
    small(t.hint),
    ...(Object.keys(link).length > 0 ? [small(t.fromLink)] : []),
    contact,
    line('theirNumber', t.theirNumber),
    date({ id: 'hearBy', label: t.ask.hearBy, min: today, value: values?.hearBy ?? link.hearBy }),
    line('mayTell', t.ask.mayTell),
    line('mustNot', t.ask.mustNot),
    choose({
      id: 'helpThere',
      label: t.ask.helpThere,
      style: 'compact',
      placeholder: t.helpNone,
      choices: HelpThere.options.map((each) => [each, t.help[each]]),
      value: values?.helpThere ?? route.six?.helpThere,
    }),
  ]
}

/** Said above a form of which the words are sealed. */
export const sealedAbout = ({
  route,
  municipality,
  language,
}: Pick<Fields, 'route' | 'municipality' | 'language'>): CardElement[] =>
  seals(municipality, route) ? [small(texts(language).officer.routes.sealed.about)] : []
