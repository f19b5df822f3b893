/** An access request: where a person occurs, and the overview for the answer. */
import type * as nl from '../../nl/officer/search.ts'

export const search: typeof nl.search = {
  title: 'Access request',
  button: 'Access request',
  door: 'Does somebody ask what is kept about them? Look it up here.',
  openForm: 'Look up',
  about:
    'You look up what is kept about one person, to answer a request. A request is never itself a signal and ' +
    'says nothing about that person. That you search is recorded: your name, the moment and your reason. ' +
    'Not the name you look for.',
  terms: 'Name, phone, address, number plate… (each on a line of its own)',
  termsMissing: 'Write what you look for.',
  termsTooShort: 'write at least one name, number or address of three characters or more.',
  reason: 'Which request is it about?',
  reasonHint: 'For instance: access request received on 3 March, case number',
  reasonMissing: 'Write which request it is about.',
  reasonNames:
    'do not name who you look for in the reason: the reason is kept, the name is not. A date or case number is enough.',
  send: 'Search',
  none: 'Nothing was found. Look in the other systems of the municipality too.',
  found: (count) => (count === 1 ? 'Found in 1 file.' : `Found in ${count} files.`),
  check:
    'The same name can be somebody else’s. Look at each file before you answer. Another spelling is not ' +
    'found: search for it separately.',
  parts: (parts) => `Occurs in: ${parts}`,
  look: (reference) => `Look at ${reference}`,
  more: (count) =>
    count === 1
      ? 'There is 1 more file. Search more precisely to see it.'
      : `There are ${count} more files. Search more precisely to see them.`,
  overview: 'Make an overview',
  again: 'Search again',
  unreadable: (count) =>
    count === 1 ? 'Please note: 1 file could not be read.' : `Please note: ${count} files could not be read.`,
}

export const searches: typeof nl.searches = {
  title: 'Who looked something up',
  button: 'Who looked something up',
  door: 'Here stands who looked something up for an access request.',
  openList: 'See the list',
  about: (month) =>
    `This was looked up in ${month}, for an access request. For whom somebody looked, we do not keep.`,
  none: 'Nothing was looked up in this month.',
  by: (name, moment) => `${name} · ${moment}`,
  what: {
    search: (found) => (found === 1 ? 'Searched: found in 1 file' : `Searched: found in ${found} files`),
    find: (found) =>
      found === 1 ? 'Looked for a file to work on: 1 found' : `Looked for a file to work on: ${found} found`,
    overview: (found) => (found === 1 ? 'Overview made of 1 file' : `Overview made of ${found} files`),
  },
  why: (reason) => `What for: ${reason}`,
  before: 'A month earlier',
  after: 'A month later',
  leftOut: (count) => `There are ${count} more lines in this month.`,
}

export const overview: typeof nl.overview = {
  title: 'Overview for the person who asked',
  about:
    'This is a beginning for your answer. Who reported it is not in it and does not belong in it (GDPR ' +
    '15(4)). Take other people out too, and what betrays who reported it. In doubt? Ask the data protection ' +
    'officer.',
  refuse:
    'Access may sometimes wait or be refused. For example if it harms an investigation, or if somebody needs ' +
    'protection. Then write down why.',
  received: 'Received',
  why: 'Why it is kept',
  purpose: 'to judge signals of human trafficking and exploitation, a task in the public interest',
  decision: 'Decision',
  noDecision: 'no decision yet',
  recipients: 'Given to',
  nobody: 'nobody',
  until: 'Kept up to and including',
  untilUnknown: 'not known yet: first there is a decision',
  unverified: 'Not verified: a signal is not a suspicion.',
  source: 'Who it comes from, we do not say.',
  passages: 'What it says',
  identifyingHints: 'Please note: this part can betray who reported it.',
  correction: 'Corrected',
  leftOut: (count) =>
    count === 1
      ? 'There is 1 more part. Look at it in the file.'
      : `There are ${count} more parts. Look at them in the file.`,
}
