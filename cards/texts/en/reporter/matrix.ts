/** Which signal goes where, as everybody may read it (A080), in English. */
import type { matrix as nl } from '../../nl/reporter/matrix.ts'

export const matrix: typeof nl = {
  title: 'What goes where?',
  about:
    'You do not have to choose. You tell us, and we choose together with the partners. Nothing goes out by itself.',
  nobody: 'To nobody.',
  first: (names) => `First: ${names}.`,
  also: (names) => `Beside that: ${names}.`,
  notFirst: (all) => `Not first: ${all}.`,
  named: (name, as) => `${name} (${as})`,
  notFirstAs: {
    visit: 'no visit or inspection',
    alone: 'not alone',
    meetingOrMail: 'no meeting or mail',
    enforcementAlone: 'not enforcement alone',
    report: 'not yet',
  },
}
