/** The end of the term: the destruction list, keeping longer, and what stands on the card afterwards. */
import type { retention as nl } from '../../nl/officer/retention.ts'

export const retention: typeof nl = {
  destroyed: {
    goneTitle: (reference) => `${reference} · destroyed`,
    gone: 'Destroyed at the end of its retention term. Nothing of the content was kept.',
  },

  classes: {
    consultation: 'advice',
    refuted: 'withdrawn, or there was an ordinary explanation',
    noAction: 'no action',
    monitored: 'the monitoring is over',
    handled: 'taken up or passed on',
  },

  toDestroy: {
    title: 'To destroy',
    button: 'To destroy',
    waiting: (count) =>
      count === 1 ? 'The retention term of 1 file is over.' : `The retention term of ${count} files is over.`,
    door: 'Here are the files whose retention term is over. You look and decide.',
    openList: 'See the list',
    about:
      'The retention term of these files is over. They only go when you approve. Is there a good reason to ' +
      'keep one longer? Then take it out.',
    empty: 'There is nothing to destroy now.',
    because: (what, from) => `${what} · from ${from}`,
    until: (day) => `To be kept up to and including ${day}`,
    longer: (day) => `Kept longer, up to and including ${day}`,
    erase: (day) => `To be erased on request, asked on ${day}`,
    reporter: 'the reporter',
    tellFirst: (partners) => `Please note: first tell ${partners}. Then it can be destroyed.`,
    look: (reference) => `Look at ${reference}`,
    takeOut: (reference) => `Take out ${reference}`,
    more: (count) =>
      count === 1 ? 'There is 1 more file. It comes next.' : `There are ${count} more files. They come next.`,
    undecided: (references) =>
      `Overdue and still without a decision: ${references}. Without a decision the retention term does not ` +
      'begin. Decide first.',
    approve: 'Destroy',
    sure: (count) =>
      count === 1
        ? 'You destroy 1 file: what was written, who reported it and all that belongs to it. This cannot be ' +
          'undone. After that only a declaration is left: number, days, kind and your approval.'
        : `You destroy ${count} files: what was written, who reported it and all that belongs to it. This ` +
          'cannot be undone. After that only a declaration is left: numbers, days, kind and your approval.',
    approveAll: (count) => (count === 1 ? 'Yes, destroy this file' : `Yes, destroy these ${count}`),
    done: (count) => (count === 1 ? '1 file was destroyed.' : `${count} files were destroyed.`),
    clockJumped: 'the clock of Signaalpunt has just jumped. Nothing was destroyed. Try again in an hour.',
    notDone: (references) => `Not destroyed, because something changed: ${references}.`,
  },

  declaration: {
    title: 'Declaration of destruction',
    button: 'Declaration of destruction',
    about: (month) =>
      `This was destroyed in ${month}. It says nothing of the content, and nothing of people in a file. ` +
      'How long something is kept stands in the Selectielijst: the national list of retention terms.',
    none: 'Nothing was destroyed in this month.',
    line: (what, selection) => `${what} (Selectielijst gemeenten 2020: ${selection})`,
    kept: (from, until) => `Kept from ${from}, up to and including ${until}`,
    erased: 'Erased earlier, on request',
    longer: 'Kept longer, with a reason',
    by: (name, moment) => `Approved by ${name} · ${moment}`,
    before: 'A month earlier',
    after: 'A month later',
    leftOut: (count) => `There are ${count} more lines in this month.`,
  },

  keepLonger: {
    title: 'Keep longer',
    about: (day) =>
      `This file then leaves the list until the day you choose. ${day} at the latest: never longer than that.`,
    notPossible: 'The retention term of this file is not over yet, or it may not be kept longer.',
    until: 'Up to and including which day?',
    untilMissing: 'Choose a day after today.',
    reason: 'Why must it be kept longer?',
    reasonMissing: 'Write in a few words why.',
    send: 'Keep longer',
  },
}
