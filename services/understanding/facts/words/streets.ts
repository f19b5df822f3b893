/** How streets are called, and what looks like one and is none. */
import { wordSet } from './wordSet.ts'

/** A word that ends with one of these is the name of a street; a number behind it is enough. */
export const STREET_ENDS = [
  'straat',
  'laan',
  'weg',
  'plein',
  'gracht',
  'kade',
  'singel',
  'dijk',
  'dreef',
  'plantsoen',
  'steeg',
  'boulevard',
  'straatje',
  'laantje',
  'pleintje',
  'kaai',
  'allee',
  'stege',
  'diek',
  'strasse',
  'strase',
  'wegje',
  'str',
  'hof',
  'hofje',
]
/** These too, where a capital or "op de" stands before, or the number is there. */
export const WEAK_ENDS = [
  'pad',
  'park',
  'veld',
  'velden',
  'weide',
  'burg',
  'brink',
  'oord',
  'akker',
  'akkers',
  'zoom',
  'erf',
  'poort',
  'hoek',
  'kamp',
  'horst',
  'donk',
  'berg',
  'bos',
  'meent',
  'haven',
  'wal',
  'markt',
  'ring',
  'baan',
  'rode',
  'hage',
  'werf',
  'wei',
  'kolk',
  'gaarde',
  'hoeve',
  'heide',
  'vaart',
  'sloot',
  'beek',
  'land',
  'kwartier',
  'kamer',
  'meer',
  'stee',
  'stede',
  'tuin',
  'tuinen',
  'rak',
  'rand',
  'waard',
  'zijde',
  'schans',
  'bolwerk',
  'spoor',
  'lo',
  'es',
  'eng',
  'laar',
  'loo',
  'borg',
  'terp',
  'kreek',
  'vliet',
  'sluis',
  'brug',
  'dam',
  'marke',
  'maat',
  'made',
  'grift',
  'stein',
]
/** With a number behind it only, and a capital or "op" before it. */
export const NUMBER_ENDS = [
  'zicht',
  'end',
  'eind',
  'plas',
  'zand',
  'water',
  'oever',
  'hagen',
  'wijk',
  'dal',
  'heuvel',
  'duin',
  'duinen',
  'horn',
  'rijk',
  'kant',
  'gaard',
  'lust',
  'rust',
  'ven',
  'broek',
  'weerd',
  'stroom',
  'kanaal',
  'zijl',
  'wierde',
  'wold',
  'woud',
  'hout',
  'hul',
  'kruid',
  'bloem',
  'roos',
  'bes',
  'zwaluw',
  'vlinder',
  'steen',
  'molen',
  'burcht',
  'kasteel',
  'corner',
  'promenade',
  'passage',
  'ark',
  'hil',
  'heem',
  'gracht',
  'galerij',
]
/** Behind a number and a name these are streets in English. */
export const ENGLISH_STREETS = wordSet(
  'street road lane avenue close drive square court gardens terrace crescent rd ave grove mews',
)
/** Whole words that may be a street by themselves with a name before: "molen weide", "lange straat". */
export const STREET_WORDS = wordSet(
  'straat laan weg plein gracht kade singel dijk dreef plantsoen steeg boulevard hof pad weide veld brink akker zoom',
  'erf poort meent haven wal markt ring baan werf kolk gaarde vaart park straatje laantje',
)
/** Streets of one word: "Brink 3", "op de Dam 1". */
export const LONE_STREETS = wordSet(
  'brink markt dam haven kade dijk plein hof singel havendijk gracht meent wal ring kolk werf esplanade kerkhof spui',
  'grotestraat hoofdstraat',
)
/** "Laan van Meerdervoort", "Plein van de Vrede". */
export const STREET_HEADS = wordSet(
  'laan plein weg hof kade park plantsoen boulevard singel dreef gang rue avenue via ul ulica calle chaussee',
)

