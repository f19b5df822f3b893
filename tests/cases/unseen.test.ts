/**
 * Inputs by a second hand, who had not seen what reads them: written and frozen before the first run, and not changed
 * since, but for what `unseen.md` names.
 */
import { test } from '@jest/globals'
import { casesIn } from './case.ts'
import { holds, named } from './holds.ts'

test.each(casesIn('unseen').map(named))('%s', (_name, one) => holds(one))
