const waitFramesMax = 12

type Scroller = (id: string) => void
let scrollTo: Scroller | undefined

/** The virtual list says how to bring a card on the screen before it can take the focus. */
export function whenCardIsWanted(scroll: Scroller): () => void {
  scrollTo = scroll
  return () => {
    if (scrollTo === scroll) scrollTo = undefined
  }
}

/**
 * Puts the focus on a card: on the conversation itself, not on its place in the list, so that it stays with it when
 * others come and go. The card may need a frame or two to be drawn.
 */
export function focusCard(id: string): void {
  scrollTo?.(id)
  // Some frames later the composer one wrote in may be gone; while it stands with words in it, it keeps the focus.
  requestAnimationFrame(() => tryFocus(id, waitFramesMax))
}

const activeColumn = '[data-column=active]'

/** The card of the list one is in: the same conversation may stand in other columns too. */
export function cardIn(id: string): HTMLElement | null {
  const card = `[data-card="${CSS.escape(id)}"]`
  const column = document.querySelector(activeColumn) ?? document
  return column.querySelector<HTMLElement>(card)
}

function tryFocus(id: string, framesLeft: number): void {
  // A step to another column: it is the current one only now that this is drawn.
  if (document.querySelector(activeColumn)) scrollTo?.(id)
  const card = cardIn(id)
  if (card && !isWriting()) {
    // Hidden on a phone, where the conversation has the screen: then the focus stays where it is.
    if (card.offsetParent !== null) card.focus({ preventScroll: true })
    return
  }
  if (framesLeft > 0) requestAnimationFrame(() => tryFocus(id, framesLeft - 1))
}

function isWriting(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLTextAreaElement && activeElement.value !== ''
}
