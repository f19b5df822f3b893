/**
 * What people say in a chat, by a second hand, who had not seen what reads it: written and frozen before the first run.
 */
import { test } from '@jest/globals'
import { casesIn } from './case.ts'
import { holds, named } from './holds.ts'

/**
 * What is still read or answered otherwise than its writer expects; each test says so as soon as that is no longer true. C17 and C39 ring,
 * C55 asks; a correction (C22) and two words in another language (C29, C30) are not recognised; C50 keeps the
 * words by which danger is taken back, since a reading can be wrong.
 */
const MISSED: ReadonlySet<string> = new Set(['C17', 'C22', 'C29', 'C30', 'C39', 'C50', 'C55'])

const cases = casesIn('conversation')
test.each(cases.filter(({ id }) => !MISSED.has(id)).map(named))('%s', (_name, one) => holds(one))

test.failing.each(cases.filter(({ id }) => MISSED.has(id)).map(named))('%s', (_name, one) => holds(one))
