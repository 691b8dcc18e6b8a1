import { firstLines } from '../../../cluster/services/falco-service.ts'
import { servicesOf } from '../../../cluster/services/journal.ts'
import type { JournalLine } from '../../../cluster/services/state.ts'
import type { Host, World } from '../../../cluster/world.ts'

/** All that a host's journal holds, oldest first. */
export function journalOf(world: World, host: Host): readonly JournalLine[] {
  return [...firstLines(world, host), ...servicesOf(world, host).journal]
}
