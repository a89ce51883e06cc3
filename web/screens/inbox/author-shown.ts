import { useCallback, useState } from 'react'

const place = 'wederhoor.author'

/** Whether the pane about the author is open; this browser remembers it. */
export function useAuthorShown(): [isShown: boolean, toggle: () => void] {
  const [isShown, setShown] = useState(recall)
  const toggle = useCallback(() => {
    setShown((before) => {
      remember(!before)
      return !before
    })
  }, [])
  return [isShown, toggle]
}

function recall(): boolean {
  try {
    return localStorage.getItem(place) !== 'hidden'
  } catch {
    return true
  }
}

/** Storage can be forbidden; then the choice lasts as long as the page. */
function remember(isShown: boolean): void {
  try {
    localStorage.setItem(place, isShown ? 'shown' : 'hidden')
  } catch {
    // Nothing to do.
  }
}
