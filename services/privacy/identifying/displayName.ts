/**
 * What in a display name is the name: directories add the organisation, the team, the role, "(Extern)", pronouns, a flower.
 * A word of those is no name of anybody; to point it out would propose to change what is reported.
 */
import { flatten, original } from '../flatten.ts'
import { isBetween } from './nameWords.ts'

const set = (...words: string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

/** Words of an organisation or of work: from here on it is no name any more. */
const WORK = set(
  'gemeente gem provincie waterschap ministerie rijk omgevingsdienst veiligheidsregio ggd uwv politie stad regio',
  'municipality city council organisatie organization organisation bv nv stichting vereniging groep group',
  'team teams afdeling afd dienst unit cluster sector sectie bureau directie domein loket balie programma project',
  'department dept division office desk service services',
  'ext extern externe external inhuur ingehuurd gedetacheerd zzp stagiair stagiaire intern trainee student vrijwilliger',
  'gast guest admin beheerder test account algemeen functioneel mailbox',
  'adviseur advies beleidsmedewerker medewerker medewerkster consulent klantmanager manager directeur hoofd',
  'teamleider teamcoach coach coordinator secretaris griffier wethouder burgemeester raadslid boa handhaver',
  'toezichthouder inspecteur jurist juridisch communicatie projectleider programmamanager kwaliteitsmedewerker',
  'aandachtsfunctionaris jeugdconsulent leerplichtambtenaar regisseur specialist analist ontwikkelaar',
  'advisor officer employee director head lead leader secretary consultant lawyer policy',
  'wmo jeugd zorg welzijn veiligheid handhaving vergunningen burgerzaken publiekszaken belastingen inkomen',
  'participatie ict hr hrm vth sociaal',
)
/** Stand with a name and are none: titles, degrees, pronouns. */
const NONE = set(
  'drs dr ir ing mr prof ba bc bsc msc ma llb llm phd mba mpa mph ra rc rb emia',
  'mw mevr mevrouw dhr heer meneer mrs ms miss',
  'zij haar hij hem hen hun die diens she her he him they them',
)

/** Begins what is said of the name: brackets, a bar, a dash with spaces, a slash, a bullet, an at sign. */
const PARTED = /[|/\\·•;:@<>[\](){}«»"“”_~=+*#¤]|\s[-–—]+\s|\s[-–—]+$|,(?=\s*$)/u
const TOKEN = /\p{L}(?:[\p{L}'.-]*\p{L})?\.?/gu

/** No name is longer than this. */
const MOST = 200
const MOST_WORDS = 8

/** The words of one part of a display name up to the first that is of work; undefined where none is left. */
function nameIn(part: string, notNames: ReadonlySet<string>): string[] | undefined {
  const flat = flatten(part)
  const words: string[] = []
  for (const { index, 0: word } of flat.flat.matchAll(TOKEN)) {
    const bare = word.replaceAll('.', '')
    if (WORK.has(bare) || notNames.has(bare)) break
    if (!NONE.has(bare)) words.push(original(part, flat, index, index + word.length))
  }
  return words.some((word) => !isBetween(flatten(word).flat)) ? words.slice(0, MOST_WORDS) : undefined
}

/** Given names and initials, as they stand after the comma in "Wit, Sanne de". */
const isGiven = (words: readonly string[]): boolean => words.length <= 5

/**
 * The name in a display name, as it was written; empty where there is none. `notNames`: words that are of the place, as the
 * name of the municipality. Pure; time grows with the length.
 */
export function nameOf(displayName: string, notNames: readonly string[] = []): string {
  const others = new Set(
    notNames
      .flatMap((each) => flatten(each).flat.split(/[^\p{L}]+/u))
      .filter((word) => word !== '' && !isBetween(word)),
  )
  const parts = displayName.slice(0, MOST).split(PARTED)
  for (const part of parts) {
    const [before = '', ...after] = part.split(',')
    const family = nameIn(before, others)
    if (!family) continue
    const given = after.length > 0 ? nameIn(after[0] ?? '', others) : undefined
    // "Sanne de Wit, adviseur": what is of work is out already; a place alone, after a whole name, is no given name.
    const main = family.filter((word) => !isBetween(flatten(word).flat))
    const both = given && isGiven(given) && main.length <= 2
    return [family.join(' '), ...(both ? [given.join(' ')] : [])].join(', ')
  }
  return ''
}
