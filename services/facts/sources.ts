/**
 * Other systems in which an officer may look by hand (A063). What is closed stays closed until the jurist of the municipality
 * opens it in the configuration: its own law decides who may look there, and for what.
 */
import type { Municipality } from '../municipality/municipality.ts'
import type { ClosedSource } from '../municipality/sources.ts'
import { CLOSED_SOURCES, USUAL_SOURCES } from '../municipality/sources.ts'
import type { Language } from '../words.ts'

export type Source = { id: string; name: string; open: boolean }

type Town = Pick<Municipality, 'otherSystems' | 'openSources'>

/** Every system that can be chosen, the closed ones last. */
export function sourcesIn({ otherSystems, openSources = [] }: Town, language: Language): Source[] {
  const open = (otherSystems ?? USUAL_SOURCES).map(({ id, name }) => ({
    id,
    name: name[language],
    open: true,
  }))
  const closed = CLOSED_SOURCES.map(({ id, name }) => ({
    id,
    name: name[language],
    open: openSources.includes(id satisfies ClosedSource),
  }))
  return [...open, ...closed]
}

/** What a system is called; its bare name where it is none of them any more. */
export const sourceName = (town: Town, id: string, language: Language): string =>
  sourcesIn(town, language).find((source) => source.id === id)?.name ?? id
