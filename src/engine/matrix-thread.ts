import { parentPort, workerData } from 'node:worker_threads'
import { AT_WORK, doText, type TextTask } from './matrix-texts.ts'

/** Root of the thread that reads or writes one long text, beside the engine (matrix-texts.ts). */
parentPort?.postMessage(AT_WORK)
parentPort?.postMessage(doText(workerData as TextTask))
