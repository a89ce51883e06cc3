import { useSyncExternalStore } from 'react'

/** Whether a media query holds; follows turning a phone and dragging a window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = mediaOf(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => mediaOf(query).matches,
  )
}

const known = new Map<string, MediaQueryList>()

/** Made once: it is asked at each drawing. */
function mediaOf(query: string): MediaQueryList {
  const media = known.get(query) ?? matchMedia(query)
  known.set(query, media)
  return media
}

/** From here on list and conversation stand side by side. */
export const sideBySide = '(min-width: 768px)'
/** From here on views may stand side by side. */
export const columnsFit = '(min-width: 1024px)'
/** From here on the author has a pane of their own. */
export const fourPanes = '(min-width: 1280px)'
