/** Small words of names in many languages, as people write them. */

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')))

/** They stand in front of a surname, and are left away, shortened or mistaken for each other. */
export const PARTICLES = words(
  'van vd vdr vde vden vander vanden vande vanter de der den het t ter ten te tot op opde opden aan in uit uijt bij onder over voor',
  'von vom zu zum zur und af av',
  'du des d la las le les l del della dello dei degli di da do dos das',
  'el al ul as ash ad ar at az an en ez ed er es ess ech et',
  'ben bin ibn bint binti bte bent ould oulad ait ou abu abou aboe ter',
)

/** Of these the ones that are somebody's given name as well. */
export const ALSO_GIVEN = words(
  'ben bin al el do da di an ed er as ad in du le la de en den ten te at ar abu es voor',
)

/** Taken off: what stands in front of a name, or behind it. */
export const TITLES = words(
  'dhr dhr mevr mw mevrouw mevrouws meneer heer mijnheer mej mejuffrouw juffrouw dr drs ing ir mr prof ds jhr jkvr bc ba ma bsc msc mba phd',
  'mrs ms miss mister sir herr frau fam familie gezin jr sr junior senior hadj hadji sheikh sjeik',
)

/** Behind these stands a surname of birth, of a partner, or of somebody who is a parent. */
export const OTHER_SURNAME = words(
  'geb geboren nee née ev ew wed weduwe echtgenote echtgenoot zv dv meisjesnaam gescheiden',
)

/** Behind these stands what somebody is called. */
export const CALLED = words('roepnaam genaamd alias aka bijnaam oftewel')

/** They begin a name of two words that many write as one. */
export const BEGINNINGS = words('abd abdul abdel abdoel abdal abdur abdour abdou mc mac fitz عبد')

/** With these a particle has been written onto the name; at least three letters stand behind it. */
export const GLUED = ['vanden', 'vander', 'vande', 'vd'] as const
