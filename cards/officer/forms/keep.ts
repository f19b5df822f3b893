/**
 * Keeps a consultation against the wish of the person who asked: with danger or a minor only, with a reason, and said
 * so (A007).
 */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { isWeighty } from '../../../services/signal/reading/consultation.ts'
import { isReachable } from '../../../services/signal/reading/feedback.ts'
import { waitsForCode } from '../../../services/signal/reading/standing.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { reasonField, small, submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

/** Asks why it must be kept, and says that the reporter will be told. */
export function keepCard(it: PageOf<{ reason: string }>): IAdaptiveCard {
  const { record, language } = it
  const t = texts(language).officer.forms.keep
  if (!isWeighty(record)) return form({ ...it, name: t.title, about: t.notAllowed, body: [] })
  return form({
    ...it,
    name: t.title,
    about: isReachable(record) ? t.about : record.reporterLeft ? t.aboutLeft : t.aboutAnonymous,
    body: [
      ...(waitsForCode(record) ? [small(texts(language).officer.code.waits)] : []),
      reasonField(t, it.values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'keepAgainstWish', 'reason'>('keepAgainstWish', onCase(it)), {
      style: 'positive',
    }),
  })
}
