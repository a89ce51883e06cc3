import { totalmem } from 'node:os'

/** `scratch` gives durability away for speed: for tests, whose databases nobody misses. */
export type Durability = 'durable' | 'scratch'

const settings: Record<Durability, string[]> = {
  durable: ['fsync=on', 'synchronous_commit=on', 'max_wal_size=512MB', 'checkpoint_timeout=15min'],
  scratch: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'],
}

const sharedSettings = [
  'max_connections=60',
  'jit=off',
  'io_workers=2',
  // Pages lie in memory or on a disk without a moving arm: an index is worth its steps.
  'random_page_cost=1.1',
  'max_wal_senders=0',
  'wal_level=minimal',
  'max_parallel_workers_per_gather=1',
  'timezone=UTC',
  'log_timezone=UTC',
]

const mb = 1024 * 1024
const bufferBounds = { least: 128, most: 1024 } as const

/**
 * What the server keeps of its tables at hand: an eighth of the memory there is, in megabytes. With a million messages a page takes half
 * as long as with the system's own cache alone; what is not needed is not taken.
 */
export function sharedBuffersMb(memoryBytes: number): number {
  const share = Math.floor(memoryBytes / 8 / mb)
  return Math.min(bufferBounds.most, Math.max(bufferBounds.least, share))
}

/** The memory of the machine, or less where a container is given less. */
function memoryBytes(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}

/** The settings as options of postgres: they belong to the program, so that an update of it changes them. */
export function settingOptions(durability: Durability): string[] {
  const buffersMb = durability === 'scratch' ? bufferBounds.least : sharedBuffersMb(memoryBytes())
  const all = [...settings[durability], ...sharedSettings, `shared_buffers=${buffersMb}MB`]
  return all.flatMap((setting) => ['-c', setting])
}
