/**
 * Words with which somebody says where they work and what they do there, in Dutch and English. A hint,
 * nothing more: what "bij mij" means, only its writer knows.
 */
import { type Rule, words, written } from './reading.ts'

const always = (vaguer: string) => (): string => vaguer
/** The matched words with other first ones. */
const instead =
  (vaguer: string): Rule['vaguer'] =>
  (found, reading) => {
    const rest = found.index + (found.groups?.own ?? '').length
    const kept = written(reading, rest, found.index + found[0].length).trimStart()
    if (found.groups?.many !== undefined) return kept
    return `${vaguer === 'a' && /^[aeiou]/i.test(kept) ? 'an' : vaguer} ${kept}`
  }

const PLACES_NL = [
  'collega|spreekuur|balie|loket|bureau|dienst|baliedienst|client|cliente|klant',
  'leidinggevende|teamleider|teammanager|manager|chef|coordinator|afdelingshoofd|werkplek',
  'kantoor|werkkamer|spreekkamer|agenda|ronde|wijk|rayon|functie|pauze|stagiaire?|huisbezoek',
  'intake|keukentafelgesprek|caseload|werktelefoon|mailbox|inbox|receptie|vestiging|locatie',
  'rooster|cursist|leerling',
].join('|')
const MANY_NL = [
  "collega's|collegas|spreekuren|clienten|klanten|diensten|rondes|stagiairs?|huisbezoeken",
  'leerlingen|cursisten',
].join('|')
const TEAMS_NL = 'team|afdeling|unit|cluster|sectie|vakgroep|wijkteam|buurtteam|gebiedsteam|jeugdteam'
const PLACES_EN = [
  'colleague|desk|counter|front desk|office|shift|client|customer|manager|supervisor',
  'team leader|round|beat|role|workplace|caseload|inbox|trainee|intern|home visit|lunch break',
  'break|schedule|consultation hour',
].join('|')
const MANY_EN = [
  'colleagues|office hours|clients|customers|rounds|shifts|home visits|trainees|interns',
  'consultation hours|pupils|students',
].join('|')
const TEAMS_EN = 'team|department|unit|division|section'

const DUTY =
  /(?<!\p{L})(?:balie\p{L}{0,12}|loket|receptie|dienst|spreekuur|huisbezoek|op kantoor|werkplein|consulent|boa|klantmanager|desk|counter|reception|shift|on duty|home visit|office hours)(?!\p{L})/u
const onDuty =
  (vaguer: Rule['vaguer']): Rule['vaguer'] =>
  (found, reading) =>
    reading.sentence(found.index).says(DUTY) ? vaguer(found, reading) : undefined

const PRESENT_NL: Readonly<Record<string, string>> = {
  werk: 'werkt',
  zit: 'zit',
  sta: 'staat',
  ben: 'is',
  heb: 'heeft',
  help: 'helpt',
}
const PRESENT_EN: Readonly<Record<string, string>> = {
  work: 'works',
  am: 'is',
  have: 'has',
  help: 'helps',
  sit: 'sits',
}
const verb =
  (who: string, forms: Readonly<Record<string, string>>): Rule['vaguer'] =>
  (found) => {
    const form = forms[found.groups?.verb ?? '']
    return form === undefined ? undefined : `${who} ${form}`
  }
const PAST_NL = 'zat|stond|werkte|was|had|deed|draaide|hielp|sprak'
const PAST_EN = 'was|sat|stood|worked|had|did|helped|spoke'

