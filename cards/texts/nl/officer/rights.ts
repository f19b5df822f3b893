/** The rights of the people in a signal: freeze, correct and tell, erase before the term. */
import type { PassagePart } from '../../../../services/signal/rights/passages.ts'
import type { RecipientTask } from '../../../../services/signal/rights/types.ts'

export const rights = {
  parts: {
    story: 'wat de melder schreef',
    form: 'het formulier',
    question: 'een vraag aan de melder',
    answer: 'een antwoord van de melder',
    advice: 'een advies aan de melder',
    note: 'een notitie',
    label: 'een label van een collega',
    call: 'een gesprek met de melder',
    decision: 'een besluit',
    partnerAnswer: 'een antwoord van een organisatie',
    feedback: 'een terugkoppeling',
    reason: 'een reden die een collega opschreef',
    correction: 'een rechtzetting',
    fact: 'een feit',
    weighing: 'de weging',
    case: 'de zaak waar dit bij hoort',
    handOver: 'wat een organisatie kreeg',
  } satisfies Record<PassagePart, string>,

  title: (reference: string) => `${reference} · rechten en bewaren`,
  button: 'Rechten en bewaren',
  door: 'Bevriezen, rechtzetten, en hoe lang dit bewaard blijft.',
  can: 'Wat je kunt doen',
  about:
    'De mensen over wie dit gaat, hebben rechten. Vraagt iemand daarom? Leg vast wat je doet. Een verzoek ' +
    'is nooit zelf een signaal.',
  term: 'Bewaartermijn',
  noTerm: 'Er is nog geen besluit. De bewaartermijn is nog niet begonnen.',
  kept: (what: string, until: string) => `${what}: te bewaren tot en met ${until}.`,
  most: (day: string) => `Langer dan tot en met ${day} mag nooit.`,
  erasing: 'Dit dossier staat op de lijst om gewist te worden.',
  forgotten: (moment: string) => `Wie dit meldde is gewist (${moment}). Dat hoort zo na een tijd.`,
  freeze: 'Bevriezen',
  freezeAbout: 'Bevriezen: dit dossier blijft zoals het is. Iedereen kan alleen nog kijken.',
  unfreeze: 'Bevriezen opheffen',
  correct: 'Rechtzetten',
  correctAbout:
    'Rechtzetten: er staat iets dat niet klopt. Wat er stond blijft staan, jouw rechtzetting komt erbij.',
  erase: 'Eerder wissen',
  eraseAbout:
    'Eerder wissen: op verzoek, of omdat het hier niet hoort. Het komt op de lijst om te vernietigen.',
  keepLonger: 'Langer bewaren',
  frozen: (name: string, moment: string) => `Bevroren door ${name} · ${moment}. Je kunt alleen kijken.`,
  why: 'Waarom',
  tell: 'Nog te vertellen',
  toTell: (partner: string, why: string, day: string) => `${partner}: ${why} (sinds ${day})`,
  whyTell: {
    corrected: 'er is iets rechtgezet',
    frozen: 'dit dossier is bevroren',
    unfrozen: 'het bevriezen is opgeheven',
    erased: 'dit dossier wordt gewist',
    refuted: 'een feit klopt niet',
  } satisfies Record<RecipientTask['why'], string>,
  tellAbout: 'Deze organisaties kregen het dossier. Vertel het op de manier die bij ze past.',
  told: 'Verteld',
  toldAt: (partner: string, why: string, name: string, moment: string) =>
    `${partner}: ${why}. Verteld door ${name} · ${moment}`,
  corrected: (name: string, moment: string) => `Rechtgezet door ${name} · ${moment}`,

  forms: {
    freeze: {
      title: 'Bevriezen',
      about:
        'Iemand vraagt om dit dossier niet te gebruiken, bijvoorbeeld omdat het niet klopt. Zolang het bevroren ' +
        'is, verandert en vernietigt niemand iets. Wat de melder nog aanvult, blijft wel bewaard.',
      reason: 'Waarom bevries je dit?',
      reasonMissing: 'Schrijf in een paar woorden waarom.',
      send: 'Bevries dit dossier',
    },
    unfreeze: {
      title: 'Bevriezen opheffen',
      about: 'Daarna kan er weer aan dit dossier gewerkt worden. De bewaartermijn loopt gewoon door.',
      reason: 'Waarom hef je het op?',
      reasonMissing: 'Schrijf in een paar woorden waarom.',
      send: 'Hef het bevriezen op',
    },
    correct: {
      title: 'Rechtzetten',
      about:
        'Kies welk stuk niet klopt en schrijf hoe het wel is. Jouw tekst komt bij dat stuk te staan. Wie dit ' +
        'dossier kreeg, moet het ook horen: dat wordt een taak.',
      passage: 'Welk stuk klopt niet?',
      passageMissing: 'Kies welk stuk niet klopt.',
      passageChoice: (part: string, begin: string) => `${part}: ${begin}`,
      none: 'Er is nog niets geschreven om recht te zetten.',
      text: 'Hoe is het wel?',
      textMissing: 'Schrijf hoe het wel is.',
      reason: 'Hoe weet je dat?',
      reasonMissing: 'Schrijf in een paar woorden hoe je dat weet.',
      send: 'Zet recht',
    },
    erase: {
      title: 'Eerder wissen',
      about:
        'Dit dossier komt nu op de lijst om te vernietigen, ook al is de bewaartermijn niet voorbij. Daar keur ' +
        'je het goed. Wie dit dossier kreeg, moet het eerst horen.',
      reason: 'Waarom mag dit niet langer bewaard blijven?',
      reasonMissing: 'Schrijf in een paar woorden waarom.',
      send: 'Zet op de lijst',
    },
  },
}