/** In ordinary words: no name of a street. */
export const NO_STREET = wordSet(
  'onderweg halverwege snelweg terugweg heenweg omweg uitweg ringweg zandweg spoorweg vaarweg fietsweg vluchtweg rijksweg',
  'toegangsweg provincieweg binnenweg zijweg landweg tolweg luchtweg luchtwegen middenweg rondweg busbaan startbaan',
  'zijstraat winkelstraat woonstraat achterstraat doorgaandestraat bijstraat milieustraat wasstraat bouwstraat productiestraat',
  'schoolplein marktplein dorpsplein parkeerplein speelplein laadplein stadsplein winkelplein fietspad voetpad wandelpad',
  'tuinpad bospad zandpad pad vakantiepark bungalowpark recreatiepark industriepark bedrijvenpark wagenpark chaletpark',
  'pretpark stadspark wijkpark caravanpark speeltuin volkstuin achtertuin voortuin moestuin kantoortuin sportpark',
  'voetbalveld sportveld grasveld speelveld werkveld bloemkwekerij luchthaven jachthaven vlieghaven zeehaven',
  'supermarkt bouwmarkt rommelmarkt weekmarkt arbeidsmarkt huizenmarkt woningmarkt vlooienmarkt kerstmarkt',
  'loopbaan rijbaan autobaan bijbaan glijbaan voltijdbaan sluis achterkamer slaapkamer woonkamer badkamer',
  'spreekkamer zijkamer bovenkamer wachtkamer studentenkamer hotelkamer kleedkamer meterkast vergaderkamer rechtbank',
  'telefoonhoek keukenhoek zithoek leeshoek rookhoek buitenland binnenland vaderland platteland nederland duitsland engeland',
  'polen rusland griekenland ierland thuisland eiland weiland griend zoekgebied hotel amsterdam rotterdam edam',
  'volendam zaandam schiedam veendam spijkenisse moerdijk kinderdijk middelburg limburg hamburg luxemburg tilburg breukelen',
  'culemborg maarsbergen apeldoorn amersfoort haarlem doetinchem enschede hilversum zoetermeer purmerend alkmaar',
  'waddinxveen heerenveen hoogeveen veenendaal winterswijk coevorden almelo hengelo venlo arnhem zutphen',
  'zwolle kampen meppel assen emmen helmond roermond weert wageningen vleuten houten lelystad almere dronten urk',
  'meer keer zeer sfeer weer beheer verkeer vervoer proces succes adres mes les fles zes bordes interes hes es',
  'zo hallo solo foto auto radio video euro lo polo politie school winkel bloes prinses expres congres',
  'berg ijsberg herberg opberg verberg bos parkeerhaven veiligheidshalve waard buurtzorg zorg borg waarborg geborgen',
  'hoek omhoek invalshoek maat voormaat overmaat collega kamermaat huismaat klasmaat teammaat vriend rand bestand',
  'beland getuige voorhand bijhand verband rekening brand strand rand iemand niemand buurman stand toestand afstand',
  'vakantiehuisje stad hoofdstad binnenstad park zijde beide boos made nomade erf tuin bolwerk werf vliegveld rug terug',
  'brug ring kring zitting controle kade straat laan weg plein steeg dijk hof gracht singel steiger kwartier',
  'hoofdkwartier welzijn kerkhof gerechtshof voorhof bahnhof achterhof binnenhofje belhof dreef dorpsstraat',
  'zaalhof wit stal veestal kamp kampen trainingskamp vluchtelingenkamp woonwagenkamp tentenkamp ijsbaan achterbaan',
  'weekend weekeinde vriend vriendin jeugd bedrijfsterrein huiswater drinkwater steen bloem roos belkant voorkant achterkant zijkant bovenkant onderkant buitenkant binnenkant overkant straatkant gebroken rijbroek spijkerbroek onderbroek broek badwater rustig ochtend avond tienden duizend honderd wijk buurt woonwijk volkswijk achterstandswijk nieuwbouwwijk verblijfrust strijk koninkrijk belangrijk schriftelijk',
  'eind deur hout strand naald beek marktplaats stapelbed scherm gebied sterk beleid stein',
)
/** What may stand before the last word of the name, also in small letters. */
export const STREET_FIRST = wordSet(
  'oude nieuwe lange korte grote kleine hoge lage eerste tweede derde vierde verlengde achter noordelijke zuidelijke',
  'oostelijke westelijke groot klein sint st dr doctor dokter burg burgemeester prof professor mr meester jhr jonkheer ds',
  'dominee past pastoor kardinaal prins prinses koning koningin graaf generaal gen admiraal adm president pres minister',
  'kapitein van von der den de het t ter ten jan johan pieter piet willem hendrik anna maria juliana wilhelmina beatrix',
  'frans karel ir ing kolonel maarschalk wethouder monseigneur mgr deken meester jacob cornelis heer gebroeders gebr',
)
/** Before a place: "op de", "aan het". */
export const PLACE_PREPS = wordSet(
  'in op aan bij te naar uit langs tegenover achter voor nabij richting vanaf naast near at on na przy en',
)
export const ADDRESS_WORDS = wordSet(
  'adres woonadres briefadres woont wonen wonend woonachtig woonde gevestigd ingeschreven address adresje postadres',
  'locatie pand woning lives bezoekadres verhuist verhuisd verblijft verblijven logeert bewoont huurt stayed stays wohnt mieszka',
)
/** With a capital and a number behind it, and no street. */
export const NO_STREET_NAMES = wordSet(
  'balie kamer loket artikel art team route lijn bus tram perron halte gate pagina punt stap versie vraag bijlage fase',
  'hoofdstuk groep klas verdieping etage laag afdeling spreekkamer zaal vak code nummer nr categorie optie regel unit',
  'windows iphone samsung playstation golf polo audi bmw peugeot citroen renault mazda volvo ticket zaak dossier melding',
  'covid a n e s p q week dag niveau schaal ronde top bhv fase seizoen deel tussen rond ongeveer circa minimaal maximaal',
  'zeker nog al maar zeker iets totaal samen alle met van tot elke iedere elk om half sinds na voor nu er waar dat die',
  'kwart bijna precies ruim euro krijgt heeft staat zijn waren wonen slapen zitten lopen werken hebben telefoon tel kluis',
  'wachtruimte entree ingang vergaderruimte room desk counter floor van klant volgnummer box kast kassa tafel stoel',
)

