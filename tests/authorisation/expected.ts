/**
 * Who may do what, when: the rows of domain.md B1 and the rules of the issue, written down before looking at the code.
 *
 * `+` it is done · `o` the case as it stands is shown, nothing is done · `.` nothing of the case: not done, not shown
 *
 * The columns: received, in triage, decided, handed over, fed back, closed, a consultation, and what is left of a
 * consultation that was enough.
 */
import type { OfficerVerb, ReporterVerb } from '../../cards/actions.ts'

/** What somebody with a right to the case finds, in each state. */
export const OFFICER: Record<OfficerVerb, string> = {
  // Looking. Of what is not kept nothing is shown.
  open: 'ooooooo.',
  page: 'ooooooo.',
  answerPage: 'ooooooo.',
  decideBack: 'ooooooo.',
  decide: 'ooooooo.',
  // A name: with a reason, recorded, also after the end.
  reveal: '+++++++.',
  // Working on it, until it is closed.
  take: '+ooooo+.',
  handTo: '+++++o+.',
  note: '+++++o+.',
  ask: '+++++o+.',
  called: '+++++o+.',
  setUrgency: '+++++o+.',
  setMinor: '+++++o+.',
  // Deciding, and what follows it, in its order (A076, A109, A121). Advice is not decided on.
  decideDays: '+++++oo.',
  handOver: 'oo+oooo.',
  // The short form, and the decision of it in one press.
  decideFor: 'ooooooo.',
  decideShort: '+++++oo.',
  insightPage: 'ooooooo.',
  guardPage: 'ooooooo.',
  // Seeing more, advice without names, and what cannot wait: until it is closed.
  askInsight: '+++++o+.',
  adviceCall: '+++++o+.',
  escalate: '+++++o+.',
  // Nothing was set out, escalated or asked by a guard here.
  insightCame: 'ooooooo.',
  endInsight: 'ooooooo.',
  escalationStep: 'ooooooo.',
  answerGuard: 'ooooooo.',
  // What is planned is made ready; what was given is read, and mended also after the end.
  prepareHandOver: 'oo+oooo.',
  handOverMore: 'ooo+++o.',
  sentPage: 'ooooooo.',
  partnerAnswered: 'ooo++oo.',
  // A partner asked nothing here, none was asked in vain, and help is arranged.
  answerPartner: 'ooooooo.',
  giveUpRoute: 'ooooooo.',
  // They have what was handed over to them. Nobody is silent here, no day of an outcome is reached, nothing is sealed.
  received: 'ooo+ooo.',
  chase: 'ooooooo.',
  followUp: 'oooo+oo.',
  openSealed: 'ooooooo.',
  help: 'ooooooo.',
  feedBack: 'oo+++oo.',
  close: 'oooo+oo.',
  // A label of one's own; and watching longer what is watched, which none of these is.
  label: '+++++o+.',
  watchLonger: 'ooooooo.',
  // Advice (A007, A008). Against the wish only with danger or a minor: there is neither here.
  advise: 'oooooo+.',
  endConsultation: 'oooooo+.',
  keepAgainstWish: 'ooooooo.',
  // The rights of the people in it go on after closing (AVG 16, 17, 18). Nothing here was frozen, or is due.
  freeze: '+++++++.',
  unfreeze: 'ooooooo.',
  correct: '+++++++.',
  // To no other signal: it is asked to which.
  move: 'ooooooo.',
  recipientInformed: 'ooooooo.',
  erase: 'oo++++o.',
  keepLonger: 'ooooooo.',
  // The facts: worked on until it is closed; what is not right is made right after that too (AVG 16). No fact of this
  // case is meant, so nothing is confirmed, refuted, changed or taken out.
  factPage: 'ooooooo.',
  confirmFact: 'ooooooo.',
  refuteFact: 'ooooooo.',
  unverifyFact: 'ooooooo.',
  correctFact: 'ooooooo.',
  setRoles: 'ooooooo.',
  safeContact: 'ooooooo.',
  dropSpecial: 'ooooooo.',
  addFact: '+++++o+.',
  setKinds: '+++++o+.',
  weigh: '+++++o+.',
  setHelpers: '+++++o+.',
  addSpecial: '+++++o+.',
  // Advice is not looked up (A008).
  lookElsewhere: '+++++oo.',
  // Of cases. These signals are in none, and are joined with none: which is asked.
  link: 'ooooooo.',
  linkPage: 'ooooooo.',
  casePage: 'ooooooo.',
  caseDecide: 'ooooooo.',
  unlink: 'ooooooo.',
  caseLead: 'ooooooo.',
  weighCase: 'ooooooo.',
  suppose: 'ooooooo.',
  endSupposing: 'ooooooo.',
  plan: 'ooooooo.',
  planDone: 'ooooooo.',
  tellFits: 'ooooooo.',
  movePlan: 'ooooooo.',
  movePlanPage: 'ooooooo.',
  meetingPage: 'ooooooo.',
  slice: 'ooooooo.',
  invite: 'ooooooo.',
  meetingHeld: 'ooooooo.',
  cancelMeeting: 'ooooooo.',
  // A meeting about a signal that is in no case gives it one.
  meet: '+++++oo.',
  // What was found beside it is looked at, also after its end. Of no signal here anything was found, and no fact stands in it.
  known: 'ooooooo.',
  notSame: 'ooooooo.',
  sameAgain: 'ooooooo.',
  mute: 'ooooooo.',
  // Nobody answered by a link here.
  confirmLinkAnswer: 'ooooooo.',
  // Of files: there are none here.
  lookFile: 'ooooooo.',
  dropFile: 'ooooooo.',
  // Of the whole reporting point. A list has references; what is found by its words is shown, also of others; and
  // nothing is destroyed before its time.
  worklist: 'ooooo.o.',
  toDestroy: '........',
  declaration: '........',
  destroy: 'ooooooo.',
  search: '........',
  searchNow: 'ooooooo.',
  overview: 'oooooooo',
  searches: '........',
  recognitions: '........',
  muted: '........',
  // The settings say nothing of any case. Who may change what of them: tests/authorisation/settings.test.ts.
  settings: '........',
  // Nothing of a case either. Who may do which step: tests/journeys/firstRun.test.ts.
  firstRun: '........',
  settingsForm: '........',
  settingsPreview: '........',
  settingsSave: '........',
  settingsAnswer: '........',
  // Finding a file to work on, and what colleagues did: references, and no word. The list of what is chosen is a form.
  listFilter: '........',
  find: '........',
  findNow: 'ooooooo.',
  duty: '........',
  // Something new, of somebody else: nothing of a case is shown or done.
  enter: '........',
  enterNow: '........',
  // Of an alarm that is none of these: nothing is there to be seen.
  seenAlarm: '........',
}

