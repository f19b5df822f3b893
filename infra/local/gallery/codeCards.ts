/** The cards of somebody who is anonymous and has a code. */
import { backCard, notCodeCard } from '../../../cards/reporter/receipt/code.ts'
import { receiptCard } from '../../../cards/reporter/receipt/receipt.ts'
import { texts } from '../../../cards/texts/index.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Day, type Language } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import { DECISION, municipality, NOW, QUESTION, REFERENCE, readers, record, SIGNAL } from './records.ts'

/** Made up: it leads nowhere. */
const TEXT = 'P5A0-YW2G-SS4A-PZ2K-A9FB'
const day = Day.parse('2026-11-24')

/** What waits, with how far it has come. */
function back(name: string, when: string, it: SignalRecord, below: number, language: Language) {
  const { waiting = [] } = it.code ?? {}
  return show(name, when, backCard, {
    record: it,
    waiting,
    below,
    minutes: 10,
    municipality,
    now: NOW,
    language,
  })
}

/** The chapter of the code: shown once, and coming back with it. */
export function codes(language: Language): Chapter {
  const { due } = record()
  const receipt = {
    reference: REFERENCE,
    degree: 'anonymous',
    acute: false,
    municipality,
    accountable: readers().accountable,
    respondBy: due.respond,
    decideBy: due.decide,
    language,
  } as const
  const code = { text: TEXT, draft: SIGNAL }
  const anonymous = record('inTriage', {}, 'signal', 'anonymous')
  const received = { day, message: { about: 'received' } } as const
  const waiting = [
    received,
    { day, message: { about: 'question', question: QUESTION } },
    { day, message: { about: 'decided', decision: DECISION } },
  ] as const
  const asked = (more: Partial<SignalRecord> = {}): SignalRecord => ({
    ...anonymous,
    ...more,
    ...(anonymous.code ? { code: { ...anonymous.code, waiting: [...waiting] } } : {}),
  })
  const fresh = record('received', {}, 'signal', 'anonymous')
  return {
    side: 'melder',
    title: 'Anoniem, met een code',
    about: 'De code staat er één keer. Wie hem later typt, in welke chat ook, ziet wat er klaarstaat.',
    cards: [
      show('Melding met de code', 'Direct na het versturen, anoniem.', receiptCard, {
        ...receipt,
        kind: 'signal',
        code,
      }),
      show('Sparren met de code', 'Direct na het voorleggen, anoniem.', receiptCard, {
        ...receipt,
        kind: 'consultation',
        code,
      }),
      show('De code is bewaard', 'Na Ik heb hem bewaard.', receiptCard, {
        ...receipt,
        kind: 'signal',
        code: 'saved',
      }),
      show('Geen code?', 'Als het op een code lijkt en er een teken niet klopt.', notCodeCard, {
        text: texts(language).reporter.code.typo,
        language,
      }),
      back(
        'Terug met de code',
        'Na het typen van de code. De berichten staan eronder.',
        asked(),
        2,
        language,
      ),
      back('Terug met de code, niets nieuws', 'Als er nog niets klaarstaat.', fresh, 0, language),
      back('Terug met de code, afgesloten', 'Als het klaar is.', asked({ state: 'closed' }), 2, language),
    ],
  }
}
