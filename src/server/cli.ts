import { runCommand } from './commands/run-command.ts'
import { oldNode } from './old-node.ts'

const problem = oldNode({ node: process.versions.node, napi: process.versions['napi'] ?? '0' })
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
} else {
  process.exitCode = await runCommand(
    process.argv.slice(2),
    (line) => void process.stdout.write(`${line}\n`),
    (line) => void process.stderr.write(`${line}\n`)
  )
}
