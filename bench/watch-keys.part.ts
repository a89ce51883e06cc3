/** What the screen shows of a decision: which card is current, which are there, which are chosen, what the conversation says, which reason is asked for first. */
export type Shown = { current: string; cards: string; chosen: string; lead: string; asked: string }

declare global {
  interface Window {
    shown: () => Shown
    /** Begins to watch this part of the screen: from the next press of a key until the first frame in which it is another. */
    watch: (part: keyof Shown) => void
    /** The milliseconds that took. */
    took: Promise<number>
  }
}

/**
 * Runs in the page. A press begins at its `timeStamp`, when the browser got it. It ends after the frame in which the screen
 * first differs: a look at the document in requestAnimationFrame, and then a message that is only delivered once that frame
 * was drawn. So the handler, React, style, layout and paint are in it; the hand and the display are not.
 */
export function watchKeys(): void {
  window.shown = () => {
    const cards = [...document.querySelectorAll('[data-inbox-list] [data-card]')]
    return {
      current: document.querySelector('[data-card][aria-current]')?.getAttribute('data-card') ?? '',
      cards: cards.map((card) => card.getAttribute('data-card')).join(),
      chosen: [...document.querySelectorAll('[data-inbox-list] [role=checkbox][aria-checked=true]')].length.toString(),
      lead: document.querySelector('[data-thread]')?.closest('section')?.textContent ?? '',
      // Enter takes it once it has the focus.
      asked: document.querySelector('[role=dialog] [data-first]:focus')?.textContent ?? '',
    }
  }
  window.watch = (part) => {
    window.took = new Promise((resolve, reject) => {
      const before = window.shown()[part]
      const late = setTimeout(() => reject(new Error(`${part} does not change`)), 10_000)
      const look = (startedAt: number): void => {
        requestAnimationFrame(() => {
          if (window.shown()[part] === before) return look(startedAt)
          const drawn = new MessageChannel()
          drawn.port1.onmessage = () => {
            clearTimeout(late)
            resolve(performance.now() - startedAt)
          }
          drawn.port2.postMessage(undefined)
        })
      }
      window.addEventListener('keydown', (event) => look(event.timeStamp), { capture: true, once: true })
    })
  }
}
