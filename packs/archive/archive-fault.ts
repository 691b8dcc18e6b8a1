/** Why an archive is not taken, as a finding's parts. Thrown inside this folder only; `readArchive` makes it a finding. */
export class ArchiveFault extends Error {
  readonly code: string
  /** The name in the archive; empty when it is about the whole. */
  readonly file: string

  constructor(code: string, file: string, message: string) {
    super(message)
    this.code = code
    this.file = file
  }
}

/** The text of bytes that name something. */
export function nameText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ArchiveFault('name', '', 'A name in the archive is no UTF-8 text. Pack it again with names in UTF-8.')
  }
}
