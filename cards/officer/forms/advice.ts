/** Advice that was asked by telephone without personal data (A083, A088): whom, what was asked, and what was said. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { givesAdvice } from '../../../services/signal/reading/careful.ts'
import { namesIn } from '../../../services/signal/reading/namesIn.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { area, box, choose, MOST_REASON, submit, text } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

type Values = { whom: string; asked: string; text: string; warned: string }

/** Whoever gives advice stands first; names of the facts that stand in it are pointed out. */
export function adviceCallCard(it: PageOf<Values>): IAdaptiveCard {
  const { record, municipality, language, values } = it
  const t = texts(language).officer.decision.advice
  const partners = [...municipality.partners].sort((a, b) => Number(givesAdvice(b)) - Number(givesAdvice(a)))
  const names = namesIn(record, `${values?.asked ?? ''}\n${values?.text ?? ''}`)
  const found = names.length > 0
  return form({
    ...it,
    name: t.form,
    about: t.about,
    body: [
      ...(found ? box('warning', [text(t.names(names.map(plain).join(', ')))]) : []),
      choose({
        id: 'whom',
        label: t.whom,
        missing: t.whomMissing,
        style: 'compact',
        placeholder: t.whomMissing,
        choices: partners.map(({ id, name }) => [id, name[language]]),
        value: values?.whom,
      }),
      area({
        id: 'asked',
        label: t.asked,
        missing: t.asked,
        most: MOST_REASON,
        value: values?.asked,
        language,
      }),
      area({ id: 'text', label: t.said, missing: t.said, most: MOST_REASON, value: values?.text, language }),
    ],
    send: submit(
      found ? t.anyway : t.send,
      packOfficer<'adviceCall', 'whom' | 'asked' | 'text'>('adviceCall', {
        ...onCase(it),
        ...(found ? { warned: 'yes' as const } : {}),
      }),
      { style: 'positive' },
    ),
  })
}
