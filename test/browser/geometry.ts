// What can be measured about a screen without knowing what it says, and is the same with any machine's fonts.
import type { Page } from 'playwright-core'

const textPxMin = 12
/** WCAG 2.2 asks 24; on touch we ask 44, as high as a finger. */
const targetPxMin = { mouse: 24, touch: 44 }
const pressed =
  'button, a[href], select, input, textarea, summary, [role=menuitem], [role=option], [role=tab], [role=treeitem]'
/** A finger wipes along a chart, wherever it is. */
const controls = { mouse: `${pressed}, [role=slider]`, touch: pressed }

/** Text that is too small to read. Counts and initials inside a badge are marked as such. */
export async function smallTexts(page: Page): Promise<string[]> {
  return await page.evaluate((least) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const element = walker.currentNode.parentElement
      if (!text || !element || element.closest('[data-badge], script, style, noscript, title')) continue
      const box = element.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1 || !element.checkVisibility({ visibilityProperty: true })) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size < least) found.add(`“${text.slice(0, 40)}” is ${size} px`)
    }
    return [...found]
  }, textPxMin)
}

/** Words of a control or a heading that are cut off without a sign, or stick out of what they stand in. */
export async function cutWords(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const named = 'button, a[href], label, h1, h2, h3, legend, th, [role=tab], [role=option], [role=menuitem]'
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1
    const saysSo = (element: Element): boolean => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(element)
      return textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
    }
    const cut = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element)
      return overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && !saysSo(element)
    }
    const wordsIn = (element: Element): Text[] => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) texts.push(walker.currentNode as Text)
      return texts
    }
    const isCutWithSign = (text: Text, within: Element): boolean => {
      let holder = text.parentElement
      while (holder && holder !== within && !saysSo(holder)) holder = holder.parentElement
      return holder !== null && saysSo(holder)
    }
    const sticksOut = (element: Element): boolean => {
      if (getComputedStyle(element).display === 'inline') return false
      const box = element.getBoundingClientRect()
      return wordsIn(element).some((text) => {
        if (!text.parentElement || !isShown(text.parentElement) || isCutWithSign(text, element)) return false
        const range = document.createRange()
        range.selectNodeContents(text)
        const words = range.getBoundingClientRect()
        return words.width > 1 && (words.right > box.right + 1 || words.left < box.left - 1)
      })
    }
    return [...document.querySelectorAll(named)]
      .filter(isShown)
      .filter(
        (element) =>
          cut(element) ||
          sticksOut(element) ||
          [...element.querySelectorAll('*')].some((part) => isShown(part) && cut(part)),
      )
      .map((element) => `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 50)}”`)
  })
}

/** Controls too small to hit. A link within a sentence is as high as its line, as WCAG allows. */
export async function smallTargets(page: Page, pointer: keyof typeof targetPxMin): Promise<string[]> {
  return await page.evaluate(
    ({ high, wide, controls }) => {
      const isSeen = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect()
        return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      }
      const isInSentence = (element: Element): boolean => {
        const { display, position } = getComputedStyle(element)
        return element.tagName === 'A' && display === 'inline' && position === 'static'
      }
      // What is pressed is the box, its label, and what the style lays around it.
      const reach = (element: Element): { height: number; width: number } => {
        const labels = [...((element as HTMLInputElement).labels ?? [])]
        const boxes = [element, ...labels].map((one) => one.getBoundingClientRect())
        const around = getComputedStyle(element, '::after')
        const laid = around.position === 'absolute' && around.content !== 'none' ? Number.parseFloat(around.height) : 0
        return {
          height: Math.max(laid, ...boxes.map(({ height }) => height)),
          width: Math.max(...boxes.map(({ width }) => width)),
        }
      }
      const found = new Set<string>()
      for (const element of document.querySelectorAll(controls)) {
        if (!isSeen(element) || isInSentence(element)) continue
        const { height, width } = reach(element)
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
        if (height + 0.5 < high || width + 0.5 < wide)
          found.add(`${element.tagName} “${name.slice(0, 40)}”: ${Math.round(width)}×${Math.round(height)}`)
      }
      return [...found]
    },
    { high: targetPxMin[pointer], wide: targetPxMin.mouse, controls: controls[pointer] },
  )
}

/** What is yellow and can be pressed, on top: in an open dialog, else on the screen. */
export async function primaryActions(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.background = 'var(--marker)'
    const yellow = getComputedStyle(probe).backgroundColor
    probe.remove()
    const top = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document.body
    const yellows = [...top.querySelectorAll('button, a[href]')]
      .filter((element) => !element.closest('[data-specimen-actions], nav'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => getComputedStyle(element).backgroundColor === yellow)
    // A button and the arrow that opens its other ways are one action. An open menu puts guards of the focus between them.
    const after = (element: Element): Element | null => {
      const next = element.nextElementSibling
      return next?.hasAttribute('data-base-ui-focus-guard') ? after(next) : next
    }
    const first = yellows.filter((element) => !yellows.some((one) => after(one) === element))
    return first.map((element) => element.textContent?.trim() ?? '')
  })
}
