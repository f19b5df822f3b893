/** What is answered to a click: done, refused and why, or not for you. */

import type { DecisionField, FactField, FieldName, Refusal } from '../../../../services/signal/command.ts'
import { impossible } from '../../../../services/words.ts'
import type { Odd as OddField } from '../../../sent.ts'
import { cases } from '../cases.ts'
import { decision } from './decision.ts'
import { facts } from './facts.ts'
import { follow } from './follow.ts'
import { handOver } from './handOver.ts'

const needs: Record<Exclude<FieldName, FactField | DecisionField>, string> = {
  text: 'er staat nog geen tekst. Schrijf eerst iets.',
  file: 'kies een bestand.',
  reason: 'de reden ontbreekt. Schrijf in een paar woorden waarom.',
  lead: 'kies nog wie de regie heeft.',
  routes: 'bij dit besluit hoort een organisatie. Kies er minstens één.',
  answerBy: 'kies nog een dag waarop we antwoord vragen.',
  monitorUntil: 'kies nog tot welke dag we blijven kijken.',
  watchUntil: 'kies nog tot welke dag we blijven kijken.',
  tellWhy: 'je koos dat de melder het nog niet hoort. Schrijf waarom.',
  victimCheck: 'schrijf op wat je bekeek om te zien of dit een slachtoffer kan zijn.',
  officer: 'kies nog een collega.',
  safeReason: 'je koos geen actie. Kies welke reden de melder mag horen.',
  passage: 'kies welk stuk niet klopt.',
  until: 'kies een nieuwe dag.',
  minor: 'kies nog of er iemand jonger dan 18 bij is. Weet je het niet? Kies dan: niet bekend.',
  helpOwner: 'kies wie de hulp regelt.',
  helpBy: 'kies een dag waarop de hulp geregeld is.',
  basis:
    'voor deze organisatie staat geen grondslag vast. Zonder grondslag mag je niets overdragen. Kies er een.',
  reached: 'kies of je de melder gesproken hebt.',
  passedTo: 'kies een andere organisatie dan die het doorzette.',
  again: 'kies een dag waarop we weer vragen.',
  member: 'kies welk dossier eruit gaat.',
  weighed: 'kies of ze samen genoeg zijn.',
  hypothesis: 'kies welk vermoeden vervalt.',
  signals: 'kies welke melder dit mag horen.',
  question: 'schrijf op welke vraag beantwoord moet worden.',
  day: 'kies een dag, vandaag of later.',
  hour: 'vul een tijd in, zoals 09:30.',
  participants: 'kies wie er meedoen: minstens één, en alleen wie in de lijst staat.',
  role: 'schrijf op als wie deze deelnemer meedoet.',
  minutes: 'schrijf een kort verslag.',
  decision: 'schrijf op wat er besloten is.',
  spokeWith: 'met wie je sprak, of wat er gezegd is, staat er nog niet. Vul iets in.',
  escalated: 'schrijf op aan wie je het voorlegde.',
  hearBy: 'kies een dag waarop we iets horen.',
}

const isOfDecision = (field: FieldName): field is DecisionField => Object.hasOwn(decision.needs, field)
const isOfFact = (field: FieldName): field is FactField => Object.hasOwn(facts.needs, field)

