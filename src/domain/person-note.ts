/** A note on a person is what the next colleague needs to know, not a file on them. */
export const personNoteTextMax = 2000
