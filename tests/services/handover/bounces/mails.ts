/** Mails as servers and people write them, invented and after the forms of the real ones; with what each of them is. */
import type { MailIs } from '../../../../services/handover/bounces/classify.ts'
import type { BounceWhy } from '../../../../services/handover/mailed.ts'

const OURS = 'meldpunt@voorbeeldstad.example'
const TO = 'post@arbeid.example'
const ID = '<AM0PR01MB1234ABCD@AM0PR01MB1234.eurprd01.prod.example>'
const SUBJECT = 'Bericht van gemeente Voorbeeldstad (7K3MQ-2XA4P)'

export type Sample = {
  name: string
  mime: string
  is: MailIs
  to?: string | undefined
  id?: string | undefined
  why?: BounceWhy
}

const lines = (...all: (string | readonly string[])[]): string => all.flat().join('\r\n')

const ORIGINAL = [
  `From: Gemeente Voorbeeldstad <${OURS}>`,
  `To: Team arbeid <${TO}>`,
  `Subject: ${SUBJECT}`,
  `Message-ID: ${ID}`,
  'x-mail-number: 7K3MQ-2XA4P',
  'Date: Tue, 24 Nov 2026 09:00:00 +0000',
]

type Report = {
  from: string
  subject: string
  text: string
  status: readonly string[]
  headers?: readonly string[]
  original?: readonly string[]
  originalType?: string
  report?: string
  statusType?: string
}

