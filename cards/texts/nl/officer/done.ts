/** Shown at the top after a deed, for each deed by its name. */
import type { CaseDeedName } from '../../../../services/signal/deeds/caseData.ts'
import type { OfficerDeedName } from '../../../../services/signal/deeds/data.ts'
import type { DAY_DATA } from '../../../../services/signal/deeds/dayData.ts'
import type { DecisionDeedName } from '../../../../services/signal/deeds/decisionData.ts'
import type { FILE_DATA } from '../../../../services/signal/deeds/fileData.ts'
import type { HAND_OVER_DATA } from '../../../../services/signal/deeds/handOverData.ts'
import type { KNOWN_DATA } from '../../../../services/signal/deeds/knownData.ts'
import type { OUTSIDE_DATA } from '../../../../services/signal/deeds/outsideData.ts'
import type { RouteDeedName } from '../../../../services/signal/deeds/routeData.ts'

/** Looking says nothing, destroying is said by the list; what is said of a case, of matches or of a route stands with them. */
type Said = Exclude<
  OfficerDeedName,
  | 'view'
  | 'destroy'
  | CaseDeedName
  | DecisionDeedName
  | RouteDeedName
  | keyof typeof KNOWN_DATA
  | keyof typeof OUTSIDE_DATA
  | keyof typeof DAY_DATA
  | keyof typeof FILE_DATA
  | Exclude<keyof typeof HAND_OVER_DATA, 'handOver'>
>

export const done = {
  take: (reference: string) => `Je hebt ${reference} in behandeling. Jij bent nu verantwoordelijk.`,
  handTo: (reference: string, name: string) => `${reference} ligt nu bij ${name}. Die krijgt een bericht.`,
  note: 'Je notitie staat in het dossier.',
  ask: 'Je vraag gaat naar de melder. Komt er antwoord, dan hoor je dat in je eigen chat.',
  called: {
    reached: 'Genoteerd: je hebt de melder gesproken.',
    notReached: 'Genoteerd: je kreeg geen gehoor.',
  },
  setUrgency: (urgency: string) => `De urgentie is nu ${urgency}. De termijnen zijn aangepast.`,
  setMinor: (minor: string) => `Bij minderjarig staat nu: ${minor}.`,
  decide: (outcome: string) => `Je besluit staat vast: ${outcome}.`,
  handOver: (partner: string, day: string) => `Overgedragen aan ${partner}. We vragen antwoord vóór ${day}.`,
  partnerAnswered: (partner: string) => `Het antwoord van ${partner} staat in het dossier.`,
  answerPartner: (partner: string) => `Je antwoord is genoteerd. We wachten nu weer op ${partner}.`,
  giveUpRoute: (partner: string) => `Genoteerd: geen antwoord gekregen van ${partner}. We vragen niet meer.`,
  help: {
    arranged: 'Genoteerd: de hulp is geregeld.',
    notNeeded: 'Genoteerd waarom er geen hulp nodig is.',
    later: 'Genoteerd: de hulp krijgt een nieuwe dag.',
  },
  move: (reference: string) => `De tekst staat nu in ${reference}. Waarom, staat in beide dossiers.`,
  feedBack: {
    message: 'Je bericht gaat naar de melder.',
    call: 'Genoteerd: de melder heeft het van je gehoord.',
    meeting: 'Genoteerd: de melder heeft het van je gehoord.',
    none: 'Genoteerd waarom de melder niets hoort.',
  },
  advise: 'Je advies gaat naar de melder. Daarna kiezen jullie samen hoe het verdergaat.',
  endConsultation: {
    enough: 'Het sparren is afgerond. Wat er gevraagd is, is gewist.',
    keep: 'Dit is nu een signaal. Neem een besluit.',
    later: 'Het sparren blijft open voor later.',
  },
  keepAgainstWish: {
    reachable: 'Dit is nu een signaal. De melder krijgt bericht dat je het bewaart.',
    anonymous: 'Dit is nu een signaal. De melder is anoniem en kan dit niet van ons horen.',
    left: 'Dit is nu een signaal. Het account van de melder bestaat niet meer: die hoort dit niet van ons.',
  },
  close: (reference: string) => `${reference} is afgesloten. Dank je wel voor je zorg.`,
  reveal: 'Je ziet nu wie dit meldde. Dat is vastgelegd.',
  freeze: 'Het bevriezen is vastgelegd.',
  unfreeze: 'Het bevriezen is opgeheven.',
  correct: 'Je rechtzetting staat erbij.',
  recipientInformed: 'Genoteerd dat je het verteld hebt.',
  erase: 'Dit dossier staat nu op de lijst om te vernietigen.',
  keepLonger: 'Dit dossier is van de lijst af, tot de dag die je koos.',
  confirmFact: (count: number) => (count === 1 ? 'Bevestigd.' : `${count} feiten bevestigd.`),
  refuteFact: 'Weerlegd. Dit feit wordt nergens meer mee vergeleken.',
  unverifyFact: 'Dit feit is weer niet geverifieerd.',
  correctFact: 'Het feit is gewijzigd en bevestigd.',
  addFact: 'Het feit staat erbij.',
  setRoles: 'De rollen zijn bewaard.',
  safeContact: 'Bewaard. Dit gaat mee bij elke overdracht.',
  setKinds: 'Bewaard waar dit over kan gaan.',
  weigh: 'De weging is bewaard.',
  setHelpers: 'Bewaard wie er al helpt.',
  addSpecial: 'Bewaard, met de reden erbij.',
  dropSpecial: 'Dit gegeven is weg.',
  lookElsewhere: 'Vastgelegd dat je keek.',
} satisfies Record<Said, unknown>
