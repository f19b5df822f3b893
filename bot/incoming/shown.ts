/** Of what stands in the HTML of a message: is it shown at all, and is a picture an emoji or a reaction that was picked? */

const MOST_ADDRESS = 2_000

/** Styles with which something is not shown. */
const UNSEEN =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all)/i
/** Elements that never close, so that nothing stands in them. */
export const EMPTY = new Set(
  'area base br col embed hr img input link meta source track wbr emoji'.split(' '),
)
/** Pictures that are picked from a list to react with. */
const REACTION = /\/(?:giphy|tenor|sticker|meme|gif)\b/i

/** Is what stands in an element with these attributes shown to nobody? */
export const isUnseen = (of: ReadonlyMap<string, string>): boolean =>
  of.has('hidden') || UNSEEN.test((of.get('style') ?? '').slice(0, MOST_ADDRESS))

/** Where Teams keeps its emoji: a picture from there is one. */
export const isEmojiAddress = (address: string): boolean =>
  /\/personal-expressions\/|\/emoticons?\/|\/emoji\//i.test(address.slice(0, MOST_ADDRESS))

/** Where people pick moving pictures to react with: a picture from there is no photo of theirs. */
export const isReactionAddress = (address: string): boolean =>
  /^https:\/\/(?:[a-z0-9-]{1,60}\.){0,4}(?:giphy|tenor)\.com\//i.test(address.slice(0, MOST_ADDRESS))

/** Is a picture with these attributes one that was picked to react with? */
export const isReaction = (of: ReadonlyMap<string, string>): boolean =>
  REACTION.test((of.get('itemtype') ?? '').slice(0, MOST_ADDRESS)) || isReactionAddress(of.get('src') ?? '')