const FIRST_PERSON_NL: readonly Rule[] = [
  ...['bij', 'tegen', 'aan', 'met', 'naast', 'tegenover', 'naar'].map((where): Rule => {
    return {
      what: 'firstPerson',
      pattern: words(`${where} (?:mij|me)`),
      vaguer: always(`${where} een collega`),
    }
  }),
  {
    what: 'firstPerson',
    pattern: words(
      'bij ons(?! in de (?:gemeente|stad|regio)| in het land)' +
        `(?! (?:${TEAMS_NL}|${PLACES_NL}|${MANY_NL})(?!\\p{L}))`,
    ),
    vaguer: always('bij een collega'),
  },
  {
    what: 'firstPerson',
    pattern: words(
      '(?<=(?:vertelde|belde|gaf|vroeg|zei|mailde|appte|stuurde|bedreigde|sprak) (?:het |dat |ook )?)' +
        '(?:mij|me)(?! (?:af|voor))',
    ),
    vaguer: always('een collega'),
  },
  {
    what: 'firstPerson',
    pattern: words(
      "(?<own>mijn|m'n|ons|onze)(?: (?:eigen|directe|vaste|vorige|oude|nieuwe))? " +
        `(?:(?<many>${MANY_NL})|${PLACES_NL})`,
    ),
    vaguer: instead('een'),
  },
  {
    what: 'firstPerson',
    pattern: words("(?<when>toen|nadat|terwijl|voordat) (?:ik|'k)"),
    vaguer: whenOne('een collega'),
  },
  {
    what: 'firstPerson',
    pattern: words('(?<when>toen|nadat|terwijl|voordat) (?:wij|we)'),
    vaguer: whenOne("collega's"),
  },
  {
    what: 'firstPerson',
    pattern: words('ik (?<verb>werk)(?= (?:bij|als|voor|op|in|aan|met) )'),
    vaguer: verb('een collega', PRESENT_NL),
  },
  {
    what: 'firstPerson',
    pattern: words('ik (?<verb>werk|zit|sta|ben|heb|help)'),
    vaguer: onDuty(verb('een collega', PRESENT_NL)),
  },
  {
    what: 'firstPerson',
    pattern: words(
      '(?<=ik (?:(?:werk|ben|zag|had|heb|was|sta|zit) )?)als (?:balie\\p{L}{1,12}|(?:\\p{L}{1,12}-?)?consulent|' +
        'boa|klantmanager|toezichthouder|handhaver|leerplichtambtenaar|receptioniste?)',
    ),
    vaguer: always('als medewerker'),
  },
  { what: 'firstPerson', pattern: words(`ik(?= (?:${PAST_NL}))`), vaguer: onDuty(always('een collega')) },
  { what: 'firstPerson', pattern: words(`(?<=(?:${PAST_NL}) )ik`), vaguer: onDuty(always('een collega')) },
]

const FIRST_PERSON_EN: readonly Rule[] = [
  ...['with', 'next to', 'opposite', 'from', 'in front of', 'beside'].map((where): Rule => {
    return { what: 'firstPerson', pattern: words(`${where} me`), vaguer: always(`${where} a colleague`) }
  }),
  {
    what: 'firstPerson',
    pattern: words(
      '(?<=(?:told|asked|called|emailed|texted|phoned|gave|showed|threatened|' +
        '(?:came|spoke|talked|said|went|turned|walked up) (?:over )?to) )me',
    ),
    vaguer: always('a colleague'),
  },
  {
    what: 'firstPerson',
    pattern: words(`(?<own>my|our)(?: (?:own|direct|former|old|new))? (?:(?<many>${MANY_EN})|${PLACES_EN})`),
    vaguer: instead('a'),
  },
  {
    what: 'firstPerson',
    pattern: words("(?<when>when|while) i(?! (?:am|have|do|work)(?!\\p{L})|')"),
    vaguer: whenOne('a colleague'),
  },
  {
    what: 'firstPerson',
    pattern: words('(?<when>when|while) i (?<verb>am|have|work)'),
    vaguer: (found, reading) => {
      const form = PRESENT_EN[found.groups?.verb ?? '']
      return form === undefined ? undefined : `${whenOne('a colleague')(found, reading)} ${form}`
    },
  },
  { what: 'firstPerson', pattern: words('(?<when>when|while) we'), vaguer: whenOne('colleagues') },
  {
    what: 'firstPerson',
    pattern: words('i (?<verb>work)(?= (?:at|in|for|on|with|as) )'),
    vaguer: verb('a colleague', PRESENT_EN),
  },
  {
    what: 'firstPerson',
    pattern: words('i (?<verb>work|am|have|help|sit)'),
    vaguer: onDuty(verb('a colleague', PRESENT_EN)),
  },
  { what: 'firstPerson', pattern: words(`i(?= (?:${PAST_EN}))`), vaguer: onDuty(always('a colleague')) },
]

