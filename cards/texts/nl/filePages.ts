/** The pages by which a photo or document comes in, and is looked at. */
import type { WhyNoFile } from '../../../services/files/attachment.ts'

export const files = {
  upload: {
    title: 'Foto of bestand toevoegen',
    about:
      'Kies een foto of bestand. Het gaat naar het meldpunt van de gemeente. Daarna werkt deze link niet meer.',
    what: [
      'Ik haal eruit waar en wanneer een foto gemaakt is, en door welk toestel.',
      'De naam van je bestand bewaar ik niet.',
      'Alleen wie bij het meldpunt mag kijken, ziet het. Elke keer kijken wordt vastgelegd.',
    ],
    warning: 'Een foto kan verraden wie hem maakte. Denk aan waar je stond en wie daar was.',
    field: 'Kies een of meer bestanden',
    hint: (most: number, megabytes: number, together: number) =>
      `Foto (JPEG, PNG of WebP), PDF of tekst. Hoogstens ${most} bestanden, elk hoogstens ${megabytes} MB, ` +
      `samen hoogstens ${together} MB.`,
    send: 'Verstuur',
    none: 'Kies eerst een bestand.',
    wrong: 'Er is nog niets verstuurd.',
    again: 'Kies ze opnieuw en verstuur nog een keer. De link werkt nog.',
    full: 'Er kunnen niet meer bestanden bij deze melding.',
    tooLarge: (megabytes: number) =>
      `Samen is dit te groot. Er past hoogstens ${megabytes} MB in één keer. Maak de bestanden kleiner, of stuur er minder.`,
    tooMany: (most: number) => `Kies hoogstens ${most} bestanden.`,
    file: (number: number, why: string) => `Bestand ${number}: ${why}`,
    why: {
      empty: 'er staat niets in.',
      kind: 'dit soort bestand kan ik niet aannemen. Maak er een foto of PDF van.',
      tooLarge: 'dit is te groot.',
      broken: 'dit kan ik niet lezen. Misschien is het beschadigd.',
      tooManyPixels: 'deze foto is te groot om te openen. Maak hem kleiner.',
      active: 'in deze PDF zit iets dat uit zichzelf iets doet. Maak er een gewone PDF van.',
      encrypted: 'deze PDF is op slot. Haal het wachtwoord eraf.',
      found: 'hierin is een virus gevonden.',
      away: 'ik kan dit nu niet nakijken. Probeer het straks nog een keer.',
    } satisfies Record<WhyNoFile, string>,
    done: {
      title: 'Ontvangen',
      text: (count: number) =>
        count === 1 ? 'Er is 1 bestand ontvangen.' : `Er zijn ${count} bestanden ontvangen.`,
      draft: 'Je melding is nog niet verstuurd. Ga terug naar Teams en druk op Versturen.',
      signal: 'Het staat bij je melding. Je kunt deze pagina sluiten.',
    },
  },
  look: {
    title: 'Bekijk het bestand',
    about: 'Je kunt het één keer openen. Dat je kijkt, wordt vastgelegd.',
    warning: 'Een foto kan verraden wie hem maakte. Laat hem aan niemand anders zien.',
    open: 'Toon het bestand',
  },
}
