/**
 * `npm run picture`: docs/signaalpunt.png, the README's picture, made by the product itself. A small story is
 * played in both windows; the browser then puts what people see beside each other.
 */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { runCommandLine } from '../../bot/app/commandLine.ts'
import type { PlaygroundPage } from '../kit/browser.ts'
import { openStage } from './stage.ts'

const TARGET = fileURLToPath(new URL('../../docs/signaalpunt.png', import.meta.url))
/** Too narrow for the list of chats: a window with one conversation. */
const WINDOW = { width: 600, height: 1090 }
/** Under the Playground's own bar. */
const TOP = 88
const HEIGHT = 880
const DOORBELL_HEIGHT = 362
/** The bar above a picture, and what is between two pictures. */
const BAR = 46
const GAP = 24

const SEEN =
  'Een man deed het woord voor een jonge vrouw en hield haar paspoort vast. Ze keek steeds naar de deur.'

/** What stands above the dossier after it. */
const ASKED = 'Je vraag gaat naar de melder. Komt er antwoord, dan hoor je dat in je eigen chat.'

type Shown = { who: string; where: string; picture: string }

/** What somebody sees of the conversation, with this line so far from the top. */
async function seen(who: PlaygroundPage, line: string, above: number, height: number): Promise<string> {
  const found = who.page.getByText(line, { exact: true }).filter({ visible: true }).last()
  await found.evaluate((element) => {
    element.setAttribute('style', `${element.getAttribute('style') ?? ''}; scroll-margin-top: 100px`)
    element.scrollIntoView({ block: 'start' })
  })
  await who.page.mouse.move(640, 5)
  await who.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const box = await found.boundingBox()
  if (!box) throw new Error(`not to be seen: ${line}`)
  const clip = { x: 0, y: Math.max(TOP, Math.round(box.y) - above), width: WINDOW.width, height }
  const picture = await who.page.screenshot({ clip, animations: 'disabled' })
  return `data:image/png;base64,${picture.toString('base64')}`
}

async function compose(page: Page, columns: Shown[][]): Promise<void> {
  const figure = ({ who, where, picture }: Shown) => `
      <figure>
        <figcaption><strong>${who}</strong><span>${where}</span></figcaption>
        <img src="${picture}" alt="">
      </figure>`
  await page.setViewportSize({ width: 1280, height: 1000 })
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 0; padding: 28px; display: flex; gap: ${GAP}px; width: max-content;
        background: #e9f1ef; font: 16px/1.4 "Noto Sans", sans-serif; color: #1f2933 }
      div { display: flex; flex-direction: column; gap: ${GAP}px }
      figure { margin: 0; border-radius: 10px; overflow: hidden; background: white;
        box-shadow: 0 1px 3px rgb(31 41 51 / .2), 0 10px 28px rgb(31 41 51 / .14) }
      figcaption { box-sizing: border-box; height: ${BAR}px; display: flex; gap: 12px; align-items: center;
        padding: 0 20px; background: #0b5a52; color: white }
      figcaption span { font-size: 14px; opacity: .9 }
      img { display: block; width: ${WINDOW.width}px }
    </style>
    <body>${columns.map((each) => `<div>${each.map(figure).join('')}</div>`).join('')}</body>`)
  await page.locator('body').screenshot({ path: TARGET })
}

/** Plays the story in both windows, and takes the picture. */
async function takePicture(): Promise<number> {
  const stage = await openStage('picture')
  try {
    const { reporter: sanne, officer: marieke } = stage
    await marieke.chooseChat('Meldpunt')
    await marieke.waitForText('Werklijst')
    await marieke.chooseChat('personal')
    await sanne.say(SEEN)
    await sanne.waitForText('Dit heb ik van je')
    await sanne.press('Versturen')
    await sanne.waitForText('Gelukt, dank je wel.')
    const [reference = ''] = /S-\d{4}-\d{4}/.exec(await sanne.text()) ?? []
    // In the own chat: without dialogs the Playground would show the dossier in the channel, to everybody.
    await marieke.press('Werklijst')
    await marieke.press(`Openen ${reference}`)
    await marieke.press('Neem in behandeling')
    await marieke.press('Stel een vraag')
    await marieke.typeInto('Je vraag', 'Weet je of zij een tolk nodig heeft?')
    await marieke.press('Verstuur de vraag')
    await marieke.waitForText(ASKED)
    await sanne.pressUntil('Openen', 'Weet je of zij een tolk nodig heeft?')
    for (const { page } of [sanne, marieke]) await page.setViewportSize(WINDOW)
    const left = await seen(sanne, SEEN, 40, HEIGHT)
    const dossier = await seen(marieke, ASKED, 28, HEIGHT - DOORBELL_HEIGHT - BAR - GAP)
    await marieke.page.setViewportSize({ width: 1280, height: 900 })
    await marieke.chooseChat('Meldpunt')
    await marieke.page.setViewportSize(WINDOW)
    const doorbell = await seen(marieke, `${reference} · signaal`, 84, DOORBELL_HEIGHT)
    const browser = sanne.page.context().browser()
    if (!browser) throw new Error('The browser is gone.')
    await compose(await browser.newPage(), [
      [{ who: 'Sanne', where: 'medewerker aan de balie', picture: left }],
      [
        { who: 'Meldpunt', where: 'het kanaal: niets van wat ze schreef', picture: doorbell },
        { who: 'Marieke', where: 'aandachtsfunctionaris, na Openen', picture: dossier },
      ],
    ])
    process.stdout.write(`${TARGET}\n`)
  } finally {
    await stage.close()
  }
  return 0
}

await runCommandLine(
  { name: 'npm run picture', about: 'makes docs/signaalpunt.png, with the product itself.', options: {} },
  takePicture,
)
