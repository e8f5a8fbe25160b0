import type { ComponentInput } from '../model/inputs';
import { componentOf } from './component-of-part';
import type { Draft, DraftComment } from './draft';
import type { DraftNote } from './draft-note';
import { type Entry, entryOf } from './entry';
import type { Part } from './part';
import { partIds } from './part-ids';

/** Ids of the components that no part of the source stands for. */
const NODES = 'nodes';
const ENTRY = 'entry';

/** The tier of a definition that describes an existing system. */
const TIER = 'current';

/** Path of the components of the tier. */
const COMPONENTS = ['tiers', 0, 'components'] as const;

/** The first definition of an existing system: one tier with its components, and notes about everything that the source does not state. */
export function draftOfParts(id: string, parts: readonly Part[]): Draft {
  const placed = parts.filter(({ role }) => role.kind !== 'omitted' && role.kind !== 'proxy');
  const ids = partIds(placed, [NODES, ENTRY]);
  const entry = entryOf(parts, placed);
  const drafted = placed.map((part) => ({ id: ids.get(part.name) ?? part.name, ...componentOf(part, { parts: placed, ids, entry }) }));
  const services = drafted.filter(({ component }) => component.kind === 'service').map((each) => each.id);
  // A vector store has no managed form, so it runs on a node like a service.
  const run = drafted.filter(({ component }) => component.kind === 'service' || component.kind === 'vector-store').map((each) => each.id);
  const components: Record<string, ComponentInput> = {
    ...Object.fromEntries(drafted.map((each) => [each.id, each.component])),
    ...(run.length > 0 && { [NODES]: { kind: 'node-pool', runs: run } }),
    ...entryComponent(entry, ids),
  };
  return {
    system: {
      id,
      operations: {},
      tiers: [{ id: TIER, workload: { concurrentUsers: 100 }, components }],
    },
    comments: [
      { path: ['operations'], note: { kind: 'operations-to-fill', component: services[0] ?? 'api' } },
      { path: ['tiers', 0, 'workload'], note: { kind: 'users-to-fill' } },
      ...drafted.flatMap((each) => each.notes.map((note): DraftComment => ({ path: [...COMPONENTS, each.id], note }))),
      ...entryNotes(entry, ids).map((note): DraftComment => ({ path: entry === undefined ? ['tiers'] : [...COMPONENTS, ENTRY], note })),
    ],
    omitted: parts.flatMap(({ name, role }): DraftNote[] => {
      if (role.kind === 'proxy') return [{ kind: 'omitted', name, reason: 'proxy' }];
      return role.kind === 'omitted' ? [{ kind: 'omitted', name, reason: role.reason }] : [];
    }),
  };
}

function entryComponent(entry: Entry | undefined, ids: ReadonlyMap<string, string>): Readonly<Record<string, ComponentInput>> {
  const target = entry === undefined ? undefined : ids.get(entry.target.name);
  return entry === undefined || target === undefined ? {} : { [ENTRY]: { kind: 'load-balancer', type: entry.type, target } };
}

function entryNotes(entry: Entry | undefined, ids: ReadonlyMap<string, string>): DraftNote[] {
  if (entry === undefined) return [{ kind: 'entry-missing' }];
  if (entry.others.length === 0) return [];
  const idOfPart = ({ name }: Part) => ids.get(name) ?? name;
  return [{ kind: 'other-entries', component: idOfPart(entry.target), others: entry.others.map(idOfPart) }];
}
