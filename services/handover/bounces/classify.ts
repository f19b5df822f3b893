/**
 * What a mail in our mailbox is: one of ours that came back or is late, a person who answered, a machine that did, a
 * receipt, or something else. What machines say for machines goes first; words only count in what a mail server wrote, for
 * a person may write them too.
 */

import type { BounceWhy } from '../mailed.ts'
import { type MailHeaders, type ReadMail, readMail } from './mail.ts'
import { addressIn, originalOf, type Recipient, recipientsOf, repeatsAt } from './report.ts'
import { whyOf } from './why.ts'

export type MailIs = 'bounce' | 'delayed' | 'reply' | 'autoReply' | 'receipt' | 'other'

export type Classified = {
  is: MailIs
  /** To whom the mail was that it is about: of an answer whose it is. */
  to: string | undefined
  /** The Message-ID of the mail that it is about, with its brackets. */
  originalMessageId: string | undefined
  /** Of one that came back. */
  why: BounceWhy | undefined
  /** Where a number of ours may stand: subjects, a header, and the text. */
  texts: readonly string[]
}

const one = (headers: MailHeaders, name: string): string => headers.get(name)?.[0]?.trim() ?? ''

/** Local parts and names of mail servers. */
const DAEMON =
  /^(?:mailer-?daemon|mail-?daemon|postmaster|postmaster-noreply|mail-?delivery(?:-?(?:sub)?system)?|microsoftexchange[0-9a-f]{20,40}|double-bounce|bounces?|mdaemon|listserv|majordomo)$/
const DAEMON_NAME =
  /^(?:mail delivery (?:sub)?system|mail delivery service|mailer[- ]daemon|mail administrator|system administrator|systeembeheerder|postmaster|internet mail delivery|e?-?mail delivery|mail delivery)\b/i