function whenOne(who: string): Rule['vaguer'] {
  return (found) => `${found.groups?.when ?? ''} ${who}`
}

/** Names of departments that mean nothing else. */
const DEPARTMENTS = [
  'burgerzaken|publiekszaken|publieksdienstverlening|klantcontactcentrum|kcc|sociale zaken',
  'werk (?:en|&) inkomen|wmo-loket|jongerenloket|toezicht (?:en|&) handhaving|stadswinkel',
  'civil affairs|customer contact cent(?:re|er)|work and income',
].join('|')
/** And of those that do, so that a word like team has to stand with them. */
const OTHER_DEPARTMENTS = [
  'jeugd|jeugdzaken|leerplicht|handhaving|toezicht|vergunningen|belastingen',
  'schuldhulpverlening|inburgering|wmo|participatie|zorg|onderwijs|veiligheid|inkomen|werk',
  'receptie|ict|wonen|youth|licensing|enforcement|housing|taxes|education|safety|reception',
].join('|')

/** The words that name it are written with capitals, or are known. */
const named =
  (vaguer: string): Rule['vaguer'] =>
  ({ index, groups, 0: match }, reading) => {
    const name = groups?.name ?? ''
    const at = index + match.indexOf(name, groups?.head?.length ?? 0)
    return KNOWN.test(name) || reading.capital(at) ? vaguer : undefined
  }
const KNOWN = new RegExp(`^(?:${DEPARTMENTS}|${OTHER_DEPARTMENTS})(?!\\p{L})`, 'u')
const NAME = String.raw`(?<name>(?:${DEPARTMENTS}|${OTHER_DEPARTMENTS}|\p{L}[\p{L}-]{1,30}))`
const THE = '(?:(?:de|het|ons|onze|mijn|the|our|my) )?'
const MORE = '(?:noord|oost|zuid|west|centrum|north|east|south|centre|center)'

const TEAM: readonly Rule[] = [
  {
    what: 'team',
    pattern: words(`(?:ons|onze|mijn|m'n)(?: eigen)? (?:${TEAMS_NL})`),
    vaguer: ownTeam('een'),
  },
  { what: 'team', pattern: words(`(?:my|our)(?: own)? (?:${TEAMS_EN})`), vaguer: ownTeam('a') },
  ...(
    [
      ['(?:team|wijkteam|buurtteam|gebiedsteam|jeugdteam)', 'een team'],
      ['(?:afdeling|unit|cluster|sectie|vakgroep)', 'een afdeling'],
      ['(?:balie|loket)(?: van)?(?: de)?', 'een balie'],
    ] as const
  ).map(([kind, vaguer]): Rule => {
    return {
      what: 'team',
      pattern: words(`(?<head>${THE}(?<!(?:een|a) )${kind} )${NAME}(?: ${MORE})?`),
      vaguer: named(vaguer),
    }
  }),
  {
    what: 'team',
    pattern: words(
      `(?<head>(?:the|our|my) )${NAME}(?: (?:and|&) \\p{L}{2,20})? (?:team|department|unit|desk|office)`,
    ),
    vaguer: named('a department'),
  },
  {
    what: 'team',
    pattern: words(`${THE}(?:${DEPARTMENTS})`),
    vaguer: ({ 0: match }) => (/^the |civil|customer|and/.test(match) ? 'a department' : 'een afdeling'),
  },
]

function ownTeam(article: 'een' | 'a'): Rule['vaguer'] {
  return ({ 0: match }) => {
    const team = match.split(/\s+/).at(-1) ?? ''
    return `${article === 'a' && /^[aeiou]/.test(team) && team !== 'unit' ? 'an' : article} ${team}`
  }
}

export const WORK_RULES: readonly Rule[] = [...FIRST_PERSON_NL, ...FIRST_PERSON_EN, ...TEAM]
