/** What was seen in one frame: everything up to this number, since the list is newest first and the bar counts what is newer. */
export type Look = { upTo: number; atMs: number }

declare global {
  interface Window {
    looks: Look[]
  }
}

/** Runs in the page: notes when which numbers can be seen, and takes the news in like somebody who keeps up. */
export function watchList(sign: string): void {
  const takeInAt = 20
  const numberIn = new RegExp(sign)
  const list = document.querySelector('[data-inbox-list]')
  if (!list) throw new Error('there is no list on this page')
  window.looks = []
  let isLooking = false

  const look = (): number => {
    const numbers = [...list.querySelectorAll('[data-card]')].map((card) =>
      Number(numberIn.exec(card.textContent)?.[1] ?? 0),
    )
    const bar = [...list.querySelectorAll('button')].find((button) => /^\d+ new/.test(button.textContent))
    const news = Number.parseInt(bar?.textContent ?? '0', 10)
    if (news >= takeInAt) setTimeout(() => bar?.click(), 0)
    return Math.max(0, ...numbers) + news
  }
  const lookInFrame = (): void => {
    isLooking = false
    const upTo = look()
    if (upTo <= (window.looks.at(-1)?.upTo ?? 0)) return
    // A message posted now arrives when this frame has been drawn.
    const channel = new MessageChannel()
    channel.port1.onmessage = () => void window.looks.push({ upTo, atMs: Date.now() })
    channel.port2.postMessage(undefined)
  }
  const soon = (): void => {
    if (isLooking) return
    isLooking = true
    requestAnimationFrame(lookInFrame)
  }
  new MutationObserver(soon).observe(list, { subtree: true, childList: true, characterData: true })
  soon()
}
