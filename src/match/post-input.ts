/** What the engine reads of a post. A `Post` of the product is one; so is a line of the command line filter. */
export type PostInput = {
  /** Whose post it is: topics of another scope do not exist for it. Of those without a scope all do. */
  scope?: string
  text: string
  title?: string
  /** BCP 47. `nl-BE` is found by lang:nl too. */
  lang?: string
  network?: string
  source?: string
  /** The handle without @; `jan@server.nl` is found by author:jan too. */
  author?: { handle?: string; name?: string; followers?: number }
  /** Where the post stands. */
  url?: string
  links?: readonly string[]
  /** As the network itself says, beside what stands in the text. Without # and @. */
  tags?: readonly string[]
  mentions?: readonly string[]
  /** post, reply, comment, review, article, message. */
  kind?: string
  /** ISO 3166-1, two letters. */
  country?: string
  /** Of a review, 1 to 5. */
  rating?: number
  /** What comes with it: image, video, audio. That it has a link is seen from its links and its text. */
  has?: readonly string[]
  /** What more is true of it: reply, edited, cut. */
  is?: readonly string[]
}
