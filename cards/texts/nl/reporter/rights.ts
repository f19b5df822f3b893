/** What is kept of a reporter: reporters have rights too (AVG 15). */
import type { Degree } from '../../../../services/signal/words.ts'

export const myData = {
  title: 'Wat wij van jou bewaren',
  about: 'Dit bewaart Signaalpunt over jou als melder. Wat je schreef, zie je hierboven in deze chat.',
  nothing: 'Wij hebben geen meldingen van jou die bij deze chat horen.',
  draft: 'Er staat nog iets dat je niet verstuurd hebt. Na 24 uur is dat gewist.',
  degree: {
    confidential:
      'Verzegeld bewaard: je naam en hoe de bot je bereikt. Alleen de aandachtsfunctionaris (wie je melding leest), ' +
      'of wie dienst heeft, kan je naam zien. Daar is een reden voor nodig.',
    unknown: 'Verzegeld bewaard: alleen hoe de bot je bereikt. Niemand kan je naam zien.',
    anonymous: 'Niets over wie jij bent.',
  } satisfies Record<Degree, string>,
  revealed: (days: string) => `Je naam is bekeken op ${days}. De reden is vastgelegd.`,
  notRevealed: 'Je naam is niet bekeken.',
  until: (day: string) => `Wie jij bent, wissen we na ${day}.`,
  open: (days: number) =>
    `Dit wordt eerst afgesloten. ${days} dagen na ons laatste bericht wissen we wie jij bent.`,
  anonymous: 'Meldde je anoniem? Dan weten wij niet dat jij het was, en staat het hier niet.',
  /** Only where several municipalities share an organisation. */
  choice: (name: string) =>
    `Dit is van het meldpunt van ${name}. Koos je zelf voor welke gemeente je meldt? Die keuze staat verzegeld ` +
    'bewaard, zonder je naam, ten hoogste dertien maanden. Wil je zien wat een andere gemeente bewaart? Typ andere ' +
    'gemeente, en vraag het dan nog eens.',
  teams: 'Teams bewaart deze chat zelf ook. Daar gaat de beheerder van Teams over.',
  wrong: (name: string, phone: string) =>
    `Klopt er iets niet, of wil je dat we iets wissen? Bel ${name}: ${phone}. Jouw vraag is geen signaal.`,
}
