/** MiniSearch on the same register in a process of its own: name and street, with fuzziness 0.2, as one would begin with. */
import MiniSearch from 'minisearch'
import { z } from 'zod'
import type { Entry } from '../../../services/matching/entry.ts'
import { answer } from '../children.ts'
import { peakMb, type Searched } from './figures.ts'
import { askedOf, registerOf } from './register.ts'

const Given = z.object({ size: z.number(), each: z.number(), budgetMs: z.number() })
/** As many of its answers as we open candidates. */
const FIRST = 30

const nameIn = ({ persons, organisations }: Entry): string =>
  [
    ...persons.map(({ name, givenName, surname }) => [name, givenName, surname]),
    ...organisations.map(({ name }) => [name]),
  ]
    .flat()
    .filter((part) => part !== undefined)
    .join(' ')
const streetIn = ({ addresses }: Entry): string => addresses.map(({ street }) => street ?? '').join(' ')

answer(async (given) => {
  const { size, each, budgetMs } = Given.parse(given)
  return {
    ready: {},
    answers: {
      measure: (): Searched => {
        const search = new MiniSearch<{ id: string; name: string; street: string }>({
          fields: ['name', 'street'],
        })
        let buildMs = 0
        for (const entry of registerOf(size)) {
          const document = { id: entry.id, name: nameIn(entry), street: streetIn(entry) }
          const began = performance.now()
          search.add(document)
          buildMs += performance.now() - began
        }
        const ms: number[] = []
        const found: boolean[] = []
        const until = performance.now() + budgetMs
        for (const { entry, same } of askedOf(size, each).filter(({ kind }) => kind === 'known')) {
          if (ms.length > 4 && performance.now() > until) break
          const began = performance.now()
          const first = search.search(`${nameIn(entry)} ${streetIn(entry)}`, { fuzzy: 0.2 }).slice(0, FIRST)
          ms.push(performance.now() - began)
          found.push(first.some(({ id }) => same.includes(String(id))))
        }
        return { ms, found, buildMs, peakMb: peakMb() }
      },
    },
  }
})
