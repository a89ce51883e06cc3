import { emojiEmotion } from 'emoji-emotion'

/**
 * How an emoji pulls, −5..5, whatever the language. Ours correct the list from npm where webcare reads them otherwise:
 * tears of laughter and praying hands stand under complaints as often as under praise.
 */
const ours: Record<string, number> = {
  '😂': 0, '🤣': 0, '😅': 0, '🙏': 0.5, '😭': -0.5, '👏': 0.5, '🤔': -0.3, '😉': 0.3, '😱': -0.5, '😮': 0, '😲': 0, '💪': 1.2,
  '🤬': -4, '😡': -3.5, '😠': -3, '👎': -3, '🤮': -3.5, '🤦': -2, '🤷': -0.5, '🥰': 3, '🤩': 3, '🔥': 0.6, '⭐': 1, '🌟': 1.5,
  '🎉': 2, '🥳': 2.5, '✨': 1, '🚀': 0.5, '💩': -3, '🖕': -4, '❤': 2.5, '🧡': 2.5, '♥': 2.5, '🤍': 2, '👌': 1.8, '👍': 2, '🙄': -2,
  '😒': -2, '🤡': -2.5, '🐌': -1.2, '☹': -2, '☺': 1.8, '😤': -2.5, '🥲': -0.8, '😍': 3, '🙃': -0.8, '💯': 1.5, '😎': 1.2,
} // biome-ignore format: a table is read by row

const emoticons: Record<string, number> = {
  ':)': 1, ':-)': 1, ':d': 1.5, ':-d': 1.5, ';)': 0.4, ';-)': 0.4, '=)': 1, '<3': 2, xd: 0.3, ':p': 0.4, ':-p': 0.4,
  ':(': -1.5, ':-(': -1.5, ":'(": -1.8, '>:(': -2.5, ':/': -1, ':-/': -1, ':\\': -1, '</3': -2, ':3': 0.5, ':o': 0, '=(': -1.5,
} // biome-ignore format: a table is read by row

const weights = new Map<string, number>([
  ...emojiEmotion.map(({ emoji, polarity }): [string, number] => [emoji.replaceAll('\uFE0F', ''), polarity * 0.7]),
  ...Object.entries(ours),
  ...Object.entries(emoticons),
])

/** The pull of an emoji or emoticon as the tokeniser folds it; 0 where none is known. */
export function emojiWeight(emoji: string): number {
  return weights.get(emoji) ?? weights.get(emoji.toLowerCase()) ?? weights.get(emoji.split('\u200D')[0] ?? '') ?? 0
}

const angry = new Set(['😡', '😠', '🤬', '👿', '😤', '🖕', '>:('])
const mocking = new Set(['🙄', '🤡', '👏', '🙃', '😒', '🤦', '🐌', '🤷'])

export function isAngryEmoji(emoji: string): boolean {
  return angry.has(emoji)
}

/** Emoji that stand under mock praise. */
export function isMockingEmoji(emoji: string): boolean {
  return mocking.has(emoji.split('\u200D')[0] ?? '')
}
