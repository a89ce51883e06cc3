/** The letter that the key of a name begins with, before a colon. No word has a colon inside. */
export const namespaceLetters = {
  tag: '#',
  handle: '@',
  cash: '$',
  site: 'd',
  url: 'u',
  lang: 'l',
  source: 's',
  network: 'n',
  author: 'a',
  kind: 'k',
  country: 'c',
  has: 'h',
  is: 'i',
  followers: 'f',
  rating: 'r',
  scope: 'w',
} as const

export type Namespace = keyof typeof namespaceLetters

/** The same as codes. */
export const namespaces = {
  tag: 0x23,
  handle: 0x40,
  cash: 0x24,
  site: 0x64,
  url: 0x75,
  lang: 0x6c,
  source: 0x73,
  network: 0x6e,
  author: 0x61,
  kind: 0x6b,
  country: 0x63,
  has: 0x68,
  is: 0x69,
  followers: 0x66,
  rating: 0x72,
  scope: 0x77,
} as const satisfies Record<Namespace, number>
