// Runs in the page: draws every card with the renderer that Teams is built on.
/* global AdaptiveCards, document */
;(() => {
  const { AdaptiveCard, HostConfig, SerializationContext } = AdaptiveCards
  const read = (element) => JSON.parse(element.textContent)
  const hostConfig = new HostConfig(read(document.getElementById('host-config')))
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

  const unfold = document.getElementById('unfold')
  const draw = () => {
    for (const place of document.querySelectorAll('[data-card]')) {
      // The renderer's own look at `lang` says no every second time; the place has it already.
      const { lang: _, ...json } = cards[place.dataset.card]
      const context = new SerializationContext()
      const card = new AdaptiveCard()
      card.hostConfig = hostConfig
      card.parse(unfold.checked ? unfolded(json) : json, context)
      place.dataset.events = String(context.eventCount)
      // A form of its own: else one choice on the whole page would take back the same choice on another card.
      const form = document.createElement('form')
      form.addEventListener('submit', (event) => event.preventDefault())
      form.append(card.render() ?? '')
      place.replaceChildren(form)
    }
    document.body.dataset.drawn = unfold.checked ? 'unfolded' : 'folded'
  }
  unfold.addEventListener('change', draw)
  draw()

  // What the table of contents leads to is open in it.
  document.querySelector('.contents')?.addEventListener('click', (event) => {
    const link = event.target.closest('summary a')
    if (link) link.closest('details').open = true
  })
})()
