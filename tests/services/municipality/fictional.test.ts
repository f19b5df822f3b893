/** What is invented is known by its form, and what is real is left alone. */
import { expect, test } from '@jest/globals'
import { fictionalIn } from '../../../services/municipality/fictional.ts'
import { asReal } from '../../kit/production.ts'
import { town } from '../../kit/signals.ts'

const real = asReal(town)

test('the municipality of the example is invented in every part, that of a town in none', () => {
  const found = fictionalIn([town]).map((problem) => problem.split(':')[0])
  for (const path of ['id', 'name', 'phone', 'officers.0.phone', 'integrity.email', 'mailbox'])
    expect(found).toContain(`municipalities.0.${path}`)
  expect(fictionalIn([real])).toEqual([])
})

test.each(['088-000 00 03', '+31 88 000 01 02', '088 0000409'])(
  'the number %s is given out to nobody',
  (phone) => {
    expect(fictionalIn([{ ...real, phone }])).toEqual([
      'municipalities.0.phone: is invented, as in the example: fill in what is real here',
    ])
  },
)

test.each(['088-374 47 44', '0800-2000', '010-880 00 00', '14 010'])('the number %s is', (phone) => {
  expect(fictionalIn([{ ...real, phone }])).toEqual([])
})

test('a partner of the example among real ones is found', () => {
  const [demo] = town.partners.slice(-1)
  if (!demo) throw new Error('The town has no partners.')
  expect(fictionalIn([{ ...real, partners: [...real.partners, demo] }]).length).toBeGreaterThan(0)
})
