import { Flag, Priority } from '../escalation/matrix.ts'
import { type Person, worksIn } from '../people/person.ts'
import { openFunctional } from './apply-move.ts'
import { refusalOf } from './decide.ts'
import { isPingPong } from './hop-history.ts'
import type { Option } from './option.ts'
import type { Maker } from './options-for.ts'
import { categoriesOf, queuesBeside } from './routes.ts'

/** Claim, hand over, and what is edited. */
export function workOptions(maker: Maker): Option[] {
  const { kase, person, matrix, people, option } = maker
  const caseId = kase.id
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const waiting = openFunctional(kase)
  const colleagues = idsOf(people, (one) => one.id !== kase.owner && worksIn(one, kase.queue))
  const beside = queuesBeside(matrix, kase.queue)
  const [anyone] = colleagues
  const options: Option[] = []
  if (kase.owner !== person.id) {
    options.push(
      waiting?.state.status === 'requested'
        ? option(
            'accept',
            'accept',
            'work',
            { type: 'escalation.accept', caseId, escalationId: waiting.id },
            [],
            { escalationId: waiting.id }
          )
        : option('claim', 'claim', 'work', { type: 'case.claim', caseId }, [])
    )
  }
  if (kase.owner !== null)
    options.push(option('release', 'release', 'work', { type: 'case.release', caseId }, []))
  if (anyone) {
    options.push(
      option('assign', 'assign', 'work', { type: 'case.assign', caseId, to: anyone }, [
        { kind: 'person', name: 'to', required: true, choices: colleagues }
      ])
    )
  }
  if (beside[0]) {
    options.push(
      option('transfer', 'transfer', 'work', { type: 'case.transfer', caseId, to: beside[0], note: '' }, [
        { kind: 'queue', name: 'to', required: true, choices: [...beside] },
        { kind: 'text', name: 'note', required: false }
      ])
    )
  }
  options.push(
    option(
      'setPriority',
      'setPriority',
      'edit',
      { type: 'case.setPriority', caseId, priority: kase.priority, was: kase.priority },
      [{ kind: 'choice', name: 'priority', required: true, choices: [...Priority.options] }]
    ),
    option(
      'setCategory',
      'setCategory',
      'edit',
      {
        type: 'case.setCategory',
        caseId,
        category: matrix.categories[0]?.id ?? kase.category,
        was: kase.category
      },
      [{ kind: 'choice', name: 'category', required: true, choices: [...categoriesOf(matrix)] }]
    )
  )
  return [...options, ...flagOptions(maker)]
}

function idsOf(people: readonly Person[], fits: (person: Person) => boolean): Person['id'][] {
  const ids: Person['id'][] = []
  for (const person of people) if (fits(person)) ids.push(person.id)
  return ids
}

/** Raised and taken down one at a time; what only a supervisor takes down is a choice of supervisors, unless there is nothing else. */
function flagOptions({ kase, person, known, option }: Maker): Option[] {
  const caseId = kase.id
  return [true, false].flatMap((on) => {
    const all = Flag.options.filter((flag) => kase.flags.includes(flag) !== on)
    const may = all.filter(
      (flag) => !refusalOf(kase, { type: 'case.setFlag', caseId, flag, on }, person, known)
    )
    const choices = may.length > 0 ? may : all
    const [flag] = choices
    const name = on ? 'flag' : 'unflag'
    if (!flag) return []
    return [
      option(name, name, 'edit', { type: 'case.setFlag', caseId, flag, on }, [
        { kind: 'choice', name: 'flag', required: true, choices }
      ])
    ]
  })
}

/** Help that keeps the case where it is: colleagues pulled in, and the escalation manager once it has bounced twice. */
export function helpOptions({ kase, person, people, option }: Maker): Option[] {
  const caseId = kase.id
  const leave = kase.swarm?.includes(person.id)
    ? [option('leaveSwarm', 'leaveSwarm', 'work', { type: 'case.leaveSwarm', caseId }, [])]
    : []
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return leave
  const options: Option[] = [...leave]
  const helpers = idsOf(
    people,
    (one) => one.role !== 'administrator' && one.id !== kase.owner && !kase.swarm?.includes(one.id)
  )
  const [anyone] = helpers
  if (anyone) {
    options.push(
      option('swarm', 'swarm', 'work', { type: 'case.swarm', caseId, people: [anyone], note: '' }, [
        { kind: 'person', name: 'to', required: true, choices: helpers },
        { kind: 'text', name: 'note', required: false }
      ])
    )
  }
  const note = { kind: 'text', name: 'note', required: true } as const
  if (isPingPong(kase) && !kase.called) {
    options.push(
      option('callManager', 'callManager', 'work', { type: 'case.callManager', caseId, note: '-' }, [note])
    )
  }
  if (kase.called && person.role === 'escalation_manager') {
    options.push(
      option('answerCall', 'answerCall', 'work', { type: 'case.answerCall', caseId, note: '-' }, [note])
    )
  }
  return options
}
