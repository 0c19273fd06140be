import { runCommand } from './commands/run-command.ts'

process.exitCode = await runCommand(
  process.argv.slice(2),
  (line) => void process.stdout.write(`${line}\n`),
  (line) => void process.stderr.write(`${line}\n`)
)
