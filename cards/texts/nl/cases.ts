/** Signals that an officer joined: the case, its forms and its timeline. No word of a signal stands in a sentence here. */

import type { WeighingAnswer } from '../../../services/cases/case.ts'
import type { FactStanding, HowKnown } from '../../../services/facts/fact.ts'
import type { MatchField } from '../../../services/matching/match.ts'
import type { Degree } from '../../../services/signal/words.ts'
import { meetings } from './meetings.ts'

const signals = (count: number): string => (count === 1 ? '1 signaal' : `${count} signalen`)
const others = (count: number): string => (count === 1 ? '1 ander signaal' : `${count} andere signalen`)

export const cases = {
  meetings,
  /** On the dossier of each of its signals. */
  belongs: (reference: string, count: number) =>
    count === 0 ? `Hoort bij ${reference}, als enige.` : `Hoort bij ${reference}, met ${others(count)}.`,
  open: (reference: string) => `Open ${reference}`,
  wasIn: (reference: string, from: string, until: string, name: string) =>
    `Zat in ${reference} van ${from} tot ${until} · eruit gehaald door ${name}`,
  listed: (reference: string) => `Hoort bij ${reference}.`,
  listedLeadless: (reference: string) => `Let op: hoort bij ${reference}. Daar heeft niemand de regie.`,

  link: {
    button: 'Hoort bij elkaar',
    door: 'Gaat dit over hetzelfde als een ander dossier?',
    title: (reference: string) => `Hoort ${reference} bij een ander dossier?`,
    about:
      'Samen worden ze een zaak. In de dossiers zelf verandert niets, en het kan weer uit elkaar. ' +
      'De melders merken er niets van.',
    with: (reference: string) => `Je voegt dit samen met ${reference}.`,
    to: 'Bij welk dossier?',
    toNone: 'Kies een open dossier',
    reference: 'Staat het er niet bij? Typ het nummer (bijvoorbeeld S-2026-0001)',
    reason: 'Waarom horen ze bij elkaar?',
    reasonHint: 'Bijvoorbeeld: zelfde adres',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Voeg samen',
    agrees: {
      name: 'zelfde naam',
      birth: 'zelfde geboortedatum',
      address: 'zelfde adres',
      organisation: 'zelfde organisatie',
      companyNumber: 'zelfde KvK-nummer',
      telephone: 'zelfde telefoonnummer',
      account: 'zelfde rekening',
      vehicle: 'zelfde kenteken',
      mail: 'zelfde mailadres',
    } satisfies Record<MatchField, string>,
    alike: {
      name: 'naam lijkt erop',
      birth: 'geboortedatum lijkt erop',
      address: 'adres lijkt erop',
      organisation: 'organisatie lijkt erop',
      companyNumber: 'KvK-nummer lijkt erop',
      telephone: 'telefoonnummer lijkt erop',
      account: 'rekening lijkt erop',
      vehicle: 'kenteken lijkt erop',
      mail: 'mailadres lijkt erop',
    } satisfies Record<MatchField, string>,
  },

  unlink: {
    button: 'Haal een dossier eruit',
    title: (reference: string) => `Haal een dossier uit ${reference}`,
    about:
      'Het dossier zelf blijft zoals het is: de tekst, de besluiten en wat is overgedragen. ' +
      'Jouw reden staat daarna in dat dossier. In de zaak blijft alleen staan dat er iets uit ging.',
    which: 'Welk dossier?',
    whichMissing: 'Kies het dossier dat er niet bij hoort.',
    reason: 'Waarom hoort het er niet bij?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Haal eruit',
  },

  card: {
    title: (reference: string) => `Zaak ${reference}`,
    speak: (reference: string) => `Zaak ${reference}`,
    about: (count: number) => `Zaak met ${signals(count)}. Niets hierin is een oordeel over iemand.`,
    strictest: {
      anonymous:
        'Let op: er is een anonieme melding bij. Zeg niets door waaraan iemand de melder kan herkennen.',
      unknown:
        'Let op: er is een melder bij die onbekend wil blijven. Zeg niets door waaraan iemand die herkent.',
      confidential: 'Alle melders zijn vertrouwelijk: noem hun namen niet.',
    } satisfies Record<Degree, string>,
    lead: 'Regie',
    leadNow: (name: string, day: string) => `${name}, sinds ${day}`,
    leadBefore: (name: string, day: string) => `Eerder: ${name}, sinds ${day}`,
    leadNone: 'Let op: niemand heeft de regie over deze zaak. Kies wie die krijgt.',
    leadGone: 'Let op: wie de regie had, staat niet meer in de lijst. Kies iemand anders.',
    accountable: 'Verantwoordelijk',
    members: 'Dossiers',
    member: (state: string, day: string) => `${state} · hierbij sinds ${day}`,
    memberHidden: (state: string) => `${state} · niet aan jou`,
    because: (reason: string, name: string) => `Waarom: ${reason} (${name})`,
    becauseGone: 'De reden is weg: die ging ook over een dossier dat hier niet meer is.',
    openSignal: (reference: string) => `Open ${reference}`,
    add: 'Voeg een dossier toe',
    gone: {
      takenOut: (day: string, name: string) =>
        `Hier zat een dossier. Het is eruit gehaald op ${day} · ${name}`,
      destroyed: (day: string) => `Hier zat een dossier. Het is vernietigd op ${day}.`,
      joined: (day: string, name: string) => `Een andere zaak is hierin opgegaan op ${day} · ${name}`,
    },
    earlier: (count: number) => `En ${count} eerder, niet getoond.`,
    weighings: 'Samen meldenswaardig?',
    weighing: (answer: string, name: string, day: string, count: number) =>
      `${answer} · ${name} · ${day} · over ${signals(count)}`,
    notWeighed: 'Nog niet samen gewogen.',
    hypotheses: 'Vermoedens (geen feiten)',
    hypothesis: (name: string, day: string) => `? Vermoeden · ${name} · ${day}`,
    hypothesisEnded: (name: string, day: string) => `Vervallen vermoeden · ${name} · ${day}`,
    plan: 'Plan',
    step: (step: number) => `Stap ${step}`,
    planned: (owner: string, day: string) => `${owner} doet dit, uiterlijk ${day}.`,
    plannedLate: (owner: string, day: string) => `Te laat: ${owner} zou dit doen, uiterlijk ${day}.`,
    plannedDone: (day: string) => `Gedaan op ${day}.`,
    decisions: 'Besluiten over de hele zaak',
    decided: (outcome: string, name: string, day: string, count: number) =>
      `${outcome} · ${name} · ${day} · over ${signals(count)}`,
    buttons: {
      timeline: 'Tijdlijn',
      lead: 'Regie en verantwoordelijke',
      weigh: 'Weeg samen',
      suppose: 'Noteer een vermoeden',
      endSupposing: 'Vermoeden vervalt',
      plan: 'Plan een stap',
      decide: 'Besluit over de zaak',
      tellFits: 'Zeg een melder dat het past',
      done: (step: number) => `Stap ${step} is gedaan`,
      back: 'Terug naar de zaak',
    },
  },

  lead: {
    title: (reference: string) => `Wie heeft de regie over ${reference}?`,
    about: 'Er is er altijd precies één met de regie. Wie dat was en wanneer, blijft in de zaak staan.',
    lead: 'Regie',
    leadMissing: 'Kies nog wie de regie heeft.',
    accountable: 'Wie van het meldpunt is verantwoordelijk?',
    accountableMissing: 'Kies een collega.',
    send: 'Leg vast',
  },

  weigh: {
    title: 'Samen meldenswaardig?',
    about: (count: number) =>
      `Los zegt een signaal soms weinig. Kijk nu naar alle ${count} samen: is dit iets om op te volgen? ` +
      'Bij “ja” open ik daarna het besluit.',
    answer: 'Zijn ze samen genoeg?',
    answerMissing: 'Kies een antwoord.',
    choices: {
      yes: 'Ja, samen is dit meldenswaardig',
      no: 'Nee, ook samen niet',
      moreInsight: 'Nog niet: er is meer zicht nodig',
    } satisfies Record<WeighingAnswer, string>,
    short: {
      yes: 'Ja',
      no: 'Nee',
      moreInsight: 'Meer zicht nodig',
    } satisfies Record<WeighingAnswer, string>,
    reason: 'Waarom?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Leg vast',
  },

  suppose: {
    title: 'Een vermoeden',
    about: 'Een vermoeden is geen feit. Het staat apart van wat er gezien of gehoord is.',
    text: 'Wat vermoed je?',
    missing: 'Schrijf eerst op wat je vermoedt.',
    hint: 'Bijvoorbeeld: de twee adressen horen bij dezelfde verhuurder',
    send: 'Bewaar het vermoeden',
  },
  endSupposing: {
    title: 'Een vermoeden vervalt',
    about: 'Het blijft in de zaak staan, met waarom het niet meer geldt.',
    which: 'Welk vermoeden?',
    whichMissing: 'Kies een vermoeden.',
    reason: 'Waarom vervalt het?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    none: 'Er is geen vermoeden dat nog geldt.',
    send: 'Leg vast',
  },

  plan: {
    title: 'Plan een stap',
    about: 'Wat moet er gebeuren, wie doet het, en vóór wanneer?',
    text: 'Wat?',
    missing: 'Schrijf eerst op wat er moet gebeuren.',
    hint: 'Bijvoorbeeld: samen met de brandweer langsgaan',
    owner: 'Wie doet het?',
    ownerMissing: 'Kies wie het doet.',
    until: 'Vóór welke dag?',
    untilMissing: 'Kies een dag, vandaag of later.',
    send: 'Zet in het plan',
  },

  fits: {
    title: 'Laat een melder weten dat het past',
    about:
      'De melder leest alleen: wat je meldde, past bij andere informatie. Niet wat, niet van wie, niet hoeveel. ' +
      'Dit gebeurt nooit vanzelf en kan maar één keer.',
    warning:
      'Let op: in een klein team kan ook dit verraden dat een ander iets meldde. Doe het alleen als het de melder helpt.',
    warningHidden:
      'Let op: bij een melder die onbekend of anoniem is, weet je niet wie er meeleest. Wees daar extra voorzichtig.',
    which: 'Wie mag dit horen? (niemand staat al aan)',
    choice: (reference: string, degree: string) => `De melder van ${reference} (${degree})`,
    none: 'Er is geen melder die dit nu nog kan horen.',
    send: 'Stuur dit bericht',
  },

  decide: {
    title: (reference: string, count: number) => `Besluit over ${reference}, met ${signals(count)} open`,
    about: (references: string) =>
      `Dit besluit geldt voor: ${references}. Elke melder hoort het zoals jij hieronder kiest. ` +
      'Lukt het bij een van de dossiers niet, dan gebeurt er niets.',
  },

  timeline: {
    title: (reference: string) => `Tijdlijn van ${reference}`,
    about: 'Wat er gezien en gehoord is, met de dag en waar het vandaan komt. Niets is een oordeel.',
    empty: 'Er staan nog geen feiten in deze dossiers.',
    undated: 'Zonder dag',
    page: (part: number, parts: number) => `Deel ${part} van ${parts}`,
    next: 'Volgende deel',
    previous: 'Vorige deel',
    received: 'dag van de melding',
    how: {
      observed: '👁 gezien',
      heard: '💬 gehoord',
      document: '📄 uit een stuk',
    } satisfies Record<Exclude<HowKnown, 'unknown'>, string>,
    standing: {
      unverified: '? niet geverifieerd',
      confirmed: '✓ bevestigd',
      refuted: '✗ weerlegd',
    } satisfies Record<FactStanding, string>,
    kinds: {
      person: 'Persoon',
      organisation: 'Organisatie',
      address: 'Adres',
      vehicle: 'Voertuig',
      telephone: 'Telefoon',
      account: 'Rekening',
      mail: 'Mail',
      time: 'Tijd',
    },
    years: (age: number) => `${age} jaar`,
    born: (birth: string) => `geboren ${birth}`,
    refuted: (kind: string) => `${kind}: weerlegd, niet meer getoond`,
    gap: (from: string, until: string, days: number) =>
      `⏸ Geen informatie van ${from} tot ${until} (${days} dagen)`,
    questions: 'Klopt dit met elkaar?',
    noQuestions: 'Geen tegenspraak gevonden.',
    births: (name: string, a: string, b: string, from: string) =>
      `❓ ${name}: twee geboortedata, ${a} en ${b} (${from}). Welke klopt, of zijn het twee mensen?`,
    places: (name: string, day: string, a: string, b: string, from: string) =>
      `❓ ${name} op ${day}: ${a} en ${b} (${from}). Kan dat allebei?`,
    minors: (yes: string, no: string) =>
      `❓ Minderjarig: ja volgens ${yes}, nee volgens ${no}. Gaat het over dezelfde persoon?`,
  },

  /** What is said above the case after a deed. */
  done: {
    link: 'Samengevoegd. De reden staat erbij.',
    unlink: 'Het dossier is eruit gehaald. In dat dossier staat waarom.',
    caseLead: 'Vastgelegd wie de regie heeft en wie verantwoordelijk is.',
    weigh: {
      yes: 'Vastgelegd: samen meldenswaardig.',
      no: 'Vastgelegd: ook samen niet meldenswaardig.',
      moreInsight: 'Vastgelegd: er is meer zicht nodig.',
    } satisfies Record<WeighingAnswer, string>,
    suppose: 'Je vermoeden staat in de zaak, apart van de feiten.',
    endSupposing: 'Vastgelegd waarom het vermoeden vervalt.',
    plan: 'De stap staat in het plan.',
    movePlan: 'De stap heeft een nieuwe dag. De oude staat erbij.',
    planDone: 'Vastgelegd dat het gedaan is.',
    tellFits: 'De gekozen melders horen dat het past. Meer horen ze niet.',
  },

  refused: {
    member: (reference: string, why: string) =>
      `bij ${reference} kan dit niet, dus er is bij geen enkel dossier iets gewijzigd. Daar geldt: ${why}`,
    caseFull: 'een zaak kan niet meer dan 16 dossiers hebben. Maak een nieuwe zaak.',
    meetingAhead: 'de dag van dit overleg is nog niet geweest. Leg het vast als het is gehouden.',
    undecided:
      'er is nog niets besloten, dus een organisatie mag er nog niets van krijgen. Besluit eerst (bijvoorbeeld: overleg).',
    noMailbox: 'het meldpunt heeft geen postbus ingesteld. Nodig zelf uit.',
    lastOfCase:
      'dit is het laatste dossier van de zaak, en er staat werk in de zaak dat dan weg zou zijn. ' +
      'De zaak verdwijnt vanzelf met dit dossier.',
    consultation: 'dat is sparren. Sparren komt in geen zaak.',
  },
}
