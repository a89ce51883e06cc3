import { bindingOf, type CommandId } from './command-keys.ts'
import { isPlainPress, pressesIn } from './press.ts'

/** Why a key cannot be had: the browser or the system needs it, one moves or writes with it, or it would be typed. */
export type Refusal = 'browser' | 'moving' | 'writing' | 'typed'

const moving = ['Tab', 'Escape', 'Enter', 'Space', 'Home', 'End', 'PageUp', 'PageDown', 'ContextMenu']
const writing = ['Backspace', 'Delete', 'Insert', 'Shift+Enter', 'Clipboard']
/** New tab, close, reload, print, find, save, address, bookmarks, downloads, history, zoom, copying and pasting, undoing in a field. */
const browserLetters = 'twnrlpfgsdhjoquacvxyz0123456789=-'

/** Keys that are never a command's, with the reason. Sequences are judged by each of their presses. */
export function refusalOf(id: CommandId, keys: string): Refusal | undefined {
  const presses = pressesIn(keys)
  if (bindingOf(id).inText && isPlainPress(presses[0] ?? '')) return 'typed'
  return presses.map(refusalOfPress).find((refusal) => refusal !== undefined)
}

function refusalOfPress(press: string): Refusal | undefined {
  const key = press.split('+').at(-1) ?? ''
  if (writing.includes(press) || writing.includes(key)) return 'writing'
  if (moving.includes(press) || key === 'Tab' || key === 'Escape' || key.startsWith('Arrow')) return 'moving'
  if (/^(?:Shift\+)?(?:F\d+)$/u.test(press) || press.includes('Meta') || /^Alt\+(?:F4|Home)$/u.test(press))
    return 'browser'
  if (/^\$mod\+(?:Shift\+)?.$/u.test(press) && browserLetters.includes(key)) return 'browser'
  return press === '$mod+Plus' ? 'browser' : undefined
}
