import type { Told } from './said-text.ts'

/** What an import has to say: the sentence, its problems as a list, and what is true of all of them once at the end. */
export function SaidText({ told, lead }: { told: Told; lead?: string }) {
  return (
    <div className="importing-said">
      <p>{lead ? `${lead} ${told.text}` : told.text}</p>
      {told.problems.length > 0 && (
        <ul className="importing-problems">
          {told.problems.map(({ at, path, text }) => (
            <li key={`${at} ${path} ${text}`}>
              {at && <span className="tl-strong">{at} </span>}
              {path && <code className="importing-path">{path}</code>} {text}
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
