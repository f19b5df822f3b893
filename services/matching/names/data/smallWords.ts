/** Small words of names in many languages, as people write them. */

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')))

/** They stand in front of a surname, and are left away, shortened or mistaken for each other. */
export const PARTICLES = words(
  'van vd vdr vde vden vander vanden vande vanter de der den het t ter ten te tot op opde opden aan in uit uijt bij onder over voor',
  'von vom zu zum zur und af av',
  'du des d la las le les l del della dello dei degli di da do dos das',
  'el al ul as ash ad ar at az an en ez ed er es ess ech et',
  'ben bin bn bnt ibn bint binti bte bent ould oulad ait ou abu abou aboe ter',
)

/** Of these the ones that are somebody's given name as well, where they stand first. */
export const ALSO_GIVEN = words('ben bin an ed er ad as in do es ar at')

/** Small words that may stand first because a surname does, or because it is a name in two words. */
export const ALSO_FIRST = words('al el ul la le du da di abu abou aboe te ten')

/** Taken off wherever they stand. */
export const TITLES = words(
  'dhr mevr mw mevrouw mevrouws meneer mijnheer mej mejuffrouw juffrouw drs ing ir jhr jkvr bsc msc mba phd',
  'mrs fam familie gezin jr junior senior hadji sjeik',
)

/** Taken off where they stand in front of everything: elsewhere they are names too. */
export const LEADING_TITLES = words('heer dr mr ms miss mister sir prof ds herr frau hadj sheikh sr')

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
