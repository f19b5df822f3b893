/** The entry in the register of processings (AVG 30): purposes, grounds, who is in it, who gets what, terms, security. */
import { partnersNow } from '../../services/municipality/municipality.ts'
import { PROCESSINGS, STORED } from '../../services/signal/processings.ts'
import { type BASES, PURPOSES, type Purpose } from '../../services/signal/purposes.ts'
import { type Given, list, type Paper, paper, table } from './paper.ts'
import { BASES_NL, PURPOSES_NL, STORED_NL } from './words.ts'

const purposes = Object.keys(PURPOSES).filter((name): name is Purpose => Object.hasOwn(PURPOSES, name))

/** On which grounds a purpose stands: those of what is done for it, as the code has them. */
export function groundsOf(purpose: Purpose): (keyof typeof BASES)[] {
  const done = Object.values(PROCESSINGS).map(({ processing }) => processing)
  const stored = Object.values(STORED)
  const found = [...done, ...stored].filter((each) => each.purpose === purpose).map(({ basis }) => basis)
  return [...new Set(found)].sort()
}

export function registerPaper(given: Given): Paper {
  const { municipality: town } = given
  const { dpo, officers } = town
  const stored = Object.entries(STORED_NL)
  return paper(
    given,
    'verwerkingsregister',
    'Verwerkingsregister: Signaalpunt',
    'De regel voor het register van verwerkingen (AVG artikel 30).',
    [
      '## Wie',
      list([
        `Verwerkingsverantwoordelijke: het college van burgemeester en wethouders van ${town.name}. Leg dit vast.`,
        dpo
          ? `Functionaris gegevensbescherming (FG): ${dpo.name}, ${dpo.email}, ${dpo.phone}.`
          : 'Functionaris gegevensbescherming (FG): nog niet ingesteld (`dpo`).',
        'Verwerkers: Microsoft (Teams, Azure), en wie het beheer doet. Van elk hoort er een verwerkersovereenkomst te zijn.',
      ]),
      '## Waarvoor en waarom het mag',
      table(
        ['doel', 'grondslag'],
        purposes.map((purpose) => [
          PURPOSES_NL[purpose],
          groundsOf(purpose)
            .map((basis) => BASES_NL[basis])
            .join('; '),
        ]),
      ),
      'Toestemming is geen grondslag van dit register: een medewerker of inwoner is niet vrij om een gemeente te weigeren. ' +
        'Alleen wie de naam van een slachtoffer bij hulp brengt, vraagt daar ook toestemming voor. ' +
        'Elk gebruik buiten deze doelen is een ander register, met een eigen besluit.',
      '## Van wie',
      list([
        'mensen over wie iets gemeld is: mogelijke slachtoffers, wie iets gedaan zou hebben, getuigen, bewoners',
        'medewerkers en anderen die melden of om advies vragen',
        'de mensen van het meldpunt',
        'contactpersonen van organisaties',
      ]),
      '## Wat',
      'Wat iemand vertelde; namen, adressen, telefoonnummers, kentekens, rekeningen; wat een functionaris vond en besloot. ' +
        'Bijzondere gegevens alleen als een functionaris opschrijft waarom dat nodig is. Een BSN wordt weggehaald voor het bewaard wordt. ' +
        'Nationaliteit en herkomst worden niet gebruikt, en niemand krijgt een score.',
      table(
        ['wat er bewaard wordt', 'tot wanneer'],
        stored.map(([, { what, ends }]) => [what, ends]),
      ),
      '## Wie er leest',
      table(
        ['naam', 'rol'],
        officers.map(({ name, title }) => [name, title.nl]),
      ),
      'Alleen wie dienst heeft, kan de naam van een melder opvragen, met een reden die bewaard blijft. Heeft de melder dat niet gewild, ' +
        'dan kan niemand het.',
      '## Wie iets krijgt',
      table(
        ['organisatie', 'waar', 'grondslag'],
        partnersNow(town).map(({ name, inside, basis }) => [
          name.nl,
          inside ? 'binnen de gemeente' : 'buiten de gemeente',
          basis?.nl ?? 'staat niet vast: een functionaris kiest die bij het overdragen, met een reden',
        ]),
      ),
      'Niets gaat naar buiten zonder een functionaris. Niets gaat naar een andere gemeente.',
      '## Beveiliging',
      list([
        'elk document is verzegeld met een sleutel van de gemeente; wie meldde staat apart, onder een andere sleutel',
        'de sleutels die deze inpakken, liggen in Azure Key Vault of in twee bestanden die alleen de dienst leest',
        'van elke blik en elke handeling staat een regel in een keten; de kop ervan ligt op een tweede plek',
        'in het logboek staan geen namen, geen woorden van mensen en geen links',
        'in het kanaal staat geen inhoud; wie mag lezen, wordt bij elke klik nagevraagd bij Teams',
      ]),
    ],
  )
}
