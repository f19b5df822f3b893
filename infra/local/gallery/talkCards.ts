/** The conversation around a report: questions before sending, proposals, ordinary answers, questions after it. */

import { draftCard } from '../../../cards/reporter/draft/draft.ts'
import { forkCard, purposeCard } from '../../../cards/reporter/draft/fork.ts'
import { receiptCard } from '../../../cards/reporter/receipt/receipt.ts'
import { answersCard, asideCard, secondCard } from '../../../cards/reporter/start/answers.ts'
import { texts } from '../../../cards/texts/index.ts'
import { questionsFor } from '../../../services/content/questions.ts'
import type { Language } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import { draft, municipality, NOW, REFERENCE, readers, record, SIGNAL } from './records.ts'

/** All of them, in the order in which somebody meets them. */
export function talking(language: Language): Chapter {
  const it = { municipality, ...readers(), language }
  const part = (text: string) => ({ at: NOW, via: 'chat' as const, text })
  const of = (...texts: string[]) => draft({ parts: texts.map(part) })
  const harmless = questionsFor({ minor: false, subjects: ['labourExploitation'], text: 'de baas' }, language)
  const because = 'paspoorten'
  return {
    side: 'melder',
    title: 'Een gesprek, geen formulier',
    about: 'Wat er gevraagd wordt voor en na het versturen, en wat de kaart voorstelt.',
    cards: [
      show('Over een collega?', 'Eén vraag, voordat iemand het leest.', forkCard, {
        draft: of('Mijn leidinggevende vraagt geld.'),
        fork: 'colleague',
        because: 'Mijn leidinggevende vraagt geld',
        ...it,
      }),
      show('Politie-informatie?', 'Vriendelijk geweigerd.', forkCard, {
        draft: of('Het staat in het politiesysteem.'),
        fork: 'police',
        because: 'politiesysteem',
        ...it,
      }),
      show('Melden of vragen?', 'Als niet duidelijk is wat iemand wil.', purposeCard, {
        draft: of('En nu dan?'),
        joins: false,
        language,
      }),
      show('Met voorstellen', 'Wat begrepen is, en waarom. Alles kan anders.', draftCard, {
        draft: of('De baas bewaart hun paspoorten.', 'Er is een meisje van 16 bij.'),
        ...it,
        proposals: {
          urgency: { value: 'high', because },
          minor: { because: 'van 16' },
          consult: { because: 'ik twijfel' },
        },
      }),
      show('Wie leest dit?', 'Een gewone vraag krijgt een gewoon antwoord.', answersCard, {
        names: 'Marieke Vonk',
        accountable: readers().accountable,
        municipality,
        language,
      }),
      show('Niet voor hier?', 'Als het ergens anders over lijkt te gaan. Niets raakt kwijt.', asideCard, {
        text: texts(language).reporter.talk.ordinary.offTopic,
        language,
      }),
      show(
        'Een tweede melding?',
        'Als iemand zegt dat dit iets anders is. Eén tik voegt het samen.',
        secondCard,
        {
          draft: SIGNAL,
          language,
        },
      ),
      show('Na het versturen', 'Eén tot drie vragen. Alles mag leeg blijven.', receiptCard, {
        reference: REFERENCE,
        kind: 'signal',
        degree: 'confidential',
        acute: false,
        municipality,
        accountable: readers().accountable,
        respondBy: record().due.respond,
        signal: SIGNAL,
        after: { asked: ['stillThere', 'safeToReach', 'mayCall'], harmless },
        language,
      }),
    ],
  }
}
