/** Invented data as if it were real, for the configuration of production, which takes nothing that is invented. */

/** The same, under a name, with numbers and addresses that look like those of a municipality. */
export function asReal<T>(it: T): T {
  const text = JSON.stringify(it)
    .replaceAll('"voorbeeldstad"', '"zandrijk"')
    .replaceAll('"Voorbeeldstad"', '"Zandrijk"')
    .replaceAll(/088-000 /g, '088-321 ')
    .replaceAll(/\.example(?=["/])/g, '.test')
  return JSON.parse(text) as T
}
