const byEnding: Readonly<Record<string, readonly [id: string, name: string]>> = {
  yaml: ['yaml', 'YAML'],
  yml: ['yaml', 'YAML'],
  json: ['json', 'JSON'],
  toml: ['ini', 'TOML'],
  sh: ['shell', 'Shell'],
  bashrc: ['shell', 'Shell'],
  profile: ['shell', 'Shell'],
}

const plain = ['plaintext', 'Text'] as const

function found(path: string) {
  return byEnding[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? plain
}

/** Monaco's name of a file's language, by the ending of its path. */
export function languageId(path: string): string {
  return found(path)[0]
}

/** The language as a person calls it. */
export function languageName(path: string): string {
  return found(path)[1]
}
