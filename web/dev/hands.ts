const findWithinMs = 20_000

/** What a person would do to bring a screen into its state, done by the room itself. */
export async function find(selector: string): Promise<HTMLElement> {
  const found = document.querySelector<HTMLElement>(selector)
  if (found) return found
  return await new Promise((resolve, reject) => {
    const watch = new MutationObserver(() => {
      const element = document.querySelector<HTMLElement>(selector)
      if (!element) return
      stop()
      resolve(element)
    })
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`There is no ${selector} in this state.`))
    }, findWithinMs)
    const stop = () => {
      watch.disconnect()
      clearTimeout(timer)
    }
    watch.observe(document.documentElement, { childList: true, subtree: true, attributes: true })
  })
}

export async function press(selector: string): Promise<void> {
  const element = await find(selector)
  element.click()
}

/** As tinykeys hears it. `Mod` is Control everywhere but on Apple's machines. */
export function key(name: string, modifiers: { isMod?: boolean; isShift?: boolean } = {}): void {
  const isApple = /Mac|iPhone|iPad/u.test(navigator.platform)
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: name,
      // Without the place of the key, tinykeys takes it for something that a browser filled in.
      code: /^[a-z]$/u.test(name) ? `Key${name.toUpperCase()}` : name === '?' ? 'Slash' : name,
      bubbles: true,
      cancelable: true,
      ctrlKey: modifiers.isMod === true && !isApple,
      metaKey: modifiers.isMod === true && isApple,
      shiftKey: modifiers.isShift === true,
    }),
  )
}

/** Through the element's own setter, so that React hears of it. */
export async function write(selector: string, text: string): Promise<void> {
  const field = (await find(selector)) as HTMLInputElement | HTMLTextAreaElement
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
