import type { CommandType } from '../case/command.ts'

/** A command as it came: of a type and fields this build may know differently. */
export type LooseCommand = { readonly type: string; readonly [field: string]: unknown }

type Upcaster = (command: LooseCommand) => LooseCommand

/**
 * How each command's shape grew, the step from version 1 to 2 first. Pure, and kept for as long as an outbox or a backup may
 * be old. A field that is merely new and optional needs no step; one that the rules rely on does.
 */
const STEPS: { readonly [T in CommandType]?: readonly Upcaster[] } = {
  // Before one could choose, a case always went back into the queue it came from.
  'escalation.return': [(command) => ({ to: 'team', ...command })]
}

/** The newest version of a command's shape; 1 for a type nobody here knows. */
export function versionOf(type: string): number {
  return (stepsOf(type)?.length ?? 0) + 1
}

function stepsOf(type: string): readonly Upcaster[] | undefined {
  return Object.hasOwn(STEPS, type) ? STEPS[type as CommandType] : undefined
}

/** The shapes in force, for the fingerprint of the wire (PV1). */
export const SHAPE_VERSIONS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.keys(STEPS).map((type) => [type, versionOf(type)])
)

/** The op with its command in the newest shape, itself when it has it; undefined when a build made it that knows more than this one. */
export function upcast<T extends { readonly tv: number; readonly command: LooseCommand }>(
  op: T
): T | undefined {
  const newest = versionOf(op.command.type)
  if (op.tv === newest) return op
  if (op.tv > newest) return undefined
  const steps = stepsOf(op.command.type) ?? []
  return {
    ...op,
    tv: newest,
    command: steps.slice(op.tv - 1).reduce((older, step) => step(older), op.command)
  }
}
