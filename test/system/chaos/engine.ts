// An engine as a host starts it, with a disk that can be made slow and the fault the run was given, if any.
import '../sim/plant.ts'
import './slow-disk.ts'

await import('../../../src/engine/index.ts')
