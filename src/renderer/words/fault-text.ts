import type { EngineFault } from '../../shared/protocol/engine.ts'
import type { Words } from './words.ts'

/** Why something could not be done though nobody said no: the disk, or an engine that does not answer. */
export function faultText({ name }: Pick<EngineFault, 'name'>, words: Words): string {
  if (name === 'DiskFull') return words.case.fault.diskFull
  return name === 'DiskBroken' ? words.frame.problems.DiskBroken : words.case.fault.act
}
