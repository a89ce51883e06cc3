/** How the id of a note begins that was written without a connection and stands only here. */
export const queuedNote = 'queued-'
