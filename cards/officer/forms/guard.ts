/** One guard of the latest decision, answered anew: it was agreed, there is consent, or people are told now or later. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { GuardFields } from '../../../services/signal/deeds/decisionData.ts'
import { LaterGuard } from '../../../services/signal/guards.ts'
import { standing } from '../../../services/signal/reading/guarded.ts'
import type { Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { fieldsOf, type GuardValues } from '../decision/guardFields.ts'
import { submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

/** Nothing where this was not asked. */
export function guardCard(
  it: PageOf<GuardValues & { guard: string }> & { now: Instant },
): IAdaptiveCard | undefined {
  const { record, language, values } = it
  const which = LaterGuard.safeParse(values?.guard)
  const now = which.success ? standing(record, which.data) : undefined
  if (!which.success || !now) return undefined
  const guard = which.data
  const t = texts(language).officer.decision.guards
  return form({
    ...it,
    name: t.names[guard],
    about: t.change.about,
    body: fieldsOf({ guard, because: [], shown: now }, { ...it, values: values ?? {} }),
    send: submit(
      t.change.send,
      packOfficer<'answerGuard', keyof GuardFields>('answerGuard', { ...onCase(it), guard }),
      { style: 'positive' },
    ),
  })
}
