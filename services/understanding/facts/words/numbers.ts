/** Numbers as they are spoken, and the words beside which a number is one to call. */
import { wordSet } from './wordSet.ts'

const ONES = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen']
const TEENS = [
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'zeventien',
  'achttien',
  'negentien',
]
const TENS = ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig']
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** Dutch from nought to ninety-nine, in flat letters ("tweeentwintig"), and the English digits; to its digits. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...ONES.map((word, at) => [word, String(at)] as const),
  ...ENGLISH.map((word, at) => [word, String(at)] as const),
  ...TEENS.map((word, at) => [word, String(at + 10)] as const),
  ...TENS.flatMap((ten, at) => [
    [ten, String((at + 2) * 10)] as const,
    ...ONES.slice(1).map((one, nth) => [`${one}en${ten}`, String((at + 2) * 10 + nth + 1)] as const),
  ]),
])

export const PHONE_WORDS = wordSet(
  'tel telefoon telefoonnummer telnr telefoonnr nummer nr mobiel mobielnummer gsm bel bellen belt belde gebeld bereikbaar',
  'whatsapp app appt appte phone number call whatsappnummer mob sms telefonisch 06nummer telefon nummers telefoonnummers bereiken bereik ring text phoned mobile cell cellphone',
  'appen appje appen gsmnummer telefoonnumer telnummer viber vast vaste lijn contactnummer noodnummer opbellen terugbellen telegram',
)

/** What is counted: a number before one of these is no number of a house, nor an hour. */
export const COUNTED = wordSet(
  'mensen man mannen vrouw vrouwen persoon personen meisjes meisje jongens jongen kinderen kind kids volwassenen',
  'bewoners bewoner huurders arbeiders arbeidsmigranten werknemers medewerkers uitzendkrachten studenten leerlingen',
  'polen roemenen bulgaren oekrainers syriers chinezen vietnamezen hongaren moldaviers marokkanen turken eritreeers',
  'autos auto busjes busje bussen bus wagens fietsen fatbikes scooters bedden bed matrassen matras kamers kamer huizen',
  'woningen panden huis uur uren u minuten min kwartier dagen dag weken week maanden maand jaar jaren keer x maal euro',
  'eur procent meter m km cm kilo kg graden dozen pakketten tassen sleutels telefoons paspoorten brieven namen klanten',
  'clienten collegas adressen inschrijvingen meldingen signalen verdiepingen etages deuren ramen stuks paar honden katten',
  'people men women girls boys children persons cars vans beds mattresses rooms houses hours minutes days weeks months',
  'years times euros workers tenants jarige jarigen slaapplaatsen plekken briefjes gasten families gezinnen boas agenten',
  'anderen dames heren of tot a procenten gram liter pallets planten m2 bijstandsuitkeringen uitkeringen',
)
