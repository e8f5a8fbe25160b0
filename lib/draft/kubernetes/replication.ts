import type { Part } from '../part';
import type { FoundPart } from './found-part';
import { operatorResourceOf } from './operator-parts';

/**
 * Databases of several servers, with the role of the servers after the first. An operator makes each of them both standby and read
 * replica: without a part that connects to a read endpoint they are standbys. `parts` are the linked parts of `found`.
 */
export function withReplication(parts: readonly Part[], found: readonly FoundPart[]): readonly Part[] {
  const hosts = found.flatMap((each) => each.hosts);
  const isIncomplete = parts.some(({ hasSettingsFile }) => hasSettingsFile);
  return parts.map((part, index): Part => {
    const each = found[index];
    const servers = part.instances.min;
    if (part.role.kind !== 'database' || each === undefined || servers < 2) return part;
    const operator = each.object === undefined ? undefined : operatorResourceOf(each.object);
    const isRead = operator === undefined || isIncomplete || hosts.some((host) => each.isReadHost(host));
    // Of servers that elect their primary, the third is there for the majority.
    const standbys = isRead ? 0 : Math.min(servers - 1, operator.elects === true ? 2 : 1);
    return { ...part, assumedStandbys: standbys };
  });
}
