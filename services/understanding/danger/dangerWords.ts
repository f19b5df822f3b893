/**
 * What words of acute danger look like (C2 U0, A054), in Dutch and English: a list that can be read, tested
 * and explained. `tests/services/understanding/danger/danger.test.ts` says with sentences what must ring and what not.
 *
 * The patterns see text without capitals, diacritics and line ends. Every repetition in them is bounded, so
 * that a long text costs no more than its length.
 */
import { NOW, near, ONE, re, SOON, some, WHOM, WHOM_EN, YOUNG, YOUNG_EN } from './dangerParts.ts'

/** Counts whatever else is said: a cry for help. */
export const CRIES: readonly RegExp[] = [
  /^\W*112\W*$/g,
  /^\W*(?:help|hulp) (?:me|mij|ons|us|haar|her)\b\W*$/g,
  /(?<!\b(?:can|could|will|would|to) (?:\w{1,20} )?)\bhelp (?:me|mij|ons|us) ?(?:[.!]|$)/g,
  re(
    `(?:bel|bellen|bel jij|belt|gebeld|call|called|calling|dial|stuur|send|nodig)\\b[^.!?;]{0,15}\\b112\\b`,
    `112\\b(?! (?:euro|m2|meter|uur|km|kilo|jaar|stuks))[^.!?;]{0,12}\\b(?:bel\\w{0,40}|gebeld|nodig|
      call\\w{0,40}|help|nu|now)\\b`,
  ),
  re(
    `help (?:me|mij|ons|haar|hem|us|them)\\b${near(25)}\\b(?:${NOW}|alsjeblieft|aub|
      please)\\b(?! (?:met|bij) )`,
    `(?:heb|heeft|hebben|is|need|needs)\\b ${some(4)}${NOW} ${some(3)}(?:hulp|help|politie|police|
      ambulance)\\b(?!(?: nodig)? (?:met|bij|voor|with) )`,
    `(?:heb|heeft|hebben|need|needs)\\b ${some(3)}(?:hulp|help) (?:nodig )?${NOW}\\b(?! (?:met|bij|voor|
      with) )`,
    `(?:smeekt|roept|roepen|schreeuwt|schreeuwen|gilt|gillen|smeken)\\b ${some(3)}(?:hulp|help)\\b`,
    `(?:fluister\\w{0,40}|schreef|schrijft|gebaart|gebaarde|whisper\\w{0,40}|wrote)\\b ${some(4)}(?:help|hulp|
      politie|police)\\b(?! (?:met|bij|voor|with))`,
    `(?:begs?|begging|screams?|screaming|cries|crying|shouting)\\b ${some(2)}(?:for )?help\\b`,
    `(?:vraagt|vraag|vragen)\\b ${some(3)}hulp\\b(?! (?:met|bij (?!de balie|mij|ons)|
      voor))${near(40)}\\b(?:hier|balie|nu|gevlucht|doodsbang|buiten)\\b`,
    `(?:hier|balie|nu|voor me|voor mij)\\b${near(25)}\\b(?:vraagt|
      vragen) ${some(2)}(?:om )?hulp\\b(?! (?:met|bij|voor|in|van))`,
    `(?:here|now|counter|desk)\\b${near(25)}\\basks? for help\\b(?! (?:with|in|on))`,
    `asks? for help (?:here|now)\\b`,
  ),
  // an order, not what the writer did or will do
  re(
    `(?<!\\b(?:ik|wij|we|hij|zij|ze|moet|kan|zal|wil) )(?:bel|stuur|call|send)\\b
      (?: nu| snel| meteen| alsjeblieft| aub| please)?(?: de| een| the| an| a)?
      (?: politie| ambulance| police)\\b`,
  ),
  re(`(?:dit is|het is|this is|it is|it's|is)\\b ${some(2)}(?:noodgeval|noodsituatie|
    emergency)\\b(?! \\w)`),
  re(`sos\\b`, `krijgt? ${some(1)}geen (?:lucht|adem)\\b`, `kan niet ademen\\b`, `can't breathe\\b`),
]