/**
 * The deputy off duty, on what was handed over: that case as anybody with a right to it, but nothing of the whole
 * reporting point save the own list. What was handed over has been taken; what was closed before was not handed over.
 */
export const HANDED: Partial<Record<OfficerVerb, string>> = {
  ...Object.fromEntries(
    Object.entries(OFFICER).map(([verb, marks]) => [verb, `${marks.slice(0, 5)}.${marks.slice(6)}`]),
  ),
  take: 'ooooo.o.',
  // An officer who has the case in hand does not learn the name for it (I.1).
  reveal: 'ooooo.o.',
  worklist: 'ooooo.o.',
  toDestroy: '........',
  declaration: '........',
  destroy: '........',
  search: '........',
  searchNow: '........',
  overview: '........',
  searches: '........',
  recognitions: '........',
  muted: '........',
  listFilter: '........',
  find: '........',
  findNow: '........',
  duty: '........',
  enter: '........',
  enterNow: '........',
}

/** What the person who reported it finds, where the bot can reach them. */
export const REPORTER: Record<ReporterVerb, string> = {
  // In one's own chat, about nothing in particular.
  welcome: '........',
  report: '........',
  consult: '........',
  whatGoesWhere: '........',
  how: '........',
  colleague: '........',
  mine: '........',
  // What is still to be heard comes in the other language.
  language: '+++++.+.',
  // There was no danger in it.
  said112: '........',
  noDanger: '........',
  // Danger in one's own signal, said by its reporter: it raises it. Asking to be called is wanting to talk.
  dangerNow: '+++++.+.',
  notNow: '........',
  callMeNow: '+++++++.',
  // Drafts: not this one's.
  send: '........',
  discard: '........',
  notBsn: '........',
  vaguer: '........',
  letStand: '........',
  nextWords: '........',
  asKind: '........',
  form: '........',
  saveForm: '........',
  putBack: '........',
  // No pages are served here: it says how else.
  addFile: '........',
  asReport: '........',
  split: '........',
  fork: '........',
  purpose: '........',
  joinFirst: '........',
  place: '........',
  placeNew: '........',
  // One's own signal: answering what was asked, ending one's own advice, taking it back, wanting to talk (A126).
  answer: '.++++...',
  choose: '......+.',
  talk: '+++++++.',
  // Choosing not to hear that somebody takes it up, whenever.
  hear: '+++++++.',
  // More about it, asked after sending.
  after: '+++++.+.',
  withdrawSure: '+++++.+.',
  // These only ask for words, or for a yes.
  addTo: '........',
  withdraw: '........',
  codeSaved: '........',
  codeDone: '........',
  notCode: '........',
  municipality: '........',
}

/** Nothing, in any state. */
export const NOTHING = '........'
