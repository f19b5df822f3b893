/** The words of the routing, as a professional reads them: what each concept must and must not find. */
import { expect, test } from '@jest/globals'
import { ROUTING_WORDS, routingWordsIn } from '../../../../services/routing/reading/words.ts'

const finds = (name: string, sentence: string) => routingWordsIn([sentence]).of(name).length > 0

test.each(Object.entries(ROUTING_WORDS.concepts))(
  '%s finds what it must, and not what it must not',
  (name, { must, mustNot }) => {
    expect(must.filter((sentence) => !finds(name, sentence))).toEqual([])
    expect(mustNot.filter((sentence) => finds(name, sentence))).toEqual([])
  },
)
