import { CircleAlert, Copy } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'

/** What happened, why, what to do, and the details to pass on. */
export function ErrorState({
  title,
  why,
  next,
  action,
  copy
}: {
  title: ReactNode
  why?: ReactNode
  next?: ReactNode
  /** One Button that does `next`. */
  action?: ReactNode
  copy?: { label: string; doneLabel: string; onCopy: () => void } | undefined
}) {
  const [copied, setCopied] = useState(false)
  return (
    <div className="tl-empty tl-error" role="alert">
      <div className="tl-empty-icon">
        <CircleAlert size={24} aria-hidden />
      </div>
      <p className="tl-empty-title">{title}</p>
      {why && <p className="tl-empty-text">{why}</p>}
      {next && <p className="tl-empty-text">{next}</p>}
      <div className="tl-row tl-row-wrap">
        {action}
        {copy && (
          <Button
            variant="quiet"
            icon={<Copy size={16} aria-hidden />}
            onClick={() => {
              copy.onCopy()
              setCopied(true)
            }}
          >
            {copied ? copy.doneLabel : copy.label}
          </Button>
        )}
      </div>
    </div>
  )
}
