/** What is wrong, or may be, with what a model wrote. None of it is hidden, and none of it is mended without the writer. */
export const suggestionFindingKinds = [
  'steered',
  'echo',
  'link',
  'number',
  'promise',
  'private',
  'sign',
  'lost',
  'markup',
  'machine',
  'language',
  'long',
  'cut',
  'empty',
] as const
export type SuggestionFindingKind = (typeof suggestionFindingKinds)[number]
/** `found`: the words it is about; empty where it is about the whole. */
export type SuggestionFinding = { kind: SuggestionFindingKind; found: string }
