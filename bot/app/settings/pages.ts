/** Where our web pages are reached, for links in mails and chats (docs/decisions/pages.md). */
import { z } from 'zod'

/** Where they are reached, and how many proxies of ours stand in front of the server. */
export type PagesConfig = { url: string; proxies: number }

const MOST_PROXIES = 4

/** https, a host, and nothing behind it: what follows is ours. */
function isRoot(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password, pathname, search, hash } = new URL(address)
  return (
    protocol === 'https:' && username === '' && password === '' && pathname === '/' && search + hash === ''
  )
}

export const PagesSettings = z.object({
  PUBLIC_URL: z
    .string()
    .trim()
    .refine(isRoot, 'must be https and a host without a path, such as https://signaalpunt.example')
    .transform((address) => new URL(address).origin)
    .optional(),
  PUBLIC_PROXIES: z
    .string()
    .regex(/^\d$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .refine((count) => count <= MOST_PROXIES, `must be from 0 to ${MOST_PROXIES}`)
    .optional(),
})
export type PagesSettings = z.infer<typeof PagesSettings>

/** What does not go together. `filled`: the environment without what is empty. */
export function pagesProblems(filled: Readonly<Record<string, string | undefined>>): string[] {
  const { PUBLIC_URL: url, PUBLIC_PROXIES: proxies } = filled
  return proxies !== undefined && url === undefined ? ['PUBLIC_PROXIES: goes with PUBLIC_URL'] : []
}

/** Where pages are served; undefined: nowhere, and no link is made. Behind https stands one proxy, unless it is said. */
export function pagesOf(env: PagesSettings): PagesConfig | undefined {
  const { PUBLIC_URL: url, PUBLIC_PROXIES: proxies = 1 } = env
  return url === undefined ? undefined : { url, proxies }
}
