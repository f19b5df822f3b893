/** What two texts of danger have in common, and what only one of them says. */
import { describe, expect, test } from '@jest/globals'
import { dangerSigns, speaksOfDanger } from '../../../kit/speaksOfDanger.ts'
import { ACUTE } from './sentences/acute.ts'
import { ORDINARY } from './sentences/ordinary.ts'

/** Does the second say of danger anything that the first does not? */
function saysMore(first: string, second: string): boolean {
  const before = dangerSigns(first)
  return [...dangerSigns(second)].some((sign) => !before.has(sign))
}

describe('signs of danger', () => {
  test('are there where a text speaks of it, and only there', () => {
    expect(ACUTE.filter((text) => dangerSigns(text).size === 0)).toEqual([])
    expect(ORDINARY.filter((text) => dangerSigns(text).size > 0)).toEqual([])
    expect(ACUTE.every(speaksOfDanger)).toBe(true)
  })

  test.each([
    ['Hij heeft nu een mes!', 'Ze is opgesloten in de kelder.'],
    ['Hij slaat haar nu.', 'Hij dreigt haar te vermoorden.'],
    ['Ze wordt geslagen.', 'Het meisje is vermist.'],
    ['He has a gun!', 'She is locked up in the house.'],
  ])('%s Then: %s That is more', (first, second) => expect(saysMore(first, second)).toBe(true))

  test.each([
    ['Hij heeft nu een mes!', 'hij heeft nu een MES!!'],
    ['Hij heeft nu een mes!', 'Hij heeft nu een mes, echt waar, gisteren was hij ook al hier.'],
    ['Hij slaat haar nu.', 'Hij slaat haar nu nog steeds, meneer!'],
    ['Ze is opgesloten in de kelder.', 'Zij zit opgesloten, in die kelder dus.'],
  ])('%s Then: %s That is the same', (first, second) => {
    expect(dangerSigns(second).size).toBeGreaterThan(0)
    expect(saysMore(first, second)).toBe(false)
  })

  test('there are only so many, whatever is typed', () => {
    const filler = Array.from(
      { length: 400 },
      (_, nr) => `Hij heeft een woord${nr} en een mes in zijn zak${nr}!`,
    )
    const all = new Set(filler.flatMap((text) => [...dangerSigns(text)]))
    expect(all.size).toBeLessThan(10)
  })
})
