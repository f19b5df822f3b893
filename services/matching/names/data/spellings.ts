/** Customary spellings of one and the same name in Latin letters: a line a name. */
export const SPELLINGS = `
kees cees
mohammed mhmd mohamed muhammad muhammed mohammad mohamad mohamet mouhamed muhamed mohmed muhamad mohand mhamed mhammed mahomed mohd
mahmoud mhmoud mahmud mahmood
ahmed ahmd ahmad achmed ahmet akhmed
youssef yusuf yousef yousuf jusuf yousif joesoef youcef yossef yusef jusef yussuf
ibrahim brahim ebrahim ibraheem ibragim
hussein hsin hoessein hussain husain hossein houssein husseyn huseyin hocine hosein
hassan hsn hasan hasen
mustafa moustafa mustapha mostafa moestafa mostapha
omar umar omer oemar
osman othman usman uthman ousmane outhmane
ali aly
abdullah bdallh bdlh abdallah abdulla abdoullah abdellah abdoellah
abdelrahman abdulrahman abdurrahman abderrahman abdourahmane abderrahmane abdurahman abdirahman abdrahman abdelrahmane abdoerrahman
abdelkader abdulkadir abdelqader abdulqadir abdukadir abdulkader abdoelkader
abdelkarim abdulkarim abdulkareem abdelkrim abdoelkarim
abdelaziz abdulaziz abdulazeez abdoelaziz
abdelhamid abdulhamid abdoelhamid
abdelhakim abdulhakim
abdelmalek abdulmalik abdelmalik
abdelmajid abdulmajid abdelmadjid
said saeed sayed saied saaid sait
sayed sayyid seyed seyyed sayyed
khalid khaled galid halid chalid
karim kareem kerim
rachid rashid rasheed rasjid resit
rashida rachida
hicham hisham hesham isham
jamal djamal gamal jamaal cemal djamel jamel
jamila djamila jameela cemile gamila
fatima fatma fatema fatimah fatemeh
fatimazahra fatimazohra fatmazehra fatimaezzahra fatimazahrae
aicha aisha ayesha ayse aysha aischa ajsja aissa aiesha
khadija khadidja hadija khadijah chadidja khadeeja hatice
amina ameena emine aminah
mariam maryam meryem miriam meriem maryem mariem
zaynab zeinab zineb zainab zeynep zaineb
leila layla laila leyla lejla
nadia nadja nadya nadiya
yasmin yasmina jasmin jasmine yasmine yasemin jasmijn
soumaya sumaya sumeyye soemaya soumia
samir sameer semir
tarik tariq tarek tareq
nour noor nur noer
noureddine nordin nuruddin nureddin nouredine noredin
bilal belal billal
hamza hamzah
ismail ismael esmail ismaeel isma
suleyman sulaiman soulaiman sulayman solayman suleiman soleiman
younes yunus younis younus jonas
yassin yasin yassine yaseen jasin
zakaria zakariya zakariyya zekeriya zacaria
anas enes anass
ayoub ayub eyup ayyub ajoeb
ilias ilyas elias iljas
imran emran imraan
jaafar jafar cafer djafar
mehdi mahdi mahdy
moussa musa mousa moesa
nasser nasir naser naseer
qasim kasim qassem kassem qasem
salah saleh salih salaah
walid waleed velid oualid
zahra zohra zehra
gaddafi qaddafi kadhafi gadaffi kaddafi
chaudhry chaudhary choudhury chowdhury chaudhri
hoxha hodzha hodja
singh sinh sing siengh
sergei sergey serhii serhiy sergej serge sergiy siarhei serguei
alexander aleksandr oleksandr alexandr aleksander aliaksandr olexandr alexandre alessandro alejandro aleksandar
alexandra aleksandra oleksandra alexandrina
aleksei alexei oleksii alexey aleksey oleksiy aliaksei
andrei andrey andrii andriy andrej andrzej
dmitri dmitry dmitriy dmytro dimitri dimitry dzmitry dmitrij
evgeni yevgeny evgeny evgeniy yevhen eugene evgenij jevgeni yevgeni
evgenia yevgenia yevheniia evgeniya
ivan iwan
mikhail mykhailo michail mihail mikhailo
nikolai nikolay mykola nikolaj nicolai mikola
pavel pavlo pawel
petr piotr pyotr petro pjotr peter
vladimir volodymyr wladimir uladzimir vladymyr
viktor victor wiktor
vasily vasyl vasili vasiliy wassili
yuri yuriy yurii joeri juri yury jurij
yulia julia yuliya iuliia yuliia
yaroslav jaroslav iaroslav jaroslaw
natalia natalya nataliya nataliia natalja
tatiana tatyana tetiana tatjana
ekaterina yekaterina kateryna katerina katarina
elena yelena olena helena jelena alena
irina iryna iryna
maria mariya mariia marija
anastasia anastasiya anastasiia
svetlana svitlana swetlana
ludmila lyudmila liudmyla lyudmyla
oksana oxana aksana
olga olha
galina halyna
anna hanna ganna
georgios giorgos yorgos jorgos george
ioannis giannis yannis jannis yiannis
khrushchev chruschtschow chroesjtsjov hruscev
tchaikovsky tsjaikovski chaikovsky tschaikowsky
gorbachev gorbatsjov gorbatschow
zelensky zelenskyy zelenskiy selenskyj zelenski
nguyen nguyn
wong wang huang
chen chan tan chin
li lee lie
zhang cheung chang
zheng cheng
liu lau
xu hsu
zhou chow chou
kim gim
lee yi rhee i ri
park bak pak bag
choi choe
jung jeong chung
moon mun
yoon yun
un eun
myung myeong
suk seok seog
young yeong yong
hyun hyeon
kyung gyeong
joon jun
woo u
`
