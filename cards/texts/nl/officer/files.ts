/** Photos and documents with a signal. */
import type { FileKind, Scanned } from '../../../../services/files/attachment.ts'

export const files = {
  title: 'Foto’s en bestanden',
  kinds: {
    jpeg: 'Foto',
    png: 'Plaatje',
    webp: 'Foto',
    pdf: 'PDF',
    txt: 'Tekst',
  } satisfies Record<FileKind, string>,
  line: (number: number, kind: string, size: string, moment: string) =>
    `${number}. ${kind} · ${size} · ${moment}`,
  scanned: {
    clean: 'Nagekeken op virussen.',
    notScanned: 'Niet nagekeken op virussen: deze gemeente heeft daar geen controle voor.',
  } satisfies Record<Scanned, string>,
  warning: 'Een foto kan verraden wie hem maakte. Let daarop voordat je er iets over zegt of doorgeeft.',
  look: (number: number) => `Bekijk bestand ${number}`,
  noPages: 'Bekijken kan hier niet: er is geen webadres ingesteld. Vraag het de beheerder.',
  lookTitle: 'Bekijk het bestand',
  lookAbout: (minutes: number) =>
    `Deze link werkt één keer, ${minutes} minuten lang, en alleen zolang jij dit dossier mag zien. Dat je kijkt, is vastgelegd.`,
  openLink: 'Open de pagina',
  back: 'Terug naar het dossier',
  gone: 'Het bestand is er niet meer.',
  drop: 'Wis een bestand',
  dropAbout: 'Het bestand wordt gewist en komt niet terug. De reden staat daarna als notitie in het dossier.',
  dropNone: 'Er is geen bestand bij dit dossier.',
  which: 'Welk bestand?',
  whichMissing: 'Kies een bestand.',
  reason: 'Waarom wil je het wissen?',
  reasonHint: 'Bijvoorbeeld: er staat iemand op die er niets mee te maken heeft',
  reasonMissing: 'Schrijf waarom je het wilt wissen.',
  dropSend: 'Wis het bestand',
  done: { dropFile: 'Het bestand is gewist.' },
}
