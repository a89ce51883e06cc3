/** What of a keyboard event says which key was meant. */
export type PressEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  getModifierState?: (key: 'AltGraph') => boolean
}

const modifierKeys = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock']
const unreadable = ['Dead', 'Unidentified', 'Process', 'Compose']

/**
 * One press as it is written everywhere: `e`, `Shift+j`, `$mod+Enter`, `?`. It says what the key *produced*, not where it lies, so
 * that it holds on every layout. How a sign is made is the layout's business: `/` is Shift and a colon on AZERTY, `[` there is
 * AltGr and 5; both are simply that sign. `undefined`: a modifier by itself, or half of an accent.
 */
export function pressOf(event: PressEvent, isApple: boolean): string | undefined {
  const { key } = event
  if (key === undefined || modifierKeys.includes(key) || unreadable.includes(key)) return undefined
  const isSign = [...key].length === 1 && key.toLowerCase() === key.toUpperCase()
  // AltGr is seen as Ctrl and Alt together on some systems, and is the Option key on a Mac.
  const isMadeWithAlt =
    isSign && (event.getModifierState?.('AltGraph') === true || (isApple && event.altKey && !event.ctrlKey))
  const modifiers = [
    (isApple ? event.metaKey : event.ctrlKey && !isMadeWithAlt) && '$mod',
    isApple ? event.ctrlKey && 'Control' : event.metaKey && 'Meta',
    event.altKey && !isMadeWithAlt && 'Alt',
    event.shiftKey && !isSign && 'Shift',
  ]
  return [...modifiers.filter(Boolean), nameOf(key)].join('+')
}

/** `+` and the space have names: they also part the parts. */
function nameOf(key: string): string {
  if (key === ' ') return 'Space'
  if (key === '+') return 'Plus'
  return [...key].length === 1 ? key.toLowerCase() : key
}

/** Nothing but a letter, a figure or a sign: what somebody may press by accident, or a microphone may say. */
export function isPlainPress(press: string): boolean {
  return [...press].length === 1 || press === 'Plus' || /^Shift\+.$/u.test(press)
}

export function pressesIn(keys: string): readonly string[] {
  return keys.split(' ')
}

/** `g` and `g i`: whoever presses the first can never reach the second. */
export function isBeginning(start: string, keys: string): boolean {
  return keys === start || keys.startsWith(`${start} `)
}

const appleSigns: Record<string, string> = { $mod: '⌘', Control: '⌃', Alt: '⌥' }
const signs: Record<string, string> = {
  $mod: 'Ctrl',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  ContextMenu: '☰',
}

/** Keys as people read them: `['⌘', '↵']`, `['G', 'I']`. */
export function signsOf(keys: string, isApple: boolean): readonly string[] {
  return keys
    .split(/[ +]/u)
    .map(
      (part) =>
        (isApple ? appleSigns[part] : undefined) ?? signs[part] ?? (part.length === 1 ? part.toUpperCase() : part),
    )
}
