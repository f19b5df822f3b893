/**
 * `npm run picture`: docs/signaalpunt.png, the README's picture, made by the product itself. A small story is played
 * in both windows; the browser then puts what the two people see beside each other.
 */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { PlaygroundPage } from '../kit/browser.ts'
import { openStage } from './stage.ts'

const TARGET = fileURLToPath(new URL('../../docs/signaalpunt.png', import.meta.url))
/** Too narrow for the list of chats: a window with one conversation. */
const WINDOW = { width: 600, height: 1070 }
/** Where the conversation is in it: between the Playground's own bar and the line to type in. */
const CONVERSATION = { x: 0, y: 88, width: 600, height: 870 }

const SEEN =
  'Een man deed het woord voor een jonge vrouw en hield haar paspoort vast. Ze keek steeds naar de deur.'

/** What somebody sees of the conversation, with this near the top. */
async function seen(who: PlaygroundPage, top: string, above: number): Promise<string> {
  const line = who.page.getByText(top, { exact: true }).filter({ visible: true }).first()
  await line.evaluate((element, margin) => {
    element.setAttribute('style', `${element.getAttribute('style') ?? ''}; scroll-margin-top: ${margin}px`)
    element.scrollIntoView({ block: 'start' })
  }, above)
  await who.page.mouse.move(640, 5)
  await who.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const picture = await who.page.screenshot({ clip: CONVERSATION, animations: 'disabled' })
  return `data:image/png;base64,${picture.toString('base64')}`
}

async function compose(
  page: Page,
  windows: { who: string; where: string; picture: string }[],
): Promise<void> {
  const figures = windows.map(
    ({ who, where, picture }) => `
      <figure>
        <figcaption><strong>${who}</strong><span>${where}</span></figcaption>
        <img src="${picture}" alt="">
      </figure>`,
  )
  await page.setViewportSize({ width: 1240, height: 900 })
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 0; padding: 28px; display: flex; gap: 24px; width: max-content;
        background: #e9f1ef; font: 16px/1.4 "Noto Sans", sans-serif; color: #1f2933 }
      figure { margin: 0; border-radius: 10px; overflow: hidden; background: white;
        box-shadow: 0 1px 3px rgb(31 41 51 / .2), 0 10px 28px rgb(31 41 51 / .14) }
      figcaption { display: flex; gap: 12px; align-items: baseline; padding: 12px 20px; background: #0b5a52;
        color: white }
      figcaption span { font-size: 14px; opacity: .9 }
      img { display: block; width: ${CONVERSATION.width}px }
    </style>
    <body>${figures.join('')}</body>`)
  await page.locator('body').screenshot({ path: TARGET })
}

const stage = await openStage('picture')
try {
  const { reporter: sanne, officer: marieke } = stage
  await marieke.chooseChat('Meldpunt')
  await sanne.say(SEEN)
  await sanne.waitForText('Dit heb ik van je')
  await sanne.press('Versturen')
  await sanne.waitForText('Gelukt, dank je wel.')
  const [reference] = /S-\d{4}-\d{4}/.exec(await sanne.text()) ?? []
  await marieke.press('Neem in behandeling')
  await marieke.press('Stel een vraag')
  await marieke.typeInto('Je vraag', 'Weet je of zij een tolk nodig heeft?')
  await marieke.press('Verstuur de vraag')
  await marieke.waitForText(/^Je vraag gaat naar de melder/)
  await sanne.pressUntil('Openen', 'Weet je of zij een tolk nodig heeft?')
  for (const { page } of [sanne, marieke]) await page.setViewportSize(WINDOW)
  const windows = [
    { who: 'Sanne', where: 'balie Burgerzaken', picture: await seen(sanne, SEEN, 80) },
    {
      who: 'Marieke',
      where: 'het kanaal Meldpunt',
      picture: await seen(marieke, `${reference} · signaal`, 114),
    },
  ]
  const browser = sanne.page.context().browser()
  if (!browser) throw new Error('The browser is gone.')
  await compose(await browser.newPage(), windows)
  process.stdout.write(`${TARGET}\n`)
} finally {
  await stage.close()
}
