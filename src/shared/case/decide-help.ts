import { no } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { isPingPong } from './hop-history.ts'
import { ALREADY_SO, type Judged, yes } from './judged.ts'
import { inQueue, type Known, ownedOrSupervised, stillOpen } from './rights.ts'

type Help = Extract<
  Command,
  { type: 'case.callManager' | 'case.answerCall' | 'case.swarm' | 'case.leaveSwarm' }
>

/** Help without handing the case over: the escalation manager is called once it has bounced, colleagues are pulled in (ES32, ES33). */
export function decideHelp(kase: Case, command: Help, by: Person, known: Known): Judged {
  switch (command.type) {
    case 'case.callManager': {
      const stop = stillOpen(kase) ?? inQueue(kase, by)
      if (stop) return no(stop)
      if (!isPingPong(kase)) return no({ type: 'TooEarlyToCall' })
      if (kase.called) return no({ type: 'AlreadyCalled', by: kase.called.by, at: kase.called.at })
      return yes(() => ({ type: 'case.managerCalled', note: command.note }))
    }
    case 'case.answerCall': {
      if (by.role !== 'escalation_manager') return no({ type: 'NotApprover' })
      if (!kase.called) return no({ type: 'NotCalled' })
      return yes(() => ({ type: 'case.callAnswered', note: command.note }))
    }
    case 'case.swarm':
      return decideSwarm(kase, command, by, known)
    case 'case.leaveSwarm': {
      if (!kase.swarm?.includes(by.id)) return no({ type: 'NotInSwarm' })
      return yes(() => ({ type: 'case.swarmLeft' }))
    }
  }
}

function decideSwarm(
  kase: Case,
  command: Extract<Help, { type: 'case.swarm' }>,
  by: Person,
  known: Known
): Judged {
  const stop = stillOpen(kase) ?? ownedOrSupervised(kase, by)
  if (stop) return no(stop)
  const people = command.people.filter(
    (id, index, all) => all.indexOf(id) === index && id !== kase.owner && !kase.swarm?.includes(id)
  )
  if (people.length === 0) return ALREADY_SO
  const isStrange = people.some((id) => {
    const person = known.findPerson(id)
    return !person || person.role === 'administrator'
  })
  if (isStrange) return no({ type: 'NoSuchPerson' })
  return yes(() => ({ type: 'case.swarmed', people, note: command.note }))
}
