import { useEffect, useRef } from 'react'

const aboveFooterPx = 44
const marginPx = 8
const phonePx = 768

/**
 * In the inbox toasts stand over the foot of the list: over the composer they would cover the very button one needs next.
 * On a phone they stand below the title while a conversation has the screen.
 */
export function useToastsHere(isInConversation: boolean) {
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    const place = () => {
      const box = pane.current?.getBoundingClientRect()
      if (window.innerWidth < phonePx) set(isInConversation ? { bottom: 'calc(100dvh - 120px)' } : {})
      else if (box && box.width > 0)
        set({
          left: `${box.left + box.width / 2}px`,
          bottom: `${aboveFooterPx}px`,
          width: `${box.width - 2 * marginPx}px`,
        })
    }
    const observer = new ResizeObserver(place)
    // The list keeps its width when the rail goes; what lies around it does not.
    for (const element of [pane.current, pane.current?.parentElement]) if (element) observer.observe(element)
    place()
    return () => {
      observer.disconnect()
      set({})
    }
  }, [isInConversation])
  return pane
}

/** Read by the stack of toasts in the shell. */
function set(given: { left?: string; bottom?: string; width?: string }): void {
  for (const name of ['left', 'bottom', 'width'] as const) {
    const value = given[name]
    if (value === undefined) document.documentElement.style.removeProperty(`--toast-${name}`)
    else document.documentElement.style.setProperty(`--toast-${name}`, value)
  }
}
