/** Of a thousand messages: a search that makes us look closer at so many makes more work than most. */
export const dearFromPerThousand = 50

/** From here on it is worth a thought, though not yet a warning. */
export const someWorkFromPerThousand = 10
