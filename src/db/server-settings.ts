/** `scratch` gives durability away for speed: for tests, whose databases nobody misses. */
export type Durability = 'durable' | 'scratch'

const settings: Record<Durability, string[]> = {
  durable: ['fsync=on', 'synchronous_commit=on', 'max_wal_size=512MB', 'checkpoint_timeout=15min'],
  scratch: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'],
}

const sharedSettings = [
  'shared_buffers=192MB',
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

/** The settings as options of postgres: they belong to the program, so that an update of it changes them. */
export function settingOptions(durability: Durability): string[] {
  return [...settings[durability], ...sharedSettings].flatMap((setting) => ['-c', setting])
}
