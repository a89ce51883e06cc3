const framesMax = 600

/** Resolves once every chart on the page is drawn, with the letters it is meant to have. Never where a chart does not come: whoever waits for it has a limit of their own. */
export async function whenDrawn(): Promise<void> {
  for (let left = framesMax; left > 0; left -= 1) {
    await document.fonts.ready
    await nextFrame()
    const charts = [...document.querySelectorAll('[data-chart]')]
    if (charts.every((one) => one.querySelector('svg')) && document.fonts.status === 'loaded') return
  }
  throw new Error('A chart of this report was not drawn.')
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
