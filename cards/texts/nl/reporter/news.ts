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
      `Omdat er gevaar is of omdat het om een kind gaat, beslist ${name} mee. ` +
      `Wil je meer vragen? Typ dan gewoon verder.`,
  },
  kept: {
    title: (reference: string) => `We bewaren ${reference} als signaal`,
    text: (name: string) =>
      `Je wilde alleen overleggen. Toch bewaart ${name} het, omdat er gevaar is of omdat het om ` +
      'een kind gaat. De reden:',
    after: 'Je hoort wat er wordt besloten. Vind je dit niet goed? Tik op Ik wil praten.',
  },
  ended: {
    keep: {
      title: (reference: string) => `Je vraag is nu een signaal: ${reference}`,
      text: (name: string, moment: string) =>
        `${name} leest het en beslist uiterlijk ${moment}. Je hoort van ons.`,
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
      monitor: () => 'We houden dit in de gaten. Dankzij jou weten we waar we op moeten letten.',
      moreInsight: () => 'We willen eerst meer weten. Jouw signaal is daarvoor het begin.',
      internal: () =>
        'Een andere afdeling van de gemeente gaat hiermee aan de slag. Dat kan door wat jij zag.',
      external: (where: string) => `We geven je signaal door aan ${where}. Jouw informatie wordt gebruikt.`,
      caseMeeting: () =>
        'We bespreken je signaal met organisaties die samen iets kunnen doen. Dat kan door wat jij zag.',
      police: (where: string) =>
        `We geven je signaal meteen door aan ${where}. Jouw informatie wordt gebruikt.`,
    } satisfies Record<Outcome, (detail: string) => string>,
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
    help: 'We hebben ook bekeken of er hulp nodig is.',
    closing: 'Je hoort het ook als we dit afsluiten.',
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
    text: (where: string) => `Dankzij jou kijkt nu ${where} mee. Die kan dit oppakken.`,
    limits: 'Wat zij doen, mogen we vaak niet vertellen.',
    answerBy: (day: string) => `Op ${day} vragen we hoe het gaat. Daarna hoor je van ons.`,
  },
  name: {
    confidential: 'Je naam hoort niet bij wat we doorgeven.',
    employee:
      'Staat de melding op jouw naam? Dan hebben we dat eerst met jou besproken. Zo niet: tik op ' +
      'Ik wil praten.',
    unknown: 'Je naam kan niemand van ons zien, dus die is niet doorgegeven.',
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
  late: {
    title: (reference: string) => `Wij zijn te laat met ${reference}`,
    respond: (moment: string) => `We beloofden dat je uiterlijk ${moment} van ons hoort.`,
    decide: (moment: string) => `We beloofden een besluit, uiterlijk ${moment}.`,
    sorry: 'Dat is niet gelukt. Sorry, dat ligt aan ons.',
    warned: 'Het meldpunt is gewaarschuwd. Je melding is er nog, met alles wat je schreef.',
    hurry: (phone: string) => `Heeft het nu haast? Bel ${phone}. Is er gevaar? Bel 112.`,
  },
  closed: {
    title: (reference: string) => `${reference} is afgerond`,
    outcome: {
      noAction: 'Dankzij jou konden we goed bekijken of er iets aan de hand was.',
      monitor: 'Dankzij jou wisten we waar we op moesten letten.',
      moreInsight: 'Dankzij jou weten we nu meer dan eerst.',
      internal: 'Dankzij jou kon een andere afdeling ermee aan de slag.',
      external: 'Dankzij jou kon een organisatie die hierover gaat meekijken.',
      caseMeeting: 'Dankzij jou is dit besproken met wie er samen iets aan kan doen.',
      police: 'Dankzij jou kon een organisatie die kan ingrijpen meekijken.',
    } satisfies Record<Outcome, string>,
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
    'Wat je anoniem meldde, staat hier niet bij: daarvan weten wij niet dat het van jou is. Heb je de code? ' +
    'Typ hem hier.',
  state: {
    received: 'Ontvangen. Het meldpunt gaat het lezen.',
    inTriage: 'In triage. Er wordt naar gekeken.',
    decided: 'Besloten. Er is gekozen wat er gebeurt.',
    handedOver: 'Overgedragen. Een ander kijkt mee.',
    fedBack: 'Teruggekoppeld. Je hebt gehoord wat er is gedaan.',
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
