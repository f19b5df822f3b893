/** *Hoort bij elkaar*: which two, and why. Why they match is proposed in words, and can be changed. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reference, SignalId } from '../../../services/words.ts'
import { type OfficerAction, packOfficer } from '../../actions.ts'
import { excerpt } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { choose, reasonField, submit, text } from '../elements.ts'
import { form, onCase, type PageOf } from '../forms/form.ts'
import type { Other } from '../forms/move.ts'

type Values = Pick<Extract<OfficerAction, { verb: 'link' }>, 'other' | 'reference' | 'reason'>
type Link = PageOf<Values> & { others?: readonly Other[] | undefined }

const MOST_REFERENCE = 40

/** Which fields agree, in words, as far as it was found: "zelfde adres, naam lijkt erop". */
export function whyProposed(
  { record, language }: Pick<Link, 'record' | 'language'>,
  other: SignalId,
): string {
  const { link: t } = texts(language).officer.cases
  const match = record.known?.matches.find(({ signal }) => signal === other)
  const said = (match?.reasons ?? []).flatMap(({ field, agrees }) =>
    agrees === 'differs' ? [] : [agrees === 'same' ? t.agrees[field] : t.alike[field]],
  )
  return [...new Set(said)].join(', ')
}

/** What the other is called, where it is known. */
function named({ record, others = [] }: Link, other: SignalId): Reference | undefined {
  const match = record.known?.matches.find(({ signal }) => signal === other)
  return match?.reference ?? others.find(({ signal }) => signal === other)?.reference
}

export function linkCard(it: Link): IAdaptiveCard {
  const { record, language, values, others = [] } = it
  const t = texts(language).officer.cases.link
  const other = values?.other
  const known = other === undefined ? undefined : named(it, other)
  const reason = values?.reason ?? (other === undefined ? undefined : whyProposed(it, other))
  // Chosen by a match: there is nothing left to choose.
  const fixed = other !== undefined && known !== undefined && !values?.reference?.trim()
  return form({
    ...it,
    name: t.title(record.reference),
    about: t.about,
    body: [
      ...(fixed
        ? [text(t.with(known), { weight: 'Bolder' })]
        : [
            ...(others.length > 0
              ? [
                  choose({
                    id: 'other',
                    label: t.to,
                    style: 'compact' as const,
                    placeholder: t.toNone,
                    choices: others.map(({ signal, reference, received }) => [
                      signal,
                      texts(language).officer.follow.move.toChoice(reference, dayInWords(received, language)),
                    ]),
                    value: others.some(({ signal }) => signal === other) ? other : undefined,
                  }),
                ]
              : []),
            {
              type: 'Input.Text' as const,
              id: 'reference',
              label: t.reference,
              maxLength: MOST_REFERENCE,
              ...(values?.reference ? { value: excerpt(values.reference, MOST_REFERENCE).shown } : {}),
            },
          ]),
      reasonField(t, reason, language),
    ],
    send: fixed
      ? submit(t.send, packOfficer<'link', 'reason'>('link', { ...onCase(it), other, reference: '' }), {
          style: 'positive',
        })
      : submit(t.send, packOfficer<'link', 'other' | 'reference' | 'reason'>('link', onCase(it)), {
          style: 'positive',
        }),
  })
}
