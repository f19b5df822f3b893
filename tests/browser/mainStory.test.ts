/**
 * The story that must work, clicked and typed as people do: a signal at the counter, its way through the
 * reporting point, and what the reporter hears of it; then all is stopped and started, and nothing is lost.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { decidesExternally } from './deciding.ts'
import { openStage, SCREENSHOTS, STORY_TIMEOUT_MS, type Stage } from './stage.ts'

const SEEN = 'Een jonge vrouw wilde zich inschrijven. Een man deed het woord en hield haar paspoort vast.'
const WAITING = 'Er staat iets voor je klaar'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('main')
}, STORY_TIMEOUT_MS)
afterAll(() => stage?.close(), STORY_TIMEOUT_MS)

/** A day that the calendar can choose: two weeks and a day from now. */
const LATER = new Date(Date.now() + 15 * 86_400_000).toISOString().slice(0, 10)

test(
  'a signal, from the first words at the counter to thanks, and everything is there after a restart',
  async () => {
    const { reporter: sanne, officer: marieke, step } = stage
    let reference = ''
    let second = ''

    await step('reporter', 'welcome', () => sanne.waitForText(/Vertel het in je eigen woorden/))
    await step('reporter', 'words', async () => {
      await sanne.say(SEEN)
      await sanne.waitForText('Dit heb ik van je')
    })
    await step('reporter', 'receipt', async () => {
      await sanne.press('Versturen')
      await sanne.waitForText('Gelukt, dank je wel.')
      await sanne.waitForNoText('Dit heb ik van je')
      reference = /S-\d{4}-\d{4}/.exec(await sanne.text())?.[0] ?? ''
      expect(reference).toMatch(/-0001$/)
      second = reference.replace(/1$/, '2')
    })

    await step('officer', 'doorbell', async () => {
      await marieke.chooseChat('Meldpunt')
      await marieke.waitForText(/Niet hier bespreken/)
      expect(await marieke.text()).not.toContain('paspoort')
    })
    await step('officer', 'dossier', async () => {
      await marieke.press('Openen', { on: /Niet hier bespreken/ })
      await marieke.waitForText(SEEN)
    })
    await step('officer', 'taken', async () => {
      await marieke.press('Neem in behandeling', { on: 'Wat er geschreven is' })
      await marieke.waitForText(/Je hebt .* in behandeling/)
      await marieke.waitForText('in triage')
    })
    await step('officer', 'question', async () => {
      await marieke.press('Stel een vraag')
      await marieke.typeInto('Je vraag', 'Heb je gezien met welke auto ze weggingen?')
    })
    await step('officer', 'asked', async () => {
      await marieke.press('Verstuur de vraag')
      await marieke.waitForText(/Je vraag gaat naar de melder/)
    })

    await step('reporter', 'waiting', () => sanne.waitForText(WAITING))
    await step('reporter', 'question', async () => {
      await sanne.pressUntil('Openen', 'Heb je gezien met welke auto ze weggingen?')
      await sanne.typeInto('Je antwoord', 'Een grijze bus, zonder tekst erop.')
    })
    await step('reporter', 'answered', async () => {
      await sanne.press('Antwoord')
      await sanne.waitForText(`Dank je wel. Je antwoord staat bij ${reference}.`)
    })

    await step('officer', 'notice', async () => {
      await marieke.chooseChat('personal')
      await marieke.waitForText('Er is antwoord op je vraag.')
    })
    await step('officer', 'answer', async () => {
      await marieke.press('Openen', { on: 'Er is antwoord op je vraag.' })
      await marieke.waitForText('Een grijze bus, zonder tekst erop.')
    })
    await step('officer', 'call', async () => {
      await marieke.press('Bel melder')
      await marieke.typeInto('Waarom wil je weten wie het is?', 'Ik wil vragen of de vrouw terugkomt.')
    })
    await step('officer', 'revealed', async () => {
      await marieke.press('Laat zien wie het is')
      await marieke.waitForText('Dit is gemeld door Sanne de Wit.')
    })
    await step('officer', 'decide', async () => {
      await marieke.press('Besluit nemen')
      await decidesExternally(marieke, {
        why: 'Zij kan slachtoffer zijn van arbeidsuitbuiting.',
        minor: 'Nee',
      })
    })
    await step('officer', 'days', async () => {
      await marieke.press('Verder')
      await marieke.waitForText(/Nog niets is vastgelegd/)
      await marieke.choose('Nederlandse Arbeidsinspectie: vóór deze dag vragen we antwoord', LATER)
    })
    await step('officer', 'decided', async () => {
      await marieke.press('Leg het besluit vast')
      await marieke.waitForText('Je besluit staat vast: extern.')
    })
    await step('reporter', 'decided', async () => {
      await sanne.pressUntil('Openen', `Er is een besluit over ${reference}`)
    })
    await step('officer', 'handed over', async () => {
      await marieke.press('Overdragen: Nederlandse…')
      await marieke.waitForText('Zeg dit, in deze volgorde')
      await marieke.press('Gebeld: overgedragen')
      await marieke.waitForText(/^Overgedragen aan Nederlandse Arbeidsinspectie/)
      await marieke.press('Overdragen: Zorgcoördinator…')
      await marieke.waitForText('Zeg dit, in deze volgorde')
      await marieke.press('Gebeld: overgedragen')
      await marieke.waitForText(/^Overgedragen aan Zorgcoördinator mensenhandel/)
    })
    await step('reporter', 'handed over', async () => {
      await sanne.pressUntil('Openen', `${reference} is doorgegeven`)
    })
    await step('officer', 'answer of the partner', async () => {
      await marieke.press('Antwoord noteren', { below: 'Nederlandse Arbeidsinspectie' })
      await marieke.choose('Wat zegt de organisatie?', 'pakt het op')
      await marieke.typeInto('Toelichting (mag leeg blijven)', 'Ze gaan volgende week langs.')
      await marieke.press('Bewaar het antwoord')
      await marieke.waitForText('Het antwoord van Nederlandse Arbeidsinspectie staat in het dossier.')
      await marieke.press('Antwoord noteren', { below: 'Zorgcoördinator mensenhandel' })
      await marieke.choose('Wat zegt de organisatie?', 'pakt het op')
      await marieke.press('Bewaar het antwoord')
      await marieke.waitForText('Het antwoord van Zorgcoördinator mensenhandel staat in het dossier.')
    })
    await step('officer', 'feedback', async () => {
      await marieke.press('Terugkoppelen')
      await marieke.waitForText('Hoe hoort de melder het?')
    })
    await step('officer', 'fed back', async () => {
      await marieke.press('Koppel terug')
      await marieke.waitForText('Je bericht gaat naar de melder.')
    })
    await step('reporter', 'feedback', async () => {
      await sanne.pressUntil('Openen', `Nieuws over ${reference}`)
    })
    await step('officer', 'closed', async () => {
      await marieke.press('Afsluiten')
      await marieke.waitForText(/^Afsluiten kan als de hulp geregeld is/)
      await marieke.choose('Hoe staat het ervoor?', 'Geregeld')
      await marieke.press('Bewaar')
      await marieke.waitForText('Genoteerd: de hulp is geregeld.')
      await marieke.press('Afsluiten')
      await marieke.waitForText(`${reference} is afgesloten. Dank je wel voor je zorg.`)
    })
    await step('officer', 'doorbell at the end', async () => {
      await marieke.chooseChat('Meldpunt')
      await marieke.waitForText('Dit dossier is afgesloten. Je hoeft hier niets te doen.')
    })
    await step('reporter', 'the end', async () => {
      await sanne.pressUntil('Openen', `${reference} is afgerond`)
      await sanne.waitForText(/^Dank je wel dat je dit liet weten. Dankzij jou/)
    })
    await step('reporter', 'a second signal', async () => {
      await sanne.say('De grijze bus staat er weer.')
      await sanne.waitForText('Dit heb ik van je')
      await sanne.say('versturen')
      await sanne.waitForText(second)
    })
    await step('reporter', 'my reports', async () => {
      await sanne.say('mijn meldingen')
      await sanne.waitForText(`${second}, signaal`)
      await sanne.waitForText(`${reference}, signaal`)
    })
    await step('officer', 'worklist', async () => {
      await marieke.sayUntil('werklijst', `Openen ${second}`)
      await marieke.press(`Openen ${second}`)
      await marieke.waitForText('De grijze bus staat er weer.')
    })

    await stage.restart()
    await step('reporter', 'my reports after a restart', async () => {
      await sanne.say('mijn meldingen')
      await sanne.waitForText(`${second}, signaal`)
      await sanne.waitForText(`${reference}, signaal`)
      await sanne.waitForText('Afgesloten. Het is klaar.')
    })
    await step('officer', 'worklist after a restart', async () => {
      await marieke.sayUntil('werklijst', `Openen ${second}`)
      await marieke.press(`Openen ${second}`)
      await marieke.waitForText('De grijze bus staat er weer.')
    })
  },
  STORY_TIMEOUT_MS,
)

test(
  'the address that npm start prints leads to both windows',
  async () => {
    const context = stage.reporter.page.context()
    const page = await context.newPage()
    await page.goto(stage.startPage)
    for (const [link, who] of [
      ['De melder', 'Sanne de Wit'],
      ['De aandachtsfunctionaris', 'Marieke Vonk'],
    ] as const) {
      const [opened] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('link', { name: link }).click(),
      ])
      await opened.getByText(who).first().waitFor()
      await opened.close()
    }
    await page.screenshot({ path: join(SCREENSHOTS, 'start-page.png'), fullPage: true })
  },
  STORY_TIMEOUT_MS,
)
