/** For which municipality it is, where several have their reporting point in one organisation. */

export const municipality = {
  question: 'Voor welke gemeente is dit?',
  why:
    'In jouw organisatie zijn er meer meldpunten. Ieder leest alleen wat voor de eigen gemeente is. ' +
    'Je kiest maar één keer. De naam typen mag ook.',
  held: 'Wat je net typte, houd ik vast. Kies je, dan ga ik daarmee verder.',
  /** Below the 112 text: nobody knows yet whose it is, so that every reporting point was told. */
  heldInDanger:
    'Alle meldpunten krijgen nu te horen dat er misschien gevaar is. Kies hieronder voor welke gemeente.',
  chosen: (name: string) =>
    `Vanaf nu gaat wat je hier typt naar het meldpunt van ${name}. Is dat niet goed? Typ andere gemeente.`,
  /** In a window in which the question cannot stand. */
  first: 'Kies eerst voor welke gemeente dit is. De vraag staat in je chat met mij.',
  /** It was held, and is not any more. */
  gone: 'Wat je daarvoor typte heb ik niet meer. Het staat hierboven. Stuur het nog een keer.',
  /** Typed in a chat of one's own to choose again. Only where there is something to choose. */
  words: ['gemeente', 'andere gemeente', 'kies gemeente', 'gemeente kiezen'],
}
