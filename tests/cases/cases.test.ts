/**
 * Inputs that failed once, each a file of `inputs/`. What Teams sends, refuses and forgets, as public reports of
 * comparable bots describe it; nobody who wrote the bot wrote these.
 */
import { test } from '@jest/globals'
import { casesIn } from './case.ts'
import { holds, named } from './holds.ts'

const cases = casesIn('inputs')

test.each(cases.map(named))('%s', (_name, one) => holds(one))
