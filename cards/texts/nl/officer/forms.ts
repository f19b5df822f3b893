/**
 * The pages with inputs: call, ask, note, hand to, urgency, advise, keep, feed back, the partner's answer,
 * decide.
 */
export const forms = {
  call: {
    title: 'Bel de melder',
    about:
      'Je ziet zo wie dit meldde. Dat je kijkt, wordt vastgelegd: jouw naam, het moment en je ' +
      'reden. Bel op een moment dat de melder vrij kan praten.',
    reason: 'Waarom wil je weten wie het is?',
    reasonHint: 'Bijvoorbeeld: ik wil vragen of er vandaag nog iemand in gevaar is',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Laat zien wie het is',
    unknown:
      'De melder wil voor mensen onbekend blijven. Niemand van het meldpunt kan zien wie het is, ' +
      'jij ook niet. De bot kan wel een vraag brengen, en het antwoord terug.',
    nameOffDuty:
      'Wie dit meldde ziet alleen de aandachtsfunctionaris, of wie dienst heeft. Zo is het de melder beloofd. Moet er ' +
      'gebeld worden? Vraag het een van hen. Een vraag stellen via de bot kan wel.',
    anonymous:
      'De melder is anoniem. Er is nergens bewaard wie het is. Bellen of een vraag sturen kan ' +
      'niet. Je kunt wel een besluit nemen met wat er staat.',
  },
  ask: {
    title: 'Stel een vraag',
    about:
      'De bot brengt je vraag en het antwoord terug. De melder mag ook zeggen: dat weet ik niet. ' +
      'Vraag nooit om iets uit te zoeken.',
    text: 'Je vraag',
    hint: 'Eén vraag per keer werkt het best',
    missing: 'Schrijf eerst je vraag.',
    send: 'Verstuur de vraag',
    anonymous: 'De melder is anoniem. Een vraag kan daar niet aankomen.',
    left:
      'De melder is niet meer bereikbaar: het account bestaat niet meer. ' + 'Een vraag kan niet aankomen.',
  },
  note: {
    title: 'Notitie',
    about: 'Alleen wie dit dossier mag openen leest dit. Schrijf niet op wie de melder is.',
    text: 'Je notitie',
    hint: 'Bijvoorbeeld: gebeld met het wijkteam, ze bellen morgen terug',
    missing: 'Schrijf eerst je notitie.',
    send: 'Bewaar de notitie',
  },
  handTo: {
    title: 'Geef dit aan een collega',
    about:
      'Je collega krijgt een bericht en is daarna verantwoordelijk. Alles in dit dossier gaat mee. ' +
      'Jouw naam blijft bij wat je al deed.',
    who: 'Aan wie?',
    missing: 'Kies een collega.',
    choice: (name: string, title: string) => `${name}, ${title}`,
    nobody: 'Er is geen andere collega om dit aan te geven.',
    send: 'Geef het aan je collega',
  },
  urgency: {
    title: 'Urgentie wijzigen',
    about:
      'De termijnen gaan mee en tellen vanaf het moment van binnenkomst. Alleen het meldpunt ' +
      'verlaagt de urgentie, met een reden.',
    which: 'Hoe urgent is dit?',
    choice: (urgency: string, means: string) => `${urgency}: ${means}`,
    whichMissing: 'Kies hoe urgent dit is.',
    reason: 'Waarom?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Wijzig de urgentie',
  },
  advise: {
    title: 'Geef advies',
    about:
      'De bot brengt je advies. Daarna kiest de melder: dit was genoeg, bewaren als signaal, of ' +
      'later verder.',
    text: 'Je advies',
    hint: 'Wat kan de melder doen, en wat juist niet?',
    missing: 'Schrijf eerst je advies.',
    send: 'Verstuur het advies',
    anonymous: 'De melder is anoniem. Advies kan daar niet aankomen.',
    left: 'De melder is niet meer bereikbaar: het account bestaat niet meer. ' + 'Advies kan niet aankomen.',
  },
  keep: {
    title: 'Toch bewaren',
    about:
      'Je bewaart dit als signaal, ook als de melder dat niet wil. Dat mag alleen bij acuut gevaar ' +
      'of als het om een minderjarige gaat. De bot vertelt de melder dat je dit doet, met je reden ' +
      'erbij.',
    aboutAnonymous:
      'Je bewaart dit als signaal, ook als de melder dat niet wil. Dat mag alleen bij acuut gevaar ' +
      'of als het om een minderjarige gaat. De melder is anoniem en kan dit niet van ons horen.',
    aboutLeft:
      'Je bewaart dit als signaal, ook als de melder dat niet wil. Dat mag alleen bij acuut gevaar ' +
      'of als het om een minderjarige gaat. Het account van de melder bestaat niet meer: die hoort dit niet van ons.',
    notAllowed: 'Dit kan nu niet. Er is geen acuut gevaar. En er staat niet dat iemand jonger is dan 18.',
    reason: 'Waarom moet dit bewaard blijven? (de melder leest dit)',
    reasonMissing: 'Schrijf waarom dit bewaard moet blijven.',
    send: 'Bewaar als signaal',
  },
  feedBack: {
    title: 'Terugkoppelen',
    about: 'Vertel wat de melding deed, ook als er niets mee gebeurt. De bot bedankt de melder er zelf bij.',
    warning: 'Noem geen namen, bevindingen of politie-acties. Ook niet van andere melders.',
    form: 'Hoe hoort de melder het?',
    formMissing: 'Kies hoe de melder het hoort.',
    choices: {
      message: 'Bericht van de bot (de tekst hieronder gaat mee)',
      call: 'Ik heb gebeld',
      meeting: 'Ik heb een gesprek gehad',
      none: 'Niet, met een reden',
    },
    text: 'Het bericht. Of in het kort: wat je vertelde, of waarom je niets vertelt',
    textAnonymous: 'Waarom vertel je niets?',
    textMissing: 'Schrijf het bericht, of in het kort wat je vertelde of waarom niet.',
    send: 'Koppel terug',
    anonymous: 'De melder is anoniem: een bericht kan niet aankomen. Leg vast waarom je niets vertelt.',
    left:
      'De melder is niet meer bereikbaar: het account bestaat niet meer. ' +
      'Heb je het niet zelf verteld? Leg dan vast waarom niet.',
    tooEarly: 'Neem eerst een besluit. Daarna kun je terugkoppelen.',
    language: (language: string) => `De melder leest ${language}. De tekst hieronder is in die taal.`,
    hint: (language: string) => `De melder leest ${language}. Schrijf het liefst in die taal.`,
  },
  /** C7: what can always be said. In the reporter's own language; the officer may change every word. */
  templates: {
    noAction:
      'We hebben goed gekeken. Op dit moment is er geen reden voor actie. Het was goed dat je dit ' +
      'deelde. Zie je weer iets? Laat het weten.',
    monitor:
      'We hebben besloten om dit in de gaten te houden. Zie of hoor je iets nieuws? Typ dan: aanvullen.',
    moreInsight:
      'We hebben besloten om eerst meer te weten te komen. Zie of hoor je iets nieuws? Typ dan: aanvullen.',
    /** Decided, and nothing was handed over yet. */
    notYetHanded: 'We hebben besloten om dit door te geven aan wie hierover gaat. Dat is nog niet gebeurd.',
    someHanded: 'Een deel is doorgegeven aan wie hierover gaat. De rest nog niet.',
    handedOver: 'We hebben je signaal doorgegeven aan wie hierover gaat. Dat kon dankzij jou.',
    limits: 'We mogen niet zeggen wat daar precies gebeurt.',
    noAnswer: 'We hebben nog geen antwoord.',
    noAnswerObtained:
      'We hebben meer dan één keer om een antwoord gevraagd, en kregen het niet. We vragen er niet meer naar.',
    takenUp: 'Er is antwoord: het wordt opgepakt.',
    notTakenUp:
      'Er is antwoord: er wordt nu niets mee gedaan. Dat zegt niets over jouw signaal: ' +
      'het was goed dat je dit deelde.',
    noNeedToInvestigate: 'Je hoeft zelf niets uit te zoeken.',
  },
  answer: {
    title: (partner: string) => `Antwoord van ${partner}`,
    about:
      'Noteer alleen wat nodig is. Een vraag, doorzetten of geen antwoord is nog geen antwoord: dan vragen we door.',
    what: 'Wat zegt de organisatie?',
    whatMissing: 'Kies wat de organisatie zegt.',
    note: 'Toelichting (mag leeg blijven)',
    noteHint: 'Bijvoorbeeld: contactpersoon en wanneer je weer belt',
    send: 'Bewaar het antwoord',
  },
  decide: {
    title: (reference: string) => `${reference} · besluit`,
    about:
      'Twee dingen beslis je altijd: wat doen we ermee, en wie heeft de regie. ' +
      'Wie de regie heeft, zorgt dat het verdergaat.',
    outcome: 'Wat doen we ermee?',
    choice: (outcome: string, means: string) => `${outcome}: ${means}`,
    outcomeMissing: 'Kies wat we ermee doen.',
    reason: 'Waarom?',
    reasonHint: 'In je eigen woorden. De melder leest dit niet.',
    reasonMissing: 'Schrijf waarom je dit besluit.',
    lead: 'Wie heeft de regie?',
    leadMissing: 'Kies wie de regie heeft.',
    partners: 'Waar gaat het naartoe?',
    partnersChoose: 'Kies waar het naartoe gaat',
    partnersAbout:
      'Alleen bij geen actie en monitoren hoef je geen organisatie te kiezen. Anders minstens één. ' +
      'De bot stuurt zelf niets.',
    inside: (name: string) => `Binnen de gemeente: ${name}`,
    outside: (name: string) => `Buiten de gemeente: ${name}`,
    victimHelp: 'Is er hulp geregeld voor een mogelijk slachtoffer?',
    victimHelpMissing: 'Kies of er hulp geregeld is.',
    victimCheck: 'Kan iemand die jonger is dan 18 een slachtoffer zijn? Wat heb je daarvoor bekeken?',
    victimCheckAbout: 'Nodig als je alleen naar handhaving of politie gaat, of als er geen hulp komt.',
    tell: 'Hoe hoort de melder dit besluit?',
    tellMissing: 'Kies hoe de melder dit besluit hoort.',
    tellWhy: 'Waarom hoort de melder het nog niet? (alleen bij: nog niet)',
    tellAnonymous: 'De melder is anoniem en kan dit niet van ons horen.',
    tellLeft:
      'Het account van de melder bestaat niet meer. Komt de melder terug, dan geldt wat je hier kiest.',
    safeReason: 'Bij geen actie: welke reden mag verteld worden?',
    safeReasonNone: 'Kies een reden',
    next: 'Verder',
    nextAbout: 'Kies je een organisatie of monitoren? Dan vraag ik hierna de data.',
    daysTitle: (reference: string) => `${reference} · de data bij je besluit`,
    daysAbout: (outcome: string) => `Besluit: ${outcome}. Nog niets is vastgelegd.`,
    daysHandOver:
      'Jij draagt zelf over. Geen antwoord op die dag? Dan zie je dat in het dossier en de werklijst.',
    answerBy: (partner: string) => `${partner}: vóór deze dag vragen we antwoord`,
    answerByMissing: 'Kies een dag, vandaag of later.',
    monitorUntil: 'Tot en met welke dag blijven we kijken?',
    monitorUntilMissing: 'Kies een dag na vandaag.',
    monitorAbout: 'Hoogstens een half jaar. Daarna kies je opnieuw.',
    noDays: 'Bij dit besluit horen geen data.',
    backToForm: 'Terug, zonder besluit',
    send: 'Leg het besluit vast',
  },
  upTo: (count: string) => `Tot ${count} tekens`,
  hintUpTo: (hint: string, count: string) => `${hint} (tot ${count} tekens)`,
}
