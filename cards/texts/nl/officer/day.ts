/** The day of an officer: what now, the groups of the list, choosing, labels, watching, the morning, and who stood in. */
import type { Group } from '../../../../services/signal/reading/dayList.ts'

const items = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join(' · ')

export const day = {
  now: (it: { late: number; yours: number; fresh: number }) =>
    it.late + it.yours + it.fresh === 0
      ? 'Wat nu: niets is te laat, en niets wacht op jou.'
      : `Wat nu: ${items([
          it.late > 0 && `${it.late} te laat`,
          it.yours > 0 && `${it.yours} ${it.yours === 1 ? 'wacht' : 'wachten'} op jou`,
          it.fresh > 0 && `${it.fresh} nieuw`,
        ])}`,
  groups: {
    today: 'Vandaag',
    us: 'Bij ons',
    partner: 'Bij een organisatie',
    reporter: 'Bij de melder',
    watch: 'We volgen het',
  } satisfies Record<Group, string>,
  heading: (group: string, count: number) => `${group} (${count})`,
  since: (waits: string, on: string) => `${waits}, sinds ${on}`,
  waitsForNamed: (names: string) => `Wacht op antwoord van ${names}`,
  watched: (until: string) => `We volgen dit tot en met ${until}`,
  cameIn: (count: number) =>
    count === 1
      ? 'Na de dag van het besluit kwam er 1 signaal bij dat hierop lijkt.'
      : `Na de dag van het besluit kwamen er ${count} signalen bij die hierop lijken.`,
  helpless: 'Hulp voor een mogelijk slachtoffer is nog niet geregeld.',
  private: 'Open lijst in een venster',

  step: {
    take: 'Wat nu: neem dit in behandeling.',
    advise: 'Wat nu: geef de melder advies.',
    endConsultation: 'Wat nu: rond het sparren af.',
    decide: 'Wat nu: neem een besluit.',
    help: 'Wat nu: regel hulp voor een mogelijk slachtoffer.',
    feedBack: 'Wat nu: vertel de melder wat ermee gedaan is.',
    close: 'Wat nu: sluit dit af.',
    handOver: (partner: string) => `Wat nu: draag dit over aan ${partner}.`,
    answerPartner: (partner: string) => `Wat nu: geef ${partner} antwoord.`,
    askAgain: (partner: string) => `Wat nu: vraag ${partner} opnieuw om antwoord.`,
    confirmLink: (partner: string) => `Wat nu: ${partner} antwoordde via de link. Kijk of dat klopt.`,
    waitPartner: (partner: string) => `Nu niets: ${partner} is aan zet.`,
    waitReporter: 'Nu niets: de melder is aan zet.',
    watch: (until: string) => `Nu niets: we volgen dit tot en met ${until}.`,
    watchOver: (until: string) =>
      `Wat nu: het volgen eindigde op ${until}. Verleng het, besluit opnieuw, of sluit af.`,
  },

  label: {
    button: 'Geef een label',
    title: 'Jouw label',
    about:
      'Een paar woorden waar jij dit dossier aan herkent. Alleen jij ziet dit, en wie het van je overneemt. ' +
      'Het staat nooit in het kanaal. Schrijf geen naam op. Het verdwijnt met het dossier.',
    field: 'Label',
    hint: 'Bijvoorbeeld: tiener · Golf',
    send: 'Bewaar label',
    own: (text: string) => `Jouw label: ${text}`,
    other: (text: string) => `Label van je collega: ${text}`,
    done: 'Je label is bewaard.',
  },

  watch: {
    longer: 'Verleng het volgen',
    longerOne: (reference: string) => `Verleng ${reference}`,
    close: 'Stop met volgen',
    closeOne: (reference: string) => `Sluit ${reference}`,
    title: 'Langer volgen',
    about: (until: string) =>
      `We volgen dit tot en met ${until}. Kies een nieuwe laatste dag en schrijf waarom.`,
    until: 'Nieuwe laatste dag',
    untilMissing: 'Kies een dag na vandaag.',
    reason: 'Waarom volgen we dit langer?',
    reasonMissing: 'Schrijf waarom.',
    send: 'Verleng',
    done: 'Het volgen is verlengd.',
    put: (from: string, until: string) => `Verlengd van ${from} naar ${until}`,
  },

  filter: {
    button: 'Kies wat je ziet',
    title: 'Kies wat je ziet',
    about: 'Laat open wat je niet wilt kiezen.',
    all: 'Alles',
    who: 'Van wie',
    mine: 'Alleen wat ik heb',
    kind: 'Soort',
    area: 'Gebied (postcode)',
    partner: 'Organisatie',
    lacks: 'Wat ontbreekt',
    lead: 'Zaak zonder regie',
    help: 'Hulp niet geregeld',
    send: 'Toon',
    on: (chosen: string) => `Je ziet alleen: ${chosen}`,
    off: 'Toon alles',
    none: 'Er is niets wat hierbij past.',
    fits: (count: number, total: number) => `${count} van de ${total} open dossiers passen hierbij.`,
  },

  find: {
    button: 'Zoek een dossier',
    title: 'Zoek een dossier',
    about:
      'Zoek op nummer, label, feiten, organisaties en notities, om een signaal te behandelen. Wat de melder ' +
      'schreef wordt niet doorzocht. Vraagt iemand wat er over die persoon bewaard is? Gebruik dan *Inzageverzoek*. ' +
      'Dat je zoekt wordt vastgelegd: jouw naam, het moment en waarvoor. Waarop je zoekt niet.',
    terms: 'Waarop zoek je? (elk op een eigen regel)',
    termsMissing: 'Schrijf waarop je zoekt.',
    termsShort: 'schrijf minstens één nummer of woord van drie tekens of meer.',
    purpose: 'Waarvoor zoek je?',
    purposes: {
      goOn: 'Ik werk verder aan een dossier',
      called: 'Er komt een vraag over een dossier',
      compare: 'Ik beoordeel of een signaal bij een ander hoort',
      handOver: 'Ik neem het werk over van een collega',
    },
    purposeMissing: 'Kies waarvoor je zoekt.',
    reason: 'Waarom, in een paar woorden',
    reasonHint: 'Bijvoorbeeld: vraag van het team mensenhandel (AVIM)',
    reasonMissing: 'Schrijf kort waarom.',
    reasonNames: 'noem bij waarom niet wie of wat je zoekt: dat blijft bewaard, waarop je zoekt niet.',
    send: 'Zoek',
    none: 'Hier is niets gevonden.',
    found: (count: number) => (count === 1 ? 'Gevonden in 1 dossier.' : `Gevonden in ${count} dossiers.`),
    in: (parts: string) => `Gevonden in: ${parts}`,
    parts: {
      number: 'het nummer',
      label: 'een label',
      fact: 'een feit',
      partner: 'een organisatie',
      note: 'een notitie',
    },
    walked: (count: number) => `${count} dossiers doorzocht. Dit zijn nog niet alle dossiers.`,
    more: 'Zoek verder',
    again: 'Opnieuw zoeken',
    unreadable: (count: number) =>
      count === 1
        ? 'Let op: 1 dossier kon niet gelezen worden.'
        : `Let op: ${count} dossiers konden niet gelezen worden.`,
  },

  morning: {
    title: 'Goedemorgen',
    list: (it: { today: number; late: number; fresh: number }) =>
      items([`vandaag: ${it.today}`, `te laat: ${it.late}`, `nieuw: ${it.fresh}`]),
    open: 'Open de werklijst',
  },
  duty: {
    begins: 'Jouw dienst begint',
    ends: 'Jouw dienst is voorbij',
    beginsAbout: (open: number) =>
      open === 1
        ? 'Je bent nu aan de beurt. Er staat 1 dossier open.'
        : `Je bent nu aan de beurt. Er staan ${open} dossiers open.`,
    backAbout: 'Je bent weer aan de beurt. Bekijk wat er intussen gedaan is.',
    endsAbout: (name: string) => `${name} is nu aan de beurt.`,
    button: 'Wat is er gedaan',
    title: 'Wat er gedaan is',
    since: (on: string) => `Gedaan door je collega’s sinds ${on}.`,
    nothing: 'Er is niets gedaan.',
    row: (name: string, deeds: string) => `${name}: ${deeds}`,
    walked: 'Dit zijn nog niet alle dossiers.',
    deeds: {
      take: 'in behandeling genomen',
      handTo: 'doorgegeven aan een collega',
      note: 'notitie gemaakt',
      ask: 'vraag gesteld aan de melder',
      called: 'gebeld met de melder',
      setUrgency: 'urgentie veranderd',
      setMinor: 'leeftijd genoteerd',
      decide: 'besluit genomen',
      handOver: 'overgedragen',
      partnerAnswered: 'antwoord van een organisatie genoteerd',
      answerPartner: 'organisatie antwoord gegeven',
      giveUpRoute: 'een vraag aan een organisatie gestopt',
      help: 'hulp genoteerd',
      feedBack: 'teruggekoppeld aan de melder',
      advise: 'advies gegeven',
      close: 'afgesloten',
      reveal: 'de naam van de melder opgezocht',
      freeze: 'bevroren',
      unfreeze: 'weer vrijgegeven',
      link: 'bij een zaak gevoegd',
      unlink: 'uit een zaak gehaald',
      watchLonger: 'volgen verlengd',
    },
    other: 'bijgewerkt',
    more: 'Kijk verder',
  },
  // A message that anybody may see over a shoulder says nothing of what it is about.
  card: { open: 'Openen' },
}
