import { RotateCcw, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import { type Sent, sendImport } from '../../state/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useTooLong } from '../../words/useTooLong.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { FileDrop } from './FileDrop.tsx'
import { SaidText } from './SaidText.tsx'
import { notToldText, plain, refusedText, type Told } from './said-text.ts'
import type { Telling } from './telling.ts'

export type Mapping = { readonly name: string; readonly title: string; readonly text: string }
const OWN = ''
const MAX_MAPPING = 200_000

/** Which mapping, which file, and go. The mapping can be changed before; what is wrong with it is said beside it. */
export function ImportForm({
  mappings,
  why: unasked,
  disabledReason,
  onStarted
}: {
  mappings: readonly Mapping[]
  /** Why the server could not be asked for its mappings. */
  why: TellRefusal | 'noAnswer' | null
  disabledReason: string | undefined
  onStarted: (id: string) => void
}) {
  const words = useWords()
  const format = useFormat()
  const texts = words.importing
  const telling = { words, format }
  const shipped: Readonly<Record<string, string>> = texts.shipped
  const [name, setName] = useState<string | null>(null)
  const chosen = mappings.find((one) => one.name === name) ?? (name === null ? mappings[0] : undefined)
  const [edited, setEdited] = useState<string | null>(null)
  const text = edited ?? chosen?.text ?? ''
  const [file, setFile] = useState<File | null>(null)
  const [accepts, setAccepts] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<Failed | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const toLine = (line: number) => {
    const before = text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0)
    const end = text.indexOf('\n', before)
    area.current?.setSelectionRange(before, end < 0 ? text.length : end)
    // Comes after, so that the browser brings the line into view.
    area.current?.focus()
  }
  const isChanged = edited !== null && edited !== chosen?.text

  const start = async () => {
    if (!file) return
    setProblem(null)
    setSent(0)
    const begun = await sendImport(file, text, accepts, (id, bytes) => {
      onStarted(id)
      setSent(bytes)
    })
    setSent(null)
    if (begun.ok) setFile(null)
    else if (!isCancelled(begun)) setProblem(begun)
    if (!begun.ok && begun.why === 'unreadable') setFile(null)
  }
  const long = useTooLong()(text, MAX_MAPPING)
  const why = disabledReason ?? long ?? (file ? undefined : texts.chooseFileFirst)
  return (
    <section className="importing-form tl-card" aria-label={texts.start}>
      <Field
        label={texts.mapping}
        hint={mappings.length > 0 ? texts.mappingHint : unasked === null ? texts.noMappings : undefined}
        error={unasked !== null && mappings.length === 0 && notToldText(unasked, telling)}
      >
        <Select
          value={chosen?.name ?? OWN}
          options={[
            ...mappings.map((one) => ({
              value: one.name,
              label: shipped[one.name] ?? (one.title || one.name),
              description: one.name
            })),
            { value: OWN, label: texts.ownMapping }
          ]}
          onChange={(next) => {
            setName(next)
            setEdited(next === OWN ? text : null)
            setProblem(null)
          }}
        />
      </Field>
      <Field
        label={texts.mappingText}
        aside={
          isChanged && chosen ? (
            <Button
              size="small"
              variant="quiet"
              icon={<RotateCcw aria-hidden />}
              onClick={() => setEdited(null)}
            >
              {texts.reset}
            </Button>
          ) : undefined
        }
        error={
          long ??
          (problem && isAboutMapping(problem) && (
            <SaidText told={failedText(problem, telling)} onLine={toLine} />
          ))
        }
      >
        <TextArea
          // Another mapping is read from its beginning.
          key={chosen?.name ?? OWN}
          ref={area}
          className="importing-yaml"
          value={text}
          minRows={8}
          maxRows={16}
          maxLength={MAX_MAPPING}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
          onChange={setEdited}
        />
      </Field>
      <FileDrop file={file} onFile={setFile} />
      <Checkbox checked={accepts} onChange={setAccepts} hint={texts.acceptHint}>
        {texts.acceptRejections}
      </Checkbox>
      {sent !== null && file && (
        <ProgressBar
          label={texts.sending}
          value={sent}
          max={file.size}
          text={format.percent(file.size > 0 ? sent / file.size : 1)}
        />
      )}
      {problem && !isAboutMapping(problem) && (
        <div role="alert" className="tl-form-problem">
          <SaidText lead={problem.begun ? texts.stopped : texts.failed} told={failedText(problem, telling)} />
        </div>
      )}
      <div className="importing-start">
        <Button
          variant="primary"
          icon={<Upload aria-hidden />}
          disabledReason={sent === null ? why : texts.sending}
          onClick={() => void start()}
        >
          {texts.start}
        </Button>
      </div>
    </section>
  )
}

type Failed = Extract<Sent, { ok: false }>

/** Whoever cancels while the file is on its way knows why it does not arrive. */
function isCancelled({ why }: Failed): boolean {
  return typeof why === 'object' && why.said?.type === 'NotNow' && why.said.phase === 'cancelled'
}

function isAboutMapping({ why }: Failed): boolean {
  return typeof why === 'object' && why.said?.type === 'BadMapping'
}

function failedText({ why }: Failed, telling: Telling): Told {
  const { words } = telling
  if (why === 'noAnswer') return plain(words.case.fault.act)
  if (why === 'unreadable') return plain(words.importing.unreadable)
  return refusedText(why, telling)
}
