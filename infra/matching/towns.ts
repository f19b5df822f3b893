/** Towns, streets and doors of an invented municipality. */
import type { Random } from './random.ts'

/** `door`: what is added to the number, as the register has it. */
export type Door = { street: string; number: number; door: string; postcode: string; city: string }

const TOWNS = ['Voorbeeldstad', 'Oud Voorbeeld', 'Wilgenrade', 'Hogeveld aan den Dijk', 'Sint Maartenswoude']
const STEMS =
  'Molen Kerk Dorps Linden Eiken Beuken Kastanje Wilgen Populieren Berken Elzen Iepen Merel Spreeuwen Lijster Zwaluw Vinken Reiger Kievit Fazanten Rozen Tulpen Anjer Lelie Violen Narcissen Korenbloem Klaver Papaver School Station Haven Sluis Brug Dijk Polder Weide Akker Hoeve Schapen Koeien Paarden Ganzen Zonne Maan Sterren Regenboog Noorder Zuider Ooster Wester Industrie Ambacht Smids Bakkers Wevers Kuipers Touwslagers Schippers Vissers Boeren Heide Bos Duin Zand Veen Meer Rivier Beek Water Bron Parel Saffier Robijn Smaragd Jupiter Saturnus Planeten Mozart Beethoven Vivaldi Rembrandt Vermeer Sweelinck'
const ENDINGS =
  'straat straat straat laan laan weg weg plein hof singel dreef pad kade gracht steeg plantsoen weide veld erf'
const PEOPLE =
  'Burgemeester van Dijk;Burgemeester Hoogland;Doctor Schaapman;Professor Lorents;President Kennard;Prins Willem;Prinses Maria;Koningin Sophia;Generaal de Wit;Dominee Kuipers;Pastoor Evers;Meester de Vries;Jan van Gael;Piet Heinsius;Jacob van Lennep;Anna van Buuren;Willem de Zwijger;Johan de Wijs;Sint Jans;Sint Anna;Eerste Dwars;Tweede Dwars;Eerste Kruis;Tweede Kruis;Lange Nieuw;Korte Nieuw;Oude Kerk;Nieuwe Haven;Van der Helder;Van Heemstede;De Ruyter;Graaf Adolf;Kardinaal Alfrink;Wethouder Bos'
const LETTERS = 'ABCDEGHJKLMNPRSTVWXZ'

/** A postcode of a side of a street: for each twenty numbers another. */
type Street = { name: string; city: string; digits: number; first: number; highest: number }

/** All streets of the municipality; the more people, the more streets. */
function streetsOf(random: Random, howMany: number): Street[] {
  const made = new Map<string, Street>()
  const stems = STEMS.split(' ')
  const endings = ENDINGS.split(' ')
  const people = PEOPLE.split(';')
  const perTown = new Map<string, number>()
  for (let tries = 0; made.size < howMany && tries < 40 * howMany; tries += 1) {
    const town = random.weighted([
      [70, 0],
      [12, 1],
      [8, 2],
      [6, 3],
      [4, 4],
    ])
    const city = TOWNS[town] ?? ''
    const name = random.chance(0.3)
      ? `${random.pick(people)}${random.pick(['straat', 'laan', 'weg', 'plein', 'singel'])}`
      : `${random.chance(0.06) ? 'Laan van ' : ''}${random.pick(stems)}${random.pick(endings)}`
    if (made.has(`${name} ${city}`)) continue
    const nth = perTown.get(city) ?? 0
    perTown.set(city, nth + 1)
    const digits = 1100 + 100 * town + Math.floor(nth / 40)
    made.set(`${name} ${city}`, { name, city, digits, first: (nth % 40) * 10, highest: random.int(12, 160) })
  }
  return [...made.values()]
}

/** The postcode of a number of a street. */
function postcodeOf({ digits, first }: Street, number: number): string {
  const nth = first + 2 * Math.min(4, Math.floor(number / 34)) + (number % 2)
  return `${digits}${LETTERS[Math.floor(nth / LETTERS.length) % LETTERS.length]}${LETTERS[nth % LETTERS.length]}`
}

/** Doors of the municipality, in the order of a walk past them: houses, split houses, flats with a door for each. */
export function doorsOf(random: Random, howMany: number): readonly Door[] {
  const doors: Door[] = []
  const streets = streetsOf(random, Math.max(8, Math.ceil(howMany / 35)))
  for (let round = 0; doors.length < howMany; round += 1) {
    for (const street of streets) {
      const from = 1 + round * street.highest
      for (
        let number = from;
        number < from + street.highest && doors.length < howMany;
        number += random.int(1, 3)
      ) {
        const { name, city } = street
        const door = { street: name, city, number, postcode: postcodeOf(street, number) }
        for (const added of additionsAt(random)) doors.push({ ...door, door: added })
      }
    }
  }
  return doors
}

const additionsAt = (random: Random): readonly string[] =>
  random.weighted<readonly string[]>([
    [84, ['']],
    [6, ['', 'A']],
    [4, ['A', 'B', 'C']],
    [3, ['hs', '1', '2', '3']],
    [1, ['', 'bis']],
    [2, Array.from({ length: 24 }, (_, at) => String(at + 1))],
  ])
