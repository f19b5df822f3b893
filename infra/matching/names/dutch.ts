/**
 * Dutch names as they are spread: the commonest surnames at about their real shares (the census of 2007: one in 190 is
 * called De Jong), and behind them a long tail that is composed, for most people have a name that few have.
 */
import { pickerOf, type Random, randomOf } from '../random.ts'

/** A surname with what stands before it: "van den" + "Berg". */
export type Surname = { prefix: string; main: string }

/** By falling frequency; a prefix stands before the comma. */
const COMMON =
  'de,Jong;Jansen;de,Vries;van den,Berg;van,Dijk;Bakker;Janssen;Visser;Smit;Meijer;de,Boer;Mulder;de,Groot;Bos;Vos;Peters;Hendriks;van,Leeuwen;Dekker;Brouwer;de,Wit;Dijkstra;Smits;de,Graaf;van der,Meer;van der,Linden;Kok;Jacobs;de,Haan;Vermeulen;van den,Heuvel;van de,Ven;van der,Veen;van den,Broek;de,Bruijn;de,Bruin;van der,Heijden;Schouten;van,Beek;Willems;van,Vliet;van de,Velde;Hoekstra;Maas;Verhoeven;Koster;van,Dam;van der,Wal;Prins;Blom;Huisman;Peeters;de,Jonge;Kuipers;van,Veen;Kuiper;Post;Veenstra;Kramer;van den,Brink;Scholten;van,Wijk;Postma;Martens;Vink;de,Ruiter;Timmermans;Groen;Gerritsen;Jonker;van,Loon;Boer;van der,Velden;Willemsen;Smeets;de,Lange;de,Vos;van,Dongen;Schipper;de,Koning;van der,Laan;Koning;van der,Velde;Driessen;van,Doorn;Hermans;Evers;van den,Bosch;van der,Meulen;Hofman;Bosman;Wolters;Sanders;van der,Horst;Mol;Kuijpers;Molenaar;van de,Pol;de,Leeuw;Verbeek'

/** Stems and endings of the composed ones. */
const STEMS =
  'Acker Alders Baren Beek Berken Bever Blanken Bloem Boeren Bol Boom Born Braam Brand Breede Broek Bruggen Bult Buiten Daal Del Diep Doorn Drie Duin Eden Eiken Elzen Els Enge Essen Ever Gans Geer Gelder Groen Haag Haan Haver Heer Heide Helder Hemel Hessel Heuvel Hoeve Hoog Hooi Horn Hulst Ingen Iper Kaal Kamer Kerk Kers Klaver Klein Klooster Knol Kolk Koren Kreuk Kroon Kruis Laar Lage Land Leen Lelie Linde Loos Luiten Maar Made Mars Meen Mees Middel Moer Molen Mos Muiden Nes Nieuwen Noorden Olden Onder Oost Ooster Over Paal Pannen Peppel Plas Poel Polder Raven Reeden Riet Ring Roden Roos Ruiter Schaap Scheer Schoon Slag Sloter Smal Snel Spiek Spring Staal Steen Stolk Stroom Swane Terp Tol Torn Tuin Uilen Uit Valken Veld Venne Vinken Vlas Vlier Voor Vrouwen Waal Water Weer Weiden Wester Wezel Wiel Wijn Wilgen Winter Wolf Woude Zand Zee Zonne Zuider Zwaan Zwart'
const ENDINGS =
  ' aar beek berg borg bosch bos brink broek burg daal dam dijk donk driessen egge en feld gaard graaf ga gers haar hagen heim hof horst hout huis huizen hoven ing inga kamp kate kerk laar land loo lo maat man mans meer meijer mond oord pol rade rijk ringa schot sloot sma stad steen stein stra straten tra veen veld velt veer ven voort voorde vliet waard weg werf wijk winkel woud zijl zoon'
const PREFIXES: readonly (readonly [number, string])[] = [
  [70, ''],
  [9, 'van'],
  [7, 'van der'],
  [5, 'van de'],
  [3, 'van den'],
  [3, 'de'],
  [1, 'ten'],
  [1, 'ter'],
  [1, 'van het'],
]

/** Bearers per name by rank, as a line between these on paper with logarithms both ways. */
const BEARERS: readonly (readonly [rank: number, bearers: number])[] = [
  [1, 86_500],
  [10, 40_000],
  [100, 11_000],
  [1_000, 1_900],
  [10_000, 190],
  [40_000, 30],
]

/** How many bear the name of this rank, about. */
export function bearersOf(rank: number): number {
  const last = BEARERS.length - 1
  const at = Math.min(last - 1, Math.max(0, BEARERS.findIndex(([to]) => to >= rank) - 1))
  const [[fromRank, from] = [1, 1], [toRank, to] = [2, 1]] = BEARERS.slice(at)
  const share = Math.log(rank / fromRank) / Math.log(toRank / fromRank)
  return from * (to / from) ** share
}

const TAIL = 30_000

/** All surnames with how many bear them. The composed ones are in an order of their own, the same each time. */
function allSurnames(): (readonly [number, Surname])[] {
  const common = COMMON.split(';').map((name): Surname => {
    const [first = '', main] = name.split(',')
    return main === undefined ? { prefix: '', main: first } : { prefix: first, main }
  })
  const random = randomOf(2007)
  const seen = new Set(common.map(({ prefix, main }) => `${prefix} ${main}`))
  const stems = STEMS.split(' ')
  const endings = ENDINGS.split(' ')
  const names = [...common]
  while (names.length < TAIL) {
    const prefix = random.weighted(PREFIXES)
    const main = `${random.pick(stems)}${random.pick(endings)}`
    if (seen.has(`${prefix} ${main}`)) continue
    seen.add(`${prefix} ${main}`)
    names.push({ prefix, main })
  }
  return names.map((name, at) => [bearersOf(at + 1), name] as const)
}

