import type { ReplyView } from '#api/contract/shapes.ts'

/** What the server made of it: an answer, or nothing yet, since it waits in this browser for the connection. */
type Written = Pick<ReplyView, 'state' | 'text'> | { key: string }

/** What a browser can do for whoever posts by hand. */
export type Hands = { copy: (text: Promise<string>) => Promise<void>; open: (url: string) => void }

/**
 * Puts an answer that somebody posts by hand on the clipboard, and opens what it answers: once the server has taken it, and only where it may be posted
 * as it stands. What the promotion gate stopped, what somebody else has to approve first and what nobody has looked at yet is on no clipboard.
 *
 * @returns whether it was copied; undefined where it may not be.
 */
export async function handToPerson(
  written: Promise<Written>,
  url: string | null,
  hands: Hands = ofBrowser,
): Promise<boolean | undefined> {
  const words = written.then(wordsToPost)
  const copied = hands.copy(words).then(
    () => true,
    () => false,
  )
  const mayPost = await words.then(
    () => true,
    () => false,
  )
  if (!mayPost) return undefined
  // The page takes the focus along, without which a browser copies nothing.
  const isCopied = await copied
  if (url) hands.open(url)
  return isCopied
}

function wordsToPost(reply: Written): string {
  if ('key' in reply || reply.state !== 'assisted') throw new Error('It may not be posted by hand yet.')
  return reply.text
}

const ofBrowser: Hands = {
  // Begun in the very press of the key, filled in later: afterwards some browsers refuse it.
  copy: async (text) => {
    if (typeof ClipboardItem === 'undefined') return await navigator.clipboard.writeText(await text)
    const blob = text.then((words) => new Blob([words], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
  },
  // So long after the press that a browser would call it a pop-up, the link that stands beside the answer has to do.
  open: (url) => {
    if (navigator.userActivation?.isActive !== false) window.open(url, '_blank', 'noopener,noreferrer')
  },
}
