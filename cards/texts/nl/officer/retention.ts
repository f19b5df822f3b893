/** The end of the term: the destruction list, keeping longer, and what stands on the card afterwards. */
import type { RetentionClass } from '../../../../services/signal/rights/types.ts'

export const retention = {
  destroyed: {
    goneTitle: (reference: string) => `${reference} · vernietigd`,
    gone: 'Vernietigd volgens bewaartermijn. Van de inhoud is niets bewaard.',
  },

  classes: {
    consultation: 'sparren',
    refuted: 'ingetrokken, of er was een gewone uitleg',
    noAction: 'geen actie',
    monitored: 'monitoren is voorbij',
    handled: 'opgepakt of doorgegeven',
  } satisfies Record<RetentionClass, string>,

  toDestroy: {
    title: 'Te vernietigen',
    button: 'Te vernietigen',
    waiting: (count: number) =>
      count === 1
        ? 'Van 1 dossier is de bewaartermijn voorbij.'
        : `Van ${count} dossiers is de bewaartermijn voorbij.`,
    door: 'Hier staan de dossiers waarvan de bewaartermijn voorbij is. Jij kijkt en beslist.',
    openList: 'Bekijk de lijst',
    about:
      'De bewaartermijn van deze dossiers is voorbij. Ze verdwijnen pas als jij dat goedkeurt. Is er een ' +
      'goede reden om iets langer te bewaren? Haal het er dan uit.',
    empty: 'Er is nu niets te vernietigen.',
    because: (what: string, from: string) => `${what} · vanaf ${from}`,
    until: (day: string) => `Te bewaren tot en met ${day}`,
    longer: (day: string) => `Langer bewaard tot en met ${day}`,
    erase: (day: string) => `Wissen op verzoek, gevraagd op ${day}`,
    tellFirst: (partners: string) =>
      `Let op: vertel het eerst aan ${partners}. Daarna kan het vernietigd worden.`,
    reporter: 'de melder',
    look: (reference: string) => `Bekijk ${reference}`,
    takeOut: (reference: string) => `Haal ${reference} eruit`,
    more: (count: number) =>
      count === 1
        ? 'Er is nog 1 dossier. Dat komt hierna.'
        : `Er zijn nog ${count} dossiers. Die komen hierna.`,
    undecided: (references: string) =>
      `Te laat en nog zonder besluit: ${references}. Zonder besluit begint de bewaartermijn niet. Besluit eerst.`,
    approve: 'Vernietigen',
    sure: (count: number) =>
      count === 1
        ? 'Je vernietigt 1 dossier: wat er geschreven is, wie het meldde en alles wat erbij hoort. Dat kan ' +
          'niet terug. Daarna blijft alleen een verklaring over: nummer, dagen, soort en jouw goedkeuring.'
        : `Je vernietigt ${count} dossiers: wat er geschreven is, wie het meldde en alles wat erbij hoort. Dat ` +
          'kan niet terug. Daarna blijft alleen een verklaring over: nummers, dagen, soort en jouw goedkeuring.',
    approveAll: (count: number) =>
      count === 1 ? 'Ja, vernietig dit dossier' : `Ja, vernietig deze ${count}`,
    done: (count: number) =>
      count === 1 ? 'Er is 1 dossier vernietigd.' : `Er zijn ${count} dossiers vernietigd.`,
    clockJumped:
      'de klok van Signaalpunt is net versprongen. Er is niets vernietigd. Probeer het over een uur opnieuw.',
    notDone: (references: string) => `Niet vernietigd, want er is iets veranderd: ${references}.`,
  },

  /** Kept for good (Selectielijst 19.1.18); without a word of what it was about. */
  declaration: {
    title: 'Verklaring van vernietiging',
    button: 'Verklaring van vernietiging',
    about: (month: string) =>
      `Dit is vernietigd in ${month}. Hier staat niets van de inhoud, en niets over mensen in een dossier. ` +
      'Hoe lang iets bewaard wordt, staat in de Selectielijst: de landelijke lijst van bewaartermijnen.',
    none: 'In deze maand is niets vernietigd.',
    line: (what: string, selection: string) => `${what} (Selectielijst gemeenten 2020: ${selection})`,
    kept: (from: string, until: string) => `Bewaard vanaf ${from}, tot en met ${until}`,
    erased: 'Eerder gewist, op verzoek',
    longer: 'Langer bewaard, met een reden',
    by: (name: string, moment: string) => `Goedgekeurd door ${name} · ${moment}`,
    before: 'Een maand eerder',
    after: 'Een maand later',
    leftOut: (count: number) => `Er zijn nog ${count} regels in deze maand.`,
  },

  keepLonger: {
    title: 'Langer bewaren',
    about: (day: string) =>
      `Dit dossier gaat dan van de lijst af, tot de dag die jij kiest. Uiterlijk ${day}: langer mag nooit.`,
    notPossible: 'De bewaartermijn van dit dossier is nog niet voorbij, of langer bewaren mag niet meer.',
    until: 'Tot en met welke dag?',
    untilMissing: 'Kies een dag na vandaag.',
    reason: 'Waarom moet het langer bewaard blijven?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Bewaar langer',
  },
}
