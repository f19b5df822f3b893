/** Around a decision: the short forms, the guards, seeing more, advice without personal data, and what cannot wait. */

import type { z } from 'zod'
import type { DecisionField } from '../../../../services/signal/command.ts'
import type { DecisionDeedName } from '../../../../services/signal/deeds/decisionData.ts'
import type {
  AgreeAnswer,
  ConsentAnswer,
  InformAnswer,
  LaterGuard,
  SupervisionAnswer,
} from '../../../../services/signal/guards.ts'
import type { InsightKind } from '../../../../services/signal/insight.ts'
import type { Reached } from '../../../../services/signal/words.ts'
import type { SubjectKind } from '../../../../services/understanding/reading.ts'
import type { ShortWay } from '../../../decisionActions.ts'

export const decision = {
  needs: {
    agree: 'kies of dit al is afgestemd.',
    agreeUntil: 'kies tot en met welke dag jullie eerst afstemmen.',
    agreeWith: 'schrijf op met wie je dit hebt afgestemd.',
    consent: 'kies of het slachtoffer schriftelijk toestemming gaf.',
    consentText: 'schrijf op wanneer het slachtoffer toestemming gaf, en aan wie.',
    supervisionWhy: 'schrijf op waarom toezicht hier wel verder mag.',
    inform: 'kies of je de betrokkenen informeert.',
    informUntil: 'kies een dag waarop je dit opnieuw bekijkt.',
    informWhy: 'schrijf op waarom je de betrokkenen niet informeert.',
    deviationWhy: 'de regels raden deze organisatie nu af. Schrijf in één zin waarom je toch hierheen gaat.',
    insightQuestion: 'schrijf op wat je wilt weten.',
    insightTo: 'kies aan wie je het vraagt.',
    insightUntil: 'kies een dag waarop je antwoord wilt.',
    whom: 'kies met wie je belde.',
    asked: 'schrijf op wat je vroeg.',
    contact: 'kies wie je belde.',
  } satisfies Record<DecisionField, string>,
  refused: {
    insightOpen: 'er staat nog een vraag open om meer te weten. Noteer eerst wat die opleverde.',
    agreeFirst:
      'dit zou eerst worden afgestemd. Een bezoek kan mensen waarschuwen. Is het afgestemd? Noteer dat bij het besluit.',
    namesIn: 'er staan gegevens in van mensen of adressen uit dit dossier. Haal die weg, of bewaar het toch.',
  },
  done: {
    askInsight: 'Je vraag staat uit. Je krijgt bericht als de dag voorbij is.',
    insightCame: 'Genoteerd wat terugkwam.',
    endInsight: 'Genoteerd wat het opleverde.',
    adviceCall: 'Het advies staat in het dossier. Er is niets overgedragen.',
    escalate:
      'Opgeschaald. Dit is nu acuut, en wie dienst heeft krijgt een alarm. Bel nu, en noteer wie je sprak.',
    escalationStep: 'Genoteerd wie je belde.',
    answerGuard: 'Je antwoord is bewaard.',
  } satisfies Record<DecisionDeedName, string>,
  ways: {
    noAction: 'Geen actie',
    monitor: 'Monitoren',
    moreInsight: 'Meer zicht',
    handOver: 'Doorgeven',
    caseMeeting: 'MDO',
    police: 'Direct politie',
  } satisfies Record<ShortWay, string>,
  short: {
    pick: 'Kort besluiten: kies eerst wat je besluit. Dan vraag ik alleen wat daarbij hoort.',
    title: (reference: string, way: string) => `${reference} · besluit: ${way}`,
    about: {
      noAction: 'We doen nu niets. Kies wat de melder mag horen.',
      monitor: 'We blijven kijken tot een dag. Daarna kies je opnieuw.',
      moreInsight: 'We willen eerst meer weten. De vraag wordt een taak met een dag.',
      handOver: 'Het gaat naar een andere afdeling of organisatie. De bot stuurt zelf niets.',
      caseMeeting: 'MDO: dit samen bespreken met wie nodig is.',
      police: 'Het gaat zo snel mogelijk naar de politie. Is er nu gevaar? Bel 112.',
    } satisfies Record<ShortWay, string>,
    safeReason: 'Wat mag de melder horen? We doen nu niets, omdat:',
    safeReasonMissing: 'Kies wat de melder mag horen.',
    reasonOptional: 'Waarom? (mag leeg blijven: dan staat er wat je hierboven koos)',
    reasonOfQuestion: 'Waarom? (mag leeg blijven: dan staat je vraag er)',
    filled: 'Al ingevuld',
    lead: (lead: string) => `Regie: ${lead}`,
    help: (help: string) => `Hulp voor een mogelijk slachtoffer: ${help}`,
    minor: (minor: string) => `Jonger dan 18: ${minor}`,
    tell: (form: string) => `De melder hoort dit besluit: ${form}`,
    answerBy: (day: string) => `Antwoord gevraagd vóór ${day}`,
    purpose:
      'Doel: een signaal beoordelen en bij wie erover gaat brengen. Grondslag (de reden in de wet): die van de organisatie.',
    change: 'Wijzig wat al is ingevuld',
    all: 'Alle velden',
    send: 'Leg het besluit vast',
    look: 'Kijk nog even: bij deze keuze hoort een vraag. Wat al is ingevuld, is het voorzichtigste antwoord.',
  },
  guards: {
    title: 'Eerst dit',
    because: (why: string) => `Ik vraag dit, omdat: ${why}.`,
    on: {
      mark: 'er staat dat iemand jonger is dan 18',
      fact: 'een feit over een persoon wijst daarop',
      text: 'wat er geschreven is, wijst daarop',
      harm: 'informeren nu een onderzoek of iemands veiligheid kan schaden',
      case: (reference: string) => `dat in ${reference} staat, uit dezelfde zaak`,
      minorUnknown: 'niet bekend is of iemand jonger is dan 18',
      facts: (count: number) =>
        count === 1
          ? 'er één gegeven over mensen bewaard wordt'
          : `er ${count} gegevens over mensen bewaard worden`,
      partner: (name: string) => `je koos ${name}`,
      kind: (kind: string) => `het kan gaan om ${kind}`,
    },
    kinds: {
      sexualExploitation: 'seksuele uitbuiting',
      labourExploitation: 'arbeidsuitbuiting',
      criminalExploitation: 'criminele uitbuiting',
      forcedServices: 'gedwongen werk of diensten',
      organRemoval: 'orgaanverwijdering',
      otherExploitation: 'uitbuiting',
      underminingCrime: 'ondermijning',
      careFraud: 'zorgfraude',
      addressFraud: 'adresfraude',
      benefitFraud: 'uitkeringsfraude',
      violenceAtHome: 'geweld thuis',
    } satisfies Record<SubjectKind, string>,
    youngVictim: {
      ask: 'Kan iemand hier slachtoffer zijn? Wat heb je daarvoor bekeken?',
      about: 'Alleen handhaving, of niets, is niet genoeg als iemand slachtoffer kan zijn.',
    },
    agreeFirst: {
      name: 'Eerst afstemmen',
      ask: 'Is dit afgestemd? Een bezoek kan mensen waarschuwen.',
      choices: {
        agreeFirst: 'Nee, eerst afstemmen: tot dan wordt dit niet overgedragen',
        agreed: 'Ja, afgestemd',
      } satisfies Record<z.infer<typeof AgreeAnswer>, string>,
      until: 'Eerst afstemmen tot en met',
      with: 'Afgestemd met wie? (bij: ja)',
      waits: (day: string) => `Eerst afstemmen, tot en met ${day}. Tot dan wordt dit niet overgedragen.`,
      late: (day: string) => `Te laat: dit zou afgestemd zijn op ${day}. Noteer hoe het staat.`,
      agreed: 'Afgestemd.',
    },
    supervision: {
      name: 'Toezicht (Awb 3:3)',
      ask: 'Toezicht mag niet gebruikt worden om een misdrijf op te sporen. Wat spreek je af?',
      choices: {
        stops: 'Bij een vermoeden van uitbuiting stopt toezicht met vragen en geeft het aan ons door',
        otherwise: 'Anders, en dit is waarom',
      } satisfies Record<z.infer<typeof SupervisionAnswer>, string>,
      why: 'Waarom anders?',
    },
    consent: {
      name: 'Toestemming van het slachtoffer',
      ask: 'Gaf het slachtoffer schriftelijk toestemming om de naam te geven?',
      choices: {
        withoutNames: 'Nee of niet bekend: vraag advies zonder persoonsgegevens',
        consent: 'Ja, schriftelijk',
      } satisfies Record<z.infer<typeof ConsentAnswer>, string>,
      text: 'Wanneer, en aan wie? (bij: ja)',
    },
    informSubject: {
      name: 'De betrokkenen informeren (AVG 14)',
      ask: 'Wie in dit dossier staat, heeft recht om dat te weten. Wanneer vertellen we het?',
      choices: {
        now: 'Nu',
        later: 'Later: op de dag hieronder bekijk ik het opnieuw',
        not: 'Niet, en dit is waarom',
      } satisfies Record<z.infer<typeof InformAnswer>, string>,
      until: 'Opnieuw bekijken op',
      why: 'Waarom niet, of waarom later?',
      row: (answer: string, day: string | undefined) =>
        day ? `${answer}, opnieuw bekijken op ${day}` : answer,
      short: { now: 'nu', later: 'later', not: 'niet' } satisfies Record<
        z.infer<typeof InformAnswer>,
        string
      >,
    },
    notFirst: {
      name: 'Afwijken van het voorstel',
      ask: 'De regels raden deze organisatie nu af. Waarom ga je er toch heen? Eén zin is genoeg.',
    },
    basis: {
      configured: 'De grondslag (de reden in de wet) staat vast bij elke gekozen organisatie.',
      atHandOver:
        'Van een gekozen organisatie staat de grondslag (de reden in de wet) niet vast. Die kies je bij het overdragen.',
    },
    onBehalf: {
      municipality: 'Buiten de gemeente melden we namens de gemeente. De melder weet dat.',
      employee: 'Buiten de gemeente melden we namens de medewerker. De melder weet dat.',
    },
    change: {
      buttons: {
        agreeFirst: 'Wijzig: eerst afstemmen',
        consent: 'Wijzig: toestemming',
        informSubject: 'Wijzig: informeren (AVG 14)',
      } satisfies Record<LaterGuard, string>,
      about: 'Wat je bij het besluit antwoordde, blijft staan. Dit komt erbij, met jouw naam.',
      send: 'Bewaar',
    },
    names: {
      agreeFirst: 'Eerst afstemmen',
      consent: 'Toestemming van het slachtoffer',
      informSubject: 'De betrokkenen informeren (AVG 14)',
    } satisfies Record<LaterGuard, string>,
    told: (name: string, moment: string) => `${name} · ${moment}`,
  },
  deviation: 'Anders dan het voorstel, omdat',
  insight: {
    title: 'Meer zicht',
    form: 'Vraag uitzetten',
    about:
      'De vraag wordt een taak met een dag. Vraag alleen wat nodig is. Je geeft hiermee niets door. ' +
      'Vraag je het de melder? Dan brengt de bot je vraag.',
    question: 'Wat wil je weten?',
    hint: 'Eén vraag, bijvoorbeeld: wonen er nog mensen op dit adres?',
    to: 'Aan wie?',
    reporter: 'De melder (de bot brengt je vraag)',
    inside: (name: string) => `Binnen de gemeente: ${name}`,
    outside: (name: string) => `Buiten de gemeente: ${name}`,
    team: (name: string) => `Team of functie: ${name}`,
    kind: 'Wat voor vraag is het?',
    kinds: {
      ask: 'Een vraag',
      outreach: 'Outreachend contact: iemand gaat erheen, ook zonder hulpvraag',
    } satisfies Record<InsightKind, string>,
    until: 'Wanneer wil je iets horen?',
    send: 'Zet de vraag uit',
    of: (to: string, day: string) => `Aan ${to}, vóór ${day}`,
    late: (to: string, day: string) => `Te laat: ${to} zou iets laten horen vóór ${day}`,
    theReporter: 'de melder',
    came: (name: string, moment: string) => `Kwam terug · ${name} · ${moment}`,
    answered: 'Antwoord van de melder',
    gave: (name: string, moment: string) => `Opgeleverd · ${name} · ${moment}`,
    cameButton: 'Noteer wat terugkwam',
    endButton: 'Sluit de vraag',
    cameTitle: 'Wat kwam terug?',
    cameAbout: 'De vraag blijft open, tot je noteert wat die opleverde.',
    cameText: 'Wat kwam terug?',
    cameSend: 'Bewaar wat terugkwam',
    endTitle: 'Wat leverde het op?',
    endAbout: 'Niets is ook een antwoord. Daarna is deze vraag klaar.',
    endText: 'Wat leverde het op?',
    endSend: 'Sluit de vraag af',
    door: 'Wil je eerst meer weten? Zet een vraag uit, ook voor je besluit.',
  },
  advice: {
    title: 'Advies zonder gegevens',
    form: 'Noteer een advies',
    about:
      'Je belde voor advies, zonder te zeggen om wie het gaat. Er is niets overgedragen. ' +
      'Schrijf geen namen, adressen of nummers op.',
    whom: 'Met wie belde je?',
    whomMissing: 'Kies met wie je belde.',
    asked: 'Wat vroeg je?',
    said: 'Wat was het advies?',
    send: 'Bewaar het advies',
    anyway: 'Bewaar het toch',
    names: (names: string) => `Dit staat ook in het dossier: ${names}. Zonder is beter.`,
    head: (partner: string, name: string, moment: string) => `${partner} · ${name} · ${moment}`,
    askedLine: 'Gevraagd',
    saidLine: 'Advies',
    door: 'Even overleggen met Veilig Thuis of een andere organisatie? Bel zonder namen, en noteer het advies.',
  },
  escalate: {
    title: 'Opschalen',
    about:
      'Kan het niet wachten? Bel in deze volgorde. Met één druk is dit acuut en krijgt wie dienst heeft een alarm.',
    button: 'Opschalen',
    press: 'Opgeschaald',
    again: 'Nog eens opschalen',
    order: 'Wie je belt, in deze volgorde',
    emergency: '112: bij gevaar nu',
    line: (place: number, name: string, role: string) =>
      `${place}. ${name}${role === '' ? '' : ` (${role})`}`,
    phone: (phone: string) => `Telefoon: ${phone}`,
    onCall: 'Piket van de gemeente (burgemeester)',
    done: 'Wat er gedaan is',
    started: (name: string, moment: string) => `Opgeschaald door ${name} · ${moment}`,
    step: (contact: string, reached: string, name: string, moment: string) =>
      `${contact}: ${reached} · ${name} · ${moment}`,
    contact: 'Wie belde je?',
    reached: 'Sprak je iemand?',
    choices: { reached: 'Ja, gesproken', notReached: 'Nee, niet bereikt' } satisfies Record<Reached, string>,
    short: { reached: 'gesproken', notReached: 'niet bereikt' } satisfies Record<Reached, string>,
    text: 'Wat is afgesproken? (mag leeg blijven)',
    send: 'Noteer dit gesprek',
    gone: 'iemand die hier niet meer staat',
  },
}
