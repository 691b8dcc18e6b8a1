import type { JsonObject } from './exchange.ts'

/** An object without `managedFields`; of a list its items, of a table the objects in its rows. */
export function withoutManagedFields(object: JsonObject): JsonObject {
  const { metadata, items, rows } = object
  return {
    ...object,
    ...(isObject(metadata) && { metadata: bare(metadata) }),
    ...(Array.isArray(items) && { items: items.map(strip) }),
    ...(object.kind === 'Table' && Array.isArray(rows) && { rows: rows.map(stripRow) }),
  }
}

function bare({ managedFields: _, ...rest }: JsonObject): JsonObject {
  return rest
}

function strip(item: unknown): unknown {
  return isObject(item) && isObject(item.metadata) ? { ...item, metadata: bare(item.metadata) } : item
}

function stripRow(row: unknown): unknown {
  return isObject(row) ? { ...row, ...('object' in row && { object: strip(row.object) }) } : row
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
