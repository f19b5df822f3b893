/**
 * The mail to a partner by which something is handed over: it holds none of it (I.10, E). Whoever reads it along the way,
 * or on a screen in an office, learns that a municipality wants to be called, and no more. In both languages at once: we do
 * not know who reads it there.
 */
import type { Municipality } from '../municipality/municipality.ts'
import type { Day, Language } from '../words.ts'
import { linkEnds } from './link/ends.ts'

type Contents = {
  municipality: Pick<Municipality, 'name'>
  /** Of the mail itself, and no number of a signal. */
  number: string
  /** Of the officer who can be asked. */
  phone: string
  /** Where it can be answered, and until when; left out: by telephone only. */
  link?: { url: string; until: string } | undefined
  /** By when an answer is asked. */
  answerBy: Day
  /** It went out before, and nobody knows whether it arrived. */
  perhapsTwice: boolean
}

const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day.slice(0, 10)}T12:00:00Z`))

const TEXTS: Record<Language, (it: Contents) => (string | undefined)[]> = {
  nl: ({ municipality, number, phone, link, answerBy, perhapsTwice }) => [
    perhapsTwice ? 'Misschien krijg je deze mail twee keer. Het is één bericht.' : undefined,
    `Gemeente ${municipality.name} wil iets met je bespreken. In deze mail staat niet waarover: mail is daar niet veilig genoeg voor.`,
    `Bel ons: ${phone}. Noem nummer ${number}.`,
    link
      ? `Laat ons uiterlijk ${dayIn(answerBy, 'nl')} weten of je het oppakt. Dat kan ook hier, zonder account:\n${link.url}\nDe link werkt tot en met ${dayIn(link.until, 'nl')}. Stuur de link niet door.`
      : `Laat ons uiterlijk ${dayIn(answerBy, 'nl')} weten of je het oppakt.`,
    'Antwoord niet op deze mail met namen, adressen of andere inhoud. Bel liever.',
  ],
  en: ({ municipality, number, phone, link, answerBy, perhapsTwice }) => [
    perhapsTwice ? 'You may get this mail twice. It is one message.' : undefined,
    `The municipality of ${municipality.name} wants to discuss something with you. This mail does not say what: mail is not safe enough for that.`,
    `Call us: ${phone}. Mention number ${number}.`,
    link
      ? `Please let us know by ${dayIn(answerBy, 'en')} whether you take it up. You can also do so here, without an account:\n${link.url}\nThe link works until ${dayIn(link.until, 'en')}. Do not forward it.`
      : `Please let us know by ${dayIn(answerBy, 'en')} whether you take it up.`,
    'Do not answer this mail with names, addresses or other content. Please call instead.',
  ],
}

/** What the mail will say, in one language, before it has a number and a link of its own: those stand as `number` and `link`. */
export function mailAhead(
  it: Omit<Contents, 'perhapsTwice' | 'link'> & { link: string },
  language: Language,
): { subject: string; lines: string[] } {
  const link = { url: it.link, until: linkEnds(it.answerBy) }
  const lines = TEXTS[language]({ ...it, perhapsTwice: false, link }).flatMap((line) => line ?? [])
  return { subject: subjectOf(it), lines: lines.flatMap((line) => line.split('\n')) }
}

const subjectOf = ({ municipality, number }: Pick<Contents, 'municipality' | 'number'>): string =>
  `Bericht van gemeente ${municipality.name} (${number})`

/** Subject and text. The subject is the same for everybody but for its number. */
export function mailToPartner(it: Contents): { subject: string; text: string } {
  const said = (language: Language) => TEXTS[language](it).filter((line) => line !== undefined)
  return {
    subject: subjectOf(it),
    text: [...said('nl'), '* * *', ...said('en'), `Gemeente ${it.municipality.name}`].join('\n\n'),
  }
}
