/** What the bot says in the chat, without a card. */

export const chat = {
  startReport:
    'Vertel maar. Wat zag of hoorde je? Eén zin is genoeg. Een BSN (burgerservicenummer) hoeft niet. ' +
    'Politie-informatie hoort bij de politie, niet hier.',
  startConsult: 'Waar twijfel je over? Vertel het zoals het in je opkomt. Namen hoeven niet.',
  empty: 'Ik zag geen tekst. Typ wat er is, of typ start voor de knoppen.',
  /** Words that may mean danger: one question, nothing else. */
  dangerAsked:
    'Is er nu gevaar voor iemand? Bel dan 112, wacht niet op ons. Is er geen gevaar? Typ geen gevaar.',
  attachmentRefused: (count: number, name: string) =>
    count === 1
      ? 'Een bijlage of foto kan ik niet aannemen. Ik heb hem niet geopend. Hij staat nog in deze ' +
        'chat; daar kun je hem zelf ' +
        `verwijderen. ${name} krijgt te zien dat hij er is.`
      : 'Bijlagen of foto’s kan ik niet aannemen. Ik heb ze niet geopend. Ze staan nog in deze ' +
        'chat; daar kun je ze zelf ' +
        `verwijderen. ${name} krijgt te zien dat ze er zijn.`,
  /** A picture and nothing else, with no draft to put it with. */
  attachmentOnly:
    'Een bijlage of foto kan ik niet aannemen. Ik heb hem niet geopend. Hij staat nog in deze ' +
    'chat; daar kun je hem zelf ' +
    'verwijderen. Vertel je in woorden wat erop staat?',
  /** Something that was spoken or filmed. */
  recordingRefused: (count: number, name: string, phone: string) =>
    count === 1
      ? 'Een opname, zoals een spraakbericht of een video, kan ik niet aannemen. Ik heb hem niet afgespeeld. ' +
        `Typ wat je wilt zeggen, of bel ${phone}. ${name} krijgt te zien dat hij er is.`
      : 'Opnames, zoals een spraakbericht of een video, kan ik niet aannemen. Ik heb ze niet afgespeeld. ' +
        `Typ wat je wilt zeggen, of bel ${phone}. ${name} krijgt te zien dat ze er zijn.`,
  wrongPlace:
    'Hier lezen anderen mee. Schrijf je melding daarom niet hier: ik neem hier niets aan. ' +
    'Open een eigen chat met mij, dan help ik je verder. Is er nu gevaar? Bel 112.',
  /** Asked in a channel: what is done in one's own chat. */
  inOwnChat:
    'Dat doe je in je eigen chat met mij. Ik heb je daar net een bericht gestuurd. Hier lezen anderen mee.',
  typeInOwnChat: 'Dat doe je in je eigen chat met mij. Typ het daar. Hier lezen anderen mee.',
  unknownButton: 'Die knop werkt niet meer. Er is niets veranderd. Typ start, dan geef ik je nieuwe knoppen.',
  notNow: 'Dat kan nu niet meer. Er is niets veranderd. Typ mijn meldingen om te zien hoe het ervoor staat.',
  closed: (reference: string, phone: string) =>
    `${reference} is afgesloten. Daar kan niets meer bij. Is er iets nieuws? Typ het gewoon. Of ` +
    `bel ${phone}.`,
  unknownSignal:
    'Die melding kan ik hier niet vinden. Heb je er een code van? Typ die eerst. Of typ mijn meldingen om te ' +
    'zien wat er wel is.',
  storeAway: (phone: string) =>
    'Ik kan het nu niet bewaren. Wat je typte staat nog in deze chat. Probeer het zo nog eens, ' +
    `of bel ${phone}. Is er nu gevaar? Bel 112.`,
  pointClosed: (phone: string) =>
    'Ik kan hier nu geen melding aannemen: ik bereik nog niemand van het meldpunt. Ik bewaar nu niets. ' +
    `Bel ${phone}. Is er nu gevaar? Bel 112.`,
  notBegun: (phone: string) =>
    'Signaalpunt is hier nog niet begonnen. Ik bewaar nu niets. Wil je iets melden of iets vragen? ' +
    `Bel ${phone}. Is er nu gevaar? Bel 112.`,
  notInPilot: (phone: string) =>
    'Signaalpunt begint met een kleine groep collega’s. Jij kunt er nog niet bij. Ik bewaar nu niets. ' +
    `Wil je iets melden of iets vragen? Bel ${phone}. Is er nu gevaar? Bel 112.`,
  late: 'Dit duurt langer dan anders. Misschien is het al bewaard. Tik zo nog eens: er komt niets dubbel.',
  storeUnsure: (phone: string) =>
    'Ik kan nu niet zien of dit bewaard is. Wat je typte staat nog in deze chat. Wacht even en probeer het ' +
    `nog eens. Twee keer kan geen kwaad. Of bel ${phone}. Is er nu gevaar? Bel 112.`,
  wentWrong: (phone: string) =>
    'Er ging hier iets mis. Dat ligt niet aan jou. Wat je typte staat nog in deze chat. ' +
    `Probeer het zo nog eens, of bel ${phone}. Is er nu gevaar? Bel 112.`,
  savedSlow: (reference: string) =>
    `Je melding is bewaard: ${reference}. De rest komt zo. Je hoeft niets opnieuw te doen.`,
  tooMuch: (phone: string) =>
    'Dit past er niet meer bij. Wat je eerder typte is bewaard, dit laatste niet. ' +
    `Vertel het korter, of bel ${phone}.`,
  /** Only the beginning was read of what is longer than this. */
  cutTyped: (most: number) =>
    `Je bericht was te lang. Ik heb alleen de eerste ${most.toLocaleString('nl')} tekens gelezen. De rest heb ik niet. ` +
    'Wat je typte staat nog in deze chat. Stuur de rest in kleinere stukken.',
  cutField: (most: number) =>
    `Een veld was te lang. Ik heb alleen de eerste ${most.toLocaleString('nl')} tekens gelezen. De rest heb ik niet. ` +
    'Vul de rest ergens anders in, of maak het korter.',
  /** More in one day than anybody types. */
  tooMuchToday: (phone: string) =>
    'Ik heb vandaag al heel veel van je gekregen. Wat er stond is bewaard, dit laatste niet. Morgen kan het weer. ' +
    `Kan het niet wachten? Bel ${phone}. Is er nu gevaar? Bel 112.`,
  tooManyToday: (phone: string) =>
    'Je hebt vandaag al heel veel meldingen verstuurd. Wat je typte staat hier nog klaar. ' +
    `Kan het niet wachten? Bel ${phone}. Is er nu gevaar? Bel 112.`,
  added: (reference: string) => `Goed dat je het laat weten. Dat staat nu bij ${reference}.`,
  /** After words of danger, which are passed on at once. */
  bsnHidden: (phone: string) =>
    'Ik heb een nummer verborgen dat op een burgerservicenummer (BSN) lijkt. Is het dat niet, en is het ' +
    `belangrijk? Bel ${phone}.`,
  addNow: (reference: string) => `Typ maar wat er bij ${reference} moet.`,
  nothingToAddTo: 'Er staat hier geen melding open om aan te vullen. Typ gewoon wat er is.',
  answered: (reference: string) => `Dank je wel. Je antwoord staat bij ${reference}.`,
  answerEmpty: 'Ik zag geen antwoord. Typ het nu hier, of tik op Weet ik niet.',
  alreadyAnswered: 'Die vraag had je al beantwoord. Wil je er iets bij zetten? Typ aanvullen.',
  dontKnow: (reference: string) =>
    `Dank je wel. Ik geef door dat je het niet weet. Dat staat bij ${reference}.`,
  callMe: (name: string) => `Ik geef door aan ${name} dat je gebeld wilt worden.`,
  /** Nobody can see who this is, so nobody can call without a number. */
  callMeUnknown: (phone: string) =>
    'Ik geef door dat je gebeld wilt worden. Niemand van ons kan zien wie je bent. ' +
    `Stond je nummer er niet bij? Bel dan zelf: ${phone}.`,
  noQuestion: 'Er staat geen vraag voor je open.',
  withdrawn: (reference: string) => `${reference} is ingetrokken en afgesloten. Goed dat je het laat weten.`,
  withdrawWish: (reference: string, name: string) =>
    `Je wens om ${reference} in te trekken is genoteerd. ${name} kijkt of dat kan.`,
  alreadyWithdrawn: (reference: string) => `Je wens om ${reference} in te trekken was al genoteerd.`,
  nothingToWithdraw: 'Er staat hier geen melding open om in te trekken.',
  language: 'Vanaf nu praat ik Nederlands.',
  nothingToSend: 'Er staat nog niets klaar om te versturen. Typ eerst wat er is.',
  /** An older card: it was sent, or it was deleted; which of the two is not always known (anonymous). */
  notWaiting:
    'Dit staat niet meer klaar. Het is al verstuurd of gewist. Zag je een nummer? Dan is het verstuurd, ' +
    'en er is niets dubbel gedaan.',
  nothingToDiscard: 'Er staat hier niets klaar om te wissen.',
  sentAbove: (reference: string) =>
    `Verstuurd, dank je wel. Dit is ${reference}. Hierboven staat wie het leest en wanneer je iets hoort.`,
  draftFirst:
    'Er staat nog iets klaar dat niet is verstuurd. Verstuur of wis dat eerst. Wat je nu typt, komt daarbij.',
  alreadySent: (reference: string) => `Dit was al verstuurd: ${reference}. Er is niets dubbel gedaan.`,
  alreadyDone: 'Dat was al gedaan. Er is niets dubbel gedaan.',
  placeFirst: 'Kies eerst of dit bij een eerdere melding hoort, of nieuw is.',
  formNeedsDraft: 'Typ eerst in een paar woorden wat er is. Daarna kun je het formulier invullen.',
  formSaved: 'Het formulier is bewaard. Het is nog niet verstuurd.',
  choiceNoted: 'Aangepast. Je ziet het op de kaart hieronder.',
  choiceWithoutDraft: 'Dat kun je kiezen als je iets hebt getypt. Typ eerst wat er is.',
  talk: (name: string, reference: string) => `Ik geef door aan ${name} dat je wilt praten over ${reference}.`,
  talkUnknown: (reference: string, phone: string) =>
    `Ik geef door dat je wilt praten over ${reference}. Niemand van ons kan zien wie je bent. ` +
    `Bel daarom zelf: ${phone}, en noem het nummer. Dan weten zij wel wie belt.`,
  talkWithoutSignal: (name: string, phone: string) =>
    `Praten kan. Bel ${name}: ${phone}. Is er nu gevaar? Bel 112.`,
  /** A telephone number, and when somebody answers it. */
  inOfficeHours: (phone: string, from: number, until: number) =>
    `${phone}, op werkdagen van ${from} tot ${until} uur`,
  enough: 'Fijn dat je het voorlegde. Wat je schreef is gewist. Er blijft alleen een telling over.',
  /** With danger or a minor the officer decides too. */
  enoughWish: (name: string) =>
    `Fijn dat je het voorlegde. Er is gevaar, of het gaat om een kind. Daarom beslist ${name} mee. Je hoort het.`,
  /** Where nothing may be changed now. */
  choiceWish: (name: string) => `Dank je wel. ${name} kijkt ernaar. Je hoort het.`,
  whichConsultation: (references: string) =>
    `Over welke gaat het? Typ het nummer erbij: ${references}. Bijvoorbeeld: genoeg, en dan het nummer.`,
  keep: (reference: string) => `Goed. Het is nu een signaal: ${reference}.`,
  later: (reference: string) =>
    `Goed, neem je tijd. ${reference} blijft staan. Typ aanvullen als je verder wilt.`,
  notConsultation: (reference: string) => `${reference} is al een signaal. Er is niets veranderd.`,
  said112: 'Goed dat je het zegt. Dat staat er nu bij.',
  noDanger: 'Goed dat je het zegt. Wordt het toch gevaarlijk? Bel 112.',
  noDangerKnown: 'Fijn. Er stond geen gevaar genoteerd.',
  /** No danger, said of something that this chat does not know (any more): nobody can be told. */
  noDangerUnknown: (phone: string) =>
    `Fijn. Ik kan dat hier niet meer doorgeven. Bel ${phone}, dan weet het meldpunt het ook. ` +
    'Wordt het toch gevaarlijk? Bel 112.',
  worklistNotYours: 'De werklijst is alleen voor het meldpunt. Typ mijn meldingen voor wat je zelf meldde.',
  /** A message that its writer changed, and that is not sent yet. */
  edited: 'Je hebt een bericht aangepast. Ik heb het hier ook aangepast.',
  /** Sent before: what is with the officer does not change by itself. */
  editedSent: (reference: string) =>
    `Dat bericht is al verstuurd: het staat bij ${reference}. Wat je aanpaste, komt daar niet bij. ` +
    `Wil je iets aanvullen? Typ aanvullen ${reference}.`,
  editedUnknown:
    'Dat bericht staat hier niet klaar om te versturen. Er is niets veranderd. Is het al verstuurd? Typ ' +
    'aanvullen. Is het nieuw? Typ het als een nieuw bericht.',
  deleted: 'Je hebt een bericht verwijderd. Ik heb het hier ook gewist.',
  deletedSent: (reference: string) =>
    `Dat bericht is al verstuurd: het staat nog bij ${reference}. Wil je de melding intrekken? ` +
    `Typ intrekken ${reference}.`,
  deletedUnknown:
    'Je hebt een bericht verwijderd. Is het al verstuurd? Dan staat het nog bij het meldpunt. Typ mijn ' +
    'meldingen om te zien wat er is.',
  restored: 'Je hebt een bericht teruggezet. Ik heb het hier ook teruggezet.',
  restoredSent: (reference: string) =>
    `Dat bericht is verstuurd: het staat bij ${reference}. Er is niets veranderd.`,
  /** Nobody knows who reads along: the answer is elsewhere. */
  unsurePlace: 'Ik weet niet wie hier meeleest. Daarom antwoord ik je in je eigen chat met mij.',
  unsureNothing:
    'Ik weet niet wie hier meeleest. Ik neem hier daarom niets aan. Open een eigen chat met mij, dan help ik ' +
    'je verder. Is er nu gevaar? Bel 112.',
  /** The card did not send along who may know: that is never guessed. */
  degreeMissing:
    'Er is nog niets verstuurd. Ik kreeg niet mee wie mag weten dat jij dit meldt. Kies het hieronder, en ' +
    'tik nog eens op versturen.',
}
