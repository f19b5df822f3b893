/** Words that many firms have in their names: alone they tell little (beside `services/understanding/facts/words`). */
import {
  LEGAL_FORMS,
  PART_ENDS,
  PARTS,
  SECTOR_ENDS,
  SECTORS,
} from '../../understanding/facts/words/organisations.ts'
import { wordSet } from '../../understanding/facts/words/wordSet.ts'

/** What a firm is by law, also abroad; it is left out, for one writes it and another does not. */
const FORMS = wordSet(
  'stichting vereniging cooperatie maatschap eenmanszaak holding beheer beheermaatschappij groep group nederland',
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

/** Names that many a shop or restaurant chose, anywhere: they tell more than a common word, and less than a name of its own. */
const POPULAR = wordSet(
  'royal lotus panda golden gouden ster zon maan roma bella italia istanbul ankara anatolia antalya bosporus efes',
  'china hong kong peking azie orient oriental palace paleis garden tuin star sun moon diamond diamant prestige elite',
  'king queen kings queens paradise venus fortuna horizon hollandia oranje unity first best new nova alfa alpha omega',
  'delta atlas titan phoenix eden oase oasis samen elkaar anders balans vita maria jansen bakker visser smit vries dyk dijk',
)

export type WordKind = 'form' | 'between' | 'generic' | 'popular' | 'telling'

/** What a word of a name is: left out, common, or what tells it from others. */
export function kindOfWord(word: string): WordKind {
  if (LEGAL_FORMS.has(word) || FORMS.has(word)) return 'form'
  if (BETWEEN.has(word)) return 'between'
  if (SECTORS.has(word) || PARTS.has(word) || COMMON.has(word)) return 'generic'
  if (POPULAR.has(word)) return 'popular'
  const made = [...SECTOR_ENDS, ...PART_ENDS].some((end) => end.length > 4 && word.endsWith(end))
  // "bouwwerken", "schoonmaakdiensten": made of two such words.
  return made && [...PARTS, ...COMMON].some((start) => start.length > 3 && word.startsWith(start))
    ? 'generic'
    : 'telling'
}
