import type { FalcoEvent } from '#engine/validation/falco/event.ts'

/** An event in words, with who does it where the title does not say: `/etc/shadow is opened for reading on the host, by cat /etc/shadow`. */
export function eventWords({ title, type, fields }: FalcoEvent): string {
  const by = fields.get('proc.cmdline')
  return typeof by === 'string' && by !== '' && !type.startsWith('exec') ? `${title}, by ${by}` : title
}
