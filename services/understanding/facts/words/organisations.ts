/** What organisations are called, and what their names are made of. */
import { wordSet } from './wordSet.ts'

/** Before a name: "uitzendbureau Flexpoint". */
export const SECTORS = wordSet(
  'stichting uitzendbureau uitzendburo uitzend detacheerder restaurant resto zorgbureau zorgbedrijf zorgaanbieder firma',
  'kapperszaak kapsalon kapper barbershop barber nagelstudio nagelsalon massagesalon schoonheidssalon beautysalon hotel',
  'motel hostel pension cafe eetcafe bar snackbar cafetaria pizzeria bakkerij slagerij supermarkt garage autobedrijf',
  'bouwbedrijf aannemersbedrijf schoonmaakbedrijf wasserij wasserette thuiszorg thuiszorgorganisatie zorginstelling',
  'kinderopvang vereniging sportschool club nachtclub casino autowasserij carwash kwekerij tuinderij transportbedrijf',
  'bedrijf bedrijfje winkel reisbureau taxibedrijf makelaar makelaardij advocatenkantoor toko afhaal grillroom',
  'shoarmazaak belwinkel telefoonwinkel avondwinkel groothandel slachterij viskwekerij visverwerker boerderij manege',
  'organisatie instelling bureau vof maatschap cooperatie eenmanszaak holding onderneming zaak studio salon spa sauna',
  'privehuis bordeel escortbureau escort seksclub shishalounge lounge theehuis koffiehuis coffeeshop growshop juwelier',
  'autohandel sloperij bandencentrum administratiekantoor boekhoudkantoor werkgever woongroep zorgvilla zorgboerderij',
  'wooninitiatief opvanghuis woonstichting wooncorporatie woningcorporatie basisschool school moskee kerk voetbalclub',
  'dansschool rijschool taalschool taalbureau tolkenbureau vakantieparkbeheer hoveniersbedrijf loonbedrijf koeriersdienst',
  'koeriersbedrijf pakketdienst bezorgdienst vleesverwerker loonwerker champignonkwekerij aspergekwekerij kas glastuinder',
  'agency company restaurant foundation shop salon bakery cleaning firm warehouse farm',
  'wasstraat eethuis lunchroom wokrestaurant sushirestaurant sushibar ijssalon strandtent beachclub bowlingcentrum',
  'zonnestudio tattooshop sportclub vechtsportschool boksschool uitvaartonderneming thuishulp huisartsenpraktijk praktijk',
  'fysiotherapie apotheek tandartspraktijk woonzorgcentrum verpleeghuis verzorgingshuis begeleiding',
)
/** A word with such an end is a word for a kind of organisation too. */
export const SECTOR_ENDS = [
  'bedrijf',
  'bureau',
  'zaak',
  'salon',
  'studio',
  'winkel',
  'kwekerij',
  'handel',
  'kantoor',
  'instelling',
  'restaurant',
  'hotel',
  'cafe',
  'shop',
  'bakkerij',
  'slagerij',
  'kapper',
  'garage',
  'wasserij',
  'fabriek',
  'stichting',
  'corporatie',
]
export const NO_SECTORS = wordSet(
  'rechtszaak strafzaak noodzaak oorzaak bijzaak hoofdzaak moordzaak politiebureau stadskantoor gemeentekantoor bureau',
  'hoofdkantoor mensenhandel kinderhandel drugshandel wapenhandel straathandel kantoor handel zelfstudio aangelegenheid',
  'arrondissement zedenzaak zaak onderhandel werkstudio stembureau thuiskantoor',
)
/** Only with a capital behind them: in small letters they are spoken of more often than named. */
export const CAPITAL_ONLY = wordSet(
  'bedrijf bedrijfje winkel organisatie instelling bureau zaak school kerk bar club werkgever kapper kas garage hotel',
  'onderneming bezorgdienst begeleiding thuiszorg company shop cleaning firm farm boerderij uitzend escort makelaar praktijk',
  'woongroep apotheek cafe restaurant thuishulp afhaal studio kinderopvang basisschool schoonmaakbedrijf supermarkt moskee',
)
/** Behind a name: "Jansen BV". */
export const LEGAL_FORMS = wordSet('bv nv vof gmbh ltd inc srl bvba holding llc sarl sprl cv')
/** Parts of names: a row of capitals with one of these is an organisation. */
export const PARTS = wordSet(
  'zorg bouw services service group groep logistics logistiek schoonmaak cleaning transport transporten personeel',
  'personeelsdiensten uitzendbureau uitzendkrachten flex flexwerk vastgoed wok nails kebab grill pizza food foods beauty',
  'massage trading consultancy makelaardij makelaars bouwservice autos cars holding care thuiszorg dienstverlening',
  'dienst diensten jobs work works employment recruitment solutions projects international bakkerij slagerij garage',
  'kapsalon hairstyling hair salon studio lounge hotel cafe restaurant pizzeria bar palace garden plants flowers bloemen',
  'kwekerij kwekerijen agri tuinbouw vlees meat fish vis express koerier koeriers bv beheer verhuur verhuurbedrijf',
  'onderhoud montage installatie installaties techniek metaal staal hout import export supermarkt market shop store',
  'zonen zn advies coaching begeleiding academy wonen housing rentals properties uitzendorganisatie bouwgroep staffing',
  'vleesverwerking champignons fruit groenten vers wasserij laundry autobedrijf autohandel autoservice bandenservice',
  'bouwbedrijf schilders schilderwerken dakdekkers klussen klusbedrijf taxi tours travel spa wellness sushi',
  'poultry pluimvee personeelsbemiddeling payroll security beveiliging horeca catering events',
)
/** A part of one word: "TempoWork", "Flexpoint", "ZorgThuis". */
export const PART_ENDS = [
  'work',
  'works',
  'flex',
  'zorg',
  'bouw',
  'clean',
  'trans',
  'food',
  'jobs',
  'job',
  'tech',
  'group',
  'care',
  'logistics',
  'uitzend',
  'personeel',
  'service',
  'services',
  'fresh',
  'staff',
  'force',
  'nails',
  'bouwgroep',
  'schoonmaak',
  'transport',
  'vastgoed',
  'point',
  'green',
  'agro',
  'plant',
  'montage',
]
