import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../../services/understanding/understand.ts'

const ABOUT = { municipality: 'Voorbeeldstad', readers: ['Sanne de Vries', 'Omar Bakkali'] }
const forks = (...messages: readonly string[]) => understand(messages, ABOUT).forks.map(({ fork }) => fork)

describe('a colleague', () => {
  test.each([
    'mijn collega neemt geld aan van een verhuurder',
    'iemand van burgerzaken verkoopt adressen uit de BRP',
    'onze teamleider intimideert de stagiaires',
    'het gaat over een collega',
    'my manager is taking money from landlords',
  ])('is the subject: %s', (text) => expect(forks(text)).toContain('colleague'))
  test.each([
    'een collega zag dat er tien mannen in die schuur slapen',
    'samen met mijn collega ben ik op huisbezoek geweest, er lagen zes matrassen',
    'een collega van de klant slaapt in de keuken',
    'van een collega hoorde ik dat de baas geen loon betaalt',
  ])('is who saw it, or another’s: %s', (text) => expect(forks(text)).not.toContain('colleague'))
})

describe('whoever reads here', () => {
  test.each([
    'het gaat over Sanne de Vries, zij houdt meldingen tegen',
    'ik zag dat Bakkali een envelop aannam van de eigenaar',
  ])('is the subject: %s', (text) => expect(forks(text)).toContain('officer'))
  test.each([
    'hoi Sanne, er slapen mannen in de kas',
    'kan ik met Omar Bakkali bellen',
    'Sanne Jansen verhuurt kamers aan tien man',
  ])('is spoken to, or another: %s', (text) => expect(forks(text)).not.toContain('officer'))
})

describe('police information', () => {
  test.each(['uit BVH blijkt dat hij antecedenten heeft', 'als boa heb ik een proces-verbaal opgemaakt'])(
    '%s',
    (text) => expect(forks(text)).toContain('police'),
  )
  test.each(['ik heb de politie gebeld', 'de politie stond voor de deur'])('not: %s', (text) =>
    expect(forks(text)).not.toContain('police'),
  )
})

describe('violence at home', () => {
  test.each(['haar man slaat haar elke week', 'er is huiselijk geweld bij de buren', 'he beats his wife'])(
    '%s',
    (text) => expect(forks(text)).toContain('violenceAtHome'),
  )
  test.each(['de voorman slaat de jongens in de kas', 'ik geef een presentatie over huiselijk geweld'])(
    'not: %s',
    (text) => expect(forks(text)).not.toContain('violenceAtHome'),
  )
})

describe('another municipality', () => {
  test.each(['in een woning in Zwolle zitten zes meisjes', 'het speelt in een andere gemeente'])(
    '%s',
    (text) => expect(forks(text)).toContain('otherMunicipality'),
  )
  test.each([
    'in Voorbeeldstad slapen mannen in een schuur',
    'hij kwam uit Tiel en woont nu hier met tien anderen',
  ])('not: %s', (text) => expect(forks(text)).not.toContain('otherMunicipality'))
  test('a word that is also a town is a word', () => {
    expect(forks('er wonen mensen in huizen naast de buren')).not.toContain('otherMunicipality')
  })
})

describe('a correction of an earlier report', () => {
  test.each([
    'laat maar, het bleek gewoon haar broer te zijn',
    'mijn melding van gisteren klopt niet, ik heb me vergist',
  ])('%s', (text) => expect(forks(text)).toContain('correction'))
  test.each(['aanvulling op mijn melding: vandaag weer een busje gezien'])('not: %s', (text) =>
    expect(forks(text)).not.toContain('correction'),
  )
})

test('a fork says on which words it stands', () => {
  const [fork] = understand(['uit BVH blijkt het'], ABOUT).forks
  expect(fork).toMatchObject({ fork: 'police', because: [{ message: 0, from: 4, to: 7, words: 'BVH' }] })
})