/** Counts unless it is said to be long ago, or said not to be so. */
export const SIGNS: readonly RegExp[] = [
  // danger, by name
  re(
    `(?:is|zijn|ben|verkeert|verkeren|loopt|lopen|zit|zitten)\\b ${some(4)}(?:in )?(?:acuut |direct |
      groot |levens)?gevaar\\b(?! (?:voor de|geweest))`,
    `(?:acuut|direct|onmiddellijk|immediate|acute|grave|mortal) (?:gevaar|danger)\\b`,
    `levensgevaar(?:lijk|lijke)?\\b`,
    `levensbedreigend\\w{0,40}`,
    `(?:is|are|am|she's|he's|i'm|they're|we're|be)\\b ${some(3)}in ${some(1)}danger\\b`,
    `(?:gevaar|danger|onveilig|unsafe)\\b${near(15)}\\b(?:nu|op dit moment|now)\\b`,
    `(?:nu|op dit moment|now)\\b${near(20)}\\b(?:gevaar|danger|onveilig|niet veilig|unsafe|not safe)\\b`,
    `(?:bang|vrees|vreest|fears?|scared|afraid) ${some(2)}(?:voor|for) (?:mijn|haar|zijn|ons|my|her|his|
      their) ${some(1)}(?:leven|life|lives)\\b`,
  ),
  // locked up, held
  re(
    `(?:opgeslo(?=\\w{0,20}t)\\w{0,40}|ingesloten|vastgebonden|vastgeketend|gegijzel[dt]|gekidnap\\w{0,40}|ontvoer[dt]|
      gevangen ?gehouden|gevangengezet)\\b`,
    `vastgehouden\\b`,
    `(?:houdt|houden)\\b ${some(4)}(?:vast|gevangen|opgesloten|binnen)\\b ${some(3)}(?:in|op|en|thuis|
      zodat)\\b`,
    `zit(?:ten)?\\b ${some(4)}(?:vast|gevangen) in (?:een|de|het|haar|zijn) (?:huis|kamer|kelder|schuur|
      kast|loods|woning|appartement|hotel)`,
    `${ONE} ${some(1)}(?:mag|mogen|kan|kunnen)\\b ${some(3)}niet ${some(1)}(?:weg|(?:het huis|de deur|
      de kamer|de woning) uit|naar buiten|eruit)\\b(?! (?:bij|van|uit|door|vanwege|zonder|
      tot) )(?!${near(60)}\\b(?:schuld|contract|geld|papieren|paspoort|visum|vergunning|baan|
      woning)\\b)`,
    `${ONE} ${some(1)}(?:mag|mogen|kan|kunnen)\\b ${some(3)}(?:het huis|de deur|de kamer|
      de woning) niet (?:uit|verlaten)\\b`,
    `laa?t(?:en)?\\b ${WHOM} ${some(1)}niet ${some(1)}(?:gaan|weg|vertrekken|naar buiten)\\b`,
    `(?:deur|raam|kamer)\\b ${some(4)}op slot\\b${near(40)}\\b(?:niet (?:uit|weg)|binnen|opgesloten|
      eruit)\\b`,
    `locked (?:${WHOM_EN} )?(?:up|in|inside)\\b`,
    `(?:can't|cannot|can not) leave\\b${near(25)}\\b(?:locked|door|house)\\b`,
    `held (?:captive|hostage|prisoner|against)\\b`,
    `(?:kidnapped|abducted|tied up|chained)\\b`,
    `(?:keeping|keeps|holding|holds)\\b ${some(3)}(?:captive|prisoner|hostage|against (?:her|his|
      their) will)\\b`,
    `(?:won't|will not|does not|doesn't|don't|not) let(?:ting)? ${WHOM_EN} (?:go|leave|out)\\b`,
    `(?:can't|cannot|can not) (?:get out|leave the (?:house|room|building|apartment)|escape)\\b`,
    `not allowed to leave the (?:house|room|building|apartment)\\b`,
  ),
  // violence that goes on, or that just was
  re(
    `(?:wordt|worden|word)\\b ${some(5)}(?:in elkaar )?(?:geslagen|mishandel[dt]|gestoken|neergestoken|
      verkracht|gewurg[dt]|geschopt|gemartel[dt]|aangerand|aangevallen)\\b`,
    `(?:wordt|worden)\\b ${some(3)}bedreig[dt]\\b${near(30)}\\b(?:nu|hier|naast|balie|buiten)\\b`,
    `(?:zie|ziet|zien|hoor|hoort|horen)\\b ${some(6)}(?:slaan|schoppen|mishandelen|steken|wurgen|
      vechten)\\b`,
    `(?:sloeg|schopte|stak|wurgde|bedreigde)\\b ${some(4)}(?:net|zojuist|daarnet|voor mijn neus|
      voor mijn ogen|hier)\\b`,
    `(?:bij|om) (?:de|haar|zijn|mijn) (?:keel|strot)\\b`,
    `(?:hoor|horen|hoort) ${WHOM} ${some(1)}(?:schreeuwen|gillen|krijsen)\\b(?! (?:tegen|op))`,
    `doe(?:t|n) ${WHOM} (?:wat|iets) aan\\b`,
    `deur (?:in ?trapt|intrappen|ingetrapt|in te trappen)\\b`,
    `trap(?:t|pen) ${some(2)}deur in\\b`,
    `in elkaar geslagen\\b`,
    `bont en blauw\\b`,
    `iets (?:aandoet|aan doet|aandoen|aan te doen|aandoe)\\b`,
    `(?:geslagen|mishandel[dt]|verkracht|gewurg[dt]|geschopt|gemartel[dt]) (?:wordt|worden|word)\\b`,
    `(?:is|ben|zijn|heeft|hebben)\\b ${some(4)}(?:net|zojuist|daarnet|nu|vannacht|vandaag|vanochtend|
      zonet)\\b ${some(4)}(?:in elkaar )?(?:geslagen|mishandel[dt]|gestoken|geschopt|aangevallen|
      aangerand|bedreig[dt])\\b`,
    `(?:is|ben|zijn)\\b ${some(5)}(?:verkracht|neergestoken|neergeschoten|beschoten|
      met de dood bedreig[dt])\\b`,
    `(?:slaa[dt]|slaan|schop[dt]|schoppen|trap[dt]|wurg[dt]|wurgen|verkrach[dt]t?|verkrachten|
      mishandel[dt]|mishandelen|martel[dt]|stomp[dt]|knijpt) ${WHOM}\\b(?! (?:hand|arm|boek|laptop|ogen|
      jas|agenda|fiets|rit|slag|over|open|dicht))`,
    `(?:slaat|schopt|trapt|wurgt|mishandelt|martelt|stompt) (?:nu|weer|erop los|erop|haar|hem)\\b`,
    `steekt ${some(2)}(?:neer|met een mes)\\b`,
    `steekt (?:hem|mij|me|iemand)\\b(?! (?:\\w{1,40} )?(?:hand|arm|geld|tijd))`,
    `valt ${WHOM} ${some(1)}aan\\b`,
    `(?:er wordt|ze|zij|mannen|mensen|er wordt er)\\b ${some(2)}(?:nu |hier )?(?:gevochten|vechten|
      geschoten|gestoken)\\b`,
    `(?:hoor|horen|hoort)\\b ${some(4)}(?:gillen|gegil|schieten|schoten|om hulp)\\b`,
    `(?:er is|is er|hier is) ${some(1)}een (?:vechtpartij|steekpartij|schietpartij)\\b(?! geweest)`,
    `(?:vechtpartij|steekpartij|schietpartij)\\b${near(20)}\\b(?:bezig|gaande|nu|hier|aan de gang)\\b`,
    `(?:is|are|being|gets|getting)\\b ${some(2)}(?:beaten|stabbed|raped|strangled|attacked|choked|
      tortured)\\b`,
    `(?:is|are|'s|she's|he's|keeps?) ${some(1)}(?:beating|hitting|stabbing|attacking|choking|kicking|
      strangling|raping|hurting|torturing) ${WHOM_EN}\\b`,
    `(?:has|have) ${some(1)}been (?:stabbed|shot|raped|abducted|beaten up|attacked)\\b`,
    `(?:hits|beats|kicks|stabs|rapes|chokes|attacks|strangles) ${WHOM_EN}\\b`,
    `there(?:'s| is) ${some(1)}a (?:fight|shooting|stabbing)\\b`,
    `will be (?:beaten|killed|hurt|sold|raped)\\b`,
    `(?:going to|gonna) hurt ${WHOM_EN}\\b`,
    `(?:fighting|shooting|gunshots|shots fired)\\b${near(15)}\\b(?:now|here|outside)\\b`,
    `(?:hear|hearing)\\b ${some(3)}(?:screams|screaming|gunshots|shots)\\b`,
  ),
  // a weapon that is there
  re(
    `(?:heeft|heb|hep|hebben|trekt|trok net|pakt|zwaait|zwaaien|houdt|dreigt|draagt|dragen|
      grijpt)\\b ${some(4)}(?:mes|wapens?|vuurwapens?|pistool|pistolen|geweer|machete|kapmes|bijl|
      honkbalknuppel|handgranaat|bom)\\b`,
    `(?:mes|wapens?|vuurwapens?|pistool|geweer|machete|bijl|bom) ${some(1)}(?:heeft|hebben|bij zich|
      trekt|pakt)\\b`,
    `(?:zwaait|dreigt|slaat|bedreigt)\\b ${some(4)}met ${some(2)}(?:hamer|schaar|fles|stok|
      ijzeren staaf|mes|wapen|pistool|bijl)\\b`,
    `(?:staat|loopt|komt|rent|zit|man|vrouw|jongen|iemand|klant|bezoeker|vent|gast|rond|binnen|
      hier)\\b ${some(3)}met ${some(2)}(?:mes|vuurwapen|pistool|geweer|machete|kapmes|bijl|wapen)\\b`,
    `(?:ligt|liggen|zie|ik zag net|er is)\\b ${some(4)}(?:vuurwapens?|pistool|pistolen|geweer|geweren|
      handgranaat|explosie(?:f|ven)|bom)\\b`,
    `(?:has|have|got|with|pulled|pulls|points|pointed|pointing|holding|holds|carrying|
      waving)\\b ${some(2)}(?:a |an )?(?:knife|gun|pistol|rifle|weapon|axe|machete|bomb)\\b`,
  ),
  re(`(?:hij|zij|ze|man|mannen|klant) (?:is|zijn) ${some(1)}gewapend\\b`, `gewapend (?:is|zijn)\\b`),
  // death, threatened or wished
  re(
    `(?:gaat|wil|willen|zal|zullen|dreigt|dreigen|ga)\\b ${some(6)}(?:vermoorden|vermoort|doodmaken|
      dood maken|doodslaan|neersteken|doodschieten|neerschieten|doden|afmaken|in brand steken)\\b`,
    `maa?kt? ${WHOM} (?:dood|af)\\b`,
    `(?:doodmaakt|dood maakt|doodslaat|doodsteekt|doodschiet|doodgaat)\\b`,
    `vermoord[t]? ${WHOM}\\b`,
    `${WHOM} ${some(1)}(?:te )?vermoord(?:t|en)\\b`,
    `in brand (?:gestoken|steekt|steken)\\b`,
    `(?:would|will|he'll|she'll|they'll|gonna) (?:kill|murder|stab|shoot) ${WHOM_EN}\\b`,
    `(?:neer|dood|af) te (?:steken|schieten|maken|slaan)\\b`,
    `(?:gaat|gaan|ga) springen\\b`,
    `jump(?:ing)? (?:off|from|out of)\\b`,
    `(?:pillen|tabletten|medicijnen) ${some(2)}(?:geslikt|ingenomen)\\b`,
    `took ${some(2)}pills\\b`,
    `(?:wordt|worden|word)\\b ${some(2)}met de dood bedreig[dt]\\b`,
    `${ONE} ${some(1)}(?:gaat|ga|gaan) ${some(1)}dood\\b(?! van het lachen)`,
    `(?:gaat|ga) (?:ik|hij|zij|ze|mijn \\w{1,40}|haar \\w{1,40}) ${some(1)}dood\\b`,
    `(?:is|ligt) ${some(2)}stervende\\b`,
    `(?:wil|wilt|wou) ${some(2)}dood\\b`,
    `dood wil\\b`,
    `(?:wil|wilt) ${some(2)}niet meer leven\\b`,
    `(?:zelfmoord|zelfdoding|suicide|suicidaal|suicidal)\\b(?! ?preventie)`,
    `(?:zichzelf|haarzelf|hemzelf|mezelf) ${some(1)}(?:iets aandoen|iets aan te doen|van het leven|
      verwonden|doden)\\b`,
    `(?:springt|springen|te springen)\\b ${some(1)}${near(20)}\\b(?:raam|dak|balkon|trein|brug|flat)\\b`,
    `(?:raam|dak|balkon|brug|flat)\\b ${some(2)}(?:springen|te springen)\\b`,
    `(?:going to|gonna|wants to|will|threatens to|threatening to|trying to)\\b ${some(3)}(?:kill|murder|
      stab|shoot|hurt (?:herself|himself|myself))\\b`,
    `(?:says|said)\\b ${some(3)}(?:kill|murder) (?:her|him|me|them|us)\\b`,
    `(?:wants to die|kill (?:herself|himself|myself|themselves)|end (?:her|his|my) life)\\b`,
    `(?:is|she's|he's) dying\\b`,
  ),
  // fled and here, or about to be taken
  re(
    `(?:net|zojuist|vanochtend|vannacht|daarnet|vandaag|hier)\\b ${some(5)}(?:gevlucht|ontsnapt|
      weggevlucht)\\b(?! (?:uit (?:syri|eritrea|oekra|afghan|iran|irak|soedan|somal|haar land|
      zijn land)|naar nederland|voor de oorlog))`,
    `(?:gevlucht|ontsnapt)\\b${near(30)}\\b(?:(?:staat|zit|is) ${some(1)}(?:hier|aan de balie|bij mij|
      bij ons|voor me)|haar (?:man|vriend|ex|pooier|baas)|uitbuiter|pooier)\\b`,
    `(?:staat|zit|is|loopt)\\b ${some(3)}(?:hier|voor me|voor mijn neus|bij mij|
      aan de balie)\\b${near(60)}\\b(?:gevlucht|ontsnapt|doodsbang|in paniek|overstuur en|
      achtervolg\\w{0,40}|durft niet (?:naar buiten|terug|weg)|zijn haar kwijt|
      onder het bloed)\\b(?! uit (?:syri|eritrea|oekra|afghan|iran|irak))`,
    `(?:doodsbang|in paniek)\\b${near(40)}\\b(?:hier|balie|nu|buiten staat|staat buiten)\\b`,
    `durft niet (?:naar buiten|terug|weg|naar huis)\\b${near(50)}\\b(?:buiten|wacht|staat|nu|hij|hem|
      haar)\\b`,
    `achtervolg[dt]\\b(?! door (?:schulden|pech))`,
    `achterna gezeten\\b`,
    `(?:verstopt (?:zich|haar)|(?:heeft|houdt|hebben) (?:zich|haar) ${some(2)}verstopt)\\b`,
    `(?:zoeken|zoekt|volgen|volgt|wachten|wacht) (?:op )?${WHOM}\\b${near(25)}\\b(?:buiten|voor de deur|
      hier rond)\\b`,
    `hiding\\b${near(20)}\\b(?:here|from (?:him|her|them)|toilet|bathroom)\\b`,
    `(?:vlucht|vliegt|vliegtuig|vertrekt|
      vertrekken)\\b${near(30)}\\b${SOON}\\b[^.!?]{0,40}\\b(?:wil(?:len)? niet|moet mee|moeten mee|
      gedwongen|tegen (?:haar|zijn) wil)\\b`,
    `${ONE} ${some(1)}(?:wordt|worden|word)\\b ${some(3)}${SOON}\\b ${some(5)}(?:opgehaald|meegenomen|
      weggebracht|overgebracht|op het vliegtuig|naar het buitenland)\\b(?! (?:met de bus|door de (?:bus|
      taxi|regiotaxi)|van school|uit school))`,
    `(?:neemt|nemen|brengt|brengen|haalt|halen|komt|
      komen)\\b ${WHOM} ${some(2)}${SOON} ${some(3)}(?:mee|weg|halen|ophalen)\\b`,
    `(?:komt|komen)\\b ${some(1)}${WHOM} ${some(2)}(?:nu|straks|zo|vanavond) ${some(1)}(?:halen|
      ophalen)\\b`,
    `(?:brengen|brengt|zetten|sturen)\\b ${WHOM} ${some(2)}${SOON} ${some(4)}(?:land uit|het land uit|
      vliegtuig|weg)\\b`,
    `${WHOM} probe(?:ert|ren) ${some(1)}mee te (?:nemen|sleuren|trekken)\\b`,
    `${WHOM} ${SOON} ${some(1)}(?:komt|komen) (?:halen|ophalen)\\b`,
    `(?:probeert|proberen|dwingt|dwingen)\\b ${some(1)}${WHOM} ${some(1)}mee te (?:nemen|sleuren|
      trekken)\\b`,
    `(?:sleurt|sleuren|trekt|trekken) ${WHOM} ${some(1)}(?:mee|naar buiten|de auto|de bus)\\b`,
    `buiten\\b[^.!?;]{0,60}\\bniet terug (?:wil|durft|kan)\\b`,
    `niet terug (?:wil|durft|kan)\\b[^.!?;]{0,60}\\bbuiten\\b`,
    `hebben (?:ze |zij )?(?:haar|hem|hen|het meisje|de jongen|de vrouw) ${some(1)}meegenomen\\b(?! naar)`,
    `(?:loverboy|pooier|uitbuiter|mensenhandelaar|pimp)\\b ${some(2)}(?:staat|wacht|zoekt|is hier|
      is buiten|is outside|is here)\\b`,
    `verko(?:opt|pen) (?:haar|hem|hen) ${some(2)}(?:nu|vanavond|vannacht|vandaag)\\b`,
    `(?:roept|huilt|schreeuwt|zegt)\\b${near(30)}\\bniet mee (?:wil|durft)\\b`,
    `(?:trying|tries) to (?:take|drag|grab|force) ${WHOM_EN}\\b`,
    `(?:taking|take|takes) ${WHOM_EN} ${some(3)}(?:away|tonight|now|today)\\b(?! (?:sick|notes))`,
    `(?:being|will be|gets) ${some(1)}taken away\\b`,
    `(?:here|counter|desk|in front of me)\\b${near(50)}\\b(?:escaped|ran away|terrified|
      fled from (?:her|his) (?:husband|boyfriend|boss|pimp))\\b`,
    `(?:escaped|fled|ran away)\\b${near(60)}\\b(?:is here|standing here|sitting here|at my desk|
      at the counter)\\b`,
    `(?:following|chasing|hunting) (?:her|him|me|us|them)\\b${near(15)}\\b(?:now|outside|here)\\b`,
  ),
  // a minor who is missing, or with an exploiter now
  re(
    `(?:vermiste|vermist) ${some(1)}${YOUNG}\\b`,
    `${YOUNG}\\b ${some(2)}(?:is|wordt|sinds|zijn(?= (?:vermist|verdwenen|
      weggelopen))) ${some(5)}(?:vermist|verdwenen|spoorloos|weggelopen)\\b`,
    `missing ${some(1)}${YOUNG_EN}\\b`,
    `${YOUNG}\\b ${some(3)}sinds ${some(3)}(?:weg|zoek|kwijt)\\b`,
    `${YOUNG}\\b ${some(1)}(?:is|wordt) ${some(2)}meegenomen\\b(?! naar)`,
    `${YOUNG_EN}\\b ${some(2)}(?:is|has|went|been) ${some(3)}(?:missing|disappeared|run away|
      been taken)\\b`,
    `${YOUNG}\\b(?:(?!\\b(?:woont|werkt|logeert|zit op|stage)\\b)[^.!?;]){0,50}\\b(?:nu|op dit moment|
      momenteel)\\b ${some(2)}(?:alleen )?(?:bij|met|in) ${some(3)}(?:man|mannen|hem|pooier|loverboy|
      uitbuiter|klant|klanten|hotel|hotelkamer)\\b`,
    `nu (?:bij|met) (?:haar |de |een |die )?(?:pooier|loverboy|uitbuiter|mensenhandelaar)\\b`,
    `nu (?:bij|met) (?:hem|hen|die man|een man|mannen)\\b${near(30)}\\b(?:pas|maar|is|
      slechts) (?:1[0-7]|\\d)\\b`,
    `${YOUNG_EN}\\b${near(40)}\\b(?:right now|now|at this moment)\\b ${some(1)}(?:with|
      in) ${some(2)}(?:man|men|him|pimp|hotel)\\b`,
  ),
  // the writer is threatened, here
  re(
    `bedreig(?:t|d|en) (?:mij|me|ons)\\b`,
    `bedreigt ${WHOM} (?:nu|hier|met)\\b`,
    `(?:ik|we|wij) (?:word|worden|wordt)\\b ${some(5)}bedreig[dt]\\b`,
    `word(?:t)? ik ${some(3)}bedreig[dt]\\b`,
    `ik ben ${some(2)}(?:niet veilig|in gevaar)\\b`,
    `(?:threatening|threatens) (?:me|us|my (?:colleague|life))\\b`,
    `i am ${some(2)}(?:not safe|being threatened)\\b`,
    `i'm ${some(2)}(?:not safe|being threatened)\\b`,
  ),
  // hurt, fire
  re(
    `(?:bloedt|bloed(?:t|en)? (?:heel|erg|hevig|flink)|bloedend|onder het bloed|bewusteloos|
      buiten bewustzijn|niet aanspreekbaar|buiten kennis)\\b`,
    `niet (?:meer )?ademt\\b`,
    `(?:ademt|adem[dt]?|reageert|beweegt) ${some(1)}niet(?: meer)?\\b(?! op (?:mijn|de|onze|brieven|mail))`,
    `(?:zwaar|ernstig) gewond\\b`,
    `(?:overdosis|vergiftigd|stikt|overdose)\\b`,
    `(?:bleeding|unconscious|not breathing|badly hurt)\\b`,
    `(?:er is|is er) (?:nu )?brand\\b(?! geweest)`,
    `staat in brand\\b`,
    `on fire\\b`,
    `(?:ruik|ruikt|ruiken) ${some(1)}gas\\b`,
  ),
]
