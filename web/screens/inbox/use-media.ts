import { useSyncExternalStore } from 'react'

/** Whether a media query holds; follows turning a phone and dragging a window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/** From here on list and conversation stand side by side. */
export const sideBySide = '(min-width: 768px)'
/** From here on the author has a pane of their own. */
export const fourPanes = '(min-width: 1280px)'
