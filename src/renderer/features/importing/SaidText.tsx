import type { Problem } from './mapping-text.ts'
import type { Told } from './said-text.ts'

/** What an import has to say: the sentence, its problems as a list, and what is true of all of them once at the end. */
export function SaidText({
  told,
  lead,
  onLine
}: {
  told: Told
  lead?: string
  /** Goes to a line of the mapping, where that stands beside. */
  onLine?: (line: number) => void
}) {
  return (
    <div className="importing-said">
      <p>{lead ? `${lead} ${told.text}` : told.text}</p>
      {told.problems.length > 0 && (
        <ul className="importing-problems">
          {told.problems.map((problem) => (
            <li key={`${problem.at} ${problem.path} ${problem.text}`}>
              <Place problem={problem} onLine={onLine} />
              {problem.path && <code className="importing-path">{problem.path}</code>} {problem.text}
            </li>
          ))}
        </ul>
      )}
      {told.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}

function Place({
  problem: { at, line },
  onLine
}: {
  problem: Problem
  onLine: ((line: number) => void) | undefined
}) {
  if (line === undefined) return null
  if (!onLine) return <span className="tl-strong">{at} </span>
  return (
    <button type="button" className="importing-line" onClick={() => onLine(line)}>
      {at}
    </button>
  )
}
