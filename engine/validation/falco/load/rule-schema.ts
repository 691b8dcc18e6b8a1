/** What Falco's own description of rule files asks for. Keywords are checked in the order in which they stand here. */
export interface Schema {
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly minProperties?: number
  /** No others may be there. */
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly type?: 'array' | 'boolean' | 'integer' | 'object' | 'string'
}

const text: Schema = { type: 'string' }
const flag: Schema = { type: 'boolean' }
const integer: Schema = { type: 'integer' }
const listOf = (items: Schema): Schema => ({ type: 'array', items })

const overridden: Schema = { type: 'string', enum: ['append', 'replace'] }
const override: Schema = {
  type: 'object',
  minProperties: 1,
  properties: Object.fromEntries(
    [
      ...['capture', 'capture_duration', 'condition', 'desc', 'enabled', 'exceptions', 'items', 'output', 'priority'],
      ...['skip-if-unknown-filter', 'tags', 'warn_evttypes'],
    ].map(key => [key, overridden]),
  ),
}
const exception: Schema = {
  type: 'object',
  properties: { comps: {}, fields: {}, name: text, values: {} },
  required: ['name'],
}
const plugin = (more: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties: { ...more, name: text, version: text },
  required: ['name', 'version'],
})
const priority: Schema = {
  type: 'string',
  enum: [...['EMERGENCY', 'ALERT', 'CRITICAL', 'ERROR', 'WARNING', 'NOTICE', 'INFO', 'INFORMATIONAL', 'DEBUG']],
}

/** Properties in the order of their names, as they are checked. */
const item: Schema = {
  type: 'object',
  properties: {
    append: flag,
    capture: flag,
    capture_duration: integer,
    condition: text,
    desc: text,
    enabled: flag,
    exceptions: listOf(exception),
    items: listOf({ anyOf: [integer, text] }),
    list: text,
    macro: text,
    output: text,
    override,
    priority,
    required_engine_version: text,
    required_plugin_versions: listOf(plugin({ alternatives: listOf(plugin({})) })),
    rule: text,
    'skip-if-unknown-filter': flag,
    source: text,
    tags: listOf(text),
    warn_evttypes: flag,
  },
}

export const ruleSchema: Schema = listOf(item)
