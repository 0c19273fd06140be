import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

type StdioPipe = 'ignore' | 'inherit' | 'pipe'

const PATIENCE_MS = 8000
const children = new Set<ChildProcess>()

/** Starts a program that ends with this one. */
export function startChild(file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(file, args, options)
  children.add(child)
  child.on('exit', () => children.delete(child))
  child.on('error', () => children.delete(child)) // it never ran
  return child
}

/**
 * Starts one of our own programs in Node. Besides ending with this one it hears when this one is gone without a word: the channel
 * between them breaks, whatever this one died of.
 */
export function startNode(
  args: readonly string[],
  options: SpawnOptions & { stdio: readonly StdioPipe[] }
): ChildProcess {
  return startChild(process.execPath, args, { ...options, stdio: [...options.stdio, 'ipc'] })
}

// Whatever way leads out of here, no program stays behind with a port.
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM')
})

/** Asks all of them to end, and ends those that do not listen. */
export async function endChildren(): Promise<void> {
  const gone = [...children].map((child) => new Promise((done) => child.once('exit', done)))
  for (const child of children) child.kill('SIGTERM')
  const impatience = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL')
  }, PATIENCE_MS)
  await Promise.all(gone)
  clearTimeout(impatience)
}
