/** What a reporter reads of where it went: taken up, still asked, no answer. Never who, and never what they do. */
import type { ToldOfRoutes } from '../../../../services/signal/reading/toldRoutes.ts'

export const routes = {
  /** Under the state, in *Mijn meldingen* and after a code. */
  mine: {
    takenUp: 'Wie hierover gaat, heeft het opgepakt.',
    stillAsking: 'We hebben nog geen antwoord. We blijven ernaar vragen.',
    noAnswer: 'We kregen geen antwoord. We vragen er niet meer naar.',
  } satisfies Record<ToldOfRoutes, string>,
  takenUp: {
    title: (reference: string) => `${reference} is opgepakt`,
    text: 'Wie hierover gaat, heeft je signaal opgepakt. Dat kon dankzij jou.',
    limits: 'Wat zij doen, mogen we vaak niet vertellen.',
    /** By the time that it is read it stands otherwise, or its reporter chose not to hear it. */
    over: 'Dit bericht is intussen achterhaald. Dank je wel dat je dit liet weten.',
    notToHear: 'Je koos om niet te horen of je signaal is opgepakt. Dat laten we zo.',
  },
  stillAsking: {
    title: (reference: string) => `Nog geen antwoord over ${reference}`,
    text: 'We hebben nog geen antwoord van wie hierover gaat. We blijven ernaar vragen.',
    nothing: 'Jij hoeft niets te doen. Dank je wel dat je dit liet weten.',
  },
  noAnswer: {
    title: (reference: string) => `Geen antwoord over ${reference}`,
    text: 'We hebben vaker gevraagd, en kregen geen antwoord. We vragen er niet meer naar.',
    good: 'Dank je wel dat je dit deelde. Zie je weer iets? Laat het weten.',
  },
  hear: {
    title: 'Horen of het is opgepakt',
    not: 'Laat me dit niet weten',
    yes: 'Laat het me toch weten',
    about: 'Wil je niet horen of het is opgepakt? Dat mag.',
    isNot: (reference: string) =>
      `Goed. Ik laat je niet weten of ${reference} is opgepakt. Van gedachten veranderd? Tik op de knop.`,
    isYes: (reference: string) => `Goed. Ik laat het je weten als ${reference} is opgepakt.`,
    already: 'Zo stond het al.',
  },
}
