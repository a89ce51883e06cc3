import { useEffect, useState } from 'react'

export type Turns = {
  /** `go` is called when there is room: at once, or when another left. The last to come is first. */
  join: (go: () => void) => void
  leave: (go: () => void) => void
}

export function createTurns(atOnceMax: number): Turns {
  const waiting: (() => void)[] = []
  const under = new Set<() => void>()
  const next = (): void => {
    while (under.size < atOnceMax) {
      const go = waiting.pop()
      if (!go) return
      under.add(go)
      go()
    }
  }
  return {
    join: (go) => {
      waiting.push(go)
      next()
    },
    leave: (go) => {
      under.delete(go)
      const at = waiting.indexOf(go)
      if (at >= 0) waiting.splice(at, 1)
      next()
    },
  }
}

/**
 * A browser has six lines to a server, and a network that does not answer holds the line on which its picture was asked for. Faces
 * share two, so that the others are there for what one waits for.
 */
const turns = createTurns(2)
/** What the browser has already needs no turn. */
const known = new Set<string>()
const knownMax = 2_000

/** `src` is undefined until it is this picture's turn. `onDone`: it came, or it will not. `ref`: who scrolls past asks no longer. */
export function usePictureTurn(src: string | null | undefined) {
  const [granted, setGranted] = useState<string>()
  const isKnown = typeof src === 'string' && known.has(src)
  useEffect(() => {
    if (!src || isKnown) return
    const go = (): void => setGranted(src)
    turns.join(go)
    return () => turns.leave(go)
  }, [src, isKnown])
  const onDone = (): void => {
    if (!src) return
    known.add(src)
    const [oldest] = known
    if (known.size > knownMax && oldest !== undefined) known.delete(oldest)
    // Drawn again it is known, and gives its turn away.
    setGranted(undefined)
  }
  return { src: src && (isKnown || granted === src) ? src : undefined, onDone, ref: letGo }
}

function letGo(picture: HTMLImageElement | null) {
  return () => {
    if (picture && !picture.complete) picture.removeAttribute('src')
  }
}