const BOUNCE_SUBJECT =
  /^(?:(?:re|fw|fwd|antw):\s{0,3})?(?:\[[^\]]{1,40}\]\s{0,3})?(?:undeliver(?:ed|able)|not delivered|non[- ]?deliver|delivery (?:status notification ?\(failure\)|failure|failed|has failed|notification: delivery has failed|error|report)|mail (?:delivery failed|delivery failure|system error|could not be delivered|not delivered|failure)|message (?:not delivered|undeliverable|could not be delivered|delivery failure|blocked|rejected|you sent blocked)|e?-?mail (?:not delivered|bounced)|returned mail|failure notice|failed delivery|failed mail|failed message|address not found|recipient (?:not found|rejected|unknown)|user unknown|unknown (?:user|recipient|address)|blocked|rejected|bounced|onbestelbaar|onbestelde|niet (?:bezorgd|afgeleverd|besteld|bestelbaar)|(?:bezorging|aflevering|bezorgen|afleveren|verzending) (?:is )?mislukt|mislukte (?:bezorging|aflevering|e-?mail)|(?:e-?mail|bericht|uw bericht|je bericht) (?:is )?(?:niet (?:bezorgd|afgeleverd|verzonden)|geweigerd|geblokkeerd|onbestelbaar|kan niet|kon niet)|kan (?:het |uw |je )?(?:bericht|e-?mail)?\s?niet (?:bezorg|aflever)|adres niet gevonden|melding van mislukte|melding over (?:de )?mislukte|melding: niet bezorgd|statusmelding van bezorging ?\((?:mislukt|fout)|statusmelding voor bezorging ?\((?:mislukt|fout)|unzustellbar|nicht zustellbar|non remis|échec)/i
const DELAY_SUBJECT =
  /(?:delivery status notification ?\(delay|delivery (?:is |has been )?delayed|delayed mail|delayed:|^delayed\b|\bmail delayed|message (?:is |has been )?delayed|warning: (?:could not send|message|mail)|still being retried|not yet (?:been )?delivered|vertraagd|vertraging|uitgesteld|later bezorgd|nog niet (?:bezorgd|afgeleverd)|delivery warning|temporary (?:failure|problem)|transient)/i
const AUTO_SUBJECT =
  /^(?:(?:re|antw|aw|sv|fw|fwd):\s{0,3})?(?:automatic reply|automatisch(?:e)? (?:antwoord|reactie|bericht|beantwoording|ontvangstbevestiging)|auto(?:matic)?[- ]?(?:reply|response|antwoord)|auto:|autoreply|out of (?:the )?office|out-of-office|niet aanwezig|afwezig|afwezigheid|ik ben (?:er )?(?:niet|afwezig|met vakantie|op vakantie)|buiten kantoor|op vakantie|met (?:vakantie|verlof)|vakantie\b|vacation|on leave|away from|ontvangstbevestiging|bevestiging van ontvangst|(?:wij|we) (?:hebben|ontvingen) (?:uw|je)|(?:uw|je) (?:bericht|e-?mail|vraag|mail) is ontvangen|bedankt voor (?:uw|je|het)|thank you for (?:your|contacting)|we (?:have )?received your|your (?:message|request|ticket|e-?mail) (?:has been|was) received|abwesenheit|réponse automatique)/i
const RECEIPT_SUBJECT =
  /^(?:read|gelezen|not read|niet gelezen|ongelezen|deleted|verwijderd|delivered|afgeleverd|bezorgd|relayed|doorgestuurd|doorgegeven|leesbevestiging|read receipt|return receipt|delivery receipt|ontvangen en gelezen|displayed|disposition notification|delivery status notification ?\((?:success|relay))\b[^\n]{0,400}/i

const BOUNCE_TEXT =
  /(?:could ?n[o']t be delivered|couldn[’']t be delivered|wasn[’']t delivered|was not delivered|not be delivered to|delivery (?:to the following|has failed|failed)|undeliverable|permanent(?:ly)? (?:error|fatal errors|failure|failed)|has been rejected|was rejected|rejected (?:your|by)|user (?:is )?unknown|unknown (?:user|recipient)|no such (?:user|person|address|recipient)|does(?: not|n[’']t) exist|mailbox (?:is )?(?:full|unavailable|not found)|address (?:rejected|not found)|message (?:was |has been )?blocked|returned to sender|\b5\d\d[ -]5\.\d{1,3}\.\d{1,3}|\b55[0-4]\b|#5\.\d{1,3}\.\d{1,3}|niet (?:worden )?(?:bezorgd|afgeleverd|besteld)|niet bezorgd|niet afgeleverd|onbestelbaar|(?:bezorging|aflevering) (?:is )?mislukt|bestaat niet|niet gevonden|geweigerd|is vol\b|postvak (?:is )?vol|mailbox (?:zit|is) vol|onbekende (?:gebruiker|geadresseerde))/i
const DELAY_TEXT =
  /(?:not (?:yet )?been delivered yet|has not (?:yet )?been delivered|is delayed|been delayed|will (?:continue to )?(?:be )?(?:retr(?:y|ied)|try(?:ing)?)|keep trying|still trying|do not need to resend|no action is required on your part|warning message only|this is (?:only )?a warning|temporary (?:failure|problem|error)|wordt (?:nog |later )?(?:opnieuw )?(?:geprobeerd|bezorgd)|blijven proberen|opnieuw (?:geprobeerd|proberen)|nog niet (?:bezorgd|afgeleverd)|is vertraagd|vertraging)/i
/** It says that it is over, whatever stands with it of having tried. */
const GAVE_UP =
  /(?:gave up|giving up|given up|no longer (?:try|retry)|will not be retried|too long|retry time(?:out)? exceeded|(?:message|delivery) (?:time|has|was)[- ]?(?:expired|timed out)|expired|permanent|opgegeven|niet meer geprobeerd|verlopen)/i

/** Was it written by a mail server? */
function isDaemon({ from, fromName, headers, type, report }: ReadMail): boolean {
  const [local = ''] = from.split('@', 1)
  const path = one(headers, 'return-path').replace(/\s/g, '')
  const server = DAEMON.test(local) || DAEMON_NAME.test(fromName)
  const asReport = type === 'multipart/report' && report !== 'disposition-notification'
  return server || asReport || headers.has('x-failed-recipients') || (path === '<>' && from === '')
}

function isAutomatic({ headers, subject }: ReadMail): boolean {
  const submitted = one(headers, 'auto-submitted').toLowerCase()
  const precedence = one(headers, 'precedence').toLowerCase()
  return (
    /^auto-(?:replied|notified|generated)/.test(submitted) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-autoresponder', 'x-autogenerated'].some((name) =>
      /^(?!no\b)\S/i.test(one(headers, name)),
    ) ||
    /auto[_-]?reply/.test(precedence) ||
    /\boof\b/i.test(one(headers, 'x-ms-exchange-generated-message-source')) ||
    AUTO_SUBJECT.test(subject)
  )
}

/** Somebody's list, shop or calendar, and no answer to anything. */
const isBulk = ({ headers }: ReadMail): boolean =>
  headers.has('list-unsubscribe') ||
  headers.has('list-id') ||
  headers.has('x-campaign') ||
  /^(?:bulk|list|junk)/i.test(one(headers, 'precedence'))

const NO_REPLY =
  /^(?:no-?reply|do-?not-?reply|geen-?antwoord|niet-?beantwoorden|noreply[\w.+-]{0,40}|[\w.+-]{0,40}-noreply)$/

const ID = /<[^<>\s]{3,400}>/
const idIn = (text: string): string | undefined => ID.exec(text)?.[0]

/** The mail that this one answers. */
function answeredId({ headers }: ReadMail): string | undefined {
  const references = one(headers, 'references').match(/<[^<>\s]{3,400}>/g) ?? []
  return idIn(one(headers, 'in-reply-to')) ?? references.at(-1)
}

const ADDRESS = /[^\s<>;,:"'()[\]]{1,120}@[^\s<>;,:"'()[\]]{1,190}/g

/** The first address that a mail server names and that is neither ours nor its own. */
function namedIn(mail: ReadMail): string | undefined {
  const own = new Set([...mail.to, mail.from])
  const text = mail.text.slice(0, repeatsAt(mail.text))
  const candidates = [...text.matchAll(ADDRESS)].flatMap(([found]) => {
    const address = addressIn(found)
    const [local = ''] = address?.split('@', 1) ?? []
    return address && /\.[a-z]{2,}$/.test(address) && !own.has(address) && !DAEMON.test(local)
      ? [address]
      : []
  })
  return candidates[0]
}

type Said = Pick<Classified, 'is'> & { recipient?: Recipient | undefined }

/** By the part for machines; undefined: there is none, or it says nothing. */
function byReport(mail: ReadMail): Said | undefined {
  const disposition = mail.parts.some(({ type }) =>
    /^message\/(?:global-)?disposition-notification$/.test(type),
  )
  if (disposition || mail.report === 'disposition-notification') return { is: 'receipt' }
  const all = recipientsOf(mail)
  const of = (...wanted: Recipient['action'][]) => all.find(({ action }) => wanted.includes(action))
  const failed = of('failed')
  if (failed) return { is: 'bounce', recipient: failed }
  const delayed = of('delayed')
  if (delayed) return { is: 'delayed', recipient: delayed }
  const arrived = of('delivered', 'relayed', 'expanded')
  if (arrived) return { is: 'receipt', recipient: arrived }
  const coded = all.find(({ status }) => status !== undefined)
  if (!coded) return undefined
  const kind = coded.status?.startsWith('5')
    ? 'bounce'
    : coded.status?.startsWith('4')
      ? 'delayed'
      : 'receipt'
  return { is: kind, recipient: coded }
}

/** By the words of a mail server that wrote for people only. */
function byWords(mail: ReadMail): Said | undefined {
  const { subject, headers } = mail
  const text = mail.text.slice(0, repeatsAt(mail.text))
  if (/\b(?:success|relay(?:ed)?)\b/i.test(subject) && RECEIPT_SUBJECT.test(subject)) return { is: 'receipt' }
  const delayed = DELAY_SUBJECT.test(subject) || (DELAY_TEXT.test(text) && !GAVE_UP.test(text))
  if (delayed && !BOUNCE_SUBJECT.test(subject)) return { is: 'delayed' }
  if (BOUNCE_SUBJECT.test(subject) && !(DELAY_SUBJECT.test(subject) && !GAVE_UP.test(text)))
    return { is: 'bounce' }
  if (delayed) return { is: 'delayed' }
  if (headers.has('x-failed-recipients')) return { is: 'bounce' }
  if (RECEIPT_SUBJECT.test(subject)) return { is: 'receipt' }
  return BOUNCE_TEXT.test(text) ? { is: 'bounce' } : undefined
}

function saidBy(mail: ReadMail): Said {
  const { subject } = mail
  const reported = byReport(mail)
  if (reported) return reported
  if (mail.report === 'feedback-report') return { is: 'other' }
  // An absence can say of a mailbox that it is full, and of a person that they do not exist any more.
  if (isDaemon(mail) && !AUTO_SUBJECT.test(subject)) {
    const said = byWords(mail)
    if (said) return said
  }
  const automatic = isAutomatic(mail)
  const returned = one(mail.headers, 'return-path').replace(/\s/g, '') === '<>'
  // Some servers bounce in the name of the address itself.
  if ((automatic || returned) && BOUNCE_SUBJECT.test(subject) && BOUNCE_TEXT.test(mail.text))
    return { is: 'bounce' }
  const answers =
    answeredId(mail) !== undefined ||
    /^(?:re|antw|aw|sv|betr|bet|antwoord)(?:\[\d{1,3}\])?\s?:/i.test(subject)
  if (
    RECEIPT_SUBJECT.test(subject) &&
    (automatic || /^(?:read|gelezen|not read|niet gelezen)\s?:/i.test(subject))
  )
    return { is: 'receipt' }
  if (automatic && !(isBulk(mail) && !answers && !AUTO_SUBJECT.test(subject))) {
    return {
      is:
        /^auto-generated/i.test(one(mail.headers, 'auto-submitted')) &&
        !answers &&
        !AUTO_SUBJECT.test(subject)
          ? 'other'
          : 'autoReply',
    }
  }
  if (isBulk(mail) && !answers) return { is: 'other' }
  const [local = ''] = mail.from.split('@', 1)
  if (NO_REPLY.test(local)) return { is: answers ? 'autoReply' : 'other' }
  if (returned && answers) return { is: 'autoReply' }
  const calendar = mail.parts.some(({ type }) => type === 'text/calendar')
  if (calendar && !answers) return { is: 'other' }
  return { is: answers && !isDaemon(mail) ? 'reply' : 'other' }
}

/** Looks at a mail as it came. Never rejects. */
export async function classify(mime: string | Uint8Array): Promise<Classified> {
  return classified(await readMail(mime))
}

/** The same of one that was read. */
export function classified(mail: ReadMail): Classified {
  const { is, recipient } = saidBy(mail)
  const original = originalOf(mail)
  const texts = [
    mail.subject,
    ...['subject', 'x-mail-number'].flatMap((name) => original.get(name) ?? []),
    ...(mail.headers.get('thread-topic') ?? []),
    mail.text,
  ]
  const about = {
    texts,
    why: is === 'bounce' ? whyOf(recipient, mail.text.slice(0, repeatsAt(mail.text))) : undefined,
  }
  switch (is) {
    case 'bounce':
    case 'delayed': {
      const failed = addressIn(one(mail.headers, 'x-failed-recipients'))
      const to = recipient?.to ?? failed ?? namedIn(mail) ?? addressIn(one(original, 'to'))
      const id =
        idIn(one(original, 'message-id')) ??
        idIn(one(mail.headers, 'x-original-message-id')) ??
        answeredId(mail)
      return { is, to, originalMessageId: id, ...about }
    }
    case 'receipt': {
      const fields = mail.parts.flatMap(({ type, text }) =>
        /disposition-notification$/.test(type) ? text.split('\n') : [],
      )
      const field = (name: string) => fields.find((line) => line.toLowerCase().startsWith(`${name}:`)) ?? ''
      const asked =
        addressIn(field('original-recipient').slice(18)) ?? addressIn(field('final-recipient').slice(15))
      const id = idIn(field('original-message-id')) ?? idIn(one(original, 'message-id')) ?? answeredId(mail)
      return {
        is,
        to: recipient?.to ?? asked ?? (isDaemon(mail) ? namedIn(mail) : mail.from || undefined),
        originalMessageId: id,
        ...about,
      }
    }
    case 'reply':
    case 'autoReply':
      return { is, to: mail.from || undefined, originalMessageId: answeredId(mail), ...about }
    case 'other':
      return { is, to: undefined, originalMessageId: undefined, ...about }
    default:
      return is satisfies never
  }
}
