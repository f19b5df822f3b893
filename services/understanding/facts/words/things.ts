/** Words for things that have a name: a capital behind one of these is of the thing, not of a person. */
import { wordSet } from './wordSet.ts'

export const THING_NOUNS = wordSet(
  'merk programma applicatie systeem app site website tool software pakket module portaal dashboard bestand map mapje',
  'film serie boek lied spel game podcast krant zender kanaal album wedstrijd beker competitie club elftal',
  'pot potje reep zakje bakje fles blik pak zak krat doos trui jas schoenen tas pet shirt broek horloge parfum gympen sneakers kleding telefoon',
  'medicijn pil pillen bier wodka drank sigaretten sigaret wijn drugs zak poeder vapes vape koffie frisdrank',
  'stad dorp stadje gemeente wijk buurt regio provincie land streek gebied district station halte haven park bos meer',
  'taal project campagne dag week cursus training thema wet nota formulier code type kleur maat model versie methode',
  'afdeling team cluster domein programmalijn werkgroep overleg vakgroep fonds regeling subsidie partij fractie kerk',
  'zaak dossier ticket bericht melding mail pagina hoofdstuk artikel bijlage tabel figuur blad lettertype wachtwoord',
  'vitamine virus ziekte syndroom vaccin vlucht trein boot schip ferry brand language city town village brandstof',
)
