/** The forks as the words say them: concepts within sentences. */
import type { About, Fork } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'
import type { Hit, Met } from '../text/match.ts'
import { colleague, officer } from './colleague.ts'
import { otherMunicipality } from './otherMunicipality.ts'

/** The forks that these messages may take; empty for an ordinary signal. */
export function saidForks(messages: readonly string[], about: About): readonly Fork[] {
  const met = meaningOf(messages)
  return [
    ...colleague(met),
    ...officer(met, about),
    ...police(met),
    ...violenceAtHome(met),
    ...otherMunicipality(met, about),
    ...correction(met),
  ]
}

/** Said of what is learnt, or not so: it is no finding. */
const learnt = (met: Met, { sentence }: Hit): boolean => met.inSentence(sentence, 'ifSo')
const denied = (met: Met, { clause, first }: Hit): boolean =>
  met.of('not').some((hit) => hit.clause === clause && hit.first < first && first - hit.first <= 3)

/** Police information (Wpg): refused kindly. */
function police(met: Met): Fork[] {
  const hits = met.of('policeInformation').filter((hit) => !denied(met, hit))
  return hits.length > 0 ? [{ fork: 'police', sure: 'likely', because: met.because(hits) }] : []
}

/** Violence at home (B1): named so, or somebody of the household who hurts, where nothing is said of gain. */
function violenceAtHome(met: Met): Fork[] {
  const named = met.of('homeViolence').filter((hit) => !learnt(met, hit) && !denied(met, hit))
  if (named.length > 0) return [{ fork: 'violenceAtHome', sure: 'sure', because: met.because(named) }]
  const hurts = met
    .of('hurts')
    .filter((hit) => !learnt(met, hit) && !denied(met, hit) && !met.inSentence(hit.sentence, 'elsewhereHurt'))
  const because = hurts.flatMap((hit) => {
    const home = met
      .of('atHome')
      .filter(({ sentence, first }) => sentence === hit.sentence || Math.abs(first - hit.first) <= 12)
    return home.length > 0 ? met.because([...home.slice(0, 1), hit]) : []
  })
  if (because.length === 0 || met.of('exploits').length > 0) return []
  return [{ fork: 'violenceAtHome', sure: 'likely', because }]
}

/** "Never mind, it turned out …": linked to what was reported, quickly erased when the officer agrees. */
function correction(met: Met): Fork[] {
  const said = met.of('correctionSaid')
  if (said.length > 0) return [{ fork: 'correction', sure: 'likely', because: met.because(said) }]
  const mistaken = met.of('mistaken')
  const earlier = met.of('earlierReport')
  const near = mistaken.filter((hit) => earlier.some((each) => Math.abs(each.sentence - hit.sentence) <= 2))
  if (near.length > 0) return [{ fork: 'correction', sure: 'likely', because: met.because(near) }]
  return []
}