/** Parts of an address behind the number: "app 3", "kamer 4". */
export const UNITS_BEHIND = wordSet('app appartement apt kamer unit flat studio bus k')
export const FLOORS = wordSet('hs huis bis rd rood zw zwart bg ii iii iv i hoog boven onder a b c')

/** Where people stay on a park or in a harbour: with a number it is an address. */
export const STAYS = wordSet(
  'chalet chaletnr chaletnummer huisje bungalow bungalownummer caravan stacaravan vakantiehuisje vakantiewoning lodge',
  'kavel ligplaats standplaats staanplaats woonwagen appartement garagebox loods woonunit kavelnummer trekkershut',
  'recreatiewoning huisnummer woonboot kelderbox flatje hal bedrijfsunit cabin apartment',
)
/** These say it only with the name of the park. */
export const WEAK_STAYS = wordSet('plek plaats tent unit box nummer nr container boot vak plekje kamer veld')
export const PARKS = wordSet(
  'camping minicamping park vakantiepark recreatiepark bungalowpark chaletpark caravanpark resort jachthaven haven',
  'campingpark recreatieterrein bedrijventerrein industrieterrein woonwagenkamp familiecamping boerencamping flat',
  'flatgebouw naturistencamping stacaravanpark campsite bedrijvenpark volkstuincomplex volkstuinpark',
)
