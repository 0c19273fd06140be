import { unreachable } from '../../../shared/lib/must.ts'
import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { FileFault, ImportSaid, MappingProblem } from '../../../shared/protocol/imports.ts'
import { type Problem, problemText } from './mapping-text.ts'
import { reasonText } from './row-text.ts'
import type { Telling } from './telling.ts'

/** A sentence, what it is about one by one, and what is true of all of them, said once. */
export type Told = {
  readonly text: string
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
}

/** More than a person mends before trying again. */
const MOST_PROBLEMS = 20
const MARKS: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'bar'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar'
}

/** The one place where what an import says becomes words. A new kind does not compile until it has some. */
export function saidText(said: ImportSaid, telling: Telling): Told {
  const { words, format } = telling
  const texts = words.importing.said
  switch (said.type) {
    case 'BadMapping': {
      const { problems, queues, categories } = said
      return listed(texts.BadMapping, problems, telling, [
        ...(queues ? [texts.queues(queues.join(', '))] : []),
        ...(categories ? [texts.categories(categories.join(', '))] : [])
      ])
    }
    case 'MissingColumns': {
      const mark = MARKS[said.looksLike ?? '']
      return listed(texts.MissingColumns, said.problems, telling, [
        ...(mark ? [texts.looksLike(texts.marks[mark])] : []),
        texts.columns(said.columns.join(', '))
      ])
    }
    case 'BadFile':
      return plain(fileText(said.problem, telling))
    case 'TooManyRejected':
      return {
        ...plain(
          texts.TooManyRejected(said.rejected, format.number(said.rows), format.percent(said.maxShare))
        ),
        notes: [texts.mendOrAccept(words.importing.acceptRejections)]
      }
    case 'NotNow':
      return plain(texts.NotNow[stageOf(said.phase)])
    case 'ServerBroke':
      return plain(texts.ServerBroke(said.name))
    case 'Other':
      return plain(texts.Other(said.raw))
    case 'Cancelled':
    case 'AlreadyRunning':
    case 'AlreadyImported':
    case 'NoSuchImport':
    case 'Resumed':
    case 'DiskFull':
    case 'DiskBroken':
      return plain(texts[said.type])
    default:
      return unreachable(said)
  }
}

/** Why something is not known: the server is away, or did not tell. */
export function notToldText(why: TellRefusal | 'noAnswer', telling: Telling): string {
  return why === 'noAnswer' ? telling.words.case.fault.act : refusedText(why, telling).text
}

/** Why a step was not taken: what the server said of it, or else what became of the asking. */
export function refusedText({ type, said }: TellRefusal, telling: Telling): Told {
  const texts = telling.words.importing.refused
  if (said) return saidText(said, telling)
  switch (type) {
    case 'WrongPassword':
      return plain(texts.again)
    case 'NotReachable':
      return plain(texts.away)
    case 'NotAllowed':
      return plain(texts.notAllowed)
    case 'TooManyTries':
      return plain(texts.tooMany)
    case 'NotADemo':
    case 'NotAMapping':
    case 'NotFound':
    case 'NotNow':
    case 'InThePast':
    case 'MatrixFindings':
    case 'MatrixMoved':
    case 'HeldRefused':
    case 'ServerSaidNo':
      return plain(texts.general)
  }
}

export function plain(text: string): Told {
  return { text, problems: [], notes: [] }
}

function listed(
  text: string,
  problems: readonly MappingProblem[],
  telling: Telling,
  notes: readonly string[]
): Told {
  const more = problems.length - MOST_PROBLEMS
  return {
    text,
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => problemText(problem, telling)),
    notes: more > 0 ? [telling.words.importing.moreProblems(more), ...notes] : notes
  }
}

function stageOf(phase: Extract<ImportSaid, { type: 'NotNow' }>['phase']): 'under' | 'publishing' | 'ended' {
  if (phase === 'publishing') return 'publishing'
  return phase === 'done' || phase === 'failed' || phase === 'cancelled' ? 'ended' : 'under'
}

function fileText(problem: FileFault, telling: Telling): string {
  const { words, format } = telling
  const texts = words.importing.fileFaults
  switch (problem.code) {
    case 'cannot-open':
    case 'other':
      return texts[problem.code](problem.raw)
    case 'broken-gzip':
      return problem.cut ? texts['broken-gzip'].cut : texts['broken-gzip'].damaged
    case 'broken-xml':
      return texts['broken-xml'](format.number(problem.line))
    case 'not-xes':
      return texts['not-xes'](problem.root)
    case 'broken-header':
      return texts['broken-header'](reasonText(problem.why, telling))
    case 'no-such-file':
    case 'is-folder':
    case 'empty':
    case 'binary':
    case 'utf-16':
    case 'not-csv':
    case 'no-rows':
      return texts[problem.code]
    default:
      return unreachable(problem)
  }
}
