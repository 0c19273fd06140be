/** The disk failed us. `name` is fixed and travels to the screen; `cause` keeps what SQLite said. */
export class DiskFault extends Error {
  override readonly name: 'DiskFull' | 'DiskBroken' | 'NewerDatabase' | 'DiskBusy'
  constructor(name: DiskFault['name'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = name
  }
}

/** Turns what SQLite or the file system threw into a fault with a name; anything else comes back as it is. */
export function toFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new DiskFault(
      'DiskFull',
      `the disk that holds ${file} is full; nothing was lost, free some space and try again`,
      error
    )
  if (code.startsWith('SQLITE_BUSY'))
    return new DiskFault('DiskBusy', `${file} is in use by another program`, error)
  if (/^(SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY)|EIO$|EROFS$)/.test(code)) {
    return new DiskFault('DiskBroken', `${file} cannot be read or written (${code})`, error)
  }
  return error
}
