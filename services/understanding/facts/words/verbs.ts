/** What people do in a story: behind a word without an article it tells a name. */
import { wordSet } from './wordSet.ts'

export const VERBS = wordSet(
  'zegt zei vertelt vertelde is was heeft had woont woonde werkt werkte komt kwam gaat ging wil wilde kan kon',
  'mag mocht moet moest staat stond zit zat slaapt sliep belt belde appt appte vraagt vroeg geeft gaf neemt nam',
  'houdt hield krijgt kreeg betaalt betaalde regelt regelde brengt bracht haalt haalde slaat sloeg dreigt',
  'dreigde huilt huilde lijkt leek blijft bleef wordt werd doet deed ziet zag kent kende heet verhuurt',
  'verhuurde rijdt reed loopt liep schreeuwt schreeuwde weigert weigerde durft durfde denkt dacht weet wist',
  'laat liet zou zal stuurt stuurde spreekt sprak praat praatte pakt pakte eist eiste beheert bepaalt bepaalde',
  'int controleert controleerde bedreigt bedreigde noemt noemde zoekt zocht ontkent verklaart verklaarde',
  'gebruikt verdient hoort hoorde moeten says said told is was has had lives works lived worked wants wanted',
  'goes went comes came does did asked took takes gives gave gets got hits hit sleeps',
)
