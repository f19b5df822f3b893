/** What the reporter hears afterwards, and can look up. Never a name, a finding, or what a partner does. */
import type { Outcome, SafeReason, State } from '../../../../services/signal/words.ts'

/** What kind of organisation it is; never which one. */
type Where = 'enforcement' | 'care' | 'administrative' | 'consult'

export const message = {
  question: {
    title: (reference: string) => `Een vraag over ${reference}`,
    thanks: 'Dank je wel dat je dit deelde.',
    again:
      'Wat je eerder antwoordde, hoort bij een ander signaal en staat daar nu. Daarom vraag ik het nog een keer.',
    hint: 'Weet je het niet? Dat is ook een antwoord. Zoek het niet uit.',
    call: 'Liever gebeld worden? Zet je nummer en een goed moment in het veld en tik op Bel mij.',
    callUnknown: 'Tik je op Bel mij? Zet dan je nummer erbij. Het meldpunt weet dan wel wie je bent.',
    label: 'Je antwoord',
    answer: 'Antwoord',
    dontKnow: 'Weet ik niet',
    callMe: 'Bel mij',
    answered: 'Je hebt deze vraag beantwoord. Dank je wel.',
    over: 'Een antwoord hoeft niet meer: dit is afgesloten.',
  },
  advice: {
    title: (reference: string) => `Advies over ${reference}`,
    thanks: 'Goed dat je dit voorlegde. Dank je wel.',
    from: (name: string) => `${name} schrijft:`,
    choose: 'Wat wil je hiermee?',
    enough: 'Dit was genoeg',
    keep: 'Bewaar als signaal',
    later: 'Ik kom later terug',
    explain: 'Was het genoeg? Dan wissen we wat je schreef. Wil je meer vragen? Typ dan gewoon verder.',
    /** With danger or a minor the officer decides too. */
    explainWeighty: (name: string) =>
      `Er is gevaar, of het gaat om een kind. Daarom beslist ${name} mee. ` +
      `Wil je meer vragen? Typ dan gewoon verder.`,
    /** Where nothing may be changed now. */
    explainWish: (name: string) => `Zeg wat je wilt. ${name} kijkt ernaar. Je hoort het.`,
  },
  /** Where the person who wrote it does not work here any more. */
  fromPoint: 'Het meldpunt schrijft:',
  kept: {
    title: (reference: string) => `We bewaren ${reference} als signaal`,
    text: (name: string) =>
      `Je wilde alleen overleggen. Toch heeft ${name} het bewaard. Dat mag alleen bij gevaar of bij een kind. ` +
      'De reden:',
    hears: 'Is er een besluit, dan hoor je dat.',
    after: 'Vind je dit niet goed? Tik op Ik wil praten.',
  },
  ended: {
    keep: {
      title: (reference: string) => `Je vraag is nu een signaal: ${reference}`,
      text: (name: string, moment: string) =>
        `${name} leest het en beslist uiterlijk ${moment}. Je hoort van ons.`,
      late: (name: string) =>
        `${name} leest het en beslist. Dat duurt langer dan wij wilden. Je hoort van ons.`,
    },
    enough: {
      title: (reference: string) => `Het overleg over ${reference} is klaar`,
      text: 'Fijn dat je het voorlegde. Zie je weer iets? Begin gerust opnieuw.',
    },
    later: {
      title: (reference: string) => `${reference} blijft openstaan`,
      text: 'Kom terug wanneer je wilt. Typ aanvullen om verder te gaan.',
    },
  },
  decided: {
    title: (reference: string) => `Er is een besluit over ${reference}`,
    thanks: 'Dank je wel dat je dit liet weten.',
    outcome: {
      noAction: (reason: string) => `We hebben het goed bekeken. We doen nu niets, omdat ${reason}.`,
      monitor: () =>
        'We hebben besloten om dit in de gaten te houden. Dankzij jou weten we waar we op moeten letten.',
      moreInsight: () =>
        'We hebben besloten om eerst meer te weten te komen. Jouw signaal is daarvoor het begin.',
      internal: (where: string) =>
        `We hebben besloten om dit te geven aan ${where}. Dat kan door wat jij zag.`,
      external: (where: string) => `We hebben besloten: je signaal gaat naar ${where}.`,
      caseMeeting: () =>
        'We hebben besloten om dit te bespreken met organisaties die samen iets kunnen doen. ' +
        'Dat kan door wat jij zag.',
      police: (where: string) => `We hebben besloten: je signaal gaat zo snel mogelijk naar ${where}.`,
    } satisfies Record<Outcome, (detail: string) => string>,
    /** What came of it until now: what was decided has not happened by that. */
    course: {
      none: 'Dat is nog niet gebeurd. Je hoort het als je signaal is doorgegeven.',
      some: 'Een deel is al doorgegeven, de rest nog niet.',
      all: 'Je signaal is al doorgegeven.',
    },
    replaced: 'Daarna is er opnieuw besloten. Dit besluit geldt niet meer.',
    safe: {
      tooLittle: 'er nu te weinig bekend is om iets te kunnen doen',
      explained: 'er een gewone verklaring voor is',
      notOurs: 'een ander hierover gaat dan de gemeente',
      alreadyKnown: 'hier al naar wordt gekeken',
      other: 'we er op dit moment niets mee kunnen',
    } satisfies Record<SafeReason, string>,
    stillGood: 'Het was goed dat je dit deelde. Zie je weer iets? Laat het weten.',
    disagree: 'Niet mee eens? Tik op Ik wil praten.',
    monitor: (day: string) => `Op ${day} kijken we opnieuw.`,
    answerBy: (day: string) => `Op ${day} vragen we hoe het gaat. Daarna hoor je van ons.`,
    help: 'We hebben ook gekeken naar hulp.',
  },
  where: {
    enforcement: 'een organisatie die toezicht houdt of kan ingrijpen',
    care: 'een organisatie voor hulp en zorg',
    administrative: 'een organisatie die met de gemeente samenwerkt',
    consult: 'een organisatie die met ons meedenkt',
    several: 'de organisaties die hierover gaan',
    inside: 'een andere afdeling van de gemeente',
  } satisfies Record<Where | 'several' | 'inside', string>,
  handedOver: {
    title: (reference: string) => `${reference} is doorgegeven`,
    text: (where: string) => `Dankzij jou hebben we dit doorgegeven aan ${where}.`,
    asked: 'Die kan dit oppakken.',
    answered: 'Daar is antwoord op gekomen.',
    limits: 'Wat zij doen, mogen we vaak niet vertellen.',
    answerBy: (day: string) => `Op ${day} vragen we hoe het gaat. Daarna hoor je van ons.`,
    noAnswer: 'We hebben nog geen antwoord.',
  },
  name: {
    confidential: 'Je naam hoort niet bij wat we doorgeven.',
    employee:
      'Staat de melding op jouw naam? Dan hebben we dat eerst met jou besproken. Zo niet: tik op ' +
      'Ik wil praten.',
    unknown: 'Niemand van ons kan je naam opzoeken. Die geven we dus niet door.',
  },
  feedback: {
    title: (reference: string) => `Nieuws over ${reference}`,
    from: (name: string) => `${name} schrijft:`,
    thanks: 'Dank je wel dat je dit liet weten. Vraag, of niet tevreden? Tik op Ik wil praten.',
  },
  taken: {
    title: (reference: string) => `${reference} is in behandeling`,
    signal: (name: string) => `${name} bekijkt je melding nu. Je hoort van ons wat er besloten is.`,
    consultation: (name: string) => `${name} denkt nu met je mee. Je krijgt antwoord.`,
  },
  /** It fits with other information. What that is, whose and how much is said to nobody. */
  fits: {
    title: (reference: string) => `Over ${reference}`,
    said: 'Wat je meldde, past bij andere informatie. Het helpt dat je dit liet weten.',
    noMore: 'Meer kan ik er niet over zeggen, zodat iedereen veilig blijft. Je hoeft niets te doen.',
  },
  /** Read later than it was meant: how it stands by then. */
  now: (state: string) => `Zo staat het nu: ${state}`,
  late: {
    title: (reference: string) => `Wij zijn te laat met ${reference}`,
    respond: (moment: string) => `We wilden je uiterlijk ${moment} iets laten horen.`,
    decide: (moment: string) => `We wilden uiterlijk ${moment} een besluit.`,
    sorry: 'Dat is niet gelukt. Sorry, dat ligt aan ons.',
    /** By the time that it is read it was done, or the term is another. */
    titleOver: (reference: string) => `${reference} duurde langer dan wij wilden`,
    over: 'Sorry, dat ligt aan ons.',
    warned: 'Ik waarschuw het meldpunt.',
    kept: 'Je melding is er nog, met alles wat je schreef.',
    hurry: (phone: string) => `Heeft het nu haast? Bel ${phone}. Is er gevaar? Bel 112.`,
  },
  closed: {
    title: (reference: string) => `${reference} is afgerond`,
    /** What it was good for, by what happened. */
    course: {
      looked: 'Dankzij jou konden we goed bekijken of er iets aan de hand was.',
      watched: 'Dankzij jou wisten we waar we op moesten letten.',
      out: 'Dankzij jou konden we dit doorgeven aan wie erover gaat.',
      takenUp: 'Dankzij jou kijkt een organisatie die hierover gaat ernaar.',
      takenUpInside: 'Dankzij jou is een andere afdeling van de gemeente ermee aan de slag.',
    },
    thanks: 'Dank je wel dat je dit liet weten.',
    data: (phone: string) =>
      `De gemeente bewaart dit niet langer dan nodig is. Vragen over je gegevens? Bel ${phone}.`,
    again: 'Zie of hoor je weer iets? Meld het gerust opnieuw.',
  },
  missing: (phone: string) =>
    `Er is nieuws, maar ik kan het hier niet laten zien. Bel ${phone}, dan hoor je het.`,
  /** Under an officer's text that is too long for a card. */
  longer: (left: number, phone: string) =>
    `… en nog ${left.toLocaleString('nl')} tekens. Bel ${phone} voor de rest.`,
  reportAgain: 'Opnieuw melden',
}

