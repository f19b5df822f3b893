/** They have it: who there, by which number, and when we hear. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { turnOf } from '../../../services/signal/reading/routes.ts'
import type { Route } from '../../../services/signal/route.ts'
import type { Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import type { SixInput } from '../../routeActions.ts'
import { texts } from '../../texts/index.ts'
import { area, MOST_REASON, submit } from '../elements.ts'
import { routeName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'
import { type SixValues, sealedAbout, sixFields } from './sixFields.ts'

type OfRoute<Values> = PageOf<Values> & { route: Route; now: Instant }

/** The form of a receipt; nothing where it is not their turn. */
export function receivedCard(it: OfRoute<SixValues & { text: string }>): IAdaptiveCard | undefined {
  const { route, municipality, language, values } = it
  if (turnOf(route).turn !== 'partner') return undefined
  const { routes: t, forms } = texts(language).officer
  return form({
    ...it,
    name: t.received.title(routeName(municipality, route, language)),
    about: t.received.about,
    body: [
      ...sealedAbout(it),
      ...sixFields(it),
      area({ id: 'text', label: forms.answer.note, most: MOST_REASON, value: values?.text, language }),
    ],
    send: submit(
      t.received.send,
      packOfficer<'received', SixInput | 'text'>('received', { ...onCase(it), route: route.id }),
      { style: 'positive' },
    ),
  })
}

/** What for it is read; nothing where nothing is sealed. */
export function openSealedCard(it: OfRoute<{ reason: string }>): IAdaptiveCard | undefined {
  const { route, municipality, language, values } = it
  const t = texts(language).officer.routes.sealed
  if ((route.sealedAnswers ?? []).length === 0) return undefined
  return form({
    ...it,
    name: t.title(routeName(municipality, route, language)),
    about: t.ask,
    body: [
      area({
        id: 'reason',
        label: t.why,
        hint: t.whyHint,
        missing: t.whyMissing,
        most: MOST_REASON,
        value: values?.reason,
        language,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'openSealed', 'reason'>('openSealed', { ...onCase(it), route: route.id }),
    ),
  })
}
