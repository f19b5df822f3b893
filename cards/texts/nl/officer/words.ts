/** The names of states, kinds, degrees and outcomes, as the reporting point uses them. */
import type {
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Outcome,
  PartnerAnswer,
  SafeReason,
  State,
  TellForm,
  Urgency,
  VictimHelp,
} from '../../../../services/signal/words.ts'
import type { Language } from '../../../../services/words.ts'

type Names<K extends string> = Record<K, string>

export const words = {
  states: {
    received: 'ontvangen',
    inTriage: 'in triage (in behandeling)',
    decided: 'besloten',
    handedOver: 'overgedragen',
    fedBack: 'teruggekoppeld (de melder heeft antwoord)',
    closed: 'afgesloten',
  } satisfies Names<State>,
  kinds: { signal: 'signaal', consultation: 'sparren' } satisfies Names<Kind>,
  urgencies: { acute: 'acuut', high: 'hoog', normal: 'normaal', soft: 'zacht' } satisfies Names<Urgency>,
  urgencyMeans: {
    acute: 'misschien is er nu gevaar; kijk binnen een kwartier',
    high: 'kijk binnen een uur, besluit binnen 4 kantooruren',
    normal: 'kijk binnen 1 werkdag, besluit binnen 3 werkdagen',
    soft: 'kijk binnen 1 werkdag, besluit binnen 10 werkdagen',
  } satisfies Names<Urgency>,
  certainties: {
    sure: 'zeker',
    suspicion: 'een vermoeden',
    gut: 'een onderbuikgevoel (telt gewoon mee)',
  } satisfies Names<Certainty>,
  degrees: {
    confidential:
      'vertrouwelijk: de aandachtsfunctionaris en wie dienst heeft kunnen de naam zien, met een reden',
    unknown: 'onbekend voor mensen, wel bereikbaar via de bot',
    anonymous: 'anoniem, met een code: er is niets bewaard over wie dit schreef',
  } satisfies Names<Degree>,
  outcomes: {
    noAction: 'geen actie',
    monitor: 'monitoren',
    moreInsight: 'meer zicht',
    internal: 'intern',
    external: 'extern',
    caseMeeting: 'MDO',
    police: 'direct politie',
  } satisfies Names<Outcome>,
  outcomeMeans: {
    noAction: 'we doen nu niets en leggen uit waarom',
    monitor: 'we blijven kijken, tot een einddatum',
    moreInsight: 'we willen eerst meer weten; iemand kijkt gericht',
    internal: 'een collega binnen de gemeente pakt het op',
    external: 'een organisatie buiten de gemeente pakt het op',
    caseMeeting: 'multidisciplinair overleg: samen bespreken met wie nodig is',
    police: 'de politie moet het nu weten',
  } satisfies Names<Outcome>,
  minors: { yes: 'ja', no: 'nee', unknown: 'niet bekend' },
  called112: { yes: 'ja', no: 'nee', unknown: 'niet bekend' } satisfies Names<Called112>,
  victimHelps: {
    arranged: 'geregeld',
    notYet: 'nog niet geregeld',
    notApplicable: 'niet van toepassing',
  } satisfies Names<VictimHelp>,
  tellForms: {
    message: 'met een bericht van de bot',
    call: 'door te bellen',
    meeting: 'in een gesprek',
    notYet: 'nog niet',
  } satisfies Names<TellForm>,
  safeReasons: {
    tooLittle: 'er is nu te weinig om op verder te gaan',
    explained: 'er is een gewone uitleg voor',
    notOurs: 'de gemeente gaat er niet over',
    alreadyKnown: 'het was al bekend',
    other: 'een reden die we niet mogen vertellen',
  } satisfies Names<SafeReason>,
  partnerAnswers: {
    received: 'heeft het ontvangen',
    takenUp: 'pakt het op',
    notTakenUp: 'pakt het niet op',
    question: 'heeft een vraag',
    passedOn: 'heeft het doorgezet naar een ander',
    noAnswer: 'geeft geen antwoord',
    result: 'vertelt wat eruit kwam',
  } satisfies Names<PartnerAnswer>,
  feedbackForms: {
    message: 'bericht van de bot',
    call: 'gebeld',
    meeting: 'gesproken',
    none: 'niet teruggekoppeld',
  },
  consultationChoices: {
    enough: 'dit was genoeg',
    keep: 'bewaren als signaal',
    later: 'later verder praten',
  } satisfies Names<ConsultationChoice>,
  languages: { nl: 'Nederlands', en: 'Engels' } satisfies Names<Language>,
  nobody: 'nog niemand',
  somebodyGone: 'iemand die hier niet meer werkt',
  partnerGone: 'een organisatie die niet meer in de lijst staat',
  /** "maandag 23 november, 17:00" gets "te laat" in words, never by colour alone. */
  tooLate: (moment: string) => `${moment} (te laat)`,
  attention: (text: string) => `Let op: ${text}`,
  titleOf: (reference: string, kind: string) => `${reference} · ${kind}`,
  fallback: 'Deze kaart is hier niet te zien. Open Signaalpunt in een nieuwe versie van Teams.',
  open: 'Openen',
  take: 'Neem in behandeling',
  back: 'Terug naar dossier',
  worklist: 'Werklijst',
}
