import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type AxeResult = { violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }

/** Everything, everything but what hangs on colours, or only that. */
type Scope = 'all' | 'structure' | 'contrast'
const only = (scope: Scope, areTargetsOurs: boolean): object => ({
  runOnly: scope === 'contrast' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: tags },
  rules: {
    ...(scope === 'structure' ? { 'color-contrast': { enabled: false } } : {}),
    ...(areTargetsOurs && scope !== 'contrast' ? { 'target-size': { enabled: false } } : {}),
  },
})

/** What axe finds on the page as it stands, a line each. The page must have been opened with `bypassCSP`. */
export async function axeFindings(page: Page, scope: Scope = 'all', areTargetsOurs = false): Promise<string[]> {
  await bringAxe(page)
  const { violations } = await page.evaluate(
    async (chosen): Promise<AxeResult> => {
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }
      return await axe.run({ ...chosen, resultTypes: ['violations'] })
    },
    only(scope, areTargetsOurs),
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help}\n    ${target.join(' ')}\n    ${failureSummary.replaceAll('\n', ' ')}`,
    ),
  )
}

/** Once it was brought, the page has it wherever it goes: half a megabyte is not sent for each. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return
  await page.addInitScript({ content: axeSource })
  await page.addScriptTag({ content: axeSource })
}

/**
 * Looks at many pages, each in its light and its dark theme: what another theme does not change is asked in the light one only, and contrast where a page shows
 * words in colours that no page before showed. It is by far the longest that axe does, and hangs on nothing but the colours of words, how large they are, and all
 * that they lie on. `areTargetsOurs`: how large controls are is measured by geometry.ts, which gives less leave.
 */
export function openAudit({ areTargetsOurs = false } = {}): (page: Page, theme: 'light' | 'dark') => Promise<string[]> {
  const hasNewColours = newColours()
  return async (page, theme) => {
    const isNew = await hasNewColours(page)
    if (theme === 'dark') return isNew ? await axeFindings(page, 'contrast') : []
    return await axeFindings(page, isNew ? 'all' : 'structure', areTargetsOurs)
  }
}

function newColours(): (page: Page) => Promise<boolean> {
  const seen = new Set<string>()
  return async (page) => {
    const here = await coloursOfWords(page)
    const isNew = here.some((one) => !seen.has(one))
    for (const one of here) seen.add(one)
    return isNew
  }
}

/** How words are painted that axe judges, a line each: it passes over what is off, hidden, covered, or a single sign. */
async function coloursOfWords(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    type Ground = { paint: string; through: string }
    const grounds = new Map<Element, Ground>()
    const groundOf = (element: Element | null): Ground => {
      if (!element) return { paint: '', through: '' }
      const known = grounds.get(element)
      if (known) return known
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(element)
      const below = groundOf(element.parentElement)
      const looks = [opacity, filter, mixBlendMode].join(' ')
      const isBare = backgroundImage === 'none' && backgroundColor === 'rgba(0, 0, 0, 0)'
      // What lies below a whole colour is not seen.
      const isWhole = backgroundImage === 'none' && !/rgba|\//.test(backgroundColor)
      const ground = {
        paint: isBare ? below.paint : `${isWhole ? '' : below.paint} < ${backgroundColor} ${backgroundImage}`,
        through: looks === '1 none normal' ? below.through : `${below.through} < ${looks}`,
      }
      grounds.set(element, ground)
      return ground
    }
    // As WCAG means it: 18 points, or 14 in bold.
    const isLarge = ({ fontSize, fontWeight }: CSSStyleDeclaration): boolean =>
      Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24)
    const isOff = (element: Element): boolean => {
      const control = element.closest('label')?.control ?? null
      return control?.matches(':disabled') || element.closest(':disabled, [aria-disabled=true]') !== null
    }
    const isCovered = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
      return onTop !== null && !element.contains(onTop) && !onTop.contains(element)
    }
    const hasWords = (element: Element): boolean =>
      element.matches('input, textarea, select') ||
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    const found = new Set<string>()
    for (const element of document.querySelectorAll('body *')) {
      if (!hasWords(element) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const isSign = element.textContent?.trim().length === 1
      const isHidden = element.closest('[aria-hidden=true], [inert]') !== null
      if (isSign || isHidden || isOff(element) || isCovered(element)) continue
      const style = getComputedStyle(element)
      const { paint, through } = groundOf(element)
      found.add([style.color, isLarge(style), style.textShadow, paint, through].join(' | '))
    }
    return [...found]
  })
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
