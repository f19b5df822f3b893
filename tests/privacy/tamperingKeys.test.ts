/**
 * Somebody has the database in hands, and goes for the documents that hold the keys of a municipality: the start does not
 * crash, nobody is told anything that is not theirs, what comes in is taken, and all of it opens when they are put back.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Log } from '../../bot/app/log.ts'
import { verb } from '../journeys/officerSteps.ts'
import { lastSaid, openDossier, type Reported, report } from '../journeys/steps.ts'
import { type House, startHouse } from '../kit/house.ts'
import { putBack, type Row, rowsOf, tamperWith } from './tamper.ts'

const WORDS = 'Kanarie-Sanne zag iets.'
const logged: string[] = []
const log: Log = {
  info: () => undefined,
  warn: (event, fields) => void logged.push(`${event} ${fields?.kind ?? ''}`),
  error: (event, fields) => void logged.push(`${event} ${fields?.kind ?? ''}`),
}

let house: House
let file: string
let before: Row[]
let it: Reported
beforeAll(async () => {
  house = await startHouse({ log })
  file = join(house.dir, 'signaalpunt.db')
  it = await report(house, house.sanne, WORDS)
  await house.settle()
  before = rowsOf(file)
})
afterAll(() => house.stop())

const LAYERS = ['documents', 'names'] as const
const WAYS = [
  'a byte of it flipped',
  'nothing in it',
  'null in it',
  'that of another of its kind',
  'taken away',
]

test.each(LAYERS.flatMap((layer) => WAYS.map((way) => [layer, way] as const)))(
  'privacy: tampering with the keys of %s: %s',
  async (layer, way) => {
    const row = before.find(({ kind, id }) => kind === 'key' && id === layer)
    const sibling = before.find(({ kind, id }) => kind === 'key' && id !== layer)
    if (!row || !sibling) throw new Error('There are two documents with keys.')
    try {
      tamperWith(file, row, way, { sibling, other: row, older: undefined, foreign: row })
      logged.length = 0
      await house.restart()
      const { kees, marieke, connector } = house
      const sentBefore = connector.everythingSent().length
      // Something new is taken, and can be read.
      const aNew = await report(house, kees, 'Kanarie-Kees hoorde iets.')
      expect(connector.textOf(await openDossier(house, marieke, aNew.reference))).toContain('Kanarie-Kees')
      const clicked = await marieke.click(connector.newestCard(house.channel), verb('open'))
      expect(clicked.status).toBeLessThan(500)
      await house.sanne.say('mijn meldingen')
      await house.settle()
      expect(lastSaid(house, house.sanne)).not.toMatch(/Kees|damaged|key/)
      for (const { body } of connector.everythingSent().slice(sentBefore))
        expect(body).not.toMatch(/Kanarie-Sanne|damaged|Unreadable|ZodError/)
      if (way !== 'taken away') expect(logged.join('\n')).toContain('record.unreadable key')
      else expect(logged.join('\n')).toMatch(/record\.unreadable|sweep\.failed|turn\.failed|^$/)
    } finally {
      await house.settle()
      putBack(file, before)
      await house.restart()
      const dossier = await openDossier(house, house.marieke, it.reference)
      expect(house.connector.textOf(dossier)).toContain(WORDS)
      await house.settle()
      putBack(file, before)
    }
  },
)
