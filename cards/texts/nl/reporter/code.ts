/** Anonymous with a code: the code on the receipt, and coming back with it. */
import type { ReporterMessage } from '../../../../services/signal/record.ts'
import type { ConsultationChoice } from '../../../../services/signal/words.ts'

export const code = {
  /** On the receipt. */
  title: 'Je code',
  keep: 'Schrijf de code op, op een plek waar niemand anders bij kan. Zonder code hoor je niets.',
  use:
    'Wil je weten hoe het gaat, of iets toevoegen? Typ de code in deze chat, of in de chat van een ' +
    'collega met Signaalpunt.',
  press:
    'Heb je hem? Tik op Ik heb hem bewaard, dan haal ik de code hier weg. Uit mezelf kan ik dat niet: ik ' +
    'onthoud niet van wie deze melding is. Daarom kan niemand je ook een nieuwe code geven.',
  save: 'Ik heb hem bewaard',
  /** Typed: which card it is about is known by the press alone. */
  pressOnly:
    'Goed dat je hem bewaard hebt. Weghalen kan alleen met de knop op die kaart: ik onthoud niet van wie deze melding ' +
    'is. Tik daar op Ik heb hem bewaard.',
  saved: 'Je hebt je code bewaard. Ik laat hem niet meer zien.',
  honest:
    'Wij bewaren niet wie je bent en kunnen je niet bellen. Je bent niet helemaal onzichtbaar. Teams bewaart deze ' +
    'chat. Aan je schrijfstijl kan iemand je herkennen. En in het kanaal staat wanneer dit binnenkwam.',
  hear: 'Bericht bij je code',
  consultation: (name: string) =>
    `${name} denkt met je mee. Het advies ligt klaar bij je code. Daarna kies je wat ermee gebeurt.`,
  sentAbove: (reference: string) =>
    `Verstuurd, dank je wel. Dit is ${reference}. Hierboven staat je code. Schrijf hem op.`,
  alreadySent: (reference: string) =>
    `Dit was al verstuurd: ${reference}. Er is niets dubbel gedaan. Je code zie je maar één keer.`,

  /** Coming back. */
  back: {
    where: 'Wat er klaarstaat',
    nothing: 'Er staat nog niets voor je klaar.',
    answered: 'er was een vraag, en je hebt geantwoord',
    line: (day: string, what: string) => `${day}: ${what}`,
    /** A message of which the day is all that is told. */
    what: {
      received: 'we hebben het ontvangen',
      taken: 'iemand heeft het in behandeling',
      question: 'er is een vraag voor je',
      advice: 'er is advies',
      kept: 'we bewaren het als signaal',
      decided: 'er is een besluit',
      handedOver: 'het is doorgegeven',
      takenUp: 'het is opgepakt',
      stillAsking: 'we blijven ernaar vragen',
      noAnswer: 'er kwam geen antwoord',
      feedback: 'er is nieuws voor je',
      overdue: 'we zijn te laat',
      closed: 'het is afgerond',
      fits: 'het past bij andere informatie',
    } satisfies Record<Exclude<ReporterMessage['about'], 'consultationEnded'>, string>,
    /** How a consultation ended, or goes on. */
    choice: {
      enough: 'het overleg is afgerond',
      keep: 'het overleg is nu een signaal',
      later: 'het overleg blijft openstaan',
    } satisfies Record<ConsultationChoice, string>,
    open: (count: number): string =>
      count === 1
        ? 'Dat bericht staat hieronder. Tik erop om het te lezen.'
        : 'De berichten staan hieronder. Tik erop om ze te lezen.',
    older: (phone: string) =>
      `Oudere berichten laat ik niet opnieuw zien. Bel ${phone} als je ze nodig hebt.`,
    remove: 'Verwijder nu zelf je bericht met de code uit deze chat. Dat kan ik niet voor je doen.',
    minutes: (count: number) =>
      `Ik weet nog ${count} minuten om welke melding het gaat. Daarna typ je de code opnieuw.`,
    done: 'Klaar, haal weg',
  },
  done: 'Klaar. Ik heb weggehaald wat ik liet zien. Verwijder zelf nog je bericht met de code.',
  /** In place of what was shown, when it was left standing. */
  over: 'De tijd is om. Ik heb weggehaald wat hier stond. Wil je verder? Typ de code opnieuw.',
  again: 'Weggehaald: je hebt een code opnieuw getypt.',
  /** In place of the others, when more than one message was shown. */
  away: 'Weggehaald.',
  onlyCode:
    'Ik heb alleen de code gelezen. De rest van je bericht heb ik niet bewaard. Typ dat nog eens, zonder ' +
    'de code erbij.',
  unknown: (phone: string) =>
    'Deze code ken ik niet, of niet meer. Klopt elk teken? Misschien was het overleg genoeg. Of de bewaartijd is ' +
    `voorbij. Dan is alles gewist. Vragen? Bel ${phone}.`,
  typo:
    'Dit lijkt op een code, maar er klopt een teken niet. Kijk hem na: vijf groepjes van vier. ' +
    'Hoofdletters maken niet uit. Verwijder zelf je bericht met de fout.',
  /** Under the two above. */
  notCode: {
    about: 'Ik heb hier niets van bewaard. Was het geen code, maar iets dat je wilt vertellen?',
    button: 'Dit is geen code',
    gone: 'Dat bericht heb ik niet meer. Typ het nog eens, en zet er een hele zin bij.',
  },
  tooOften: (minutes: number, phone: string) =>
    minutes === 1
      ? `Dat was vaak achter elkaar. Probeer het over een minuut opnieuw. Haast? Bel ${phone}. Gevaar? Bel 112.`
      : `Dat was vaak achter elkaar. Probeer het over ${minutes} minuten opnieuw. Haast? Bel ${phone}. ` +
        'Gevaar? Bel 112.',
}
