/**
 * Before calling: the reason to see who it is, and that seeing is recorded. Only the first degree has a
 * name.
 */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { isReachable } from '../../../services/signal/reading/feedback.ts'
import { hasName, isWorkable, waitsForCode } from '../../../services/signal/reading/standing.ts'
import { type Page, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { reasonField, submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

/** Asks the reason of a reveal, or says why there is none. `offDuty`: the person who looks may not learn a name now. */
export function callCard(it: PageOf<{ reason: string }> & { offDuty?: boolean }): IAdaptiveCard {
  const { record, language } = it
  const {
    forms: { call: t },
    code,
    dossier,
  } = texts(language).officer
  if (!hasName(record) && record.reporterLeft)
    return form({ ...it, name: t.title, about: dossier.noCallLeft, body: [] })
  if (!hasName(record) && !isReachable(record))
    return form({ ...it, name: t.title, about: t.anonymous, body: [] })
  if (!hasName(record)) {
    const ask: Page = 'ask'
    const send = submit(dossier.ask, packOfficer('page', { signal: record.id, page: ask }))
    return form({
      ...it,
      name: t.title,
      about: waitsForCode(record) ? code.call : t.unknown,
      body: [],
      send: isWorkable(record) ? send : undefined,
    })
  }
  if (it.offDuty) return form({ ...it, name: t.title, about: t.nameOffDuty, body: [] })
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [reasonField(t, it.values?.reason, language)],
    send: submit(t.send, packOfficer<'reveal', 'reason'>('reveal', onCase(it)), { style: 'positive' }),
  })
}
