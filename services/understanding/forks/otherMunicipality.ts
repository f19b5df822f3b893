/** Does it happen, or does the person live, in another municipality (A2, C3)? */
import type { About, Fork } from '../reading.ts'
import type { Met } from '../text/match.ts'
import { sameTown, townsIn } from './places.ts'

/**
 * A town that is named as where it happens, and nothing said of here; or said outright. In doubt where a town is only
 * where somebody comes from, or where here is named too.
 */
export function otherMunicipality(met: Met, { municipality }: About): Fork[] {
  const said = met.of('elsewhereSaid')
  const towns = townsIn(met.words)
  const ours = municipality === undefined ? [] : towns.filter(({ name }) => sameTown(name, municipality))
  const hereSaid = met.of('hereSaid').filter(({ clause }) => !met.inClause(clause, 'writerLives'))
  const here = hereSaid.length > 0 || ours.length > 0 || namesOurs(met, municipality)
  const others = towns.filter(({ name }) => municipality === undefined || !sameTown(name, municipality))
  if (said.length > 0) {
    const because = [...met.because(said), ...others.map(({ at }) => at)]
    return [{ fork: 'otherMunicipality', sure: 'likely', because }]
  }
  const lives = others.filter(
    ({ how, sentence, first }) => how === 'in' && !met.inSentence(sentence, 'moved') && !ownTrip(met, first),
  )
  const livesThere = met
    .of('livesIn')
    .some((hit) =>
      lives.some(({ first, end }) => Math.min(Math.abs(hit.end - first + 1), Math.abs(hit.first - end)) <= 2),
    )
  const there = livesThere || met.of('thereSaid').length > 0
  const because = others.map(({ at }) => at)
  if (lives.length > 0 && (!here || there)) return [{ fork: 'otherMunicipality', sure: 'likely', because }]
  // Another town and here, both: the person is asked which of the two.
  if (lives.length > 0 && ours.length === 0 && !namesOurs(met, municipality))
    return [{ fork: 'otherMunicipality', sure: 'doubt', because }]
  const from = others.filter(
    ({ how, sentence, first }) =>
      how === 'from' && !met.inSentence(sentence, 'moved') && !ownTrip(met, first),
  )
  if (from.length > 0 && !here) return [{ fork: 'otherMunicipality', sure: 'doubt', because }]
  return []
}

/** The name of the municipality may be one that no list has. */
function namesOurs({ words }: Met, municipality: string | undefined): boolean {
  if (municipality === undefined) return false
  const first = municipality.toLowerCase().split(/[\s-]/)[0] ?? ''
  const at = words.tokens.findIndex(({ word }) => word === first)
  if (at < 0) return false
  const before = words.tokens.slice(Math.max(0, at - 2), at).map(({ word }) => word)
  return !before.some((word) => word === 'niet' || word === 'not' || word === 'buiten' || word === 'outside')
}

/** "I live in Zeist", "on my way to Amersfoort": the writer's own place says nothing of what they tell. */
function ownTrip({ words, inClause }: Met, first: number): boolean {
  const clause = words.tokens[first]?.clause ?? -1
  return inClause(clause, 'writerLives')
}
