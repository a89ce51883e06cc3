/** About as much as stands on a screen without scrolling. */
const charactersMost = 1_400
const linesMost = 16

/** Whether a message is so long that it is folded at first. */
export function isLongText(text: string): boolean {
  return text.length > charactersMost || text.split('\n', linesMost + 1).length > linesMost
}