let picker: ((random: Random) => Surname) | undefined
/** A Dutch surname, De Jong as often as it is. */
export function dutchSurname(random: Random): Surname {
  picker ??= pickerOf(allSurnames())
  return picker(random)
}

export type Sex = 'm' | 'f'

/** Given names by the decades in which they were given most, in falling order; several written forms with a stroke. */
const GIVEN: Readonly<Record<Sex, readonly (readonly [until: number, names: string])[]>> = {
  m: [
    [
      1955,
      'Johannes Jan Cornelis Hendrik Willem Pieter Gerrit Jacobus Petrus Jacob Wilhelmus Adrianus Dirk Klaas Antonius Henk/Hendrik Kees/Cornelis Piet/Pieter Arie Theodorus Franciscus Hubertus Martinus Lambertus Egbert Harm Roelof Teunis Bernardus Gijsbert',
    ],
    [
      1975,
      'Jan Peter/Pieter Hans/Johannes Rob/Robert Erik/Eric Marcel Ronald Paul René/Rene Frank Richard Patrick Mark/Marc Michel Johan John Martin Wim/Willem Edwin Marco André/Andre Jeroen Arjan Bert/Albert Harry/Harrie Theo/Theodorus Ton/Antonius Ruud/Rudolf Gert/Gerrit Jos/Josephus Leo Bas Dennis Raymond Jacco/Jacko Menno Sjoerd',
    ],
    [
      1995,
      'Jeroen Dennis Mark/Marc Bas/Sebastiaan Martijn/Martyn Tim Rick Kevin Thomas Stefan/Stephan Niels/Nils Robin Jeffrey/Jeffry Wouter Sander Maarten Jasper Joost Mike Roy Erik/Eric Danny Nick/Nik Bart Michiel Ruben Koen Jelle Tom Frank Lars Vincent Rik Daan Pim Joris Sven Wesley Mitchell Jordy/Jordi Bram Stijn',
    ],
    [
      2030,
      'Daan Sem Lucas/Lukas Milan Levi Noah Luuk Finn/Fin Jesse Bram Thijs/Tijs Lars Thomas Tim Ruben Julian Mees Stijn/Styn Sam Jayden/Jaden Max Gijs/Gys Siem Teun Mats/Matz Cas Tygo Tobias Hugo James Boaz Liam Adam Dex Olivier Jurre Pepijn/Pepyn Quinten/Kwinten Floris Jens Sven Rens Ties Guus Morris Otis',
    ],
  ],
  f: [
    [
      1955,
      'Maria Johanna Anna Cornelia Wilhelmina Elisabeth/Elizabeth Hendrika Adriana Catharina/Katharina Petronella Jacoba Margaretha Grietje Geertruida Aaltje Antonia Janna Jantje Neeltje Riet/Maria Truus/Geertruida Corrie/Cornelia Annie/Anna Greet/Margaretha Sjaan/Adriana Hennie/Hendrika Theodora Trijntje/Trijntje Klaasje Dina',
    ],
    [
      1975,
      'Monique/Moniek Ingrid Anja Marja/Maria Yvonne/Ivonne Petra Caroline/Carolien Marian/Marianne Sandra Astrid Esther/Ester Linda Jolanda/Yolanda Angelique/Angelik Mirjam/Miriam Karin/Carin Nicole/Nicolle Wilma Marjan Ellen Erica/Erika Saskia Patricia Annemarie/Anne-Marie Bianca/Bianka Ria/Maria Joke/Johanna Ineke Gerda Hanneke Tineke Marloes Brigitte/Brigit Heleen/Helene',
    ],
    [
      1995,
      'Linda Kim Laura Lisa Sanne Marieke Chantal/Shantal Kelly Melissa Denise Iris Anouk/Anoek Daphne/Dafne Suzanne/Susanne Eva Lotte Naomi/Noami Michelle/Michel Nathalie/Natalie Femke Charlotte Marloes Simone Lieke Maaike/Maike Wendy Joyce Rianne/Riane Inge Elise Ilse Nienke Manon Sharon Bo Roos Loes Judith Esmee/Esmée Romy Fleur Sophie/Sofie',
    ],
    [
      2030,
      'Emma Sophie/Sofie Julia Mila/Milla Anna Tess Zoë/Zoe Saar Eva Lotte Sara/Sarah Lieke Noor Evi/Evy Isa Fleur Lynn/Lin Fenna/Fena Nora/Norah Olivia Yara/Jara Milou Elin Lauren Liv Roos Vera Maud Nina Sanne Bo Loïs/Lois Feline/Felien Jasmijn/Jasmyn Hannah/Hanna Lizzy/Lizzie Amy/Ami Veerle Suus Elize/Elise Pleun Ivy Puck/Puk',
    ],
  ],
}

/** A given name for somebody born in this year, with the other ways in which it is written. */
export function dutchGiven(random: Random, sex: Sex, year: number): readonly string[] {
  const [, names = ''] = GIVEN[sex].find(([until]) => year < until) ?? GIVEN[sex].at(-1) ?? [0, '']
  const all = names.split(' ')
  // The first ones are given more often than the last.
  const at = Math.floor(random.next() ** 1.6 * all.length)
  return (all[at] ?? 'Jan').split('/')
}
