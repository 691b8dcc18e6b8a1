/**
 * The fields of a form as a plain object, for a schema to read. An action takes whatever is sent to it: that it is
 * a form, only our own pages promise. Nothing, where it is none.
 */
export function formFields(sent: unknown): Readonly<Record<string, unknown>> | undefined {
  return sent instanceof FormData ? Object.fromEntries(sent) : undefined
}
