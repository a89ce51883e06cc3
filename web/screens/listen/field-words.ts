import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import type { Completion } from './query-completion.ts'

/** Under the name as it is typed, or the field with one of its values. */
const words: Record<string, MessageDescriptor> = {
  'lang:': msg`language`,
  'source:': msg`network`,
  'network:': msg`network`,
  'site:': msg`website, also as a link`,
  'author:': msg`name or account`,
  'title:': msg`words in the title`,
  'has:': msg`link, image, video…`,
  'is:': msg`reply, edited…`,
  'kind:': msg`post, article, review…`,
  'url:': msg`page or part of a site`,
  'followers:': msg`such as >=1000`,
  'rating:': msg`stars, such as 1..2`,
  'set:': msg`a list with a name`,
  'has:link': msg`a link`,
  'has:image': msg`an image`,
  'has:video': msg`a video`,
  'has:audio': msg`sound`,
  'has:tags': msg`a hashtag`,
  'has:mentions': msg`somebody’s name with @`,
  'is:reply': msg`a reply to another message`,
  'is:edited': msg`changed afterwards`,
  'is:cut': msg`too long to keep whole`,
  'kind:post': msg`a message by itself`,
  'kind:reply': msg`a reply`,
  'kind:comment': msg`a comment under an article`,
  'kind:review': msg`a review with stars`,
  'kind:article': msg`an article`,
  'kind:message': msg`a private message`,
}

/** What a choice means, for who does not know it by heart. */
export function useFieldWords(): (of: Completion['of'], value: string) => string {
  const { i18n } = useLingui()
  return (of, value) => {
    const descriptor = words[of === 'name' ? value : `${of}:${value}`]
    return descriptor ? i18n._(descriptor) : ''
  }
}
