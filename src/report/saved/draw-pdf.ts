import type { Browser, Page } from 'playwright-core'
import type { App } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { DayRange } from '#report/report-period.ts'
import { findChromium } from './find-chromium.ts'
import { sharePath, tokenOf } from './share-token.ts'

export type Paper = DayRange & { reportId: string; lang: InterfaceLanguage }

/** For so long the page opens itself to the browser of the house. */
const openMs = 3 * minute
const drawnWithinMs = 90 * second
const atOnceMax = 2

let running = 0

function noneFound(): AppError {
  return new AppError(
    'unavailable',
    'No Chromium was found on this machine, so no PDF can be made here. Print the report with your own browser.',
  )
}

function noneNamed(path: string): AppError {
  return new AppError('unavailable', {
    en: `WEDERHOOR_CHROMIUM names ${path}, which cannot be run here, so no PDF can be made. Tell your administrator, or print the report with your own browser.`,
    nl: `WEDERHOOR_CHROMIUM noemt ${path}, dat hier niet kan worden uitgevoerd; er kan dus geen PDF worden gemaakt. Zeg het je beheerder, of print het rapport met je eigen browser.`,
  })
}

/**
 * A report on paper, A4: the very page that somebody with a link sees, drawn by a Chromium of this machine, which reaches nothing but this house.
 *
 * @throws AppError `unavailable` without a Chromium, or where the page could not be drawn; `too_many`
 */
export async function drawPdf(app: App, paper: Paper, signal?: AbortSignal): Promise<Buffer> {
  const executablePath = await findChromium(app)
  if (executablePath === undefined) throw app.chromium === undefined ? noneFound() : noneNamed(app.chromium)
  if (running >= atOnceMax)
    throw new AppError('too_many', 'Two PDFs are being made at this moment. Try again when one is done.')
  running += 1
  let browser: Browser | undefined
  const stop = () => void browser?.close()
  try {
    browser = await launch(executablePath)
    signal?.addEventListener('abort', stop)
    signal?.throwIfAborted()
    return await printed(app, await browser.newPage({ locale: locales[paper.lang], colorScheme: 'light' }), paper)
  } catch (error) {
    signal?.throwIfAborted()
    app.log.warn({ err: error, reportId: paper.reportId }, 'a PDF of a report could not be made')
    throw new AppError(
      'unavailable',
      'The PDF could not be made. Try again, or print the report with your own browser.',
    )
  } finally {
    running -= 1
    signal?.removeEventListener('abort', stop)
    await browser?.close()
  }
}

const locales: Record<InterfaceLanguage, string> = { en: 'en-GB', nl: 'nl-NL' }

/** Root has no sandbox, and some containers give nobody one. What is drawn is our own page in any case. */
async function launch(executablePath: string): Promise<Browser> {
  // Fetched when the first PDF is made: most houses never need it.
  const { chromium } = await import('playwright-core')
  if (process.getuid?.() === 0) return chromium.launch({ executablePath, chromiumSandbox: false })
  return chromium
    .launch({ executablePath, chromiumSandbox: true })
    .catch(() => chromium.launch({ executablePath, chromiumSandbox: false }))
}

async function printed(app: App, page: Page, { reportId, from, to, lang }: Paper): Promise<Buffer> {
  const home = new URL(app.ownUrl ?? app.publicUrl)
  await page.route('**/*', (route) =>
    new URL(route.request().url()).origin === home.origin ? route.continue() : route.abort(),
  )
  const until = app.clock.now().getTime() + openMs
  const path = sharePath(tokenOf(app, { kind: 'paper', reportId, from, to, until }))
  await page.goto(new URL(`${path}?print=1&lang=${lang}`, home).href)
  const drawn = page.locator('html[data-drawn]')
  await drawn.waitFor({ state: 'attached', timeout: drawnWithinMs })
  if ((await drawn.getAttribute('data-drawn')) !== 'report')
    throw new Error('The page says that it could not be drawn.')
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
}
