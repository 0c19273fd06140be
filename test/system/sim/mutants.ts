import type { Plant } from './plant.ts'

const PUSH = 'src/server/session/push.ts'
const JUDGE = 'src/server/judge.ts'
const APPEND = 'src/server/log/append.ts'
const EFFECTS = 'src/server/log/effects.ts'
const ACT = 'src/engine/commands/act.ts'
const FRAME = 'src/engine/sync/take-frame.ts'
const ANSWER = 'src/engine/sync/answer.ts'
const REBASE = 'src/engine/sync/rebase.ts'
const TALK = 'src/engine/sync/talk.ts'
const PLAN = 'src/server/session/plan-fetch.ts'
const FETCHED = 'src/engine/sync/take-fetched.ts'
const WELCOME = 'src/engine/sync/take-welcome.ts'
const OUTBOX = 'src/engine/store/outbox.ts'
const SHARED = 'src/server/home/shared-home.ts'
const ESCALATION = 'src/shared/case/decide-escalation.ts'
const APPROVAL = 'src/shared/case/decide-approval.ts'

/**
 * Deliberate faults, each a mistake somebody could make: the stories must notice every one. A fault whose place is gone
 * fails the run, so that the list stays true. `survives`: why no story can notice it.
 */
export const MUTANTS: readonly (Plant & { readonly survives?: string })[] = [
  {
    name: 'an answered op is judged anew under another number',
    file: PUSH,
    from: 'const verdict = again(before, asked, bench) ?? judged(desk, tx, shaped, bench)',
    to: 'const verdict = judged(desk, tx, shaped, bench)'
  },
  {
    name: 'results are not stored',
    file: PUSH,
    from: '  pushResult(tx, { ...result, deviceId: device.deviceId, personId: bench.person.id })\n',
    to: ''
  },
  { name: 'the head of a device does not move', file: PUSH, from: '  putDevice(tx, next)\n', to: '' },
  {
    name: 'the head moves without its hash',
    file: PUSH,
    from: 'headHash: op.hash }',
    to: "headHash: '' }"
  },
  {
    // That a batch ends at an op that cannot be taken is guarded twice: what comes behind it has no place either.
    name: 'an op that breaks the code is not answered',
    file: PUSH,
    from: '  if (tried.ok) return tried.value\n',
    to: '  if (tried.ok) return tried.value\n  throw tried.error\n'
  },
  {
    name: 'the author of an op is not told up to its fact',
    file: PUSH,
    from: 'greeted.owedTo = Math.max(greeted.owedTo, newest)',
    to: ''
  },
  {
    name: 'nobody is told that something was pushed',
    file: PUSH,
    from: '  if (newest > 0) desk.dirty()\n',
    to: ''
  },
  {
    name: 'an op that builds on a refused one is done',
    file: JUDGE,
    from: "op.command.type === 'case.note' ? undefined : brokenDep(tx, op, bench)",
    to: 'undefined'
  },
  {
    name: 'a case out of sight is acted on',
    file: JUDGE,
    from: 'if (maySee(personScopes(person), caseScopes(kase))) return',
    to: 'if (kase) return'
  },
  {
    name: 'what is refused is told as done',
    file: JUDGE,
    from: '  return refused(holdIfAllowedThen(tx, op, bench) ?? done.error)\n',
    to: "  return { outcome: 'applied', refusal: null, told: null, seq: 0 }\n"
  },
  {
    name: 'the console clock says when something happened',
    file: JUDGE,
    from: '    at: bench.at,\n    by: op.actorId,',
    to: '    at: op.madeAt,\n    by: op.actorId,'
  },
  {
    name: 'the author of a fact is somebody else',
    file: JUDGE,
    from: '    by: op.actorId,',
    to: "    by: 'sol' as typeof op.actorId,"
  },
  { name: 'seq has gaps', file: APPEND, from: 'seq: headSeq(tx) + 1', to: 'seq: headSeq(tx) + 2' },
  {
    name: 'who loses sight of a case is not told',
    file: APPEND,
    from: 'before ? caseScopes(before) : []',
    to: '[]'
  },
  {
    name: 'who gains sight of a case is not told',
    file: APPEND,
    from: 'putSight(tx, caseId, fact.seq, sawIt, seesIt)',
    to: 'putSight(tx, caseId, fact.seq, sawIt, before ? sawIt : seesIt)'
  },
  {
    name: 'the table of cases lags',
    file: APPEND,
    from: '  putCase(tx, kase, fact.seq)\n',
    to: '  if (fact.ver % 5 !== 4) putCase(tx, kase, fact.seq)\n'
  },
  {
    name: 'effects are forgotten',
    file: APPEND,
    from: '  if (effect) pushEffect(',
    to: '  if (effect && fact.seq % 3 > 0) pushEffect('
  },
  {
    name: 'effects have keys of their own',
    file: EFFECTS,
    from: 'return opId ?? ',
    to: 'return '
  },
  {
    name: 'what was handed over is not noted',
    file: EFFECTS,
    from: "SET state = 'sent', tries",
    to: 'SET tries'
  },
  {
    name: 'a failed commit is told as done',
    file: 'src/server/home/sqlite-home.ts',
    from: '      group.fail(error)\n',
    to: '      group.settle()\n'
  },
  {
    name: 'synchronous is NORMAL',
    file: 'src/sqlite/db.ts',
    from: "raw.pragma('synchronous = FULL')",
    to: "raw.pragma('synchronous = NORMAL')"
  },
  {
    // Only a server that was set back without a word would meet a console that is ahead of it.
    name: 'a commit that failed leaves its rows open',
    file: SHARED,
    from: '        replica.drop()\n        throw error instanceof CommitUnknown',
    to: '        throw error instanceof CommitUnknown'
  },
  {
    name: 'a commit whose answer was lost is done again',
    file: SHARED,
    from: 'if (unknown !== undefined && heard.has(unknown)) {',
    to: "if (unknown === '') {"
  },
  {
    name: 'a commit nobody can speak for is told as done',
    file: SHARED,
    from: 'if (error instanceof UnknownCommit) unknown = error.commitId\n',
    to: 'if (error instanceof UnknownCommit) return group.settle()\n'
  },
  {
    name: 'a copy keeps a change before the order does',
    file: SHARED,
    from: '        isOpen = false\n        await turn.commit()\n',
    to: '        isOpen = false\n        keep(change.change)\n        await turn.commit()\n'
  },
  {
    name: 'what other hosts wrote is told to nobody',
    file: SHARED,
    from: 'for (const listener of newsListeners) listener()',
    to: 'if (newsListeners.size === 0) return'
  },
  {
    name: 'a change does not say what went away',
    file: 'src/server/home/watched-tables.ts',
    from: "on('delete', ",
    to: "on('delete', went && 'SELECT 1;' || "
  },
  {
    name: 'a host judges by the matrix it read first',
    file: 'src/server/desk.ts',
    from: 'if (kept?.version === version) return kept',
    to: 'if (kept) return kept'
  },
  {
    name: 'an escalation forgets which matrix its author saw',
    file: ESCALATION,
    from: '    madeUnder: command.matrixVer,\n',
    to: '    madeUnder: known.matrix.version,\n'
  },
  {
    name: 'an escalation says it was judged by the matrix its author saw',
    file: ESCALATION,
    from: '    judgedUnder: known.matrix.version,\n',
    to: '    judgedUnder: command.matrixVer,\n'
  },
  {
    name: 'an op is shown as saved and not kept',
    file: ACT,
    from: '    pushOutbox(tx, op, happening, wordsOf(command))\n',
    to: '    if (op.opNo % 7 > 0) pushOutbox(tx, op, happening, wordsOf(command))\n'
  },
  {
    name: 'the number of an op is used twice',
    file: ACT,
    from: "  putMeta(tx, 'nextOpNo', opNo + 1)\n",
    to: ''
  },
  { name: 'ops are not chained', file: ACT, from: "  putMeta(tx, 'lastHash', hash)\n", to: '' },
  {
    name: 'an op does not say what it builds on',
    file: ACT,
    from: 'deps: dep ? [dep] : []',
    to: 'deps: []'
  },
  {
    name: 'another history’s frame is taken',
    file: FRAME,
    from: "frame.storeId !== findMeta(tx, 'storeId') || frame.scopeVer !== getNumber(tx, 'scopeVer')",
    to: "frame.storeId !== findMeta(tx, 'storeId')",
    survives: 'a frame of another sight that crosses a hello is followed by the fetch that hello began'
  },
  {
    name: 'a frame with a hole before it is taken',
    file: FRAME,
    from: "    if (frame.from > cursor) return { kind: 'gap' }\n",
    to: ''
  },
  {
    // No server of this build sends a frame that begins before the place of a console and ends behind it.
    name: 'a queue that was cut short is told too far',
    file: 'src/server/log/read-changes.ts',
    from: '    if (rows.length === max) to = Math.min(to, rows.at(-1)?.seq ?? head)\n',
    to: ''
  },
  {
    name: 'the cursor runs ahead of the rows',
    file: FRAME,
    from: "putMeta(tx, 'cursor', frame.to)",
    to: "putMeta(tx, 'cursor', frame.to + 1)"
  },
  {
    name: 'the cursor stays behind the rows',
    file: FRAME,
    from: "putMeta(tx, 'cursor', frame.to)",
    to: "putMeta(tx, 'cursor', Math.max(frame.from, frame.to - 1))"
  },
  {
    name: 'answered ops stay in the outbox',
    file: FRAME,
    from: 'const arrived = dropArrived(tx, frame.to)',
    to: 'const arrived: CaseId[] = []'
  },
  {
    name: 'what waits is not decided again when others act',
    file: FRAME,
    from: 'if (after) rebase(tx, place, caseId, { confirmed: after, isNew }, mine)\n',
    to: 'if (after) rebase(tx, place, caseId, { confirmed: after, isNew }, new Set())\n'
  },
  {
    name: 'a case that left stays',
    file: FRAME,
    from: '  if (leaving) sendOff(tx, leaving, change, at)\n  else dropCase(tx, caseId)\n',
    to: ''
  },
  { name: 'answers are not kept', file: ANSWER, from: '    putArchive(tx, op, result, at)\n', to: '' },
  {
    name: 'a refusal is not shown',
    file: ANSWER,
    from: '    if (result.refusal || result.told)\n',
    to: '    if (result.told)\n'
  },
  {
    name: 'an answered op is dropped before its fact is here',
    file: ANSWER,
    from: '    if (result.seq > cursor && !waiting.landed) markAnswered(tx, op.opNo, result.seq)\n    else dropOutbox',
    to: '    dropOutbox',
    survives: 'it flickers: the fact follows, and nothing is different in the end'
  },
  {
    name: 'an op whose fact has landed is done on top of it again',
    file: REBASE,
    from: 'one.landed ? null : again(',
    to: 'again('
  },
  {
    name: 'what waits is shown as it was first decided',
    file: REBASE,
    from: 'one.landed ? null : again(tx, place, body, one)',
    to: 'one.landed ? null : one.happening'
  },
  {
    name: 'answers to a push are thrown away',
    file: TALK,
    from: '      takeAnswers(pushed.results)\n',
    to: ''
  },
  {
    name: 'after a cut nothing is pushed',
    file: TALK,
    from: '    deps.onStatus()\n    push()\n',
    to: '    deps.onStatus()\n'
  },
  {
    name: 'the results said at the door are not taken',
    file: WELCOME,
    from: 'takeResults(tx, welcome.results, cursor, welcome.serverTime)',
    to: 'takeResults(tx, [], cursor, welcome.serverTime)'
  },
  {
    name: 'another sight keeps what is out of it',
    file: WELCOME,
    from: 'return isMoved ? leaveSight(tx, place, sight, welcome.serverTime) : []',
    to: 'return []'
  },
  {
    name: 'a dropped op leaves its words',
    file: OUTBOX,
    from: '  dropWords(tx, -opNo)\n',
    to: ''
  },
  {
    name: 'ops are sent newest first',
    file: OUTBOX,
    from: "WHERE state <> 'answered' ORDER BY op_no LIMIT ?",
    to: "WHERE state <> 'answered' ORDER BY op_no DESC LIMIT ?"
  },
  {
    name: 'a yes to a changed request counts',
    file: APPROVAL,
    from: "  if (one.subjectHash !== command.subjectHash) return no({ type: 'StaleSubject' })\n",
    to: ''
  },
  {
    // That nobody decides on their own request is guarded twice, so one guard less changes no more than the words of the no.
    name: 'anybody withdraws a request',
    file: ESCALATION,
    from: "  if (one.by !== by.id && !isTheirs) return no({ type: 'OnlyRequester' })\n",
    to: ''
  },
  {
    name: 'one person decides two steps',
    file: 'src/shared/case/who-decides.ts',
    from: 'return one.by === id || one.decisions.some',
    to: 'return one.by === id && one.decisions.some'
  },
  {
    name: 'an automatic row acts again and again',
    file: 'src/shared/case/automatic.ts',
    from: 'return kase.fired?.some((one) => one.rowId === row.id && one.reopenCount === kase.reopenCount) ?? false',
    to: 'return row.id === "" && kase.fired !== undefined'
  },
  {
    name: 'a moved person keeps the old sight',
    file: 'src/server/log/people.ts',
    from: 'isSeeingMore ? 1 : 0)',
    to: '0)'
  },
  {
    name: 'a scope that came later is kept as if it had been there',
    file: PLAN,
    from: 'asked.scopes.includes(scope) && from(scope) <= asked.cursor',
    to: '(asked.scopes.includes(scope) || asked.scopes.length > 0)'
  },
  {
    name: 'what is kept is read beyond the place of the fetch',
    file: 'src/server/session/pull.ts',
    from: 'const until = isBefore ? fetch.asOf : head',
    to: 'const until = head'
  },
  {
    name: 'before the place of the fetch everything is told',
    file: 'src/server/session/pull.ts',
    from: 'isBefore ? kept : scopes',
    to: 'scopes'
  },
  {
    name: 'a file holds cases as they are now',
    file: 'src/server/snapshots/cut.ts',
    from: 'if (now && now.seq <= asOf) return now.kase',
    to: 'if (now) return now.kase'
  },
  {
    name: 'a file lacks what left its scope since',
    file: 'src/server/log/sight.ts',
    from: 'WHERE c.scope = :scope AND c.seq > :asOf\n',
    to: 'WHERE c.scope = :scope AND c.seq < 0\n'
  },
  {
    name: 'what a fetch did not bring stays',
    file: FETCHED,
    from: 'const left = leaveSight(tx, place, held, at, (id) => brought.has(id))',
    to: 'const left: CaseId[] = []'
  },
  {
    name: 'what waits is not put on top of a file',
    file: FETCHED,
    from: '  for (const caseId of mine) onTop(tx, place, caseId, mine)\n',
    to: ''
  },
  {
    name: 'lists are counted without what a file brought',
    file: 'src/engine/store/fetched.ts',
    from: '  for (const { sql } of triggers) tx.prepare(sql).run()\n  recount(tx)\n',
    to: '  for (const { sql } of triggers) tx.prepare(sql).run()\n'
  },
  {
    name: 'a case that leaves stays in the sum',
    file: FRAME,
    from: 'bases.set(caseId, { before, after: null })',
    to: 'bases.set(caseId, { before: null, after: null })'
  },
  {
    name: 'the server forgets to take the old version out of a sum',
    file: 'src/server/log/scope-sums.ts',
    from: 'saw ? was : 0',
    to: '0'
  }
]
