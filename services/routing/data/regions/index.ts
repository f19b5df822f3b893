/** The regional parts of the matrix, each in a file of its own. A new one is added here. */
import amsterdamAmstelland from './amsterdam-amstelland.json' with { type: 'json' }
import drenthe from './drenthe.json' with { type: 'json' }
import flevoland from './flevoland.json' with { type: 'json' }
import friesland from './friesland.json' with { type: 'json' }
import gelderland from './gelderland.json' with { type: 'json' }
import gooiEnVechtstreek from './gooi-en-vechtstreek.json' with { type: 'json' }
import groningen from './groningen.json' with { type: 'json' }
import haaglanden from './haaglanden.json' with { type: 'json' }
import limburg from './limburg.json' with { type: 'json' }
import middenNederland from './midden-nederland.json' with { type: 'json' }
import noordBrabant from './noord-brabant.json' with { type: 'json' }
import noordHolland from './noord-holland.json' with { type: 'json' }
import noordoostGelderland from './noordoost-gelderland.json' with { type: 'json' }
import overijssel from './overijssel.json' with { type: 'json' }
import rotterdamRijnmond from './rotterdam-rijnmond.json' with { type: 'json' }
import utrecht from './utrecht.json' with { type: 'json' }
import zeeland from './zeeland.json' with { type: 'json' }
import zuidHolland from './zuid-holland.json' with { type: 'json' }
import zuidoostBrabant from './zuidoost-brabant.json' with { type: 'json' }

export const REGION_DATA: readonly unknown[] = [
  amsterdamAmstelland,
  drenthe,
  flevoland,
  friesland,
  gelderland,
  gooiEnVechtstreek,
  groningen,
  haaglanden,
  limburg,
  middenNederland,
  noordBrabant,
  noordHolland,
  noordoostGelderland,
  overijssel,
  rotterdamRijnmond,
  utrecht,
  zeeland,
  zuidHolland,
  zuidoostBrabant,
]
