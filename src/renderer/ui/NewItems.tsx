import { ArrowUp } from 'lucide-react'

/** "3 new": says that something came, without moving or covering a row. Pressing it shows them. */
export function NewItems({ label, onClick }: { label: string | null; onClick: () => void }) {
  return (
    <div className="tl-new-items" role="status">
      {label && (
        <button type="button" className="tl-new-items-button" onClick={onClick}>
          <ArrowUp size={12} aria-hidden />
          {label}
        </button>
      )}
    </div>
  )
}
