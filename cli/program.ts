import { Command, Help } from 'commander'
import { addEval } from './commands/eval.ts'
import { addLab } from './commands/lab.ts'
import { addLint } from './commands/lint.ts'
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

  const ended = (its: ExitCode) => {
    code = its
  }
  addLint(program, around, ended)
  addEval(program, around, ended)
  addLab(program, around, ended)

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
      if (!flat) return all
      return all
        .flatMap(it => (it.commands.length > 0 ? own.visibleCommands(it) : it))
        .filter(it => it.name() !== 'help')
    },
    subcommandTerm(command) {
      const above = command.parent?.parent && flat ? `${command.parent.name()} ` : ''
      return above + own.subcommandTerm(command)
    },
  }
}
