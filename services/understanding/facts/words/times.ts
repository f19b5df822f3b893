/** Words of days, hours and habits. */
import { wordSet } from './wordSet.ts'

export const DAY_NAMES = [
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]
export const DAY_PARTS = ['ochtend', 'morgen', 'middag', 'avond', 'nacht']
/** One word that is a time. */
export const RELATIVE = wordSet(
  'vandaag gisteren gister eergisteren vanochtend vanmorgen vanmiddag vanavond vannacht gisteravond gisterenavond',
  'gisterochtend gisterenochtend gistermiddag gisterenmiddag gisternacht gisterenmorgen gistermorgen overmorgen',
  'morgenochtend morgenavond morgenmiddag morgennacht morgenvroeg savonds snachts sochtends smorgens smiddags',
  'doordeweeks dagelijks wekelijks maandelijks daily yesterday today tonight tomorrow overdag middernacht avonds nachts ochtends smorgens',
)
/** Before a day or a part of one. */
export const WHICH = wordSet(
  'afgelopen vorig vorige voorbije aankomende volgende komende elke iedere ieder elk deze laatste aanstaande last next every each this dezelfde',
)
/** Behind one of those. */
export const PERIODS = wordSet(
  'week weekend weekeinde maand nacht avond ochtend middag dag zomer winter herfst voorjaar lente najaar kerst night day',
  'morning evening afternoon month year jaar weekenden kwartaal summer winter',
)
/** A time is told behind these. */
export const AT = wordSet(
  'om rond omstreeks vanaf tegen sinds na voor tot at around about by since from until after before ca circa ongeveer',
  'precies exact iets even over uur',
)
export const HOUR_WORDS = wordSet(
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf one two three four five six seven eight nine ten eleven twelve',
)
/** Between two parts of one time. */
export const JOINS = wordSet(
  'om rond omstreeks vanaf tegen in de op van tussen en tot het ongeveer een uur of s voor na laat vroeg rondom at around',
  'on in the from until to between about zo iets t/m tm ergens circa ca half',
)
/** What the writer does, not what it is about. */
export const OWN_WORK = wordSet(
  'bereikbaar vakantie verlof rooster overleg vergadering training cursus oefening teamuitje werkoverleg intervisie',
  'vrij deadline bhv opleiding lunch kantooruren openingstijden spreekuur dienst bijeenkomst workshop webinar audit',
  'themadag casusoverleg teamoverleg afspraak agenda borrel presentatie',
)
export const HOLIDAYS = wordSet(
  'pasen kerst kerstmis kerstdag pinksteren ramadan suikerfeest nieuwjaar koningsdag carnaval sinterklaas zomervakantie herfstvakantie',
  'kerstvakantie voorjaarsvakantie meivakantie schooltijd werktijd sluitingstijd moederdag kermis christmas easter oudjaar',
)
export const COUNTS = wordSet(
  'een twee drie vier vijf zes zeven acht negen tien paar aantal enkele half a two three few several anderhalf',
)
export const UNITS = wordSet(
  'dag dagen week weken maand maanden jaar jaren uur uren days weeks months years day month hours',
)