/** What was refused, and what to do now. Follows the words "Let op:". */
function refusal(it: Refusal): string {
  switch (it.refused) {
    case 'stale':
      return 'ondertussen is dit dossier veranderd. Lees het opnieuw; wat je invulde staat er nog.'
    case 'closed':
      return 'dit dossier is afgesloten. Er is niets meer te wijzigen.'
    case 'notNow':
      return 'dit kan nu niet meer. Hieronder zie je hoe het dossier er nu voor staat.'
    case 'notAllowed':
      return 'dit mag hier niet. Er is niets gewijzigd.'
    case 'already':
      return 'dit was al gedaan. Er is niets dubbel gebeurd.'
    case 'needs':
      if (isOfDecision(it.field)) return decision.needs[it.field]
      return isOfFact(it.field) ? facts.needs[it.field] : needs[it.field]
    case 'dayOutOfRange':
      if (it.most < 1) return 'dit dossier is al zo lang bewaard als mag. Langer kan niet.'
      return it.field === 'monitorUntil' || it.field === 'watchUntil' || it.field === 'until'
        ? `kies een dag na vandaag, hoogstens ${it.most} dagen vooruit.`
        : `kies een dag vanaf vandaag, hoogstens ${it.most} dagen vooruit.`
    case 'unknownPartner':
      return 'een gekozen organisatie staat niet meer in de lijst. Kies opnieuw.'
    case 'unknownOfficer':
      return 'deze collega staat niet meer in de lijst. Kies opnieuw.'
    case 'victimCheck':
      return (
        'het kan om een minderjarige gaan en je koos alleen handhaving of politie. Schrijf op of dit ' +
        'een slachtoffer kan zijn, of kies ook hulp.'
      )
    case 'feedbackFirst':
      return 'koppel eerst terug aan de melder, of leg vast waarom niet. Daarna kun je afsluiten.'
    case 'routesOpen':
      return 'er wacht nog een antwoord van een organisatie, of een organisatie wacht op jou. Rond dat eerst af.'
    case 'helpOpen':
      return 'de hulp is nog niet geregeld. Regel die, of leg vast waarom het niet hoeft. Daarna kun je afsluiten.'
    case 'insightOpen':
    case 'agreeFirst':
    case 'namesIn':
      return decision.refused[it.refused]
    case 'askAgain':
      if (it.who)
        return `vraag het eerst aan ${it.who}. Stoppen kan als alle stappen gedaan zijn, op minstens ${it.least} dagen.`
      return `vraag het eerst opnieuw. Stoppen kan als op ${it.least} dagen genoteerd is dat er geen antwoord kwam.`
    case 'sealFirst':
      return 'wat deze organisatie zegt, bewaren we afgeschermd. Noteer het op de pagina van deze organisatie.'
    case 'minorYes':
      return follow.minor.isYes
    case 'minorSince':
      return (
        'na het besluit is gezegd dat het om een minderjarige gaat, en dit gaat alleen naar handhaving of politie. ' +
        'Neem een nieuw besluit en kijk ook naar hulp.'
      )
    case 'target':
      return follow.move.not[it.why]
    case 'decideFirst':
      return 'neem eerst een besluit. Daarna kan dit.'
    case 'stillConsultation':
      return 'dit is nog sparren. Rond het eerst samen af: genoeg, of bewaren als signaal.'
    case 'unreachable':
      return 'niemand kan de melder nog een bericht brengen: die is anoniem, of werkt hier niet meer.'
    case 'tooMuch':
      return 'dit is meer tekst dan in één dossier past. Maak het korter; wat je schreef staat er nog.'
    case 'frozen':
      return 'dit dossier is bevroren. Je kunt alleen kijken. Er is niets gewijzigd.'
    case 'nameOffDuty':
      return 'wie dit meldde ziet alleen de aandachtsfunctionaris, of wie dienst heeft. Vraag het een van hen.'
    case 'invalid':
      return facts.invalid[it.field]
    case 'tooMany':
      return facts.tooMany(it.most)
    case 'sourceClosed':
      return facts.sourceClosed
    case 'tellFirst':
      return 'vertel het eerst aan wie het nog moet horen. Daarna kan het vernietigd worden.'
    case 'member':
      return cases.refused.member(it.reference, refusal(it.why))
    case 'handOver':
      return handOver.wrong[it.why]
    case 'caseFull':
      return cases.refused.caseFull
    case 'lastOfCase':
      return cases.refused.lastOfCase
    case 'meetingAhead':
      return cases.refused.meetingAhead
    case 'undecided':
      return cases.refused.undecided
    case 'noMailbox':
      return cases.refused.noMailbox
    default:
      return impossible(it)
  }
}

