/**
 * A term passed: what does not go on, in the own chat of the officer who has it, or of the next in line. No word of the
 * case.
 */
import type { OverdueTerm } from '../../../../services/signal/overdueTypes.ts'

export const late = {
  term: {
    respond: 'Nog niemand heeft dit in behandeling.',
    advise: 'Wie wilde sparren, heeft nog geen antwoord.',
    decide: 'Dit is nog niet besloten of afgerond.',
    handOver: 'Het is nog niet overgedragen.',
    answer: 'Er is nog geen antwoord van buiten het meldpunt. Vraag het opnieuw.',
    monitor: 'Het monitoren is voorbij. Kies wat nu nodig is.',
    tell: 'De melder weet nog niet wat er besloten is.',
    feedback: 'De melder heeft nog geen terugkoppeling.',
    question: 'De melder heeft een vraag nog niet beantwoord. Je kunt ook zonder antwoord verder.',
    recipient: 'Er is iets veranderd dat een ander nog niet weet. Laat het weten.',
    partnerAsks: 'Een organisatie wacht op jouw antwoord op haar vraag.',
    result: 'Het is opgepakt, en de uitkomst is nog niet bekend. Vraag ernaar.',
    help: 'Hulp voor een mogelijk slachtoffer is nog niet geregeld.',
    step: 'Een stap uit het plan van de zaak is nog niet gedaan.',
    meeting: 'Van een overleg is nog niets vastgelegd.',
    lead: 'Niemand heeft de regie over de zaak waar dit bij hoort. Kies wie die krijgt.',
    insight: 'Op een vraag om meer te weten kwam nog niets. Vraag ernaar, of noteer wat het opleverde.',
    agreeFirst: 'Dit zou eerst worden afgestemd. Noteer hoe het staat.',
    informSubject: 'Bekijk opnieuw of je de betrokkenen informeert.',
    receipt: 'Je belde, en vulde het gesprek nog niet aan.',
  } satisfies Record<OverdueTerm, string>,
  with: {
    handOver: (partner: string) => `Het is nog niet overgedragen aan: ${partner}.`,
    answer: (partner: string) => `Nog geen antwoord van: ${partner}. Vraag het opnieuw.`,
    recipient: (partner: string) => `Er is iets veranderd. Laat het weten aan: ${partner}.`,
    partnerAsks: (partner: string) => `Er wacht een vraag van: ${partner}. Geef antwoord.`,
    result: (partner: string) => `Vraag wat eruit kwam bij: ${partner}.`,
    help: (owner: string) => `Hulp is nog niet geregeld door: ${owner}. Vraag ernaar, of regel het.`,
  },
  /** To the next in line. */
  next: 'Een collega kreeg hier al bericht over. Jij mag dit nu openen en overnemen.',
  many: (count: number) => `Bij ${count} dossiers is een termijn voorbij. De werklijst laat zien welke.`,
  manyNext: 'Een collega kreeg hier al bericht over. Jij mag ze nu openen en overnemen.',
  /** On the worklist, where no organisation is named. */
  listed: (what: string) => `Te laat. ${what}`,
}
