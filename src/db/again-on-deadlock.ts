const deadlock = '40P01'
const triesMax = 5

/**
 * Does a transaction again when PostgreSQL gave it up so that another, which each waited for, could go on. For what touches many rows in an order of its own
 * while others work: nothing of the try that was given up stands.
 */
export async function againOnDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== deadlock || tries === triesMax) throw error
    }
  }
}

/** The library puts the error of the server inside one of its own. */
function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return code ?? cause?.code
}
