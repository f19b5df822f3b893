/** All the ways out of a signal, page after page: where there are more than stand on the dossier. */
import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, text, title, top } from '../elements.ts'
import { backTo } from './back.ts'
import type { Course } from './course.ts'
import { routesOnPage } from './routeParts.ts'

type Routes = Course & {
  error?: string | undefined
  notice?: string | undefined
  /** The page, from 1; one that is not there is the nearest that is. */
  part?: number | undefined
}

/** The page behind *Alle organisaties*. */
export function routesCard(it: Routes): IAdaptiveCard {
  const { record, language } = it
  const t = texts(language).officer.dossier
  const wanted = Math.max(it.part ?? 1, 1)
  const { shown, parts } = routesOnPage(it, wanted)
  const part = Math.min(wanted, parts)
  const go = (label: string, to: number): ISubmitAction =>
    leave(label, packOfficer('page', { signal: record.id, page: 'routes', part: to }))
  return frame({
    language,
    speak: t.speak(record.reference),
    body: [
      ...top(it),
      title(t.routesTitle(record.reference)),
      ...(parts > 1 ? [text(t.part(part, parts), { weight: 'Bolder' })] : []),
      ...(shown.length > 0 ? shown : [text(t.noRoutes)]),
    ],
    actions: [
      ...(part < parts ? [go(t.nextPart, part + 1)] : []),
      ...(part > 1 ? [go(t.previousPart, part - 1)] : []),
      backTo(record, language),
    ],
  })
}
