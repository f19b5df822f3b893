/** Rotating a municipality whose keys stand in two layers: a new key for what is written, and one for identities. */
import type { Store } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import type { LayeredKeys } from './layeredKeys.ts'
import { resealed } from './reseal.ts'
import { type Rotated, type Rotating, rotate } from './rotate.ts'
import type { Keys } from './seal.ts'
import { LAYERS, type Layer, layerOf, SEALED_KINDS } from './sealedStore.ts'

export type RotatingLayers = {
  /** The store as it is, not the sealed one. */
  inner: Store
  layers: LayeredKeys
  /** With the keys for names of `layers`. */
  keys: Keys
  municipality: MunicipalityId
}

/** What wraps the documents of one layer anew; it waits for the key of the municipality. */
export function rotatingOf({ inner, layers, keys, municipality }: RotatingLayers, layer: Layer): Rotating {
  const keyRing = layers.waiting(municipality, layer)
  const kinds = SEALED_KINDS.filter((kind) => layerOf(kind) === layer)
  const all = { inner, keyRing, municipality, kinds }
  switch (layer) {
    case 'documents':
      return all
    case 'names':
      return { ...all, reseal: (document) => resealed(keys, keyRing, document) }
    default:
      return layer satisfies never
  }
}

/**
 * A new key for both layers, which wraps from now on: here at once, in programs that run within a minute. The older ones
 * still open. @throws KeysUnavailable, StoreUnavailable
 */
export async function renewLayers({ layers, municipality }: RotatingLayers): Promise<void> {
  for (const layer of LAYERS) await layers.ringOf(municipality, layer).renew()
}

/** One round of `rotate` over both layers. @throws KeysUnavailable, StoreUnavailable */
export async function rotateLayers(it: RotatingLayers): Promise<Rotated> {
  const sum: Rotated = { rotated: 0, already: 0, unreadable: 0, plain: 0 }
  for (const layer of LAYERS) {
    const { rotated, already, unreadable, plain } = await rotate(rotatingOf(it, layer))
    sum.rotated += rotated
    sum.already += already
    sum.unreadable += unreadable
    sum.plain += plain
  }
  return sum
}
