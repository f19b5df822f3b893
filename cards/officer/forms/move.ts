/** Moves words of a reporter to the signal where they belong: which words, where to, and why. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { movableIn } from '../../../services/signal/reading/movable.ts'
import type { Day, Reference, SignalId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { excerpt } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { choose, reasonField, small, submit } from '../elements.ts'
import { momentsIn } from '../lookups.ts'
import { begun, form, onCase, type PageOf } from './form.ts'

/** A signal that words can go to. No word of it. */
export type Other = { signal: SignalId; reference: Reference; received: Day }

/** Passages to choose from; the newest, when there are more than a list can hold. */
const MOST_PASSAGES = 40
/** So much of each is shown. */
const MOST_SHOWN = 100
/** A number is short. */
const MOST_REFERENCE = 40

type Values = { passage: string; to: SignalId; reference: string; reason: string }

/** The form of a move; nothing to fill in when no words of a reporter stand here. */
export function moveCard(it: PageOf<Values> & { others?: readonly Other[] | undefined }): IAdaptiveCard {
  const { record, municipality, language, values, others = [] } = it
  const { follow, dossier } = texts(language).officer
  const t = follow.move
  const passages = movableIn(record).slice(-MOST_PASSAGES)
  if (passages.length === 0) return form({ ...it, name: t.title, about: t.none, body: [] })
  const moment = momentsIn(municipality, language)
  const only = passages.length === 1 ? passages[0]?.id : undefined
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'passage',
        label: t.passage,
        missing: t.passageMissing,
        choices: passages.map(({ id, part }) => [
          id,
          t.passageChoice(dossier.via[part.via], moment(part.at), begun(part.text, MOST_SHOWN)),
        ]),
        value: values?.passage ?? only,
      }),
      ...(passages.some(({ question }) => question) ? [small(t.question)] : []),
      ...(others.length > 0
        ? [
            choose({
              id: 'to',
              label: t.to,
              style: 'compact',
              placeholder: t.toNone,
              choices: others.map(({ signal, reference, received }) => [
                signal,
                t.toChoice(reference, dayInWords(received, language)),
              ]),
              value: others.some(({ signal }) => signal === values?.to) ? values?.to : undefined,
            }),
          ]
        : []),
      {
        type: 'Input.Text',
        id: 'reference',
        label: t.reference,
        maxLength: MOST_REFERENCE,
        ...(values?.reference ? { value: excerpt(values.reference, MOST_REFERENCE).shown } : {}),
      },
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'move', 'passage' | 'to' | 'reference' | 'reason'>('move', onCase(it)), {
      style: 'positive',
    }),
  })
}