const report = ({
  from,
  subject,
  text,
  status,
  headers = [],
  original = ORIGINAL,
  originalType = 'message/rfc822',
  report: kind = 'delivery-status',
  statusType = 'message/delivery-status',
}: Report): string =>
  lines(
    `From: ${from}`,
    `To: ${OURS}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    headers,
    `Content-Type: multipart/report; report-type=${kind};`,
    '\tboundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    ...(status.length > 0 ? ['--b1', `Content-Type: ${statusType}`, '', ...status, ''] : []),
    ...(original.length > 0
      ? ['--b1', `Content-Type: ${originalType}`, '', ...original, '', 'Inhoud', '']
      : []),
    '--b1--',
    '',
  )

const plain = (headers: readonly string[], text: string): string =>
  lines(headers, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text, '')

const EXCHANGE = 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@voorbeeldstad.example>'

export const SAMPLES: readonly Sample[] = [
  {
    name: 'Exchange, Dutch, an address that is none',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'noSuchAddress',
    mime: report({
      from: EXCHANGE,
      subject: `Onbestelbaar: ${SUBJECT}`,
      headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All', `In-Reply-To: ${ID}`],
      text: `De bezorging is mislukt voor deze geadresseerden of groepen:\r\n\r\n${TO}\r\nHet e-mailadres dat u hebt ingevoerd, is niet gevonden.`,
      status: [
        'Reporting-MTA: dns;AM0PR01MB1234.eurprd01.prod.example',
        '',
        `Final-Recipient: rfc822;${TO}`,
        'Action: failed',
        'Status: 5.1.10',
        'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
        'X-Display-Name: Team arbeid',
      ],
    }),
  },
  {
    name: 'Exchange, English, blocked by the other side',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'refused',
    mime: report({
      from: 'postmaster@voorbeeldstad.example',
      subject: `Undeliverable: ${SUBJECT}`,
      text: `Your message to ${TO} couldn't be delivered.\r\n\r\npost wasn't found or is blocked at arbeid.example.`,
      originalType: 'text/rfc822-headers',
      status: [
        'Reporting-MTA: dns;DB9.example',
        '',
        `Final-Recipient: rfc822;${TO}`,
        'Action: failed',
        'Status: 5.7.1',
        'Diagnostic-Code: smtp;550 5.7.1 Recipient rejected by policy',
      ],
    }),
  },
  {
    name: 'Exchange, gave up after a day',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'tooLate',
    mime: report({
      from: EXCHANGE,
      subject: `Onbestelbaar: ${SUBJECT}`,
      text: 'De server heeft geprobeerd het bericht te bezorgen, maar het is niet gelukt en de server is gestopt met proberen.',
      status: [
        'Reporting-MTA: dns;x',
        '',
        `Final-Recipient: rfc822;${TO}`,
        'Action: failed',
        'Status: 4.4.7',
        'Diagnostic-Code: smtp;550 4.4.7 QUEUE.Expired; message expired',
      ],
    }),
  },
  {
    name: 'Exchange, Dutch, later',
    is: 'delayed',
    to: TO,
    id: ID,
    mime: report({
      from: EXCHANGE,
      subject: `Bezorging vertraagd: ${SUBJECT}`,
      text: 'De bezorging aan deze geadresseerden is vertraagd. U hoeft het bericht niet opnieuw te verzenden.',
      status: [
        'Reporting-MTA: dns;x',
        '',
        `Final-Recipient: rfc822;${TO}`,
        'Action: delayed',
        'Status: 4.4.7',
        'Will-Retry-Until: Wed, 25 Nov 2026 09:00:00 +0000',
      ],
    }),
  },
  {
    name: 'Exchange, passed on to a server that sends no receipts',
    is: 'receipt',
    to: TO,
    id: ID,
    mime: report({
      from: EXCHANGE,
      subject: `Doorgestuurd: ${SUBJECT}`,
      text: 'De bezorging aan deze geadresseerden is voltooid, maar de doelserver heeft geen bezorgingsmelding verzonden.',
      status: [
        'Reporting-MTA: dns;x',
        '',
        `Final-Recipient: rfc822;${TO}`,
        'Action: relayed',
        'Status: 2.0.0',
      ],
    }),
  },
  {
    name: 'Exchange, for people only, without a part for machines',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'noSuchAddress',
    mime: lines(
      'From: postmaster@voorbeeldstad.example',
      `To: ${OURS}`,
      `Subject: Onbestelbaar: ${SUBJECT}`,
      'Auto-Submitted: auto-replied',
      'Content-Type: text/html; charset="utf-8"',
      '',
      `<html><head><style>p{color:red}</style></head><body><p>Uw bericht aan <a href="mailto:${TO}">${TO}</a> kan niet worden bezorgd.</p><p><b>post</b> is niet gevonden bij arbeid.example.</p><p>550 5.1.1 user unknown</p><p>Oorspronkelijke berichtkoppen:</p><pre>Received: from a by b\nFrom: Gemeente Voorbeeldstad &lt;${OURS}&gt;\nMessage-ID: ${ID.replace('<', '&lt;').replace('>', '&gt;')}\nSubject: ${SUBJECT}</pre></body></html>`,
    ),
  },
  {
    name: 'Postfix',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'noSuchAddress',
    mime: report({
      from: 'MAILER-DAEMON@mail.arbeid.example (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied'],
      text: `This is the mail system at host mail.arbeid.example.\r\n\r\nI'm sorry to have to inform you that your message could not\r\nbe delivered to one or more recipients. It's attached below.\r\n\r\n<${TO}>: host mx[192.0.2.1] said: 550 5.1.1 <${TO}>: Recipient address rejected: User unknown`,
      status: [
        'Reporting-MTA: dns; mail.arbeid.example',
        'X-Postfix-Queue-ID: 3F2A',
        'Arrival-Date: Tue, 24 Nov 2026',
        '',
        `Final-Recipient: rfc822; ${TO}`,
        `Original-Recipient: rfc822;${TO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 Recipient address',
        '    rejected: User unknown',
      ],
    }),
  },
  {
    name: 'Postfix, forwarded on to an address that is full: the one that we wrote to',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'full',
    mime: report({
      from: 'MAILER-DAEMON@elders.example (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      text: "I'm sorry to have to inform you that your message could not be delivered.",
      originalType: 'text/rfc822-headers',
      status: [
        'Reporting-MTA: dns; elders.example',
        '',
        'Final-Recipient: rfc822; anna@elders.example',
        `Original-Recipient: rfc822;${TO}`,
        'Action: failed',
        'Status: 5.2.2',
        'Diagnostic-Code: x-postfix; mailbox full',
      ],
    }),
  },
  {
    name: 'Postfix, later',
    is: 'delayed',
    to: TO,
    id: ID,
    mime: report({
      from: 'MAILER-DAEMON@mail.arbeid.example (Mail Delivery System)',
      subject: 'Delayed Mail (still being retried)',
      text: 'THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
      status: [
        'Reporting-MTA: dns; x',
        '',
        `Final-Recipient: rfc822; ${TO}`,
        'Action: delayed',
        'Status: 4.4.1',
        'Diagnostic-Code: X-Postfix; connect to mx: Connection timed out',
      ],
    }),
  },
  {
    name: 'Google',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'noSuchAddress',
    mime: report({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: [
        'Auto-Submitted: auto-replied',
        `X-Failed-Recipients: ${TO}`,
        `In-Reply-To: ${ID}`,
        `References: ${ID}`,
      ],
      text: `** Address not found **\r\n\r\nYour message wasn't delivered to ${TO} because the address couldn't be found, or is unable to receive mail.`,
      status: [
        'Reporting-MTA: dns; googlemail.com',
        '',
        `Final-Recipient: rfc822; ${TO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
      ],
    }),
  },
  {
    name: 'Google, later',
    is: 'delayed',
    to: TO,
    id: ID,
    mime: report({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Delay)',
      headers: [`X-Failed-Recipients: ${TO}`],
      text: `** Delivery incomplete **\r\n\r\nThere was a temporary problem delivering your message to ${TO}. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.`,
      status: [
        'Reporting-MTA: dns; googlemail.com',
        '',
        `Final-Recipient: rfc822; ${TO}`,
        'Action: delayed',
        'Status: 4.4.1',
      ],
    }),
  },
  {
    name: 'qmail, words only',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'noSuchAddress',
    mime: plain(
      ['Return-Path: <>', 'From: MAILER-DAEMON@mail.oud.example', `To: ${OURS}`, 'Subject: failure notice'],
      `Hi. This is the qmail-send program at mail.oud.example.\r\nI'm afraid I wasn't able to deliver your message to the following addresses.\r\nThis is a permanent error; I've given up. Sorry it didn't work out.\r\n\r\n<${TO}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nReturn-Path: <${OURS}>\r\nMessage-ID: ${ID}\r\nSubject: ${SUBJECT}\r\n\r\nInhoud`,
    ),
  },
  {
    name: 'Exim, words only',
    is: 'bounce',
    to: TO,
    id: ID,
    mime: plain(
      [
        'From: Mail Delivery System <Mailer-Daemon@mx.oud.example>',
        `To: ${OURS}`,
        `X-Failed-Recipients: ${TO}`,
        'Auto-Submitted: auto-replied',
        'Subject: Mail delivery failed: returning message to sender',
      ],
      `This message was created automatically by mail delivery software.\r\n\r\nA message that you sent could not be delivered to one or more of its\r\nrecipients. This is a permanent error. The following address(es) failed:\r\n\r\n  ${TO}\r\n    Unrouteable address\r\n\r\n------ This is a copy of the message, including all the headers. ------\r\n\r\nReturn-path: <${OURS}>\r\nMessage-ID: ${ID}\r\nTo: ${TO}\r\nSubject: ${SUBJECT}\r\n\r\nInhoud`,
    ),
  },
  {
    name: 'Exim, later, words only',
    is: 'delayed',
    to: TO,
    mime: plain(
      [
        'From: Mail Delivery System <Mailer-Daemon@mx.oud.example>',
        `To: ${OURS}`,
        'Auto-Submitted: auto-replied',
        'Subject: Warning: message 1abcde-0001 delayed 24 hours',
      ],
      `A message that you sent has not yet been delivered to one or more of its\r\nrecipients after more than 24 hours on the queue on mx.oud.example.\r\n\r\nThe address to which the message has not yet been delivered is:\r\n\r\n  ${TO}\r\n\r\nNo action is required on your part. Delivery attempts will continue for\r\nsome time.`,
    ),
  },
  {
    name: 'Sendmail, a report without its part for machines',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'noSuchAddress',
    mime: report({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@oud.example>',
      subject: 'Returned mail: see transcript for details',
      text: `   ----- The following addresses had permanent fatal errors -----\r\n<${TO}>\r\n    (reason: 550 5.1.1 <${TO}>... User unknown)`,
      status: [],
    }),
  },
  {
    name: 'a report whose part for machines is said to be text',
    is: 'bounce',
    to: TO,
    id: ID,
    why: 'full',
    mime: report({
      from: 'postmaster@oud.example',
      subject: 'Delivery Notification: Delivery has failed',
      text: 'This report relates to a message you sent.',
      statusType: 'text/plain; name="status.txt"\r\nContent-Disposition: attachment',
      status: [
        'Reporting-MTA: dns;oud.example',
        '',
        `Original-recipient: rfc822;${TO}`,
        `Final-recipient: rfc822;${TO}`,
        'Action: failed',
        'Status: 5.2.2 (Over quota)',
      ],
    }),
  },
  {
    name: 'Domino',
    is: 'bounce',
    to: TO,
    why: 'noSuchAddress',
    mime: plain(
      [
        'From: Postmaster@oud.example',
        `To: ${OURS}`,
        `Subject: DELIVERY FAILURE: User post (${TO}) not listed in Domino Directory`,
      ],
      `Your message\r\n\r\n  Subject: ${SUBJECT}\r\n\r\nwas not delivered to:\r\n\r\n  ${TO}\r\n\r\nbecause:\r\n\r\n  User post (${TO}) not listed in Domino Directory`,
    ),
  },
  {
    name: 'a filter of the other side, in Dutch',
    is: 'bounce',
    to: TO,
    why: 'refused',
    mime: plain(
      [
        'From: Postmaster <postmaster@filter.example>',
        `To: ${OURS}`,
        'Subject: Uw bericht is geweigerd',
        'Auto-Submitted: auto-generated',
      ],
      `Uw e-mail aan ${TO} is geweigerd vanwege het beleid van de ontvanger.`,
    ),
  },
  {
    name: 'away, Exchange, Dutch',
    is: 'autoReply',
    to: TO,
    id: ID,
    mime: plain(
      [
        `From: Anna Bos <${TO}>`,
        `To: ${OURS}`,
        `Subject: Automatisch antwoord: ${SUBJECT}`,
        `In-Reply-To: ${ID}`,
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: All',
      ],
      'Ik ben afwezig tot maandag. Mijn mailbox is vol en wordt niet gelezen; berichten worden niet afgeleverd bij een collega.',
    ),
  },
  {
    name: 'away, English',
    is: 'autoReply',
    to: TO,
    id: ID,
    mime: plain(
      [
        'Return-Path: <>',
        `From: Anna Bos <${TO}>`,
        `To: ${OURS}`,
        `Subject: Out of Office Re: ${SUBJECT}`,
        `References: <eerder@x> ${ID}`,
        'Precedence: bulk',
        'X-Autoreply: yes',
      ],
      'I am away until Monday.',
    ),
  },
  {
    name: 'a desk that says that it has it',
    is: 'autoReply',
    to: 'info@arbeid.example',
    mime: plain(
      [
        'From: Servicedesk <info@arbeid.example>',
        `To: ${OURS}`,
        'Subject: We hebben uw bericht ontvangen [#20261]',
        'Auto-Submitted: auto-replied',
      ],
      'U krijgt binnen vijf werkdagen antwoord.',
    ),
  },
  {
    name: 'read',
    is: 'receipt',
    to: TO,
    id: ID,
    mime: report({
      from: `Anna Bos <${TO}>`,
      subject: `Gelezen: ${SUBJECT}`,
      report: 'disposition-notification',
      statusType: 'message/disposition-notification',
      text: 'Uw bericht is gelezen.',
      status: [
        `Original-Recipient: rfc822;${TO}`,
        `Final-Recipient: rfc822;${TO}`,
        `Original-Message-ID: ${ID}`,
        'Disposition: manual-action/MDN-sent-manually; displayed',
      ],
      original: [],
    }),
  },
  {
    name: 'deleted without being read',
    is: 'receipt',
    to: TO,
    id: ID,
    mime: report({
      from: `Anna Bos <${TO}>`,
      subject: `Niet gelezen: ${SUBJECT}`,
      report: 'disposition-notification',
      statusType: 'message/disposition-notification',
      text: 'Uw bericht is verwijderd zonder dat het is gelezen.',
      status: [
        `Final-Recipient: rfc822;${TO}`,
        `Original-Message-ID: ${ID}`,
        'Disposition: automatic-action/MDN-sent-automatically; deleted',
      ],
      original: [],
    }),
  },
  {
    name: 'a person who answers, with words that servers use',
    is: 'reply',
    to: TO,
    id: ID,
    mime: plain(
      [`From: Anna Bos <${TO}>`, `To: ${OURS}`, `Subject: RE: ${SUBJECT}`, `In-Reply-To: ${ID}`],
      'Hallo, jullie vorige mail was onbestelbaar, zegt onze postmaster: user unknown, 550 5.1.1. Deze is er wel. Ik bel.',
    ),
  },
  {
    name: 'a person who answers, whose program says of nothing',
    is: 'reply',
    to: TO,
    mime: plain([`From: Anna Bos <${TO}>`, `To: ${OURS}`, `Subject: Antw: ${SUBJECT}`], 'We pakken het op.'),
  },
  {
    name: 'a newsletter',
    is: 'other',
    mime: plain(
      [
        'From: Nieuws <nieuws@vng.example>',
        `To: ${OURS}`,
        'Subject: Nieuwsbrief november',
        'List-Unsubscribe: <https://x.example>',
        'Precedence: bulk',
      ],
      'Lees alles over onbestelbare post.',
    ),
  },
  {
    name: 'somebody who writes first',
    is: 'other',
    mime: plain([`From: Kees <kees@elders.example>`, `To: ${OURS}`, 'Subject: Vraag over parkeren'], 'Hallo'),
  },
  {
    name: 'a report of spam',
    is: 'other',
    mime: report({
      from: 'feedback@isp.example',
      subject: 'Complaint about message',
      report: 'feedback-report',
      statusType: 'message/feedback-report',
      text: 'This is an email abuse report.',
      status: ['Feedback-Type: abuse', 'User-Agent: x/1', 'Version: 1'],
    }),
  },
  { name: 'nothing', is: 'other', mime: '' },
  { name: 'no mail', is: 'other', mime: '\u0000\u0001 dit is geen mail' },
]
