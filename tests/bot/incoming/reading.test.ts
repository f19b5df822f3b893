/** What a person said, out of what Teams makes of it: no packaging is words, and no words are packaging. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { holds } from '../../../bot/incoming/holds.ts'
import { readMessage } from '../../../bot/incoming/reading.ts'

const BOT = { id: '28:751cda82-ff4a-44a6-8b60-faaee3291eba', name: 'Signaalpunt' }
const html = (content: string) => ({ contentType: 'text/html', content })
const image = (contentUrl: string) => ({ contentType: 'image/*', contentUrl })
const NONE = { pictures: 0, recordings: 0, documents: 0 }

type Sent = { text?: string; attachments?: unknown[]; entities?: unknown[]; textFormat?: string }
const read = ({ text = '', attachments = [], entities = [], textFormat }: Sent) =>
  readMessage({ text, attachments, entities, textFormat, bot: BOT })
const words = (sent: Sent) => read(sent).text
const mention = (text: string, id: string | undefined, name: string) => ({
  type: 'mention',
  text,
  mentioned: { id, name },
})

const REPLY =
  '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1795000000001">\r\n' +
  '<strong itemprop="mri" itemid="28:751cda82">Signaalpunt</strong><span itemprop="time" itemid="1795000000001"></span>\r\n' +
  '<p itemprop="preview">Dit heb ik van je</p>\r\n</blockquote>\r\n'

describe('K1: a message that was answered to is not said again', () => {
  test.each<[string, Sent]>([
    [
      'as a reference',
      {
        text: 'versturen',
        attachments: [
          {
            contentType: 'messageReference',
            id: '1',
            content: '{"messageId":"1","messagePreview":"Dit heb ik van je"}',
          },
          html('<attachment id="1"></attachment><p>versturen</p>'),
        ],
      },
    ],
    [
      'as a reference with an object in it, before the own words in the text',
      {
        text: 'Dit heb ik van je versturen',
        attachments: [
          { contentType: 'messageReference', content: { messagePreview: 'Dit heb ik van je' } },
          html('<attachment id="1"></attachment><p>versturen</p>'),
        ],
      },
    ],
    [
      'as a reference without HTML',
      {
        text: 'Dit heb ik van je\r\nversturen',
        attachments: [{ contentType: 'messageReference', content: { messagePreview: 'Dit heb ik van je' } }],
      },
    ],
    [
      'as a marker in the text',
      {
        text: '<quoted messageId="1795000000002"/> versturen',
        entities: [{ type: 'quotedReply', quotedReply: { messageId: '1', preview: 'Dit heb ik van je' } }],
        attachments: [html('<p>versturen</p>')],
      },
    ],
    ['as a marker at the end', { text: 'versturen <quoted messageId="1"></quoted>' }],
    ['as a block in the HTML', { text: 'versturen', attachments: [html(`${REPLY}<p>versturen</p>`)] }],
    [
      'as a block in the HTML that the text has too',
      {
        text: 'Signaalpunt\r\nDit heb ik van je\r\n\r\nversturen',
        attachments: [html(`${REPLY}<p>versturen</p>`)],
      },
    ],
    ['in HTML only', { attachments: [html(`${REPLY}<p>versturen</p>`)] }],
  ])('%s', (_name, sent) => expect(read(sent)).toEqual({ text: 'versturen', files: NONE }))

  test('with a picture in what was quoted nothing was sent along', () => {
    const quote = REPLY.replace('Dit heb ik van je', '<img alt="foto" src="https://x"> Foto')
    expect(read({ text: 'ja', attachments: [html(`${quote}<p>ja</p>`)] })).toEqual({
      text: 'ja',
      files: NONE,
    })
  })

  test('a quote that a person typed is what they typed', () => {
    const content = '<blockquote><p>Je houdt je mond</p></blockquote><p>zei hij</p>'
    expect(words({ attachments: [html(content)] })).toBe('Je houdt je mond\nzei hij')
  })

  test('nothing but a quote is nothing', () => {
    expect(words({ text: 'Signaalpunt Dit heb ik van je', attachments: [html(REPLY)] })).toBe('')
  })

  test('a message that was passed on is taken as the words that came along', () => {
    const content = { originalMessageId: '1', originalMessageContent: 'Morgen werken, anders geen geld.' }
    const attachments = [
      { contentType: 'forwardedMessageReference', content: JSON.stringify(content) },
      html('<p>Dit stuurde hij haar</p><attachment id="1"></attachment>'),
    ]
    expect(read({ text: 'Dit stuurde hij haar', attachments })).toEqual({
      text: 'Dit stuurde hij haar\nMorgen werken, anders geen geld.',
      files: NONE,
    })
    expect(read({ attachments: [{ contentType: 'forwardedMessageReference' }] }).files.documents).toBe(1)
  })
})

describe('K1: a link keeps its address', () => {
  test.each([
    [
      '<a href="https://advertentie.example/88412">Massage</a> bij',
      'Massage (https://advertentie.example/88412) bij',
    ],
    ['<a href="https://advertentie.example/">advertentie.example</a>', 'advertentie.example'],
    ['<a href="https://a.example/x?y=1&amp;z=2">hier</a>', 'hier (https://a.example/x?y=1&z=2)'],
    ['<a href="mailto:jan@a.example">mail Jan</a>', 'mail Jan (mailto:jan@a.example)'],
    ['<a href="https://a.example/1"></a>', 'https://a.example/1'],
    ['<a href="javascript:alert(1)">klik</a>', 'klik'],
    ['<a href="data:text/html,x">klik</a>', 'klik'],
    ['<a>zonder</a>', 'zonder'],
    [
      '<a href="https://a.example/1">een<a href="https://b.example/2">twee',
      'een (https://a.example/1)twee (https://b.example/2)',
    ],
  ])('%s', (content, text) => expect(words({ attachments: [html(content)] })).toBe(text))

  test('also where the text has the title only', () => {
    const content =
      '<p>Zij staat hier: <a href="https://advertentie.example/88412">Massage bij het station</a></p>'
    expect(words({ text: 'Zij staat hier: Massage bij het station', attachments: [html(content)] })).toBe(
      'Zij staat hier: Massage bij het station (https://advertentie.example/88412)',
    )
  })

  test('and where the text says more than the HTML', () => {
    const attachments = [html('<a href="https://a.example/1">Massage</a>')]
    expect(words({ text: 'Massage, en nog iets', attachments })).toBe(
      'Massage, en nog iets\nhttps://a.example/1',
    )
  })

  test('a preview below it is no file, and its words are not those of the person', () => {
    const attachments = [
      {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: 'Advertentie', text: 'x' },
      },
      html('<p><a href="https://a.example/1">https://a.example/1</a></p>'),
    ]
    expect(read({ text: 'https://a.example/1', attachments })).toEqual({
      text: 'https://a.example/1',
      files: NONE,
    })
  })
})

describe('K1: what is shown to nobody is no words', () => {
  const LOOP = 'application/vnd.microsoft.card.fluidEmbedCard'
  test.each<[string, Sent, string, object]>([
    [
      'a word that is hidden, with words before it',
      {
        text: 'Kijk hier eens\nWhiteboard',
        attachments: [html('<p>Kijk hier eens</p><div style="DISPLAY : none;">Whiteboard</div>')],
      },
      'Kijk hier eens',
      { documents: 1 },
    ],
    [
      'a word that is hidden, on the same line',
      {
        text: 'Loop-onderdeel Kijk hier eens',
        attachments: [
          { contentType: LOOP },
          html('<span hidden>Loop-onderdeel</span><span> Kijk hier eens</span>'),
        ],
      },
      'Kijk hier eens',
      { documents: 1 },
    ],
    [
      'hidden elements in one another, and words behind them',
      {
        text: '',
        attachments: [html('<div style="visibility:hidden"><div>een</div><b>twee</b></div><p>drie</p>')],
      },
      'drie',
      { documents: 1 },
    ],
    [
      'a hidden element without an end hides nothing',
      { text: '', attachments: [html('<p>een</p><div style="display:none">twee')] },
      'een\ntwee',
      {},
    ],
    [
      'a word for a component, without HTML',
      { text: 'Loop component', attachments: [{ contentType: LOOP }] },
      '',
      { documents: 1 },
    ],
    ['the same word, typed', { text: 'Card' }, 'Card', {}],
    ['a mark for a picture', { text: 'Zie dit\n[cid:image001.png@01DB]' }, 'Zie dit', { documents: 1 }],
    [
      'a line for what cannot be shown',
      { text: 'This message contains unsupported content.' },
      '',
      { documents: 1 },
    ],
    [
      'a card, with a word in its place',
      {
        text: 'Card',
        attachments: [
          { contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Pand te huur' } },
        ],
      },
      'Pand te huur',
      {},
    ],
    [
      'the name of a picture that was picked',
      {
        text: 'applaus (GIF Image)\nGoed gedaan',
        attachments: [
          image('https://media1.tenor.com/m/x/applaus.gif'),
          html(
            '<readonly itemtype="http://schema.skype.com/Giphy"><img alt="applaus (GIF Image)" src="https://media1.tenor.com/m/x/applaus.gif"></readonly><p>Goed gedaan</p>',
          ),
        ],
      },
      'Goed gedaan',
      {},
    ],
    [
      'a picture that was picked, by another address, and nothing else',
      {
        attachments: [
          image('https://proxy.example/gif/1'),
          html('<img itemtype="http://schema.skype.com/Meme" alt="kat" src="https://proxy.example/gif/1">'),
        ],
      },
      '',
      {},
    ],
  ])('%s', (_name, sent, text, files) => expect(read(sent)).toEqual({ text, files: { ...NONE, ...files } }))
})

describe('K1: pictures, and what only looks like one', () => {
  const emoji =
    '<img alt="🙂" itemtype="http://schema.skype.com/Emoji" src="https://statics.teams.cdn.office.net/x.png">'
  test.each<[string, Sent, string, Partial<typeof NONE>]>([
    [
      'an emoji that comes as a picture too',
      {
        text: 'versturen ',
        attachments: [
          image(
            'https://statics.teams.cdn.office.net/evergreen-assets/personal-expressions/v2/assets/emoticons/sad/20_f.png',
          ),
          html(`<p>versturen ${emoji}</p>`),
        ],
      },
      'versturen 🙂',
      {},
    ],
    [
      'an emoji from an address that nobody knows',
      {
        text: 'versturen',
        attachments: [image('https://x.example/1.png'), html(`<p>versturen ${emoji}</p>`)],
      },
      'versturen 🙂',
      {},
    ],
    [
      'an emoji and a photo',
      {
        text: 'kijk',
        attachments: [
          image('https://x.example/1.png'),
          image('https://x.example/2.png'),
          html(`<p>kijk ${emoji}<img src="https://x.example/2.png"></p>`),
        ],
      },
      'kijk 🙂',
      { pictures: 1 },
    ],
    [
      'an emoji as Graph writes it',
      { text: 'ja', attachments: [html('<p>ja <emoji id="yes" alt="👍" title="Yes"></emoji></p>')] },
      'ja 👍',
      {},
    ],
    [
      'a photo in the HTML only',
      { attachments: [html('<p>kijk <img src="https://x.example/1.png" alt="image"></p>')] },
      'kijk',
      { pictures: 1 },
    ],
    [
      'a sticker',
      {
        attachments: [
          html('<img itemtype="http://schema.skype.com/Sticker" alt="Zwaait" src="https://x/1">'),
        ],
      },
      '',
      {},
    ],
    [
      'a moving picture, and a photo beside it',
      {
        attachments: [
          image('https://media.giphy.example/1.gif'),
          html(
            '<readonly itemtype="http://schema.skype.com/Giphy"><p><img itemtype="http://schema.skype.com/Giphy" src="https://x/1"></p></readonly>',
          ),
        ],
      },
      '',
      { pictures: 1 },
    ],
    [
      'a card that moves',
      { attachments: [{ contentType: 'application/vnd.microsoft.card.animation' }] },
      '',
      { pictures: 1 },
    ],
    [
      'a file',
      {
        text: 'zie bijlage',
        attachments: [
          { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf', content: {} },
          html('<p>zie bijlage</p><attachment id="1"></attachment>'),
        ],
      },
      'zie bijlage',
      { documents: 1 },
    ],
    [
      'a file that is shared',
      { attachments: [{ contentType: 'reference', contentUrl: 'https://x', name: 'a.docx' }] },
      '',
      { documents: 1 },
    ],
    [
      'a Loop component',
      { attachments: [{ contentType: 'application/vnd.microsoft.card.fluidEmbedCard' }] },
      '',
      { documents: 1 },
    ],
  ])('%s', (_name, sent, text, files) => expect(read(sent)).toEqual({ text, files: { ...NONE, ...files } }))
})

describe('K1: what was spoken or filmed is known to be so', () => {
  test.each<[string, Sent]>([
    [
      'a voice message',
      {
        attachments: [
          { contentType: 'application/vnd.microsoft.card.audio', content: '{"duration":"PT13S"}' },
          html('<div></div>'),
        ],
      },
    ],
    ['a video', { attachments: [{ contentType: 'application/vnd.microsoft.card.video', content: {} }] }],
    ['sound by its own type', { attachments: [{ contentType: 'audio/mp4', contentUrl: 'https://x' }] }],
    ['a film by its own type', { attachments: [{ contentType: 'video/mp4', contentUrl: 'https://x' }] }],
    ['in the HTML', { attachments: [html('<p><video src="https://x"></video></p>')] }],
    [
      'an empty mark of another app',
      {
        attachments: [
          html(
            '<div><span itemid="aa" itemscope="" itemtype="http://schema.skype.com/InputExtension"></span></div>',
          ),
        ],
      },
    ],
  ])('%s', (_name, sent) => expect(read(sent)).toEqual({ text: '', files: { ...NONE, recordings: 1 } }))

  test('the mark of another app beside words is none', () => {
    const attachments = [html('<p>hallo</p><span itemtype="http://schema.skype.com/InputExtension"></span>')]
    expect(read({ text: 'hallo', attachments })).toEqual({ text: 'hallo', files: NONE })
  })
})

describe('K1: who is named', () => {
  test.each<[string, Sent, string]>([
    ['the bot first', { text: '<at>Signaalpunt</at> werklijst' }, 'werklijst'],
    [
      'the bot behind',
      {
        text: 'werklijst <at id="0">Signaalpunt</at>',
        entities: [mention('<at id="0">Signaalpunt</at>', '28:b', 'Signaalpunt')],
      },
      'werklijst',
    ],
    [
      'the bot behind, of which nothing else is said',
      { text: 'werklijst <at>signaalpunt</at>' },
      'werklijst',
    ],
    ['the bot twice', { text: '<at>Signaalpunt</at> werklijst <at>Signaalpunt</at>' }, 'werklijst'],
    [
      'the bot by its whole id',
      { text: '<at>Bot</at> hoi', entities: [mention('<at>Bot</at>', BOT.id, 'Bot')] },
      'hoi',
    ],
    [
      'somebody',
      {
        text: 'vraag <at id="0">Kees Bos</at>',
        entities: [mention('<at id="0">Kees Bos</at>', '29:kees', 'Kees Bos')],
      },
      'vraag Kees Bos',
    ],
    [
      'somebody first',
      { text: '<at>Kees</at> weet het', entities: [mention('<at>Kees</at>', '29:kees', 'Kees')] },
      'Kees weet het',
    ],
    [
      'both, in the HTML',
      {
        text: '<at>Signaalpunt</at> vraag <at>Kees</at>',
        attachments: [
          html(
            '<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Signaalpunt</span>&nbsp;vraag <span itemtype="http://schema.skype.com/Mention" itemid="1">Kees</span> <a href="https://a.example/1">hier</a></p>',
          ),
        ],
        entities: [
          mention('<at>Signaalpunt</at>', BOT.id, 'Signaalpunt'),
          mention('<at>Kees</at>', '29:kees', 'Kees'),
        ],
      },
      'vraag Kees hier (https://a.example/1)',
    ],
  ])('%s', (_name, sent, text) => expect(words(sent)).toBe(text))
})

describe('K1: layout that means something is kept', () => {
  test.each([
    ['<ul><li>een</li><li>twee</li></ul>', '- een\n- twee'],
    ['<ol start="3"><li>een<ul><li>klein</li></ul></li><li>twee</li></ol>', '3. een\n  - klein\n4. twee'],
    [
      '<table><tbody><tr><td>naam</td> <td>plaats</td></tr><tr><td>Jan</td><td>Loods</td></tr></table>',
      'naam\tplaats\nJan\tLoods',
    ],
    ['<pre class="language-x">if (a)\n  b</pre><p>zo</p>', 'if (a)\n  b\nzo'],
    ['<p>een</p><p>twee<br>drie</p>', 'een\ntwee\ndrie'],
    ['<h1>Kop</h1><div>tekst</div>', 'Kop\ntekst'],
    ['<p>een &lt;b&gt; twee</p>', 'een <b> twee'],
    ['<style>p{}</style><script>alert(1)</script><p>hoi</p>', 'hoi'],
    ['<!-- weg --><p>hoi</p>', 'hoi'],
    ['een <b', 'een <b'],
  ])('%s', (content, text) => expect(words({ attachments: [html(content)] })).toBe(text))

  test('a list of which the text lost the signs', () => {
    const attachments = [html('<ol><li>Eerst belde hij</li><li>Toen kwam hij</li></ol>')]
    expect(words({ text: 'Eerst belde hij\r\nToen kwam hij', attachments })).toBe(
      '1. Eerst belde hij\n2. Toen kwam hij',
    )
  })

  test('plain words stay as they were typed, with their own line ends', () => {
    expect(words({ text: 'een\r\n\r\ntwee', attachments: [html('<p>een twee</p>')] })).toBe('een\n\ntwee')
  })

  test('a piece of code is kept; one that did not come along is a document', () => {
    const type = 'application/vnd.microsoft.card.codesnippet'
    const content = JSON.stringify({ name: 'chat', lines: ['jij komt', 'om zes uur'] })
    expect(read({ text: 'zie', attachments: [{ contentType: type, content }] })).toEqual({
      text: 'zie\njij komt\nom zes uur',
      files: NONE,
    })
    expect(
      read({ attachments: [{ contentType: type, content: '{"codeSnippetUrl":"https://x"}' }] }).files
        .documents,
    ).toBe(1)
  })

  test('a card that is shared by itself is kept as what can be read on it', () => {
    const body = [
      { type: 'TextBlock', text: 'Loods 4' },
      { type: 'FactSet', facts: [{ title: 'Straat', value: 'Kade 1' }] },
    ]
    const card = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', body, actions: [{ title: 'Open' }] },
    }
    expect(read({ attachments: [card] })).toEqual({ text: 'Loods 4\nStraat\nKade 1', files: NONE })
  })
})

describe('K1: what the text and the HTML say differently is not lost', () => {
  test.each<[string, Sent, string]>([
    [
      'the HTML says more',
      { text: 'hallo', attachments: [html('<p>hallo, ik wil iets melden</p>')] },
      'hallo, ik wil iets melden',
    ],
    [
      'the text says more',
      { text: 'hallo, ik wil iets melden', attachments: [html('<p>hallo</p>')] },
      'hallo, ik wil iets melden',
    ],
    ['each says something else', { text: 'een', attachments: [html('<p>twee</p>')] }, 'een\ntwee'],
    ['the text is HTML itself', { text: '<p>een<br>twee</p>', textFormat: 'xml' }, 'een\ntwee'],
    [
      'an ampersand that was typed',
      { text: 'R&amp;D', attachments: [html('<p>R&amp;amp;D</p>')] },
      'R&amp;D',
    ],
  ])('%s', (_name, sent, text) => expect(words(sent)).toBe(text))
})

test('K3: of a message that was changed the text counts, where the HTML may still be that of before', () => {
  const attachments = [html('<p>Er loopt iemand rond bij de loods</p>')]
  const changed = { text: 'Er loopt iemand rond', attachments, entities: [], bot: BOT, changed: true }
  expect(readMessage(changed).text).toBe('Er loopt iemand rond')
})

describe('K2: entities are what they stand for', () => {
  test.each([
    ['111&nbsp;222&nbsp;333', '111 222 333'],
    ['111&#160;222&#xA0;333', '111 222 333'],
    ['111&amp;nbsp;222', '111 222'],
    ['caf&eacute; &euro;&thinsp;5', 'café € 5'],
    ['a & b && c &onzin; d', 'a & b && c &onzin; d'],
  ])('%s in the text alone', (text, said) => {
    expect(words({ text }).replace(/\p{Zs}/gu, ' ')).toBe(said)
  })
})

const SEED = 20_261_130
test(`never throws, whatever comes (seed ${SEED})`, () => {
  const anything = fc.array(
    fc.oneof(fc.anything({ maxDepth: 3 }), fc.record({ contentType: fc.string(), content: fc.anything() })),
  )
  fc.assert(
    fc.property(fc.string(), anything, anything, (text, attachments, entities) => {
      expect(typeof read({ text, attachments, entities }).text).toBe('string')
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test.each([
  '<b>',
  '<blockquote itemtype="x/Reply">',
  '<a href=x>',
  '<ul><li>',
  '<span itemtype="/Mention">',
  '&',
  '&amp;',
  '<td>a',
  '<!--',
  '<at>',
  '</b>',
  '<table><tr>',
  '<a href="',
  'a ',
])('K1: %j without an end costs no more than its length, and whatever is in it is kept', (piece) => {
  const content = `${piece.repeat(Math.floor(200_000 / piece.length))}slot`
  expect(words({ attachments: [html(content)], text: 'slot' })).toContain('slot')
})

test('K1: whether a text holds another is found as `includes` finds it', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
  fc.assert(
    fc.property(few, few, (text, part) => expect(holds(text, part)).toBe(text.includes(part))),
    { numRuns: 1_000 },
  )
})