export const mine = {
  title: 'Mijn meldingen',
  empty: 'Je hebt vanuit deze chat nog niets gemeld. Is er iets? Typ het gewoon.',
  anonymous:
    'Wat je anoniem meldde, zie je hier niet. Wij weten niet dat het van jou is. Heb je de code? Typ hem hier.',
  state: {
    received: 'Ontvangen. Het meldpunt gaat het lezen.',
    inTriage: 'In behandeling. Iemand kijkt ernaar.',
    decided: 'Besloten. Er is gekozen wat er gebeurt.',
    handedOver: 'Doorgegeven aan wie hierover gaat.',
    fedBack: 'Antwoord gegeven. Je hebt gehoord wat er is gedaan.',
    closed: 'Afgesloten. Het is klaar.',
  } satisfies Record<State, string>,
  since: (date: string) => `Sinds ${date}`,
  next: (moment: string) => `Eerstvolgende datum: ${moment}`,
  question: 'Er staat een vraag voor je open.',
  older: (count: number) => (count === 1 ? 'En nog 1 oudere.' : `En nog ${count} oudere.`),
  label: 'Welke melding?',
}

export const withdraw = {
  title: (reference: string) => `Wil je ${reference} intrekken?`,
  text: 'Is er nog niets besloten? Dan sluiten we het. Wat je schreef is daarmee niet meteen gewist.',
  weighed:
    'Is er gevaar, of is er al besloten? Dan bekijkt het meldpunt je wens eerst, en hoor je wat ' +
    'ermee gebeurt.',
  sure: 'Ja, trek in',
  not: 'Nee, laat staan',
}
