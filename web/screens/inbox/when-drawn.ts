const mostMs = 100

/** Once what was just changed stands on the screen; in a window that is not drawn, a moment later. */
export function whenDrawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, mostMs)
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