/** What the fields of the forms are called. */
const fields: Readonly<Record<string, string>> = {
  outcome: 'wat je besluit',
  reason: 'de reden',
  lead: 'wie de regie heeft',
  partners: 'de organisaties',
  victimHelp: 'hulp',
  victimCheck: 'kan dit een slachtoffer zijn',
  tellForm: 'hoe de melder het hoort',
  tellWhy: 'waarom de melder het nog niet hoort',
  safeReason: 'welke reden de melder mag horen',
  monitorUntil: 'tot wanneer we kijken',
  watchUntil: 'tot wanneer we kijken',
  answerBy: 'wanneer we antwoord vragen',
  until: 'tot wanneer het bewaard blijft',
  urgency: 'hoe snel',
  officer: 'de collega',
  passage: 'welk stuk niet klopt',
  what: 'wat de organisatie antwoordde',
  hearBy: 'wanneer we iets horen',
  helpThere: 'hulp voor het slachtoffer',
  form: 'hoe je het vertelde',
  text: 'de tekst',
  minor: 'minderjarig',
}

/** A field that could not be read; the form stands below it with the rest. Follows the words "Let op:". */
function odd(all: readonly OddField[]): string {
  const said = all.map(({ field, why }) => {
    const name = fields[field]
    const at = name ? ` bij “${name}”` : ''
    if (why === 'day') return `de datum${at} kon ik niet lezen. Kies hem opnieuw.`
    return why === 'text'
      ? `de tekst${at} kwam niet heel aan. Kijk hem na.`
      : `je keuze${at} kwam niet aan. Kies opnieuw.`
  })
  return `${said.join(' En ')} Er is nog niets bewaard; de rest van wat je invulde staat er nog.`
}

export const replies = {
  refusal,
  odd,

  /** A number in a form that looks like a BSN. */
  number: {
    hidden:
      'er is nog niets bewaard. Ik heb een nummer verborgen dat op een burgerservicenummer (BSN) lijkt. ' +
      'Goed zo? Tik dan nog een keer op de knop onderaan.',
    wrong: 'Klopt dat niet?',
    tick: 'Dit is geen burgerservicenummer (BSN). Zet het terug.',
    lost:
      'er is nog niets bewaard. Ik weet het nummer niet meer, want ik bewaar het niet. Typ het opnieuw ' +
      'waar het stond, of haal het vinkje weg.',
  },

  /** After a reveal that found nothing. */
  nameGone: 'de naam is niet te vinden. Misschien is die al gewist. Dat je keek, is vastgelegd.',

  refused: {
    title: 'Dit kan hier niet',
    titleUnknown: 'Deze knop werkt niet meer',
    titleAway: 'Ik kan er even niet bij',
    titleLate: 'Dit duurt langer dan anders',
    notOfficer:
      'Dit is alleen voor de mensen van het meldpunt. Wil je zelf iets melden? Stuur Signaalpunt ' +
      'een bericht in je eigen chat.',
    notOnDuty: (name: string) =>
      `Jij hebt nu geen dienst en dit is niet aan jou gegeven. ${name} heeft dienst.`,
    notOnDutyNobody: 'Jij hebt nu geen dienst en dit is niet aan jou gegeven.',
    notMember: (channel: string) =>
      `Je bent geen lid van het kanaal ${channel}. Daarom laat ik hier niets zien. Hoor je er wel ` +
      'bij? Vraag de eigenaar van het team om je toe te voegen.',
    wrongPlace: (channel: string) =>
      `Dit werkt alleen in het kanaal ${channel} of in je eigen chat met Signaalpunt. Schrijf hier ` +
      'niets over een signaal: anderen lezen mee.',
    unknown: 'Er is niets veranderd. Typ werklijst en open het dossier daar.',
    away:
      'Ik kan nu niet bij de dossiers. Er is niets gewijzigd en niets kwijt. Probeer het over een ' +
      'paar minuten opnieuw.',
    late: 'Misschien is het al gelukt. Tik zo op Probeer het opnieuw: er gebeurt niets dubbel.',
    awayCall: (phone: string) => `Haast? Bel het meldpunt: ${phone}. Gevaar? Bel 112.`,
    typed: 'Wat je invulde, staat hier nog:',
    again: 'Probeer het opnieuw',
    callColleague: (name: string, phone: string) => `Haast? Bel ${name}: ${phone}.`,
    unknownCase: 'Dit dossier is er niet (meer).',
    unknownCaseAbout:
      'Was het sparren? Als dat genoeg was, is het gewist. Zoek je iets anders? Open de werklijst.',
  },
}
