import { CircleAlert, CloudOff, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

export type BannerTone = 'info' | 'warning' | 'danger' | 'offline'

const icons: Record<BannerTone, ReactNode> = {
  info: <Info size={16} aria-hidden />,
  warning: <TriangleAlert size={16} aria-hidden />,
  danger: <CircleAlert size={16} aria-hidden />,
  offline: <CloudOff size={16} aria-hidden />
}

/** A steady line about the whole place. It is announced politely and stays until what it says is over. */
export function Banner({
  tone = 'info',
  children,
  action,
  dismiss
}: {
  tone?: BannerTone | undefined
  children: ReactNode
  action?: { label: string; onClick: () => void; keys?: string | undefined } | undefined
  dismiss?: { label: string; onClick: () => void } | undefined
}) {
  return (
    <div role="status" className={`tl-banner tl-banner-${tone}`}>
      {icons[tone]}
      <div className="tl-grow">{children}</div>
      {action && (
        <Button size="small" keys={action.keys} onClick={action.onClick}>
          {action.label}
        </Button>
      )}
      {dismiss && (
        <IconButton
          size="small"
          label={dismiss.label}
          icon={<X size={16} aria-hidden />}
          onClick={dismiss.onClick}
        />
      )}
    </div>
  )
}
