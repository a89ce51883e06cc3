/** Where a command belongs: its heading in the palette, on the sheet of keys and in the settings. */
export type CommandScope = 'conversation' | 'reply' | 'list' | 'go' | 'screen'

export type Binding = {
  scope: CommandScope
  /** As presses are written (press.ts): `e`, `g i`, `$mod+Enter`. The first is shown. A person may choose others. */
  keys?: readonly string[]
  /** What every program does with these keys: they work beside the others and cannot be given away. */
  fixed?: readonly string[]
  /** Also while typing. Only for keys with a modifier, or Escape. */
  inText?: true
  /** Holding the key down does it again and again. All others happen once a press: nobody closes ten conversations by leaning on a key. */
  repeats?: true
}

/** Every command there is, with the keys it comes with. What each is called stands in command-labels.ts. */
export const commandKeys = {
  done: { scope: 'conversation', keys: ['e'] },
  reopen: { scope: 'conversation' },
  mine: { scope: 'conversation', keys: ['i'] },
  release: { scope: 'conversation' },
  handOver: { scope: 'conversation', keys: ['a'] },
  ask: { scope: 'conversation', keys: ['q'] },
  wait: { scope: 'conversation', keys: ['h'] },
  noise: { scope: 'conversation', keys: ['!'] },
  work: { scope: 'conversation', keys: ['w'] },
  merge: { scope: 'conversation', keys: ['m'] },
  split: { scope: 'conversation' },
  joinStory: { scope: 'conversation' },
  toIncident: { scope: 'conversation', keys: ['Shift+c'] },
  linkAccount: { scope: 'conversation' },
  pile: { scope: 'conversation', keys: ['Shift+r'] },
  pledge: { scope: 'conversation', keys: ['p'] },
  hold: { scope: 'conversation' },
  approve: { scope: 'conversation', keys: ['y'] },
  askChanges: { scope: 'conversation', keys: ['c'] },
  reject: { scope: 'conversation', keys: ['Shift+n'] },
  sentiment: { scope: 'conversation', keys: ['s'] },
  why: { scope: 'conversation' },
  unread: { scope: 'conversation', keys: ['u'] },
  copyLink: { scope: 'conversation' },
  copyText: { scope: 'conversation' },
  original: { scope: 'conversation' },
  undo: { scope: 'conversation', keys: ['z'] },
  enter: { scope: 'conversation', fixed: ['Enter'] },
  menu: { scope: 'conversation', fixed: ['Shift+F10', 'ContextMenu'] },

  reply: { scope: 'reply', keys: ['r'] },
  direct: { scope: 'reply', keys: ['d'] },
  note: { scope: 'reply', keys: ['n'] },
  snippet: { scope: 'reply', keys: [';'] },
  knowledge: { scope: 'reply', keys: ['#'] },
  send: { scope: 'reply', keys: ['$mod+Enter'], inText: true },
  mend: { scope: 'reply', keys: ['$mod+.'], inText: true },
  checks: { scope: 'reply', keys: ['$mod+i'], inText: true },
  assist: { scope: 'reply', keys: ['$mod+e'], inText: true },
  sendAndStay: { scope: 'reply', keys: ['$mod+Shift+Enter'], inText: true },
  sendLater: { scope: 'reply', keys: ['$mod+Alt+Enter'], inText: true },

  next: { scope: 'list', keys: ['j'], fixed: ['ArrowDown'], repeats: true },
  previous: { scope: 'list', keys: ['k'], fixed: ['ArrowUp'], repeats: true },
  select: { scope: 'list', keys: ['x'] },
  selectNext: { scope: 'list', keys: ['Shift+j'], repeats: true },
  selectPrevious: { scope: 'list', keys: ['Shift+k'], repeats: true },
  takeIn: { scope: 'list', keys: ['.'] },
  layout: { scope: 'list', keys: ['v'] },
  columnLeft: { scope: 'list', fixed: ['ArrowLeft'], repeats: true },
  columnRight: { scope: 'list', fixed: ['ArrowRight'], repeats: true },
  moveColumnLeft: { scope: 'list', keys: ['<'] },
  moveColumnRight: { scope: 'list', keys: ['>'] },
  addColumn: { scope: 'list' },
  removeColumn: { scope: 'list' },
  search: { scope: 'list', keys: ['/'] },
  filter: { scope: 'list', keys: ['f'] },
  back: { scope: 'list', fixed: ['Escape'], inText: true },

  goInbox: { scope: 'go', keys: ['g i'] },
  goCrisis: { scope: 'go', keys: ['g c'] },
  goListen: { scope: 'go', keys: ['g l'] },
  goScheduled: { scope: 'go', keys: ['g p'] },
  goReputation: { scope: 'go', keys: ['g r'] },
  goReports: { scope: 'go' },
  // S stays free for the strategy.
  goSettings: { scope: 'go', keys: ['g ,'] },
  view1: { scope: 'go', keys: ['1'] },
  view2: { scope: 'go', keys: ['2'] },
  view3: { scope: 'go', keys: ['3'] },
  view4: { scope: 'go', keys: ['4'] },
  view5: { scope: 'go', keys: ['5'] },
  view6: { scope: 'go', keys: ['6'] },
  view7: { scope: 'go', keys: ['7'] },
  view8: { scope: 'go', keys: ['8'] },
  view9: { scope: 'go', keys: ['9'] },

  palette: { scope: 'screen', keys: ['$mod+k'], inText: true },
  keys: { scope: 'screen', keys: ['?'] },
  rail: { scope: 'screen', keys: ['['] },
  author: { scope: 'screen', keys: [']'] },
  openIncident: { scope: 'screen' },
  writeUpdate: { scope: 'screen' },
  stopSending: { scope: 'screen' },
  resumeSending: { scope: 'screen' },
  signOut: { scope: 'screen' },
} as const satisfies Record<string, Binding>

export type CommandId = keyof typeof commandKeys
/** The first nine views have a key each. */
export const viewCommands = ['view1', 'view2', 'view3', 'view4', 'view5', 'view6', 'view7', 'view8', 'view9'] as const

export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(commandKeys, id)
}

export function bindingOf(id: CommandId): Binding {
  return commandKeys[id]
}

// The keys of an object literal are what its type says.
export const commandIds = Object.keys(commandKeys) as readonly CommandId[]
