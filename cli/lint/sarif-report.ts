import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding, Severity } from '#engine/yaml/finding.ts'
import { placesIn } from '#engine/yaml/place.ts'
import type { LintedFile, LintResult } from './result.ts'
import type { RulePages } from './rule-pages.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF 2.1.0, as code hosts take it. Addresses are relative to the working folder, `%SRCROOT%`, for what lies in it. */
export function sarifReport({ files, unread }: LintResult, pages: RulePages, version: string): string {
  const codes = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort()
  const worst = (code: string) => files.flatMap(it => it.findings).find(it => it.code === code)?.severity ?? 'warning'
  const run = {
    tool: {
      driver: { name: 'Breakwater', version, rules: codes.map(code => rule(code, worst(code), pages)) },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: unread.every(({ reason }) => reason === 'unknown-kind' || reason === 'not-text'),
        toolExecutionNotifications: unread.map(({ name, message, reason }) => ({
          level: reason === 'unknown-kind' || reason === 'not-text' ? 'note' : 'error',
          message: said(message),
          locations: [{ physicalLocation: { artifactLocation: location(name) } }],
        })),
      },
    ],
    results: files.flatMap(file => file.findings.map(finding => result(file, finding, codes))),
  }
  const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return `${JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function rule(code: string, severity: Severity, pages: RulePages) {
  const page = pages.get(code)
  const level = levels[page?.severity ?? severity]
  if (!page) return { id: code, defaultConfiguration: { level } }
  const [first = ''] = page.body.split(/\n\s*\n/)
  return {
    id: code,
    shortDescription: { text: page.title },
    fullDescription: { text: first.replaceAll('\n', ' ') },
    help: { text: page.body, markdown: page.body },
    ...(page.source && { helpUri: page.source.url }),
    defaultConfiguration: { level },
    properties: { tags: ['security', page.kind] },
  }
}

function result({ name, text }: LintedFile, { code, severity, message, range }: Finding, codes: readonly string[]) {
  const region = () => {
    if (!range) return {}
    const place = placesIn(text)
    const [start, end] = [place(range.start), place(range.end)]
    return {
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    }
  }
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: said(message),
    locations: [{ physicalLocation: { artifactLocation: location(name), ...region() } }],
  }
}

/** In a message of SARIF, braces hold places for arguments; those that are meant are doubled. */
function said(message: string) {
  return { text: message.replace(/[{}]/g, '$&$&') }
}

function location(name: string) {
  const path = relative('', resolve(name)).replaceAll('\\', '/')
  if (path.startsWith('../') || resolve(path) !== resolve(name)) return { uri: pathToFileURL(resolve(name)).href }
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}
