/** What came from outside: an answer by a link, and how a mail to an organisation stands. */
import type { outside as nl } from '../../nl/officer/outside.ts'

export const outside: typeof nl = {
  link: {
    title: 'Answer by the link',
    said: (partner, says, moment) => `According to the link: ${partner} ${says} · ${moment}`,
    unconfirmed:
      'Whoever has the link can answer. Is this right? Call when in doubt. The reporter hears of it only once you take it over.',
    take: 'Take this answer over',
    note: 'Note it yourself',
    aside: 'Set this answer aside',
    more: (count) =>
      count === 1 ? 'There is 1 more answer by a link.' : `There are ${count} more answers by a link.`,
  },
  done: {
    taken: (partner) => `Taken over: the answer from ${partner} is in the file.`,
    aside: 'Set aside. Nothing was done with it, and it stays in Read everything.',
  },
  mail: {
    queued: 'The mail with the link is ready and goes out in a moment.',
    accepted: (number, moment) =>
      `Mail with the link sent · ${moment} · number ${number}. Only an answer tells whether it was read.`,
    bounced: (number, why) => `The mail came back (${number}): ${why}. Call, or choose another address.`,
    notConfirmed: (number) =>
      `Not confirmed: nothing came on mail ${number}. Call to ask whether it is there.`,
    notSent: 'Not confirmed: the mail was not sent, or we do not know. Call them.',
    delayed: 'A mail server on the way says that it takes longer.',
    replied: 'They answered with a mail. It is in the mailbox of the reporting point.',
    perhapsTwice: 'This mail may have arrived twice.',
  },
  why: {
    noSuchAddress: 'the address does not exist',
    full: 'the mailbox there is full',
    refused: 'their mail server did not take the mail',
    tooLate: 'the mail could not be delivered for too long',
    other: 'it does not say why',
  },
  failedWhy: {
    gone: 'the mailbox of the reporting point does not exist',
    refused:
      'Microsoft 365 does not let us send from this mailbox, or did not take the address. Ask the administrator',
    away: 'Microsoft 365 could not be reached for too long',
    unreachable: 'there is no address, or no mailbox to send from',
    outcomeUnknown: 'Microsoft 365 gave no answer twice. The mail may have gone after all',
  },
}
