import { useState } from 'react'

/** Pictures that could not be shown. Lists draw the same face again and again; it is asked for again only after a while. */
const brokenAt = new Map<string, number>()
const againAfterMs = 600_000
const keptMax = 1_000

export function isBrokenPicture(url: string, nowMs = Date.now()): boolean {
  const at = brokenAt.get(url)
  return at !== undefined && nowMs - at < againAfterMs
}

export function markBrokenPicture(url: string, nowMs = Date.now()): void {
  brokenAt.delete(url)
  brokenAt.set(url, nowMs)
  const oldest = brokenAt.keys().next().value
  if (brokenAt.size > keptMax && oldest !== undefined) brokenAt.delete(oldest)
}

/** Whether there is a picture to show, and what to do when it turns out that there is not. */
export function usePicture(url: string | null | undefined): { isShown: boolean; onError: () => void } {
  const [failed, setFailed] = useState<string>()
  return {
    isShown: Boolean(url) && failed !== url && !isBrokenPicture(url ?? ''),
    onError: () => {
      if (!url) return
      markBrokenPicture(url)
      setFailed(url)
    },
  }
}
