import type { Answers, Line } from './canned-server.ts'
import type { Look } from './story/people.ts'

/** One screen in one of its states: what the server says, and what a person did before. */
export type Specimen = {
  name: string
  /** The screen, as the address of the product names it. */
  path: string
  /** What differs from a house in which all goes well. */
  answers?: (look: Look) => Answers
  /** The line of live events; open and quiet when not given. */
  live?: Line
  /** What comes in while a name is typed on the welcome screen. */
  welcome?: Line
  act?: () => Promise<unknown>
  /** What stands there when the state is drawn. */
  shows: string
}
