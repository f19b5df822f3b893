/** Written with a capital and no name of a person: places, days, bodies, brands. Not complete; the surroundings decide too. */
import { wordSet } from './wordSet.ts'

export const DAYS = wordSet(
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday',
)
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan januari january',
    'feb februari february febr',
    'mrt maart mar march',
    'apr april',
    'mei may',
    'jun juni june',
    'jul juli july',
    'aug augustus august',
    'sep sept september',
    'okt oktober oct october',
    'nov november',
    'dec december',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)

/** Countries, regions, towns. */
export const PLACES = wordSet(
  'nederland belgie duitsland frankrijk spanje italie portugal polen roemenie bulgarije hongarije slowakije tsjechie',
  'oekraine rusland moldavie albanie servie kosovo kroatie bosnie griekenland turkije syrie irak iran afghanistan',
  'eritrea ethiopie somalie nigeria ghana kenia marokko algerije tunesie egypte libie suriname curacao aruba brazilie',
  'colombia venezuela peru china vietnam thailand indonesie filipijnen india pakistan bangladesh nepal sri lanka japan',
  'engeland schotland ierland zweden noorwegen denemarken finland oostenrijk zwitserland luxemburg litouwen letland',
  'estland georgie armenie oezbekistan kazachstan dubai qatar amerika canada mexico europa afrika azie gambia guinee',
  'netherlands holland belgium germany france spain italy poland romania bulgaria hungary ukraine turkey syria morocco',
  'england ireland london londen parijs paris berlijn berlin brussel antwerpen gent luik hamburg keulen dusseldorf',
  'warschau boekarest sofia boedapest istanbul ankara madrid barcelona rome lissabon kiev kyiv praag wenen',
  'amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem arnhem enschede',
  'amersfoort zaanstad zaandam zwolle zoetermeer leiden leeuwarden maastricht dordrecht ede alphen westland delft',
  'venlo deventer sittard geleen helmond oss hilversum heerlen purmerend schiedam lelystad alkmaar leidschendam',
  'hoofddorp hoorn vlaardingen gouda assen capelle veenendaal katwijk zeist nieuwegein roosendaal emmen weert tiel',
  'doetinchem hoogeveen almelo hengelo oldenzaal meppel drachten heerenveen sneek dokkum kampen terneuzen vlissingen',
  'middelburg goes roermond kerkrade waalwijk boxtel veghel uden cuijk horst naaldwijk pijnacker aalsmeer uithoorn',
  'wageningen winterswijk zutphen harderwijk ermelo nunspeet barneveld woerden houten culemborg gorinchem papendrecht',
  'noord zuid oost west limburg brabant gelderland overijssel drenthe friesland fryslan zeeland flevoland twente',
  'achterhoek veluwe randstad haag hague bosch schiphol fryslan betuwe westzaan voorbeeldstad',
)

/** Bodies, services, apps, brands, holy days, and what a form is called. */
export const THINGS = wordSet(
  'politie gemeente ggd ind coa uwv svb cjib brp kvk rdw nza igj nla duo ov ns fiod marechaussee belastingdienst',
  'arbeidsinspectie inspectie comensha veilig thuis meldpunt ministerie rijk provincie rechtbank reclassering halt',
  'jeugdzorg jeugdbescherming leger heils humanitas vluchtelingenwerk slachtofferhulp wijkteam sociaal riec',
  'handhaving burgerzaken publiekszaken wmo pgb bsn id af boa bhv dt hr ict vog aow ww zzp mbo hbo vmbo havo vwo',
  'whatsapp telegram facebook instagram snapchat tiktok signal messenger marktplaats tikkie google teams outlook excel',
  'youtube linkedin twitter netflix funda airbnb booking kamernet tinder badoo kinky seksjobs thuisbezorgd ubereats uber',
  'bolt deliveroo gorillas flink picnic postnl dhl dpd ups gls amazon zalando bol jumbo lidl aldi plus spar kruidvat',
  'etos hema action primark ikea gamma praxis hornbach makro mediamarkt albert heijn ah dirk coop xenos blokker',
  'mercedes bmw audi vw volkswagen opel ford fiat peugeot citroen renault toyota skoda seat volvo kia hyundai mazda',
  'nissan suzuki honda dacia tesla porsche lexus mini iveco daf man scania golf polo transporter sprinter vito caddy',
  'transit ducato trafic vivaro passat octavia astra corsa focus fiesta clio megane touran sharan transit vespa',
  'nike adidas puma gucci prada zara chanel rolex lacoste vuitton balenciaga casio mitsubishi suzuki chevrolet jaguar citroën iphone samsung apple nokia android windows playstation xbox ing rabobank abn amro sns asn bunq knab revolut wise',
  'western union moneygram paypal kerst kerstmis pasen pinksteren ramadan suikerfeest offerfeest sinterklaas koningsdag',
  'god allah jezus islam christen moslim corona covid nederlands engels pools duits frans spaans turks arabisch',
  'oekraiens roemeens bulgaars russisch italiaans portugees chinees vietnamees marokkaans dutch english polish turkish',
  'arabic ukrainian romanian bulgarian german french spanish russian chinese somali tigrinya farsi dari berbers',
  'nederlander pool polen roemeen roemenen bulgaar bulgaren turk turken marokkaan marokkanen syrier syriers oekrainer',
  'oekrainers hongaar hongaren duitser duitsers chinees chinezen vietnamezen eritreeer afghaan moldaviers rus russen',
  'team afdeling balie loket artikel lid bijlage zie re fw fwd ps nb tel mail adres naam datum kenteken bron betreft',
  'pagina stap vraag antwoord optie punt paspoort rijbewijs avg awb wpg ot u jij je ik hij zij wij we i ok oke',
  'mensenhandel ondermijning zorgfraude adresfraude meldcode signaal melding nee ja excuses sorry help spoed let op',
  'sr sv evrm apv boa times arial verdana calibri subsidie lettertype huisstijl formulier paragraaf printer laptop intranet',
  'dank bedankt sos asap fyi aub svp ivm nav tav mbt mvg vd gr lol omg wtf',
)

/** The ends of words for a people or a language: "Poolse", "Roemeens". */
export const PEOPLE_ENDS = [
  'aanse',
  'eense',
  'oolse',
  'aarse',
  'ische',
  'ijnse',
  'eese',
  'iense',
  'rkse',
  'itse',
  'ndse',
  'lgische',
  'rische',
]
