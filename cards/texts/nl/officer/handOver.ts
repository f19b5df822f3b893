/** Handing over: the preview, choosing facts, the ways, what was given, and what is filled in later. */
import type { WhyNot } from '../../../../services/handover/choose.ts'
import type { SentStanding, SentWay } from '../../../../services/handover/sent.ts'
import type { Refusal } from '../../../../services/signal/command.ts'

type Why = Extract<Refusal, { refused: 'handOver' }>['why']

export const handOver = {
  /** Before the name on the button. */
  to: 'Overdragen',
  title: (partner: string) => `Overdragen aan ${partner}`,
  about: 'Dit krijgen ze. De bot stuurt niets vanzelf: jij doet het, en legt het hier vast.',
  aboutMail: 'Dit is klaar om te geven. In het bericht zelf staat niets van de inhoud.',
  ways: {
    telephone: 'Bellen',
    portal: 'Via hun portaal',
    secureMail: 'Met beveiligde mail',
    mail: 'Met een bericht zonder inhoud',
    other: 'Op een andere manier',
  } satisfies Record<SentWay, string>,
  by: (way: string) => `Manier: ${way}`,
  instead: (way: string) => `Anders: ${way.charAt(0).toLowerCase()}${way.slice(1)}`,
  noMailbox: 'Gewone mail kan niet: deze gemeente heeft geen postbus voor het meldpunt ingesteld.',
  contact: 'Wie vraag je daar?',
  contactLine: (name: string, role: string | undefined, hours: string | undefined) =>
    [name, role, hours].filter(Boolean).join(', '),
  script: 'Zeg dit, in deze volgorde',
  noNumber: 'Er staat geen nummer bij deze organisatie. Zoek het nummer op, of vraag een collega.',
  openPortal: 'Open hun portaal',
  copy: 'De tekst om te kopiëren',
  copyAbout: 'Wil je iets veranderen? Kies “Pas de tekst aan”. Wat je hier typt, bewaren we niet.',
  sendTo: (address: string) => `Stuur naar: ${address}`,
  neutral: (subject: string) => `Onderwerp: ${subject}`,
  mail: {
    from: (town: string) => `Van: gemeente ${town}`,
    subject: 'Bericht van de gemeente',
    /** In the place of what it gets when it goes. */
    number: '(eigen nummer)',
    link: '(een link om te antwoorden, alleen voor dit bericht)',
  },
  mailAbout: 'Zo ziet het bericht eruit. Wat hieronder staat, vertel je als ze bellen.',
  whatTheyGet: 'Wat je ze geeft',
  betrays: 'Kijk naar deze woorden',
  betraysAbout: 'Ze kunnen laten zien wie de melder is. Haal ze weg, of laat ze staan als dat echt kan.',
  betrayed: {
    who: (words: string) => `“${words}”: zegt misschien wie de melder is`,
    moment: (words: string) => `“${words}”: een moment dat misschien alleen de melder kent`,
    story: (words: string) => `“${words}”: staat zo in wat de melder schreef`,
  },
  changed: 'Een feit in deze tekst is intussen veranderd. Maak de tekst opnieuw, of pas hem aan.',
  prepared: (name: string, moment: string) => `Aangepast door ${name} · ${moment}`,
  edit: 'Pas de tekst aan',
  fields: {
    spokeWith: 'Met wie sprak je?',
    spokeAt: 'Hoe laat?',
    theirNumber: 'Hun nummer of kenmerk',
    said: 'Wat zeiden ze?',
    promised: 'Wat beloofden ze?',
    withWhat: 'Waarmee heb je het verstuurd?',
    how: 'Hoe heb je het gegeven?',
  },
  done: {
    telephone: 'Gebeld: overgedragen',
    portal: 'Ingevuld: overgedragen',
    secureMail: 'Verstuurd: overgedragen',
    mail: 'Verstuur het bericht',
    other: 'Overgedragen',
  } satisfies Record<SentWay, string>,
  sure: (label: string) => `Toch zo. ${label}`,
  later: 'Gebeld, vul later aan',

  prepare: {
    title: (partner: string) => `Wat krijgt ${partner}?`,
    about: 'Kies de feiten, of schrijf de tekst zelf. Onder de tekst komt altijd het vaste deel.',
    facts: 'Feiten',
    none: 'Er zijn geen feiten om te kiezen.',
    not: (fact: string, why: string) => `${fact} (voorstel: niet, ${why})`,
    ofSource: (fact: string, source: number) => `${fact} · bron ${source}`,
    refuted: (count: number) =>
      count === 1 ? 'Eén weerlegd feit staat er niet bij.' : `${count} weerlegde feiten staan er niet bij.`,
    why: {
      refuted: 'het is weerlegd',
      lost: 'de tekst staat nu in een ander dossier',
      notNeeded: 'ze hebben het niet nodig',
      names: 'ze krijgen geen namen',
      betrays: 'het kan de melder verraden',
      moment: 'het moment kan de melder verraden',
      witness: 'vraag het eerst de getuige',
      tooMany: 'er zijn er al veel',
    } satisfies Record<WhyNot, string>,
    make: 'Maak tekst van deze feiten',
    words: 'De tekst',
    keep: 'Bekijk deze tekst',
    fixed: 'Dit komt er altijd onder',
  },

  more: {
    title: (partner: string) => `Wat zei ${partner}?`,
    about: 'Vul aan wat je nog niet opschreef. Schrijf niet op wie de melder is.',
    send: 'Bewaar',
    button: 'Vul het gesprek aan',
    due: (day: string) => `Vul aan wat er gezegd is, uiterlijk ${day}.`,
    late: (day: string) => `Te laat: het gesprek is nog niet aangevuld. Dat zou uiterlijk ${day}.`,
  },
  given: {
    title: (partner: string) => `Wat ${partner} kreeg`,
    button: 'Lees wat we gaven',
    line: (way: string, contact: string | undefined, facts: number) =>
      [way, contact, facts === 1 ? '1 feit' : `${facts} feiten`].filter(Boolean).join(' · '),
    standing: {
      done: undefined,
      queued: 'Het bericht wordt nog verstuurd.',
      accepted: 'Het bericht is verstuurd. Of het gelezen is, weten we niet.',
      bounced: 'Het bericht kwam terug. Niemand heeft het gekregen.',
      notConfirmed: 'We weten niet of het bericht aankwam.',
    } satisfies Record<SentStanding, string | undefined>,
    basis: (basis: string) => `Grondslag (de reden in de wet): ${basis}`,
    edited: 'De tekst is aangepast.',
    letStand: (count: number) =>
      count === 1
        ? 'Eén plek die de melder kan verraden, bleef bewust staan.'
        : `${count} plekken die de melder kunnen verraden, bleven bewust staan.`,
    at: (name: string, moment: string) => `${name} · ${moment}`,
    link: {
      title: 'Antwoorden met een link',
      label: 'De link om te kopiëren',
      about:
        'Zet deze link in je bericht of in het portaal. Daarmee antwoordt de organisatie, zonder account. ' +
        'Op de pagina staat niets over het signaal.',
    },
    none: 'Hier is niet bewaard wat er gegeven is.',
  },
  /** To whom a correction must be told, and what they had. */
  told: {
    to: (contact: string, way: string) => `Vraag naar ${contact}, ${way}`,
    by: (way: string) => `Manier: ${way}`,
    had: (values: string) => `Ze kregen: ${values}`,
  },

  wrong: {
    bsn: 'in de tekst staat een nummer dat op een BSN lijkt. Dat geven we niemand. Haal het weg.',
    story:
      'een lang stuk komt letterlijk uit het verhaal van de melder. Dat geven we niemand. Schrijf het korter.',
    betrays: 'sommige woorden kunnen laten zien wie de melder is. Kijk er eerst naar.',
    changed: 'een feit in de tekst is intussen veranderd. Maak de tekst opnieuw, of pas hem aan.',
    empty: 'de tekst is leeg. Schrijf iets, of maak de tekst van de feiten.',
    tooLong: 'de tekst is te lang. Maak hem korter.',
    way: 'op deze manier kan het niet. Kies een andere manier.',
    contact: 'deze contactpersoon staat er niet meer bij. Kies een andere.',
    tooOften: 'aan deze organisatie is al te vaak iets gegeven op deze route.',
  } satisfies Record<Why, string>,
  doneLines: {
    prepare: 'Bewaard. Kijk het nog een keer na.',
    more: 'Het gesprek is aangevuld.',
    queued: (partner: string) =>
      `Het bericht aan ${partner} staat klaar en wordt verstuurd. De melder hoort het als het weg is.`,
    later: (day: string) => `Vul uiterlijk ${day} aan wat er gezegd is.`,
  },
}
