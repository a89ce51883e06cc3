/** What the engine reads of a post. A `Post` of the product is one; so is a line of the command line filter. */
export type PostInput = {
  text: string
  title?: string
  /** BCP 47. `nl-BE` is found by lang:nl too. */
  lang?: string
  network?: string
  source?: string
  /** The handle without @; `jan@server.nl` is found by author:jan too. */
  author?: { handle?: string; name?: string }
  /** Where the post stands. */
  url?: string
  links?: readonly string[]
  /** As the network itself says, beside what stands in the text. Without # and @. */
  tags?: readonly string[]
  mentions?: readonly string[]
}
