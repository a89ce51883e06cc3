export type Words = { en: string; nl: string }
/** What came of one try. `never`: the same again would come to the same. `dropped`: there is nobody to tell any more, or nothing. */
export type Outcome = { kind: 'sent' } | { kind: 'dropped' } | { kind: 'again' | 'never'; why: Words }
