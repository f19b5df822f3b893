/**
 * Does a text hold another one, in time that grows with both lengths and never with their product, which `includes` can
 * take of two texts that repeat themselves (Knuth, Morris and Pratt).
 */
export function holds(text: string, part: string): boolean {
  if (part.length > text.length) return false
  const back = new Int32Array(part.length)
  for (let at = 1, same = 0; at < part.length; at += 1) {
    while (same > 0 && part[at] !== part[same]) same = back[same - 1] ?? 0
    if (part[at] === part[same]) same += 1
    back[at] = same
  }
  let same = 0
  for (let at = 0; at < text.length && same < part.length; at += 1) {
    while (same > 0 && text[at] !== part[same]) same = back[same - 1] ?? 0
    if (text[at] === part[same]) same += 1
  }
  return same === part.length
}
