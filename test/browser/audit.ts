import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type AxeResult = { violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }

/** Everything, or only what another theme can change. */
type Scope = 'all' | 'contrast'

/** What axe finds on the page as it stands, a line each. The page must have been opened with `bypassCSP`. */
export async function axeFindings(page: Page, scope: Scope = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axeSource })
  const runOnly = scope === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] }
  const { violations } = await page.evaluate(async (chosen): Promise<AxeResult> => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }
    return await axe.run({ runOnly: chosen, resultTypes: ['violations'] })
  }, runOnly)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help}\n    ${target.join(' ')}\n    ${failureSummary.replaceAll('\n', ' ')}`,
    ),
  )
}

/** What sticks out sideways: the page itself, or a part of it that could be scrolled so. */
export async function sidewaysOverflows(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      if (element.scrollWidth <= element.clientWidth + 1) return false
      return element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)
    }
    // The strip of columns is there to be moved sideways, and nothing else is.
    // One line of one-line fields scrolls under the caret, as everywhere.
    return [document.documentElement, ...document.querySelectorAll('body *:not(input):not(textarea):not([data-strip])')]
      .filter(scrolls)
      .map((element) => `${element.tagName} .${element.className}: ${element.scrollWidth} in ${element.clientWidth}`)
  })
}
