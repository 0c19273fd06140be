import { runCommand } from '../../src/server/commands/run-command.ts'

/** A command of the server as somebody types it: what it says, and how it ends. */
export async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(
    args,
    (line) => out.push(line),
    (line) => err.push(line)
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}
