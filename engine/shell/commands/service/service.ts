import { unitName, unitOn } from '../../../cluster/services/units.ts'
import { type Command, failed, said } from '../command.ts'
import { systemctl } from '../systemctl/systemctl.ts'

const acts = ['start', 'stop', 'restart', 'reload', 'force-reload', 'status']

/** `service`: the older way to say what `systemctl` does. */
export const service: Command = (args, context) => {
  const [name, act] = args
  if (name === '--status-all')
    return failed('service: --status-all is not acted out in this world. Use systemctl list-units.\n')
  if (name === undefined || name.startsWith('-'))
    return said(
      'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n',
      name === '--help' ? 0 : 1,
    )
  if (act === undefined || !acts.includes(act)) return failed(`Usage: service ${name} {${acts.join('|')}}\n`, 2)
  const unit = unitOn(context.host, name)
  if (!unit && act === 'status') return failed(`Unit ${unitName(name)} could not be found.\n`, 4)
  if (!unit) return failed(`${name}: unrecognized service\n`)
  return systemctl([act === 'force-reload' ? 'reload' : act, name], context)
}
