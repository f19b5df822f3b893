/** An entity with everything in the form in which it is compared; read once for all that it is compared with. */
import { type ReadAddress, readAddress } from './addresses/readAddress.ts'
import { type Birth, birthOf } from './births.ts'
import type { Entity } from './entity.ts'
import type { AddressEntry } from './entry.ts'
import type { NameForm } from './names/form.ts'
import { readName } from './names/readName.ts'
import { account, accountKey } from './values/account.ts'
import { companyNumber } from './values/companyNumber.ts'
import { mail, mailKey } from './values/mail.ts'
import { plate, plateKey } from './values/plate.ts'
import type { ValueRead } from './values/read.ts'
import { telephone, telephoneKey } from './values/telephone.ts'

/** Fields of one value that identifies. */
export const VALUE_FIELDS = ['telephone', 'account', 'vehicle', 'mail'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

/** A value in its one form. One that could not be read is not there: it cannot agree with anything. */
export type ReadValue = { field: ValueField; value: string; written: string }
export type AddressRead = { read: ReadAddress; written: string }

export type ReadEntity = {
  entity: Entity
  name: NameForm | undefined
  birth: Birth | undefined
  companyNumber: string | undefined
  addresses: readonly AddressRead[]
  values: readonly ReadValue[]
}

const READ: Readonly<Record<ValueField, (written: string) => ValueRead>> = {
  telephone,
  account,
  vehicle: plate,
  mail,
}
const KEY: Readonly<Record<ValueField, (written: string) => string | undefined>> = {
  telephone: telephoneKey,
  account: accountKey,
  vehicle: plateKey,
  mail: mailKey,
}

/** What an entity has of a field, as it was written. */
export function writtenOf({ phones, ibans, plates, emails }: Entity, field: ValueField): readonly string[] {
  switch (field) {
    case 'telephone':
      return phones
    case 'account':
      return ibans
    case 'vehicle':
      return plates
    case 'mail':
      return emails
    default:
      return field satisfies never
  }
}

/** The key that a value is found by; undefined when it cannot be read. */
export const valueKey = (field: ValueField, written: string): string | undefined => KEY[field](written)

/** An address on one line, as a person reads it. */
export function addressLine({ street, number, addition, postcode, city }: AddressEntry): string {
  const house = [number, addition].filter(Boolean).join(' ')
  return [[street, house].filter(Boolean).join(' '), [postcode, city].filter(Boolean).join(' ')]
    .filter((part) => part !== '')
    .join(', ')
}

/** Reads an entity. */
export function readEntity(entity: Entity): ReadEntity {
  const values = VALUE_FIELDS.flatMap((field) =>
    writtenOf(entity, field).flatMap((written) => {
      const read = READ[field](written)
      return read.ok ? { field, value: read.value, written } : []
    }),
  )
  const kvk = entity.kind === 'organisation' ? companyNumber(entity.organisation.kvk ?? '') : undefined
  return {
    entity,
    name: entity.kind === 'person' ? readName(entity.person) : undefined,
    birth: entity.kind === 'person' ? birthOf(entity.person) : undefined,
    companyNumber: kvk?.ok ? kvk.value : undefined,
    addresses: entity.addresses.map((address) => ({
      read: readAddress(address),
      written: addressLine(address),
    })),
    values,
  }
}
