/** Call names and short forms that are well known: a full name, and what somebody of that name is called. */
export const SHORT_NAMES = `
johannes jan johan hans han jo joop john johnny jannes hannes jansen joh janus hanno jantje
johanna jo joke anneke hanneke hanna jannie joanne jopie janna janneke annie johanneke jantine
wilhelmus wim willem wil willy pim helmus mus
willem wim wil willy bill pim
wilhelmina mien mina wil willy minie mieke willemijn wilma helma miep
elisabeth bep els elly liesbeth lies lisa betty betsy bets elise ellis lizzy lisette liesje ilse elsje
elizabeth liz lizzy beth betty eliza lisa liza ellie
cornelis kees cor cees nelis corné cornel
cornelia cor corrie nel nelly neeltje cora corry lia
petrus peter piet pieter pier piter
pieter piet peter
petronella nel nelly petra ella nellie pietje
jacobus jaap jacob ko koos coos jacques sjaak cobus
jacob jaap jack jakob ko
jacoba coba ko cobie jacqueline
maria marie mia ria mieke marijke riet rie miep marja mies maaike marieke marietje mary mariska masha
antonius anton toon ton tonnie antoon twan tony teun
antonia toos tonny toni tonia antoinette
anthonie anton ton toon teun
adrianus ad adri adriaan arie janus aad sjaan
adriana adrie jana ad sjaan jeanne arja
hendrikus henk hendrik harry rik driek hein henny
hendrik henk hein harry rik henny hendri
hendrika riek rika hennie henny ria hendrikje
gerardus gerard ger geert gerrit gert sjra
gerrit ger gert gerard gerry
gerarda gerda ger gera
franciscus frans franc cis frank sjef ciscus
francisca fransje cisca francien sisca ciska francis
theodorus theo dorus dirk ted
theodora thea dora door
martinus martin tinus tiny rien mart maarten marten
marinus rinus rien marien
lambertus bert lambert bertus
albertus albert bert ab bertus appie
hubertus bert huub hub hubert
bernardus bernard ben bert nard
robertus robert rob bert robbie
robert rob bob bobby robbie robin roberto bert
gijsbertus gijs bert gijsbert
engelbertus bert engel
nicolaas nico klaas niek nick nikolaas claas
nicolai kolya nick nico
christiaan chris christian kris
christina chris tina stien christien christa krista kristina
josephus jos jozef joseph jef sjef joep
joseph joe jos jozef jef joey
josephine fien josje josien jo
matheus thijs mathieu theo teeuw mat matthijs
mattheus thijs matthijs matt
matthias thijs mat matthijs matti
matthew matt mat
mathilda tilly til mathilde tilda
margaretha greet greta gre griet grietje marga margreet gré margriet
margaret maggie meg peggy marge
catharina cato trijn toos rina catrien karin ina trien tineke kaatje katrijn carina cathy
catherine kate cathy katie kitty cat
katherine kate kathy katie kat
alida lida ali alie
aleida ali leida
gertruida truus trudy geertrui gertrude truida
hermanus herman manus harm
hermina mina mien hermien
everardus evert eef evert
laurentius laurens lau rens lourens
leonardus leo leon leen nard lennard
lodewijk lou louis lode
louis lou
louise lou wies loes
aloysius lou louis wies
stephanus stefan steven stef fanus
stefan stef
steven steve stef
stephen steve steph
michael mike michiel mick mickey misha
michiel mike giel chiel
mikhail misha mischa
alexander alex sander lex xander sasha aleks sacha alec sascha sjuul
alexandra sandra alex sasha lexi xandra sacha
aleksandr sasha sanya alex
aleksandra sasha ola
oleksandr sasha sashko olek
oleksandra sasha lesia
andreas andre dries andries andy
andrew andy drew
daniel daan dan danny
daniela dani
david dave daaf
samuel sam sammy
benjamin ben benny
thomas tom tommy thom
timotheus tim timo
timothy tim timmy
william bill will billy willy liam
richard rick dick rich ricky
rudolf ruud rudi rolf dolf
adolf dolf dolfje
rudolphus ruud rudi rolf
edward ed eddy ted edu ward
eduard ed eddy edu edi ward
frederik fred freek frits rik erik
frederika frederique rika fred
alfred fred fredje alf
wilfred wil fred
ferdinand ferry nand fer ferdi
vincent vin vince cent
victor vic vik
philip flip phil philippe
filippus flip filip
sebastiaan bas bastiaan seb sebas
bastiaan bas
bartholomeus bart mees meeuwis
eduardus ed eduard eddy edi
jeroen jer
simon siem sim
gregorius gregor joris goris
georgius joris george sjors
george joris sjors georg
charles charlie karel chuck
karel charles carel
carolus karel carl
caroline lien carolien carry line
carolina lien lina
paulus paul pauwel
paulina lien paula pau
pauline lien paula
josefina fien josje
magdalena leen lena magda madeleine
helena leen lena heleen ellen leentje
helene leen ellen
eleonora noor nora ella leonoor
eleanor nell ellie nora
theresia trees thea treesje resi
geertruida truus geertje trui trudie
susanna suus sanne suzan susan anna
suzanna suus sanne suzan
anna annie anneke ans anne antje anja annet ank anya ania annika
johanneke anneke
jolanda jo landa
monique mo nique
dominicus dom minicus domien
domenico mimmo
augustinus guus august stijn
augustus guus august
gustaaf guus staf
constantijn stijn tijn
valentijn tijn val
reinier rein rinus
reinder rein
lucas luuk luc
marcus mark marc
benedictus ben dick
dirk dick
diederik dirk dick
arnoldus arnold nol aart
arend arie
abraham bram ab braham
isaac ies izaak
emanuel manuel maan
emmanuel manu manuel
gabriel gaby gabri
gabriella gaby ella gabi
jonathan jon john nathan
nathaniel nat nathan
zachary zach zack
patrick pat paddy
patricia pat tricia trish patty
deborah debby deb
rebecca becky bec bekka
jennifer jenny jen
jessica jess jessie
samantha sam
victoria vicky tori vic
veronica vera ron
stephanie steph stefanie fanny
nicholas nick nicky
christopher chris kit topher
kenneth ken kenny
ronald ron ronnie
donald don donny
gerald gerry jerry
lawrence larry laurie
leonard leo len lenny
raymond ray
douglas doug
gregory greg
jeffrey jeff
joshua josh
james jim jimmy jamie
anthony tony ant
dorothy dot dolly
kimberly kim
pamela pam
barbara barb babs
sandra san
mohammed mo mohammad moh muhammed med mohamed simo momo hamada
muhammed mo muhammet memo
mehmet memo
mustafa mus musti moes stof
abdelkader kader abdel
abdelkarim karim abdel
abdelaziz aziz abdel
abdelhamid hamid abdel
abdelhakim hakim abdel
abdelmajid majid abdel
abdellah abdel
abdellatif latif abdel
abdelrahman rahman abdel abdou
abdulrahman rahman abdul
abdullah abdul apo
abdulkadir kadir abdul
abdulkarim karim abdul
ibrahim ibo brahim ibi
ismail isma smail
suleyman sulo
hassan has
fatima fatma fati faty
fatiha fati
khadija khadi dija
ahmet ahmo
noureddine nour nordin
alaeddine ala
zineddine zizou zine
salaheddine salah
dmitri dima mitya
dmitry dima mitya
dmytro dima
evgeni zhenya jenya
evgenia zhenya
yevgeny zhenya
ivan vanya vania
vladimir vova volodya vlad vladi
volodymyr vova volodya
vladislav vlad slava
sergei seryozha serge
sergey seryozha serge
serhii serhiy
nikolai kolya
nikolay kolya
pavel pasha
mariya masha
ekaterina katya kate katja
kateryna katya
yekaterina katya
natalia natasha nata natali
nataliya natasha
tatiana tanya tania
tatyana tanya
anastasia nastya nastia asya
olga olya
irina ira
iryna ira
yulia julia yulya
ludmila luda lyuda mila
svetlana sveta lana
elena lena
olena lena
yelena lena
galina galya
halyna halya
aleksei alyosha lyosha
alexei alyosha lyosha
oleksii lyosha
yuri yura
yuriy yura
anatoly tolya
anatoli tolya
konstantin kostya
viktor vitya
viktoria vika
valentina valya
katarzyna kasia
malgorzata gosia
agnieszka aga
joanna asia
barbara basia
krzysztof krzys
tomasz tomek
andrzej andrew jedrek
grzegorz grzesiek
malwina mala
zbigniew zbyszek
stanislaw staszek stach
jakub kuba
wojciech wojtek
piotr piotrek
pawel pawelek
jerzy jurek
jozef jozek
kazimierz kazik
lukasz lukas
michal misiek
magdalena magda
aleksandra ola
ewelina ewa
jose pepe
francisco paco pancho cisco fran
guillermo memo
ignacio nacho
eduardo edu lalo
enrique kike
jesus chucho
rosario charo
dolores lola
guadalupe lupe
consuelo chelo
mercedes merche
manuel manolo manu
antonio toni tonio
giuseppe beppe pino
giovanni gianni nanni
francesco franco cesco
luigi gigi
salvatore toto
gheorghe gigi gicu
konstantinos kostas
georgios giorgos yorgos
ioannis giannis yannis
dimitrios dimitris mimis
nikolaos nikos
`
