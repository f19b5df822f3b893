/** What the reporting point reads of somebody who is anonymous and has a code. */
import type { ReporterMessage } from '../../../../services/signal/record.ts'

export const code = {
  /** Under what is written for the reporter. */
  waits: 'De melder is anoniem. Wat je schrijft ligt klaar, en wordt getoond als de melder de code gebruikt.',
  noCall:
    'Bel melder kan hier niet: de melder is anoniem. Een vraag kan wel. Die wordt getoond als de melder ' +
    'de code gebruikt.',
  call:
    'De melder is anoniem. Er is nergens bewaard wie het is, dus bellen kan niet. Een vraag klaarzetten ' +
    'kan wel: die wordt getoond als de melder de code gebruikt.',
  done: {
    ask: 'Je vraag ligt klaar. Gebruikt de melder de code en komt er antwoord, dan hoor je dat in je eigen chat.',
    advise: 'Je advies ligt klaar en wordt getoond als de melder de code gebruikt.',
    feedBack: 'Je bericht ligt klaar en wordt getoond als de melder de code gebruikt.',
    keepAgainstWish:
      'Dit is nu een signaal. Dat je het bewaart, wordt getoond als de melder de code gebruikt.',
  },
  title: 'Wat er klaarligt voor de melder',
  what: {
    received: 'Ontvangst',
    taken: 'Dat het in behandeling is',
    question: 'Vraag',
    advice: 'Advies',
    kept: 'Dat dit bewaard blijft',
    consultationEnded: 'Hoe het sparren eindigde',
    decided: 'Besluit',
    handedOver: 'Overdracht',
    takenUp: 'Dat het is opgepakt',
    stillAsking: 'Dat we blijven vragen',
    noAnswer: 'Dat er geen antwoord kwam',
    feedback: 'Terugkoppeling',
    overdue: 'Dat het meldpunt te laat is',
    closed: 'Afsluiting',
    fits: 'Dat het past bij andere informatie',
  } satisfies Record<ReporterMessage['about'], string>,
  shown: (what: string, day: string, shown: string) => `${what} van ${day} · getoond op ${shown}`,
  notShown: (what: string, day: string) => `${what} van ${day} · nog niet getoond`,
  about:
    'De code is maar één keer gezien, door de melder. Van deze melding bewaren we dagen, geen tijdstippen: ' +
    'die kunnen verraden wie het was.',
}
