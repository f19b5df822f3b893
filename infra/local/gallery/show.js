// Runs in the page: draws every card with the renderer that Teams is built on.
/* global AdaptiveCards, document, matchMedia */
;(() => {
  const { AdaptiveCard, HostConfig, SerializationContext } = AdaptiveCards
  const read = (element) => JSON.parse(element.textContent)
  const hostConfigs = read(document.getElementById('host-configs'))
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const cards = Object.assign({}, ...[...document.querySelectorAll('script.cards')].map(read))

  const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  // A letter of the private area stands for each escaped character while the rest is read as markdown.
  const hide = (text) =>
    text.replace(/\\([\\`*_{}[\]()<>#+\-.!~&])/g, (_, it) => String.fromCharCode(0xe000 + it.charCodeAt(0)))
  const unhide = (text) =>
    text.replace(/[\ue000-\ue0ff]/g, (it) => escapeHtml(String.fromCharCode(it.charCodeAt(0) - 0xe000)))
  const inline = (text) =>
    escapeHtml(text)
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replace(/\[([^[\]]{1,400})\]\(((?:https?|tel):[^()\s]{1,2000})\)/g, '<a href="$2">$1</a>')
      // A mention, as Teams shows it.
      .replace(/&#60;at&#62;([^&]{1,200})&#60;\/at&#62;/g, '<b>$1</b>')
  const block = (lines) => {
    const item = /^\s*(?:[-*]|(\d+)\.)\s+/
    const [first = ''] = lines
    if (!lines.every((line) => item.test(line))) return `<p>${lines.map(inline).join('<br>')}</p>`
    const tag = /^\s*\d/.test(first) ? 'ol' : 'ul'
    return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(item, ''))}</li>`).join('')}</${tag}>`
  }
  /** The little markdown that Teams knows: bold, links, lists, paragraphs. */
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const blocks = hide(text)
      .split(/\n{2,}/)
      .map((each) => block(each.split('\n')))
    result.outputHtml = unhide(blocks.join(''))
    result.didProcess = true
  }

  /** The same card with all that is folded away in sight. */
  const unfolded = (value) => {
    if (Array.isArray(value)) return value.map(unfolded)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([key, it]) => !(key === 'isVisible' && it === false))
    return Object.fromEntries(entries.map(([key, it]) => [key, unfolded(it)]))
  }

  /** The same card with ids of its own: it stands on this page in more than one language. */
  const named = (value, place) => {
    if (Array.isArray(value)) return value.map((each) => named(each, place))
    if (typeof value !== 'object' || value === null) return value
    const ours = (key, it) =>
      key === 'id' || key === 'elementId'
        ? `${place}-${it}`
        : key === 'targetElements'
          ? it.map((each) => (typeof each === 'string' ? `${place}-${each}` : named(each, place)))
          : named(it, place)
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, ours(key, it)]))
  }

  const unfold = document.getElementById('unfold')
  const draw = () => {
    const hostConfig = new HostConfig(dark.matches ? hostConfigs.dark : hostConfigs.light)
    for (const place of document.querySelectorAll('[data-card]')) {
      // The renderer's own look at `lang` says no every second time; the place has it already.
      const { lang: _, ...json } = named(cards[place.dataset.card], place.dataset.card)
      const context = new SerializationContext()
      const card = new AdaptiveCard()
      card.hostConfig = hostConfig
      card.parse(unfold.checked ? unfolded(json) : json, context)
      place.dataset.events = String(context.eventCount)
      // A form of its own: else one choice on the whole page would take back the same choice on another card.
      const form = document.createElement('form')
      form.addEventListener('submit', (event) => event.preventDefault())
      const drawn = card.render()
      // It has a name (what is read aloud): then it says what it is, too.
      drawn?.setAttribute('role', 'group')
      form.append(drawn ?? '')
      place.replaceChildren(form)
    }
    document.body.dataset.drawn = unfold.checked ? 'unfolded' : 'folded'
    document.body.dataset.theme = dark.matches ? 'dark' : 'light'
  }
  unfold.addEventListener('change', draw)
  dark.addEventListener('change', draw)
  draw()
})()
