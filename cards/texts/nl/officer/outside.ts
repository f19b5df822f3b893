/** What came from outside: an answer by a link, and how a mail to an organisation stands. */
import type { BounceWhy } from '../../../../services/handover/mailed.ts'
import type { DeadLetter } from '../../../../services/outbox/effect.ts'

export const outside = {
  link: {
    title: 'Antwoord via de link',
    said: (partner: string, says: string, moment: string) =>
      `Volgens de link: ${partner} ${says} · ${moment}`,
    unconfirmed:
      'Wie de link heeft, kan antwoorden. Klopt dit? Bel bij twijfel. De melder hoort dit pas als jij het overneemt.',
    take: 'Neem dit antwoord over',
    note: 'Noteer het zelf',
    aside: 'Zet dit antwoord opzij',
    more: (count: number) =>
      count === 1 ? 'Er is nog 1 antwoord via een link.' : `Er zijn nog ${count} antwoorden via een link.`,
  },
  done: {
    taken: (partner: string) => `Overgenomen: het antwoord van ${partner} staat in het dossier.`,
    aside: 'Opzij gezet. Er is niets mee gedaan, en het blijft staan in Lees alles.',
  },
  mail: {
    queued: 'De mail met de link staat klaar en gaat zo weg.',
    accepted: (number: string, moment: string) =>
      `Mail met de link verstuurd · ${moment} · nummer ${number}. Of die is gelezen, weten we pas bij een antwoord.`,
    bounced: (number: string, why: string) =>
      `De mail kwam terug (${number}): ${why}. Bel, of kies een ander adres.`,
    notConfirmed: (number: string) =>
      `Niet bevestigd: op de mail ${number} kwam niets. Bel om te vragen of die er is.`,
    notSent: 'Niet bevestigd: de mail is niet verstuurd, of we weten het niet. Bel zelf.',
    delayed: 'Onderweg zegt een mailserver dat het langer duurt.',
    replied: 'Er is geantwoord met een mail. Die staat in de mailbox van het meldpunt.',
    perhapsTwice: 'Deze mail is misschien twee keer aangekomen.',
  },
  why: {
    noSuchAddress: 'het adres bestaat niet',
    full: 'de mailbox daar is vol',
    refused: 'hun mailserver nam de mail niet aan',
    tooLate: 'het lukte te lang niet om de mail af te geven',
    other: 'waarom staat er niet bij',
  } satisfies Record<BounceWhy, string>,
  failedWhy: {
    gone: 'de mailbox van het meldpunt bestaat niet',
    refused:
      'Microsoft 365 laat ons niets versturen uit deze mailbox, of nam het adres niet aan. Vraag de beheerder',
    away: 'Microsoft 365 was te lang niet bereikbaar',
    unreachable: 'er is geen adres, of geen mailbox om uit te versturen',
    outcomeUnknown: 'Microsoft 365 gaf twee keer geen antwoord. Misschien ging de mail toch weg',
  } satisfies Record<DeadLetter, string>,
}
