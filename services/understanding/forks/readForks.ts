/** What does not belong in this register, or belongs here in another way (A2, A3, B1, E, I). */
import { passagesOf } from '../passages.ts'
import type { About, Fork, ForkKind } from '../reading.ts'

const SAID: readonly (readonly [ForkKind, RegExp])[] = [
  [
    'colleague',
    /\b(?:een|mijn|die) (?:collega|leidinggevende|teamleider|manager) (?:neemt|pakt|steelt|vraagt geld|lekt)\b/gi,
  ],
  ['police', /\b(?:in de opsporing|als opsporingsambtenaar|politiesysteem|antecedenten)\b/gi],
  ['violenceAtHome', /\b(?:huiselijk geweld|mishandelt (?:zijn vrouw|haar kind|de kinderen))\b/gi],
  ['otherMunicipality', /\bin een andere gemeente\b/gi],
  ['correction', /\b(?:laat maar,? (?:het )?bleek|bleek toch|was een misverstand)\b/gi],
]

/** The forks that these messages may take; empty for an ordinary signal. */
export function readForks(messages: readonly string[], about: About): readonly Fork[] {
  const found = SAID.flatMap(([fork, pattern]): Fork[] => {
    const because = passagesOf(messages, pattern)
    return because.length > 0 ? [{ fork, sure: 'likely', because }] : []
  })
  const readers = (about.readers ?? []).flatMap((name): Fork[] => {
    const last = name.split(' ').at(-1) ?? name
    const at = messages.findIndex((text) => text.toLowerCase().includes(last.toLowerCase()))
    const text = messages[at]
    if (text === undefined || last.length < 4) return []
    const from = text.toLowerCase().indexOf(last.toLowerCase())
    const words = text.slice(from, from + last.length)
    return [
      { fork: 'officer', sure: 'doubt', because: [{ message: at, from, to: from + last.length, words }] },
    ]
  })
  return [...found, ...readers]
}
