import type { cases as nl } from '../nl/cases.ts'
import { meetings } from './meetings.ts'

const signals = (count: number): string => (count === 1 ? '1 signal' : `${count} signals`)
const others = (count: number): string => (count === 1 ? '1 other signal' : `${count} other signals`)

export const cases: typeof nl = {
  meetings,
  belongs: (reference, count) =>
    count === 0 ? `Belongs to ${reference}, alone.` : `Belongs to ${reference}, with ${others(count)}.`,
  open: (reference) => `Open ${reference}`,
  wasIn: (reference, from, until, name) =>
    `Was in ${reference} from ${from} until ${until} · taken out by ${name}`,
  listed: (reference) => `Belongs to ${reference}.`,
  listedLeadless: (reference) => `Please note: belongs to ${reference}. Nobody has the lead there.`,

  link: {
    button: 'Belongs together',
    door: 'Is this about the same as another file?',
    title: (reference) => `Does ${reference} belong with another file?`,
    about:
      'Together they become a case. Nothing changes in the files themselves, and it can be undone. ' +
      'The reporters notice nothing of it.',
    with: (reference) => `You join this with ${reference}.`,
    to: 'With which file?',
    toNone: 'Choose an open file',
    reference: 'Not in the list? Type the number (for example S-2026-0001)',
    reason: 'Why do they belong together?',
    reasonHint: 'For example: same address',
    reasonMissing: 'Write in a few words why.',
    send: 'Join them',
    agrees: {
      name: 'same name',
      birth: 'same date of birth',
      address: 'same address',
      organisation: 'same organisation',
      companyNumber: 'same company number',
      telephone: 'same telephone number',
      account: 'same account',
      vehicle: 'same number plate',
      mail: 'same mail address',
    },
    alike: {
      name: 'name looks like it',
      birth: 'date of birth looks like it',
      address: 'address looks like it',
      organisation: 'organisation looks like it',
      companyNumber: 'company number looks like it',
      telephone: 'telephone number looks like it',
      account: 'account looks like it',
      vehicle: 'number plate looks like it',
      mail: 'mail address looks like it',
    },
  },

  unlink: {
    button: 'Take a file out',
    title: (reference) => `Take a file out of ${reference}`,
    about:
      'The file itself stays as it is: the text, the decisions and what was handed over. ' +
      'Your reason then stands in that file. In the case it only says that something left.',
    which: 'Which file?',
    whichMissing: 'Choose the file that does not belong here.',
    reason: 'Why does it not belong here?',
    reasonMissing: 'Write in a few words why.',
    send: 'Take it out',
  },

  card: {
    title: (reference) => `Case ${reference}`,
    speak: (reference) => `Case ${reference}`,
    about: (count) => `Case with ${signals(count)}. Nothing in it is a judgement of anybody.`,
    strictest: {
      anonymous:
        'Please note: one report is anonymous. Pass on nothing by which the reporter could be recognised.',
      unknown:
        'Please note: one reporter wants to stay unknown. Pass on nothing by which they could be recognised.',
      confidential: 'All reporters are confidential: do not give their names.',
    },
    lead: 'Lead',
    leadNow: (name, day) => `${name}, since ${day}`,
    leadBefore: (name, day) => `Before: ${name}, since ${day}`,
    leadNone: 'Please note: nobody has the lead of this case. Choose who gets it.',
    leadGone: 'Please note: whoever had the lead is not in the list any more. Choose somebody else.',
    accountable: 'Accountable',
    members: 'Files',
    member: (state, day) => `${state} · in it since ${day}`,
    memberHidden: (state) => `${state} · not yours`,
    because: (reason, name) => `Why: ${reason} (${name})`,
    becauseGone: 'The reason is gone: it was about a file that is not here any more, too.',
    openSignal: (reference) => `Open ${reference}`,
    add: 'Add a file',
    gone: {
      takenOut: (day, name) => `A file was here. It was taken out on ${day} · ${name}`,
      destroyed: (day) => `A file was here. It was destroyed on ${day}.`,
      joined: (day, name) => `Another case was merged into this one on ${day} · ${name}`,
    },
    earlier: (count) => `And ${count} earlier, not shown.`,
    weighings: 'Worth reporting together?',
    weighing: (answer, name, day, count) => `${answer} · ${name} · ${day} · about ${signals(count)}`,
    notWeighed: 'Not weighed together yet.',
    hypotheses: 'Suppositions (no facts)',
    hypothesis: (name, day) => `? Supposed · ${name} · ${day}`,
    hypothesisEnded: (name, day) => `Supposed before, dropped · ${name} · ${day}`,
    plan: 'Plan',
    step: (step) => `Step ${step}`,
    planned: (owner, day) => `${owner} does this, by ${day}.`,
    plannedLate: (owner, day) => `Overdue: ${owner} was to do this, by ${day}.`,
    plannedDone: (day) => `Done on ${day}.`,
    decisions: 'Decisions on the whole case',
    decided: (outcome, name, day, count) => `${outcome} · ${name} · ${day} · on ${signals(count)}`,
    buttons: {
      timeline: 'Timeline',
      lead: 'Lead and accountable',
      weigh: 'Weigh together',
      suppose: 'Note a supposition',
      endSupposing: 'Drop a supposition',
      plan: 'Plan a step',
      decide: 'Decide on the case',
      tellFits: 'Tell a reporter that it fits',
      done: (step) => `Step ${step} is done`,
      back: 'Back to the case',
    },
  },

  lead: {
    title: (reference) => `Who has the lead of ${reference}?`,
    about: 'Exactly one has the lead, always. Who that was and when stays in the case.',
    lead: 'Lead',
    leadMissing: 'Choose who has the lead.',
    accountable: 'Who of the reporting point is accountable?',
    accountableMissing: 'Choose a colleague.',
    send: 'Record it',
  },

  weigh: {
    title: 'Worth reporting together?',
    about: (count) =>
      `Alone a signal sometimes says little. Now look at all ${count} together: is this something to follow up? ` +
      'With “yes” I open the decision next.',
    answer: 'Are they enough together?',
    answerMissing: 'Choose an answer.',
    choices: {
      yes: 'Yes, together this is worth reporting',
      no: 'No, not together either',
      moreInsight: 'Not yet: more insight is needed',
    },
    short: { yes: 'Yes', no: 'No', moreInsight: 'More insight needed' },
    reason: 'Why?',
    reasonMissing: 'Write in a few words why.',
    send: 'Record it',
  },

  suppose: {
    title: 'A supposition',
    about: 'A supposition is no fact. It stands apart from what was seen or heard.',
    text: 'What do you suppose?',
    missing: 'First write down what you suppose.',
    hint: 'For example: the two addresses have the same landlord',
    send: 'Keep the supposition',
  },
  endSupposing: {
    title: 'Drop a supposition',
    about: 'It stays in the case, with why it does not hold any more.',
    which: 'Which supposition?',
    whichMissing: 'Choose a supposition.',
    reason: 'Why is it dropped?',
    reasonMissing: 'Write in a few words why.',
    none: 'There is no supposition that still holds.',
    send: 'Record it',
  },

  plan: {
    title: 'Plan a step',
    about: 'What must be done, who does it, and by when?',
    text: 'What?',
    missing: 'First write down what must be done.',
    hint: 'For example: go there together with the fire brigade',
    owner: 'Who does it?',
    ownerMissing: 'Choose who does it.',
    until: 'By which day?',
    untilMissing: 'Choose a day, today or later.',
    send: 'Put it in the plan',
  },

  fits: {
    title: 'Tell a reporter that it fits',
    about:
      'The reporter only reads: what you reported fits with other information. Not what, not from whom, not how much. ' +
      'This never happens by itself, and only once.',
    warning:
      'Please note: in a small team this too can betray that somebody else reported something. Do it only when it helps the reporter.',
    warningHidden:
      'Please note: of a reporter who is unknown or anonymous you do not know who reads along. Be extra careful there.',
    which: 'Who may hear this? (nobody is ticked)',
    choice: (reference, degree) => `The reporter of ${reference} (${degree})`,
    none: 'There is no reporter who can still hear this now.',
    send: 'Send this message',
  },

  decide: {
    title: (reference, count) => `Decision on ${reference}, with ${signals(count)} open`,
    about: (references) =>
      `This decision holds for: ${references}. Each reporter hears it as you choose below. ` +
      'If one of the files does not take it, nothing happens.',
  },

  timeline: {
    title: (reference) => `Timeline of ${reference}`,
    about: 'What was seen and heard, with the day and where it comes from. Nothing is a judgement.',
    empty: 'There are no facts in these files yet.',
    undated: 'Without a day',
    page: (part, parts) => `Part ${part} of ${parts}`,
    next: 'Next part',
    previous: 'Previous part',
    received: 'day of the report',
    how: {
      observed: '👁 seen',
      heard: '💬 heard',
      document: '📄 from a document',
    },
    standing: {
      unverified: '? not verified',
      confirmed: '✓ confirmed',
      refuted: '✗ refuted',
    },
    kinds: {
      person: 'Person',
      organisation: 'Organisation',
      address: 'Address',
      vehicle: 'Vehicle',
      telephone: 'Telephone',
      account: 'Account',
      mail: 'Mail',
      time: 'Time',
    },
    years: (age) => `${age} years old`,
    born: (birth) => `born ${birth}`,
    refuted: (kind) => `${kind}: refuted, not shown any more`,
    gap: (from, until, days) => `⏸ No information from ${from} until ${until} (${days} days)`,
    questions: 'Does this go together?',
    noQuestions: 'No contradiction found.',
    births: (name, a, b, from) =>
      `❓ ${name}: two dates of birth, ${a} and ${b} (${from}). Which is right, or are they two people?`,
    places: (name, day, a, b, from) => `❓ ${name} on ${day}: ${a} and ${b} (${from}). Can both be?`,
    minors: (yes, no) => `❓ Minor: yes by ${yes}, no by ${no}. Is it about the same person?`,
  },

  done: {
    link: 'Joined. The reason is noted with it.',
    unlink: 'The file was taken out. Why stands in that file.',
    caseLead: 'Recorded who has the lead and who is accountable.',
    weigh: {
      yes: 'Recorded: worth reporting together.',
      no: 'Recorded: not worth reporting together either.',
      moreInsight: 'Recorded: more insight is needed.',
    },
    suppose: 'Your supposition stands in the case, apart from the facts.',
    endSupposing: 'Recorded why the supposition is dropped.',
    plan: 'The step stands in the plan.',
    movePlan: 'The step has a new day. The old one stays beside it.',
    planDone: 'Recorded that it is done.',
    tellFits: 'The reporters you chose hear that it fits. They hear no more.',
  },

  refused: {
    member: (reference, why) =>
      `with ${reference} this cannot be done, so nothing was changed in any file. There it holds that: ${why}`,
    caseFull: 'a case cannot have more than 16 files. Make a new case.',
    meetingAhead: 'the day of this meeting has not come yet. Write it down once it was held.',
    undecided:
      'nothing is decided yet, so no organisation may get anything of it. Decide first (for example: discuss it together).',
    noMailbox: 'the reporting point has no mailbox. Invite people yourself.',
    lastOfCase:
      'this is the last file of the case, and there is work in the case that would then be gone. ' +
      'The case goes by itself with this file.',
    consultation: 'that is a consultation. A consultation comes into no case.',
  },
}
