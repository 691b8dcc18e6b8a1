import { Command, Help, Option } from 'commander'
import { artefactKinds } from '#engine/validation/kinds.ts'
import type { EvalOptions } from './eval.ts'
import { lacksForLabs } from './lacks-for-labs.ts'
import { type LintOptions, lintFormats } from './lint/options.ts'
import { severities } from './lint/result.ts'
import { templates } from './new/templates.ts'
import { type ReportOptions, reporters } from './output.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

/**
 * The command line.
 *
 * @param words what follows the program's name
 * @returns the exit code
 */
export async function breakwater(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = new Command('breakwater')
    .description(
      'Practice for the Certified Kubernetes Security Specialist exam, in a terminal. Breakwater reads policies, profiles, rules and manifests as the components do that they are for. It opens labs, and proves those that you write.',
    )
    .version(around.version, '-V, --version', 'display the version')
    .helpCommand(false)
    .configureHelp(allCommands())
    .showHelpAfterError('(add --help for what is possible)')
    .configureOutput({
      writeOut: text => void around.stdout.write(text),
      writeErr: text => void around.stderr.write(text),
      getOutHelpWidth: () => around.stdout.columns ?? 100,
      getErrHelpWidth: () => around.stderr.columns ?? 100,
    })
    .exitOverride()
  program.addHelpText(
    'after',
    `
“breakwater <command> --help” tells more of a command, with examples.

Examples:
  breakwater lint policy.yaml               what is wrong in an audit policy
  breakwater lint deploy --format sarif     in a folder, for a code host
  breakwater lab run cks/audit-the-secrets  a lab in this terminal`,
  )

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
${artefactKinds.map(({ id, name }) => `  ${id.padEnd(20)} ${name}`).join('\n')}

Exit codes: 0 nothing is found, 1 something is, 2 a file cannot be read, there is nothing to read, or the call is wrong.

Examples:
  breakwater lint /etc/kubernetes/audit/policy.yaml
  breakwater lint deploy --severity warning
  breakwater lint own-rules.yaml --after /etc/falco/falco_rules.yaml
  kubectl get pod web -o yaml | breakwater lint - --stdin-path web.yaml
  breakwater lint deploy --format sarif --output breakwater.sarif`,
    )
    .action(async (names: string[], options: LintOptions) => {
      const { lint } = await import('./lint.ts')
      code = await lint(names, options, around)
    })

  const lab = program
    .command('lab')
    .description('open, write and prove labs')
    .helpCommand(false)
    .commandsGroup('Labs:')
    .hook('preAction', () => {
      const lacks = lacksForLabs(around)
      if (lacks !== undefined) throw new Error(lacks)
    })

  lab
    .command('check')
    .argument('[folder...]', 'folders of labs or of packs; without one, every pack in labs/')
    .description('prove labs: that right attempts earn everything, and wrong ones fail exactly what their names say')
    .addOption(reporter())
    .option('--output <file>', 'write the report into a file')
    .addHelpText(
      'after',
      `
Exit codes: 0 all labs hold, 1 at least one does not, 2 a folder cannot be read or the call is wrong.

Examples:
  breakwater lab check
  breakwater lab check labs/cks/audit-the-secrets labs/cks/write-a-seccomp-profile
  breakwater lab check labs/cks --reporter junit --output report.xml`,
    )
    .action(async (folders: string[], options: ReportOptions) => {
      const { labCheck } = await import('./lab-check.ts')
      code = await labCheck(folders, options, around)
    })

  lab
    .command('new')
    .argument('<folder>', 'the folder of the new lab: the folder of its pack, and a name of its own')
    .description('write a small lab that holds, to begin from')
    .addOption(new Option('--kind <kind>', 'what it is about').choices(templates).default('audit'))
    .option('--title <title>', 'its title')
    .addHelpText(
      'after',
      `
Exit codes: 0 it is written, 2 it is not. Nothing is ever overwritten.

Examples:
  breakwater lab new labs/mine/log-the-nodes
  breakwater lab new labs/mine/no-mounts --kind seccomp --title "Nobody mounts"`,
    )
    .action(async (folder: string, options: { readonly kind: string; readonly title?: string }) => {
      const { labNew } = await import('./lab-new.ts')
      code = await labNew(folder, options, around)
    })

  lab
    .command('run')
    .argument('<lab>', 'pack/slug of a lab that comes with Breakwater, or the folder of one')
    .description('open a lab in this terminal')
    .addOption(variant())
    .addHelpText(
      'after',
      `
Lines go to the simulated shell. A line that begins with a colon is for Breakwater: :check, :hint, :task, :reset, :quit.
Nothing is kept when you leave, and nothing that you type runs on this machine.

Examples:
  breakwater lab run cks/audit-the-secrets
  breakwater lab run labs/mine/log-the-nodes --variant 2`,
    )
    .action(async (name: string, options: { readonly variant: string }) => {
      const { labRun } = await import('./lab-run.ts')
      code = await labRun(name, options, around)
    })

  lab
    .command('grade')
    .argument('<lab>', 'pack/slug of a lab that comes with Breakwater, or the folder of one')
    .argument('<script>', 'a file with the commands to type, or - for standard input')
    .description('type a script into a lab and grade what it leads to')
    .addOption(variant())
    .addOption(reporter())
    .option('--output <file>', 'write the report into a file')
    .addHelpText(
      'after',
      `
The script begins as candidate on base, so it says “ssh controlplane” and “sudo -i” where a candidate would.
Exit codes: 0 the lab is solved, 1 it is not, 2 the script could not be run.

Examples:
  breakwater lab grade cks/audit-the-secrets attempt.sh
  breakwater lab grade labs/mine/log-the-nodes labs/mine/log-the-nodes/pass/solution.sh --variant 2
  breakwater lab grade cks/audit-the-secrets - --reporter json < attempt.sh`,
    )
    .action(async (name: string, script: string, options: ReportOptions & { readonly variant: string }) => {
      const { labGrade } = await import('./lab-grade.ts')
      code = await labGrade(name, script, options, around)
    })

  lab
    .command('schema')
    .argument('<pack>', 'the folder of a pack')
    .description('write the schemas that editors read into a pack')
    .addHelpText(
      'after',
      `
With them editors complete and explain lab.yaml and pack.yaml. They go into the folder .schema, which is no part of the pack, and replace those of an older Breakwater.
The first line of a file names its schema: “# yaml-language-server: $schema=../.schema/lab.schema.json”.
Exit codes: 0 they are written, 2 they are not.

Examples:
  breakwater lab schema labs/mine`,
    )
    .action(async (folder: string) => {
      const { labSchema } = await import('./lab-schema.ts')
      code = await labSchema(folder, around)
    })

  lab
    .command('pack')
    .argument('<folder>', 'the folder of a pack')
    .description('write a pack as one archive, for Studio to install')
    .option('-o, --output <file>', 'the archive, a .tgz or a .zip; by default <pack>-<version>.tgz here')
    .addHelpText(
      'after',
      `
The same files always give the same archive. A pack with a fault is not packed; “breakwater lab check” also proves its labs.
Exit codes: 0 it is written, 1 the pack has faults, 2 it cannot be read or written.

Examples:
  breakwater lab pack labs/mine
  breakwater lab pack labs/mine -o mine.zip`,
    )
    .action(async (folder: string, options: { readonly output?: string }) => {
      const { labPack } = await import('./lab-pack.ts')
      code = await labPack(folder, options, around)
    })

  program
    .command('eval')
    .helpGroup('Files:')
    .argument('[kind]', 'the kind of the questions: a file of recorded verdicts, without its ending')
    .description('answer questions, one JSON object a line, with one verdict a line')
    .option('--list', 'tell which kinds there are')
    .option('--beside <folder>', 'where the files lie that questions of some kinds are asked about')
    .addHelpText(
      'after',
      `
Questions and verdicts have the shape of the verdicts that were recorded from the real components. Every line gets one:
where something cannot be decided yet it says “undecided”, and a line that is no question gets an “error”.
Exit codes: 0 every line was a question, 1 at least one was not, 2 nothing could be asked.

Examples:
  breakwater eval --list
  breakwater eval kubernetes/audit-eval < questions.jsonl > verdicts.jsonl
  echo '{"text": "yes: 0x10"}' | breakwater eval yaml-json
  breakwater eval falco/conditions --beside recordings/falco < conditions.jsonl`,
    )
    .action(async (kind: string | undefined, options: EvalOptions) => {
      const { evalLines } = await import('./eval.ts')
      code = await evalLines(kind, options, around)
    })

  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (fault) {
    // Commander has said what is wrong with the call; asking for help is nothing wrong.
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('commander.'))
      return 'exitCode' in fault && fault.exitCode === 0 ? 0 : 2
    return refuse(around, fault instanceof Error ? fault.message : String(fault))
  }
}

/** The list of the program itself holds the commands inside others, so that one page tells them all. */
function allCommands(): Partial<Help> {
  const own = new Help()
  let flat = false
  return {
    visibleCommands(command) {
      flat = command.parent === null
      const all = own.visibleCommands(command)
      return flat ? all.flatMap(it => (it.commands.length > 0 ? own.visibleCommands(it) : it)) : all
    },
    subcommandTerm(command) {
      const above = command.parent?.parent && flat ? `${command.parent.name()} ` : ''
      return above + own.subcommandTerm(command)
    },
  }
}

function reporter(): Option {
  return new Option('--reporter <name>', 'what the report looks like').choices(reporters).default('text')
}

function variant(): Option {
  return new Option('--variant <n>', 'which variant, counted from 1').default('1')
}
