import { type Command, Option } from 'commander'
import { artefactKinds } from '#engine/validation/kinds.ts'
import { exampleFiles } from '../lint/examples.ts'
import { type LintOptions, lintFormats } from '../lint/options.ts'
import { severities } from '../lint/result.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Ended } from './ended.ts'

export function addLint(program: Command, around: Surroundings, ended: Ended): void {
  program
    .command('lint')
    .helpGroup('Files:')
    .argument('<file...>', 'files and folders, or - for standard input')
    .description('tell what is wrong in policies, profiles, rules and manifests')
    .addOption(new Option('--format <name>', 'what the report looks like').choices(lintFormats).default('text'))
    .addOption(
      new Option('--severity <least>', 'the least severe finding that is told').choices(severities).default('info'),
    )
    .addOption(
      new Option('--kind <kind>', 'what kind all the files are, whatever they say').choices(
        artefactKinds.map(({ id }) => id),
      ),
    )
    .option('--stdin-path <path>', 'what standard input is called, and where it would lie')
    .option(
      '--after <file>',
      'a file that is read before those of its kind, such as the rules that Falco brings; may be repeated',
      (file: string, others: readonly string[]) => [...others, file],
      [],
    )
    .option('--output <file>', 'write the report into a file')
    .addHelpText(
      'after',
      `
What kind a file is, its text tells, else its place: a path that leads through “etc” or “var/lib” is taken as laid out like a host. The kinds:
${artefactKinds.map(({ id, name }) => `  ${id.padEnd(22)} ${name}`).join('\n')}

Exit codes: 0 nothing is found, 1 something is, 2 a file cannot be read, there is nothing to read, or the call is wrong.
Errors, warnings and notes all count; with “--severity error” only errors do, with “--severity warning” warnings too.

Examples:
  breakwater lint deploy --severity warning
  breakwater lint own-rules.yaml --after /etc/falco/falco_rules.yaml
  kubectl get pod web -o yaml | breakwater lint - --stdin-path web.yaml
  breakwater lint deploy --format sarif --output breakwater.sarif
A file of each kind:
${artefactKinds.map(({ id }) => `  breakwater lint ${exampleFiles[id]}`).join('\n')}`,
    )
    .action(async (names: string[], options: LintOptions) => {
      const { lint } = await import('../lint.ts')
      ended(await lint(names, options, around))
    })
}
