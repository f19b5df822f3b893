import type * as nl from '../../nl/officer/day.ts'

const items = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join(' · ')

export const day: typeof nl.day = {
  now: (it) =>
    it.late + it.yours + it.fresh === 0
      ? 'What now: nothing is overdue, and nothing waits for you.'
      : `What now: ${items([
          it.late > 0 && `${it.late} overdue`,
          it.yours > 0 && `${it.yours} ${it.yours === 1 ? 'waits' : 'wait'} for you`,
          it.fresh > 0 && `${it.fresh} new`,
        ])}`,
  groups: {
    today: 'Today',
    us: 'With us',
    partner: 'With an organisation',
    reporter: 'With the reporter',
    watch: 'We monitor it',
  },
  heading: (group, count) => `${group} (${count})`,
  since: (waits, on) => `${waits}, since ${on}`,
  waitsForNamed: (names) => `Waits for an answer of ${names}`,
  watched: (until) => `We monitor this until ${until}`,
  cameIn: (count) =>
    count === 1
      ? 'After the day of the decision 1 signal came in that looks like this.'
      : `After the day of the decision ${count} signals came in that look like this.`,
  helpless: 'Help for a possible victim is not arranged yet.',
  private: 'Open list in a window',

  step: {
    take: 'What now: take this on.',
    advise: 'What now: give the reporter advice.',
    endConsultation: 'What now: finish the consultation.',
    decide: 'What now: take a decision.',
    help: 'What now: arrange help for a possible victim.',
    feedBack: 'What now: tell the reporter what was done with it.',
    close: 'What now: close this.',
    handOver: (partner) => `What now: hand this over to ${partner}.`,
    answerPartner: (partner) => `What now: give ${partner} an answer.`,
    askAgain: (partner) => `What now: ask ${partner} again for an answer.`,
    confirmLink: (partner) => `What now: ${partner} answered by the link. See whether that is right.`,
    waitPartner: (partner) => `Nothing now: it is the turn of ${partner}.`,
    waitReporter: 'Nothing now: it is the turn of the reporter.',
    watch: (until) => `Nothing now: we monitor this until ${until}.`,
    watchOver: (until) => `What now: the monitoring ended on ${until}. Extend it, decide again, or close.`,
  },

  label: {
    button: 'Give it a label',
    title: 'Your label',
    about:
      'A few words by which you know this file. Only you see this, and whoever takes it over from you. It is ' +
      'never in the channel. Do not write a name. It goes when the file goes.',
    field: 'Label',
    hint: 'For example: teenager · Golf',
    send: 'Save label',
    own: (text) => `Your label: ${text}`,
    other: (text) => `Label of your colleague: ${text}`,
    done: 'Your label is saved.',
  },

  watch: {
    longer: 'Monitor it for longer',
    longerOne: (reference) => `Extend ${reference}`,
    close: 'Stop monitoring',
    closeOne: (reference) => `Close ${reference}`,
    title: 'Monitor it for longer',
    about: (until) => `We monitor this until ${until}. Choose a new last day and write why.`,
    until: 'New last day',
    untilMissing: 'Choose a day after today.',
    reason: 'Why do we monitor this for longer?',
    reasonMissing: 'Write why.',
    send: 'Extend',
    done: 'The monitoring is extended.',
    put: (from, until) => `Extended from ${from} to ${until}`,
  },

  filter: {
    button: 'Choose what you see',
    title: 'Choose what you see',
    about: 'Leave open what you do not want to choose.',
    all: 'Everything',
    who: 'Whose',
    mine: 'Only what I have',
    kind: 'Kind',
    area: 'Area (postcode)',
    partner: 'Organisation',
    lacks: 'What is missing',
    lead: 'Case without a lead',
    help: 'Help not arranged',
    send: 'Show',
    on: (chosen) => `You see only: ${chosen}`,
    off: 'Show everything',
    none: 'There is nothing that fits this.',
    fits: (count, total) => `${count} of the ${total} open files fit this.`,
  },

  find: {
    button: 'Find a file',
    title: 'Find a file',
    about:
      'Search on number, label, facts, organisations and notes, to deal with a signal. What the reporter wrote is ' +
      'not searched. Does somebody ask what is kept about them? Then use *Access request*. That you search is ' +
      'recorded: your name, the moment and what for. What you search for is not.',
    terms: 'What do you search for? (each on a line of its own)',
    termsMissing: 'Write what you search for.',
    termsShort: 'write at least one number or word of three characters or more.',
    purpose: 'What do you search it for?',
    purposes: {
      goOn: 'I go on with a file',
      called: 'Somebody asks about a file',
      compare: 'I assess whether a signal belongs with another',
      handOver: 'I take over the work of a colleague',
    },
    purposeMissing: 'Choose what you search it for.',
    reason: 'Why, in a few words',
    reasonHint: 'For example: a question of the human trafficking team (AVIM)',
    reasonMissing: 'Write shortly why.',
    reasonNames: 'do not write in why whom or what you search for: that is kept, what you search for is not.',
    send: 'Search',
    none: 'Nothing was found here.',
    found: (count) => (count === 1 ? 'Found in 1 file.' : `Found in ${count} files.`),
    in: (parts) => `Found in: ${parts}`,
    parts: {
      number: 'the number',
      label: 'a label',
      fact: 'a fact',
      partner: 'an organisation',
      note: 'a note',
    },
    walked: (count) => `${count} files searched. These are not all files yet.`,
    more: 'Search on',
    again: 'Search again',
    unreadable: (count) =>
      count === 1
        ? 'Please note: 1 file could not be read.'
        : `Please note: ${count} files could not be read.`,
  },

  morning: {
    title: 'Good morning',
    list: (it) => items([`today: ${it.today}`, `overdue: ${it.late}`, `new: ${it.fresh}`]),
    open: 'Open the worklist',
  },
  duty: {
    begins: 'Your duty begins',
    ends: 'Your duty is over',
    beginsAbout: (open) =>
      open === 1 ? 'It is your turn now. 1 file is open.' : `It is your turn now. ${open} files are open.`,
    backAbout: 'It is your turn again. See what was done meanwhile.',
    endsAbout: (name) => `${name} is on duty now.`,
    button: 'What was done',
    title: 'What was done',
    since: (on) => `Done by your colleagues since ${on}.`,
    nothing: 'Nothing was done.',
    row: (name, deeds) => `${name}: ${deeds}`,
    walked: 'These are not all files yet.',
    deeds: {
      take: 'taken on',
      handTo: 'given to a colleague',
      note: 'note made',
      ask: 'question asked to the reporter',
      called: 'called with the reporter',
      setUrgency: 'urgency changed',
      setMinor: 'age noted',
      decide: 'decision made',
      handOver: 'handed over',
      partnerAnswered: 'answer of an organisation noted',
      answerPartner: 'organisation answered',
      giveUpRoute: 'a question to an organisation stopped',
      help: 'help noted',
      feedBack: 'feedback given to the reporter',
      advise: 'advice given',
      close: 'closed',
      reveal: 'the name of the reporter looked up',
      freeze: 'frozen',
      unfreeze: 'released again',
      link: 'put with a case',
      unlink: 'taken out of a case',
      watchLonger: 'monitoring extended',
    },
    other: 'updated',
    more: 'Look on',
  },
  card: { open: 'Open' },
}
