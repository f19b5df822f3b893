/** Adding a photo or a document by a page of ours. */
export const files = {
  button: 'Foto of bestand toevoegen',
  title: 'Foto of bestand toevoegen',
  about: (minutes: number) =>
    `Open de pagina en kies je foto of bestand. De link werkt één keer, ${minutes} minuten lang. Waar en wanneer een foto gemaakt is, haal ik eruit.`,
  warning: 'Let op: een foto kan verraden wie hem maakte. Denk aan waar je stond en wie daar was.',
  open: 'Open de pagina',
  after: 'Klaar? Dan kun je hier verder.',
  instead: (button: string) => `Wil je een foto of bestand meegeven? Druk op “${button}”.`,
  none: (name: string, phone: string) =>
    `Foto’s en bestanden kan ik hier niet aannemen. Geef ze aan ${name}, of bel ${phone}.`,
  notWaiting: 'Hier kan nu geen bestand bij. Vertel eerst wat je zag.',
  full: 'Er kunnen niet meer bestanden bij.',
  count: (count: number) =>
    count === 1 ? 'Er is 1 bestand toegevoegd.' : `Er zijn ${count} bestanden toegevoegd.`,
}
