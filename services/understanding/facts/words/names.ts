/** What stands before, between and in the place of names. Names themselves are in no list, so that all do equally well. */
import { wordSet } from './wordSet.ts'

/** Short forms whose dot ends no sentence. */
export const ABBREVIATED = wordSet(
  'mw mevr dhr hr mr mrs ms dr drs ing ir prof st sint burg jhr ds past nr tel str v vd geb kent ca bijv bv',
  'jl ll no ul',
)

/** Stand before the name of a person, and say nothing else of them. */
export const SALUTATIONS = wordSet(
  'mevrouw mevr mw meneer mijnheer dhr heer mr mrs ms miss mister sir madam madame monsieur herr frau pan pani',
  'senor senora dr drs ing prof juf juffrouw meester juffr bay bayan hr',
)

/** What a person is in a story: as it is written it goes with the name. Neutral words only. */
export const ROLES = wordSet(
  'eigenaar eigenares eigenaresse baas bazin werkgever werkgeefster chef voorman ploegbaas opzichter manager',
  'bedrijfsleider leidinggevende teamleider directeur bestuurder zaakvoerder uitbater uitbaatster exploitant',
  'huurder huurster verhuurder verhuurster huisbaas huiseigenaar hospita pandeigenaar makelaar beheerder bewoner',
  'bewoonster onderhuurder hoofdhuurder kamerverhuurder bemiddelaar tussenpersoon koppelbaas ronselaar contactpersoon',
  'buurman buurvrouw buurjongen buurmeisje buur overbuurman overbuurvrouw onderbuurman bovenbuurman bovenbuurvrouw',
  'vriend vriendin ex partner man vrouw echtgenoot echtgenote verloofde vriendje vriendinnetje exman exvriend',
  'broer broertje zus zusje vader moeder pa ma papa mama stiefvader stiefmoeder stiefzoon stiefdochter zoon zoontje',
  'dochter dochtertje oom tante neef neefje nicht nichtje opa oma grootvader grootmoeder schoonmoeder schoonvader',
  'schoonzus zwager schoonzoon schoondochter pleegvader pleegmoeder pleegzoon pleegdochter kleinzoon kleindochter',
  'meisje jongen jongetje meid knul jongeman dame kind baby kindje peuter puber tiener leerling leerlinge student',
  'studente stagiair stagiaire cursist cursiste client cliente klant klantje inwoner inwoonster bezoeker bezoekster',
  'patient patiente melder meldster getuige slachtoffer verdachte betrokkene aanvrager aanvraagster collega',
  'medewerker medewerkster werknemer werkneemster arbeider uitzendkracht schoonmaker schoonmaakster kok serveerster',
  'bezorger chauffeur monteur kapper kapster masseuse barman portier beveiliger bewaker koerier boer tuinder teler',
  'zorgverlener zorgmedewerker verzorgster begeleider begeleidster bewindvoerder mentor curator gemachtigde huishoudster',
  'huishoudelijke hulp aupair oppas nanny tolk coach consulent docent leraar lerares conciërge concierge imam pastoor',
  'dominee arts huisarts verpleegkundige boekhouder accountant advocaat notaris aannemer onderaannemer ondernemer',
  'handelaar dealer loverboy pooier klusjesman tussenhandelaar kennis huisgenoot huisgenote kamergenoot kamergenote',
  'klasgenoot klasgenote teamgenoot maat gast vent kerel gozer mens persoon figuur lid voorzitter penningmeester',
  'receptionist receptioniste jongedame afdelingshoofd wethouder burgemeester raadslid agent wijkagent rechercheur familie',
  'handhaver toezichthouder boa jeugdconsulent hulpverlener hulpverleenster casemanager regisseur bewaarder ploegleider',
  'bovenbuurvrouw huismeester conducteur crimineel knecht familielid stiefbroer halfbroer halfzus minnaar minnares',
  'asielzoeker vluchteling statushouder nieuwkomer arbeidsmigrant jongere oudere dame heer inschrijver',
  'owner boss manager employer foreman landlord landlady tenant neighbour neighbor friend boyfriend girlfriend husband',
  'wife brother sister father mother uncle aunt cousin son daughter girl boy guy woman man client customer colleague',
  'worker driver cleaner cook supervisor chef agent stepfather stepmother grandma grandpa student pupil kid',
  'szef wlasciciel wujek ciocia kolega kolezanka brat siostra patron jefe dueno patrona sef',
)
/** These take a name in small letters after them as well, most often: "tante fatma", "vriend danny". */
export const OWNERS = wordSet(
  'zijn haar hun mijn mn de een die deze onze ons z n d r zn dr der ene the his her their my',
)

/** Before a name that is said to be one; in pieces of one, two or three words. */
export const NAMED_ONE = wordSet(
  'heet heette heten heetten genaamd genoemd geheten alias aka noemt noemde roepnaam bijnaam named called',
)
export const NAMED_TWO = wordSet('zekere ene')
/** Of "met de naam X", "zijn naam is X", "name is X". */
export const NAME_NOUNS = wordSet(
  'naam voornaam achternaam bijnaam roepnaam schuilnaam familienaam name surname nickname',
)

/** Stand between the parts of a name, or before its last part. */
export const PARTICLES = wordSet(
  "van von der den de het ter ten te 't t op el al bin ben ibn la le di da del della dos das do du st vd van't in 'n d",
  'af av zu zum ould abu abd ait af',
)
/** A name never begins with one of these in small letters, even after a role. */
export const NEVER_FIRST = wordSet('het te op in t ben do d du av af la le di das')

/** Who is greeted, and who signs: not what it is about. */
export const GREETINGS = wordSet(
  'hoi hallo hey hi ha beste dag geachte lieve goedemorgen goedemiddag goedenavond goeiemorgen dear hello heej hee',
  'groet groeten groetjes mvg gr grtjs grt vriendelijke regards thanks bedankt dankjewel dank ps yo moi',
)
