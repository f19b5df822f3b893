/** The cards of the conversation around a report in every variant; what people wrote is given. */

import { draftCard, draftGoneCard } from '../../cards/reporter/draft/draft.ts'
import { forkCard, purposeCard } from '../../cards/reporter/draft/fork.ts'
import { receiptCard } from '../../cards/reporter/receipt/receipt.ts'
import { answersCard, asideCard, secondCard } from '../../cards/reporter/start/answers.ts'
import { questionsFor } from '../../services/content/questions.ts'
import type { Language } from '../../services/words.ts'
import { Reference } from '../../services/words.ts'
import type { NamedCard } from './namedCard.ts'
import { AT, draftOf, municipality, readers } from './reporterCases.ts'

const FORKS = ['colleague', 'officer', 'police'] as const

/** All of them. */
export function talkCards(text: string, language: Language): NamedCard[] {
  const draft = draftOf(text)
  const because = text
  const it = { municipality, ...readers, language }
  const said = (subjects: string[]) => questionsFor({ minor: false, subjects, text: '' }, language)
  const receipt = {
    reference: Reference.parse('S-2026-0042'),
    kind: 'signal' as const,
    degree: 'confidential' as const,
    acute: false,
    municipality,
    accountable: readers.accountable,
    respondBy: AT,
    signal: draft.id,
    language,
  }
  return [
    ...FORKS.map((fork): NamedCard => [`fork, ${fork}`, forkCard({ draft, fork, because, ...it })]),
    ['fork, chosen', forkCard({ draft, fork: 'colleague', because: undefined, ...it })],
    ['purpose', purposeCard({ draft, joins: false, language })],
    ['purpose, beside a story', purposeCard({ draft, joins: true, language })],
    [
      'draft with every proposal',
      draftCard({
        draft: draftOf(text, {
          parts: [1, 2].map(() => ({ at: AT, via: 'chat', text: text.slice(0, 18_000) })),
        }),
        ...it,
        proposals: {
          certainty: { value: 'gut', because },
          urgency: { value: 'high', because },
          degree: { value: 'anonymous', because },
          minor: { because },
          dependent: { because },
          consult: { because },
          violenceAtHome: { because },
          otherMunicipality: { because },
          codeFirst: true,
        },
      }),
    ],
    [
      'draft, somebody who depends on others',
      draftCard({ draft, ...it, proposals: { dependent: { because } } }),
    ],
    ['draft, violence at home', draftCard({ draft, ...it, proposals: { violenceAtHome: { because } } })],
    ['not for here', asideCard({ text: 'x', language })],
    ['begun as a second story', secondCard({ draft: draft.id, language })],
    ['draft gone, can be put back', draftGoneCard({ why: 'discarded', draft: draft.id, language })],
    [
      'who reads it',
      answersCard({ names: 'Marieke', accountable: readers.accountable, municipality, language }),
    ],
    [
      'receipt with questions',
      receiptCard({
        ...receipt,
        after: { asked: ['stillThere', 'safeToReach', 'mayCall'], harmless: said(['careFraud']) },
      }),
    ],
    ['receipt with one question', receiptCard({ ...receipt, after: { asked: ['howKnown'] } })],
  ]
}
