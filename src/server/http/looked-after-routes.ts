import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { OpId } from '../../shared/lib/ids.ts'
import { type Device, HeldDecision, type HeldRow } from '../../shared/protocol/looked-after.ts'
import type { HeldRefusal } from '../held-work.ts'
import { listInstalled } from '../log/devices.ts'
import { headSeq } from '../log/facts.ts'
import { isApiDevice } from '../session/api-device.ts'
import type { Site } from './app.ts'
import { administratorOf, personOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const Which = z.object({ opId: OpId })
const Decided = z.object({ decision: HeldDecision })

/** What administrators see of the consoles, and what waits for whoever answers for a queue. */
export function lookedAfterRoutes(app: FastifyInstance, site: Site): void {
  const { db, core, home } = site

  app.get('/api/devices', async (request): Promise<Device[]> => {
    administratorOf(request, site)
    const nodes = await home.nodes()
    const head = headSeq(db)
    /** Another node tells it what happens, and alone knows how far. */
    const isElsewhere = (session: string | null): boolean => {
      const [node = ''] = session?.split('/') ?? []
      return node !== home.node && nodes.has(node)
    }
    const here = new Map(core.consoles().map((one) => [one.deviceId, one.toldTo]))
    return listInstalled(db)
      .filter(({ deviceId }) => !isApiDevice(deviceId))
      .map(({ cursor, session, ...rest }) => {
        const elsewhere = !here.has(rest.deviceId) && isElsewhere(session)
        const toldTo = elsewhere ? head : (here.get(rest.deviceId) ?? cursor)
        return { ...rest, online: here.has(rest.deviceId) || elsewhere, behind: Math.max(0, head - toldTo) }
      })
  })

  app.get('/api/held', (request): HeldRow[] => {
    const person = personOf(request, site)
    if (person.role === 'agent')
      throw new HttpProblem(403, 'NotAllowed', 'only supervisors and administrators may see this')
    return core.heldWork(person)
  })

  app.post('/api/held/:opId', async (request) => {
    const person = personOf(request, site)
    const { opId } = read(Which, request.params)
    const done = await core.decideHeld(person, opId, read(Decided, request.body).decision)
    if (!done.ok) throw problemOf(done.error)
    return { ok: true }
  })
}

function problemOf(error: HeldRefusal): HttpProblem {
  switch (error.type) {
    case 'NotFound':
      return new HttpProblem(404, 'NotFound', 'nothing of this name is held')
    case 'NotAllowed':
      return new HttpProblem(403, 'NotAllowed', 'somebody else decides about this')
    case 'NotNow':
      return new HttpProblem(409, 'NotNow', 'it is decided already')
    case 'Refused':
      return new HttpProblem(409, 'HeldRefused', 'the case has moved on, and this does not fit any more', {
        details: { refusal: error.refusal }
      })
  }
}
