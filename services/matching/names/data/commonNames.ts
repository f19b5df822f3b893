/**
 * What is common, as persons per hundred thousand, roughly, and the names that so
 * many have: a written name is evidence in as far as it is rare. From
 * general knowledge of names in the Netherlands; no register is counted, and what is not listed counts as rare.
 */
export const COMMON_SURNAMES = `
510 jong
430 jansen
420 vries
360 berg
350 dijk
340 bakker
330 visser
290 smit
280 meijer
270 boer
260 mulder
240 groot
230 bos
220 vos peters
210 hendriks
200 leeuwen
190 dekker
180 brouwer
175 wit
170 dijkstra
165 smits
160 graaf
155 meer
145 linden jacobs haan
140 vermeulen
135 heuvel veen
130 schouten broek
125 beek
120 willems vliet
115 heijden hoekstra
112 maas
110 verhoeven
108 koster
107 dam
105 prins wal
102 blom
100 huisman peeters
98 kuipers
97 veenstra
96 kuiper post
95 hermans
94 bosch
93 boogaard
92 bruin
90 jonge martens gerritsen yilmaz
88 klein janssen
85 timmermans groen
84 postma
83 scholten
82 evers
81 pol
80 wolters velde
78 bosman kramer
76 dongen
75 molenaar zanden
74 mol hoeven
73 schipper
72 verbeek otten
71 schmidt
70 lange wijk yildiz singh
69 roos
68 willemsen
67 driessen
66 pieters vink
65 hoek jonker
64 doorn
63 rijn horst
62 wolf
61 boom
60 kuijpers beer hoogeveen kaya ali mohamed
59 hofman zijlstra
58 kooij
57 vonk groenewoud
56 bergen
55 sanders rooij ozturk demir amrani
54 laan gerrits
53 ridder bruijn
52 rooijen hout
51 veldhuis
50 ruiter cornelissen schaik voort heide hoff hof celik sahin ahmed hassan
49 mooij dijkman
48 scheffer berge
47 peer tol
46 koning jager verhagen
45 groenendijk wijnen bouma dalen es aydin ozdemir bouzid chen
44 steen martin
43 bouwman lee
42 kroon vogel bosma
41 admiraal
40 poel hulst nijs nieuwenhuis rijk wiersma hoekema boersma kooistra loon ginkel arslan idrissi
40 yahyaoui wang nowak smith
39 snijders zwart
38 keizer elst
37 essen meulen vermeer
36 roelofs oosterhout
35 winter kamp claassen sikkema visscher huizen duijn eijk dogan kilic ouali aissati azzouzi hussein
35 ibrahim li wong
34 simons kok
33 bekker goor bij
32 terpstra ham
31 aalst
30 boers wouters hendriksen tuinstra aslan cetin kara koc kurt ozkan khattabi hamdaoui bouazza mansouri
30 haddad abdi omar zhang liu huang silva jones
29 pas ree
28 arends michielsen weerd simsek bakkali haddouchi
27 ven
26 burg wiel
25 heer stokvis gelder polat erdogan can alaoui fassi filali ghazi osman mohammed khan hussain ramdin
25 ramautar cheung chan tran kowalski santos garcia williams
24 zwarts goossens
23 brink hek
22 benali brown
20 korkmaz tekin gunes aksoy mourabit jaouhari said yusuf abdullah kaur kumar sharma kisoen jagesar
20 mangal pinas alberto martina maduro lin lam ho fernandes pereira lopes rodriguez rossi taylor
18 wijngaarde winklaar yang hu wisniewski martinez fernandez
15 wu zhou zhao pham wojcik lewandowski ivanov rodrigues gomes gonzalez lopez sanchez wilson johnson
12 xu le kaminski zielinski szymanski wozniak kowalczyk dabrowski petrov popescu popa perez white
12 thomas harris campbell
10 dimitrov georgiev hernandez walker clarke green kelly ryan nguyen robinson thompson
8 ionescu
`
export const COMMON_GIVEN_NAMES = `
3600 maria
3300 johannes
2400 johanna
2100 jan
1500 cornelis
1400 petrus
1300 willem
1200 hendrik
1100 elisabeth
1000 cornelia
950 pieter
900 jacobus
850 peter
800 adrianus
750 catharina wilhelmina
700 antonius gerrit
650 wilhelmus
600 franciscus hendrika adriana
550 margaretha jacob
500 martinus theodorus petronella
450 gerardus henk kees
400 hans wim piet
350 robert mohamed thomas michael emma
300 mohammed david daan sanne sophie lotte linda monique
280 anne
250 julia lisa eva laura sara esther petra ingrid sandra joke nicole bianca marcel dennis erik edwin
250 ronald rob richard marco martin frank bas tim tom lars jesse rick kevin jeroen patrick
200 iris fleur marieke marijke ria els ans truus annie corrie willy tineke ellen angelique wendy kim
200 chantal patricia rene paul bram sem lucas luuk milan thijs finn levi noah liam mees max stijn sven
200 nick mark jeffrey danny roy bart wouter maarten martijn vincent alexander
180 fatima
150 sander joost koen ruben niels stefan simon daniel joris rens gijs dirk klaas arie bert ben leo theo
150 ton gerard harry fred john jos jaap femke sarah anouk britt naomi manon maud amber nathalie karin
150 yvonne marianne annemarie jolanda mirjam astrid carla diana elly
120 koos sjoerd mila tess zoe nora lieke roos noor olivia evi merel demi melissa samantha greet nel bep
120 ahmed
100 yara saar julie elin jasmijn isa liv riet
90 aicha ali
80 fatma khadija james joshua
70 ayse mehmet mustafa hassan hussein ibrahim omar youssef
60 emine hatice zeynep naima samira karima rachida malika latifa nadia said william jack matthew emily
60 samuel
50 elif leila yasmin mariam meryem salma hanan zahra abdullah rachid karim khalid hamza bilal ayoub
50 jessica
40 samir tarik murat hakan emre osman ismail yusuf anna charles charlotte benjamin joseph
30 huseyin kemal hasan driss jamal abdelkader piotr pawel tomasz krzysztof andrzej marcin katarzyna
30 agnieszka malgorzata magdalena nicholas
25 marek
20 dariusz ewa joanna monika jose antonio ana irina ryan lachlan georgia chloe isabella grace ella
15 carlos manuel luis ivan sergei dmitri elena olena olga natalia oleksandr andrei
12 vladimir
8 wei li ming jing xin minh thi van
`
