// The one server of a test run: prints its address, and ends when its standard input does.
import { messageOf } from '#base/errors.ts'
import { startTestCluster } from './test-cluster.ts'

// A terminal's Ctrl-C ends the tests first; their runner then closes our input.
process.on('SIGINT', () => undefined)
try {
  const cluster = await startTestCluster()
  process.stdout.write(`${cluster.url}\n`)
  for await (const _ of process.stdin);
  await cluster.close()
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`)
  process.exitCode = 1
}
