import type { Message } from '#api/contract/shapes.ts'

export type Media = Message['media'][number]
export type MediaProps = { media: readonly Media[]; isLarge: boolean }

export const mediaShownMax = 6

export const hasPicture = ({ kind, thumbnailUrl }: Media): boolean =>
  kind === 'image' || (kind === 'video' && Boolean(thumbnailUrl))

/** As high as the picture will be, and no wider. */
export const pictureSize = (isLarge: boolean): string =>
  isLarge ? 'h-[148px] max-w-[300px] max-md:h-[170px]' : 'h-24 max-w-[200px]'
