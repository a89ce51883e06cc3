import { phrasesOf } from '#domain/language-text.ts'

/** Whoever says one of these does not tell it: they say that it is not so. */
export const denials = phrasesOf(
  `not true, isn't true, ain't true, untrue, simply false, is false, nonsense, rubbish that, total rubbish, utter rubbish, bollocks, baloney, bogus, hoax, fake, fake news, made up, fabricated, myth, debunked, denied, denies, disproved, fact checked, scaremongering, no truth, no evidence, no proof, a lie, lie that, total lie, lies, urban legend, never happened, simply wrong, don't believe, stop spreading, complete fiction, pure fiction, no such thing, tripe, absolute tripe, complete twaddle, twaddle`,
)

/** Directly before what is told, these turn it around. */
export const nots = phrasesOf(
  `no, not, isn't, aren't, never, doesn't, don't, didn't, won't be, not going to, isn't going to`,
)
