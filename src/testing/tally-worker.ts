import { parentPort, workerData } from 'node:worker_threads'
import { tallyWorlds } from './tally-worlds.ts'

parentPort?.postMessage(await tallyWorlds(workerData))
