/** Words that many firms have in their names: alone they tell little (beside `services/understanding/facts/words`). */
import { LEGAL_FORMS, PARTS, SECTORS } from '../../understanding/facts/words/organisations.ts'
import { wordSet } from '../../understanding/facts/words/wordSet.ts'
import { oneIj } from '../addresses/plainWords.ts'

/** What a firm is by law, also abroad; it is left out, for one writes it and another does not. */
const FORMS = wordSet(
  'stichting vereniging cooperatie maatschap eenmanszaak holding beheer beheermaatschappy groep group nederland',
  'international the de het een firma fa company co corp corporation ev ua sp zoo spolka ska sc pvt pty gmbhco st ooo tov ood eood zoo',
)
/** Between parts, or nothing by themselves. */
const BETWEEN = wordSet('en and und et y of van voor vd der den te op aan in bij n')

/** Beside the sectors: the commonest words of the trade register. */
const COMMON = wordSet(
  'adviesbureau administratie advies afbouw apotheek architecten auto autorijschool bedrijfsdiensten beauty bezorging',
  'bloemist bouwmaatschappij bouwmaterialen buurtsuper centrum city chinees consult consulting creative dak dakwerk',
  'design digital dierenarts driessen drankenhandel eetcafe elektrotechniek european euro evenementen expert exploitatie',
  'fashion film financial fitness foto gebroeders gebr glas global goud groente groothandel hair handelsonderneming',
  'handelmaatschappij home house huis huisartsen ict indian interim invest investments italiaans keuken kids kleding',
  'klussenbedrijf klusser koffie kunst landgoed lifestyle loodgieter lunch makelaar management marketing media medical',
  'meubelen mode motoren multi music natuur online oost noord zuid west onderhoudsbedrijf ontwikkeling optiek organisatie',
  'pakket pallets partner party plus power praktijk pro project projectontwikkeling promotions quality rijschool',
  'schilderwerken schoenen schoonmaakdiensten security slager smart sport star stad stadscafe super support systems',
  'tandarts team techniek telecom textiel thuis timmerbedrijf timmerwerken top total totaal tuinen tweewielers uitzenden',
  'uitzendkrachten verf vervoer verzekeringen video visie vloeren web webshop winkel world yoga zonwering',
)

/** All of the common ones, and those that a firm of some sector is called by; with "y" for "ij", as words are read. */
const GENERIC: ReadonlySet<string> = new Set([...SECTORS, ...PARTS, ...COMMON].map(oneIj))

/** Names that many a shop or restaurant chose, anywhere: they tell more than a common word, and less than a name of its own. */
const POPULAR = wordSet(
  'royal lotus panda golden gouden ster zon maan roma bella italia istanbul ankara anatolia antalya bosporus efes',
  'china hong kong peking azie orient oriental palace paleis garden tuin star sun moon diamond diamant prestige elite',
  'king queen kings queens paradise venus fortuna horizon hollandia oranje unity first best new nova alfa alpha omega',
  'delta atlas titan phoenix eden oase oasis samen elkaar anders balans vita maria jansen bakker visser smit vries dyk',
)

export type WordKind = 'form' | 'between' | 'generic' | 'popular' | 'telling'

/** What a word of a name is: left out, common, or what tells it from others. */
export function kindOfWord(word: string): WordKind {
  if (isLegalForm(word) || FORMS.has(word)) return 'form'
  if (BETWEEN.has(word)) return 'between'
  if (GENERIC.has(word)) return 'generic'
  if (POPULAR.has(word)) return 'popular'
  return 'telling'
}

/** Is it a legal form, as "bv"? */
export const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(word)

const SHORTEST_GLUED = 5
const LONGEST_GLUED = 22
const SHORTEST_OWN = 3
/** A short one that is no sector begins many a name by chance: "Transonex". */
const GLUED: ReadonlySet<string> = new Set([
  ...[...SECTORS].map(oneIj).filter((word) => word.length >= SHORTEST_GLUED),
  ...[...GENERIC].filter((word) => word.length > SHORTEST_GLUED),
])

/** "Royalkapsalon" and "kapsalonroyal" as two words: a common word that was glued to another. */
export function unglued(word: string): readonly string[] {
  if (word.length < SHORTEST_GLUED + SHORTEST_OWN || kindOfWord(word) !== 'telling') return [word]
  for (let size = Math.min(LONGEST_GLUED, word.length - SHORTEST_OWN); size >= SHORTEST_GLUED; size -= 1) {
    const [front, back] = [word.slice(0, -size), word.slice(-size)]
    if (GLUED.has(back)) return [...unglued(front), back]
    if (GLUED.has(word.slice(0, size))) return [word.slice(0, size), ...unglued(word.slice(size))]
  }
  return [word]
}
