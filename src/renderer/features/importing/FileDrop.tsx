import { FileText, FileUp } from 'lucide-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** Where a file is dropped or chosen. */
export function FileDrop({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const texts = useWords().importing
  const format = useFormat()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onFile(dropped)
  }
  return (
    <fieldset
      className={isOver ? 'importing-drop importing-drop-over' : 'importing-drop'}
      aria-labelledby={id}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file ? <FileText size={20} aria-hidden /> : <FileUp size={20} aria-hidden />}
      <span id={id} className="tl-grow">
        {file ? (
          <>
            <span className="tl-strong">{file.name}</span>
            <span className="tl-dim"> · {format.size(file.size)}</span>
          </>
        ) : (
          texts.drop
        )}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.xes,.xml,.gz"
        aria-label={texts.file}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) onFile(chosen)
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{file ? texts.otherFile : texts.browse}</Button>
    </fieldset>
  )
}
