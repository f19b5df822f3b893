/** Who may know the writer's name, as the words ask (I.1). */
import type { Degree } from '../../signal/words.ts'
import type { Proposal } from '../reading.ts'
import { saidDegree } from './saidDegree.ts'

/** The degree that the words ask for; undefined where they do not say. A wish is heard where it stands, never guessed. */
export const readDegree = (messages: readonly string[]): Proposal<Degree> => saidDegree(messages)
