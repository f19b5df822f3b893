/** Invented organisations. */
import { passesElevenTest } from '../../services/privacy/bsn/find.ts'
import type { Random } from './random.ts'

/** `name` with its legal form; `core` and `sector` apart; `acronym`: its first letters, where people use those. */
export type Firm = {
  id: string
  core: string
  sector: string
  sectorFirst: boolean
  form: string
  kvk: string
  phone: string
  home: number
}

const SECTORS =
  'Uitzendbureau Restaurant Kapsalon Schoonmaak Thuiszorg Zorg Bouw Transport Nagelstudio Massagesalon Hotel Eetcafé Bakkerij Garage Autobedrijf Kwekerij Supermarkt Personeel Vastgoed Logistiek Klusbedrijf Belwinkel Grillroom Pizzeria Groothandel Wasserij Koeriersdienst Bezorging Beveiliging Verhuur'.split(
    ' ',
  )
const POPULAR =
  'Royal Lotus Panda Golden Anatolia Istanbul Bella Roma Star Prestige Elite Horizon Zon Samen'.split(' ')
const STARTS =
  'Ar Bel Cor Dal Er Fen Gal Hor In Jas Kel Lin Mar Nor Or Pel Quin Ras Sol Tur Ul Ver Wes Xan Yor Zil Bran Cris Dor Flex Groen Helm Kram Lux Mond Noord Oost Prim Rijn Sted Trans Veld West Zuid'.split(
    ' ',
  )
const MIDDLES = 'a e i o u ar en ir on um el ad em is or an ev ol ap et'.split(' ')
const ENDS =
  'vra mond dal ster lux tech ron via dora tis nex plan zon mar tra lis ven bo ka dex rum pora line co'.split(
    ' ',
  )
const FORMS = ['B.V.', 'B.V.', 'B.V.', 'V.O.F.', '', '', 'Holding B.V.', 'C.V.']

/** A number of ten digits that nobody has: no Dutch mobile number begins with 06-00. */
export const inventedPhone = (random: Random): string =>
  `0600${String(random.int(0, 999_999)).padStart(6, '0')}`

/** A number that begins with two noughts, as none of the trade register does, and that is no citizen's number either. */
function inventedKvk(random: Random): string {
  for (;;) {
    const kvk = `00${String(random.int(1, 999_999)).padStart(6, '0')}`
    if (!passesElevenTest(`0${kvk}`)) return kvk
  }
}

/** A firm at a door. */
export function firmOf(random: Random, id: string, home: number): Firm {
  const own = `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)}`
  const core = random.weighted([
    [70, own],
    [12, `${own} ${random.pick(STARTS)}${random.pick(ENDS)}`],
    [18, random.pick(POPULAR)],
  ])
  return {
    id,
    core,
    sector: random.pick(SECTORS),
    sectorFirst: random.chance(0.6),
    form: random.pick(FORMS),
    kvk: inventedKvk(random),
    phone: inventedPhone(random),
    home,
  }
}

/** The name of a firm, as the trade register has it. */
export function nameOfFirm({ core, sector, sectorFirst, form }: Firm): string {
  const stichting = form === '' && /^(?:Zorg|Thuiszorg)$/.test(sector) ? 'Stichting ' : ''
  return `${stichting}${sectorFirst ? `${sector} ${core}` : `${core} ${sector}`} ${form}`.trim()
}
