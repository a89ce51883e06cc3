/** What is chosen or written in the room is forgotten with its page: it must not touch what this browser keeps of a real house. */
export function keepNothing(begin: Record<string, string>): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const kept = new Map(Object.entries(begin))
    const storage: Storage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => kept.clear(),
      key: (at) => [...kept.keys()][at] ?? null,
      get length() {
        return kept.size
      },
    }
    Object.defineProperty(window, name, { value: storage })
  }
  Object.defineProperty(window, 'indexedDB', { value: undefined })
}
