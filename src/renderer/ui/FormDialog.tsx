import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { createGate } from './create-gate.ts'
import { Dialog } from './Dialog.tsx'
import { Spinner } from './Spinner.tsx'

/** A dialog that asks for something and does one thing with it. Focus begins at its first field; Mod+Enter sends from any. */
export function FormDialog({
  open,
  onClose,
  title,
  description,
  size,
  closeLabel,
  cancelLabel,
  submitLabel,
  submitVariant = 'primary',
  submitIcon,
  disabledReason,
  problem,
  hint,
  workingLabel,
  onSubmit,
  children
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  size?: 'small' | 'medium' | 'large' | undefined
  closeLabel: string
  cancelLabel: string
  submitLabel: string
  submitVariant?: 'primary' | 'danger' | undefined
  submitIcon?: ReactNode
  disabledReason?: string | undefined
  /** Why it was not done, said where it was asked for. */
  problem?: ReactNode
  /** A quiet word beside the buttons. */
  hint?: ReactNode
  /** Said while what was sent is under way. Until then nothing is sent again. */
  workingLabel: string
  onSubmit: () => unknown
  children?: ReactNode
}) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [pass] = useState(() => createGate(setBusy))
  const first = useMemo(
    () => ({
      get current() {
        const field = 'input:not([type=file]), textarea, [role=combobox]'
        return form.current?.querySelector<HTMLElement>(field) ?? submitOf(form.current)
      }
    }),
    []
  )
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    if (!disabledReason) form.current?.requestSubmit()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      size={size}
      closeLabel={closeLabel}
      initialFocus={first}
      onKeyDown={send}
      footer={
        <>
          {isBusy ? (
            <span className="tl-dialog-hint tl-dialog-working">
              <Spinner label={workingLabel} showLabel />
            </span>
          ) : (
            hint && <span className="tl-dialog-hint">{hint}</span>
          )}
          <Button onClick={onClose}>{cancelLabel}</Button>
          <Button
            type="submit"
            form={id}
            variant={submitVariant}
            icon={submitIcon}
            keys="Mod+Enter"
            disabledReason={disabledReason}
            aria-disabled={isBusy || undefined}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        className="tl-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (disabledReason) return
          void pass(onSubmit)
          // What is wrong is marked by the next frame.
          requestAnimationFrame(() =>
            form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
          )
        }}
      >
        {children}
        {problem && (
          <div role="alert" className="tl-form-problem">
            {problem}
          </div>
        )}
      </form>
    </Dialog>
  )
}

function submitOf(form: HTMLFormElement | null): HTMLElement | null {
  const submit = [...(form?.elements ?? [])].find(
    (one) => one instanceof HTMLButtonElement && one.type === 'submit'
  )
  return submit instanceof HTMLElement ? submit : null
}
