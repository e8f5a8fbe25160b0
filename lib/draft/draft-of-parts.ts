import type { ComponentInput, TierInput } from '../model/inputs';
import { ASSUMED_GPU, componentOf } from './component-of-part';
import type { Draft, DraftComment } from './draft';
import type { DraftNote, PartSize } from './draft-note';
import { type Entry, entryOf, isPublicByUdpAlone, ownEntriesOf } from './entry';
import { exampleDemands } from './example-demands';
import { NODES, nodePools } from './node-pools';
import type { Part } from './part';
import { partIds } from './part-ids';
import { withPoolers } from './with-poolers';

/** Id of the load balancer. No part of the source stands for it, nor for the node pools. */
const ENTRY = 'entry';

/** Characters of the id of a part in the id of its own load balancer: an id has at most 40. */
const LONGEST_OWN_ENTRY = 32;

/** The tier of a definition that describes an existing system. */
const TIER = 'current';

/** Path of the components of the tier. */
const COMPONENTS = ['tiers', 0, 'components'] as const;

/** The first definition of an existing system: one tier with its components, and notes about everything that the source does not state. */
export function draftOfParts(id: string, source: readonly Part[]): Draft {
  const parts = withPoolers(source);
  const placed = parts.filter(({ role }) => role.kind !== 'omitted' && role.kind !== 'proxy');
  const entry = entryOf(parts, placed);
  const ownEntries = ownEntriesOf(entry);
  const ids = partIds(placed, [NODES, ENTRY]);
  const entries = [...(entry === undefined ? [] : [entry]), ...ownEntries];
  const entryIds = new Map(ownEntries.map((each) => [each, ownEntryId(each, ids)]));
  const drafted = placed.map((part) => ({
    part,
    id: ids.get(part.name) ?? part.name,
    ...componentOf(part, { parts: placed, ids, entries }),
  }));
  // A vector store has no managed form, so it runs on a node like a service.
  const run = drafted.filter(({ component }) => component.kind === 'service' || component.kind === 'vector-store');
  const components: Record<string, ComponentInput> = {
    ...Object.fromEntries(drafted.map((each) => [each.id, each.component])),
    ...nodePools(run, [...ids.values(), ENTRY, ...entryIds.values()]),
    ...entryComponent(ENTRY, entry, ids),
    ...Object.assign({}, ...ownEntries.map((each) => entryComponent(entryIds.get(each) ?? ENTRY, each, ids))),
  };
  return {
    system: {
      id,
      ...(isAllOnFargate(placed) && { compute: 'fargate' as const }),
      operations: {},
      tiers: [{ id: TIER, workload: { concurrentUsers: 100 }, ...gpuOf(Object.values(components)), components }],
    },
    comments: [
      {
        path: ['operations'],
        note: { kind: 'operations-to-fill', demands: exampleDemands(drafted.map((each) => ({ id: each.id, kind: each.component.kind }))) },
      },
      { path: ['tiers', 0, 'workload'], note: { kind: 'users-to-fill' } },
      ...(placed.some(({ isVcpuRequested }) => isVcpuRequested)
        ? [{ path: COMPONENTS, note: { kind: 'requests-as-vcpu' } } satisfies DraftComment]
        : []),
      ...fargateNotes(placed, ids).map((note): DraftComment => ({ path: COMPONENTS, note })),
      ...drafted.flatMap((each) => each.notes.map((note): DraftComment => ({ path: [...COMPONENTS, each.id], note }))),
      ...entryNotes(entry, placed, ids).map(
        (note): DraftComment => ({ path: entry === undefined ? ['tiers'] : [...COMPONENTS, ENTRY], note }),
      ),
    ],
    omitted: parts.flatMap((part): DraftNote[] => {
      const { name, role } = part;
      const reason = role.kind === 'proxy' ? 'proxy' : role.kind === 'omitted' ? role.reason : undefined;
      return reason === undefined ? [] : [{ kind: 'omitted', name, reason, ...statedSize(part) }];
    }),
  };
}

/** The GPU model of the services with GPUs. */
function gpuOf(components: readonly ComponentInput[]): Pick<TierInput, 'gpu'> {
  const hasGpus = components.some((component) => component.kind === 'service' && (component.gpus ?? 0) > 0);
  return hasGpus ? { gpu: { default: ASSUMED_GPU } } : {};
}

function isAllOnFargate(placed: readonly Part[]): boolean {
  const services = placed.filter(({ role, gpus }) => role.kind === 'service' && gpus === 0);
  return services.length > 0 && services.every(({ isOnFargate }) => isOnFargate === true);
}

/** A tier has one compute for all services, which the definition states where the source agrees. */
function fargateNotes(placed: readonly Part[], ids: ReadonlyMap<string, string>): DraftNote[] {
  if (isAllOnFargate(placed)) return [];
  const components = placed.filter(({ isOnFargate }) => isOnFargate).map(({ name }) => ids.get(name) ?? name);
  return components.length === 0 ? [] : [{ kind: 'fargate', components }];
}

/** The size of a part that the definition does not contain; empty when the source states none. */
function statedSize({ vcpu, memoryGib, storageGib, instances }: Part): { readonly size?: PartSize } {
  if (vcpu === undefined && memoryGib === undefined && storageGib === undefined) return {};
  const sizes = {
    ...(vcpu !== undefined && { vcpu }),
    ...(memoryGib !== undefined && { memoryGib }),
    ...(storageGib !== undefined && { storageGib }),
  };
  return { size: { ...((vcpu ?? memoryGib) !== undefined && { instances }), ...sizes } };
}

/** Id of the load balancer that a part has for itself. */
function ownEntryId({ target }: Entry, ids: ReadonlyMap<string, string>): string {
  const base = `${(ids.get(target.name) ?? target.name).slice(0, LONGEST_OWN_ENTRY)}-${ENTRY}`;
  const taken = new Set(ids.values());
  return taken.has(base) ? `${base}-2` : base;
}

function entryComponent(
  entryId: string,
  entry: Entry | undefined,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, ComponentInput>> {
  const target = entry === undefined ? undefined : ids.get(entry.target.name);
  return entry === undefined || target === undefined ? {} : { [entryId]: { kind: 'load-balancer', type: entry.type, target } };
}

function entryNotes(entry: Entry | undefined, placed: readonly Part[], ids: ReadonlyMap<string, string>): DraftNote[] {
  const idOfPart = ({ name }: Part) => ids.get(name) ?? name;
  if (entry === undefined) {
    const open = placed.filter(isPublicByUdpAlone);
    if (open.length === 0) return [{ kind: 'entry-missing' }];
    return open.map((part) => ({ kind: 'entry-without-tcp', component: idOfPart(part) }));
  }
  const own = new Set(ownEntriesOf(entry).map(({ target }) => target));
  const others = entry.others.filter((part) => !own.has(part));
  const { target } = entry;
  const component = idOfPart(target);
  const forHost = target.isHostProxyAssumed ? target.ports.filter(({ isForHost }) => isForHost).map(({ port }) => port) : [];
  return [
    ...(forHost.length === 0 ? [] : [{ kind: 'host-proxy-assumed', component, ports: forHost } satisfies DraftNote]),
    ...(others.length === 0 ? [] : [{ kind: 'other-entries', component, others: others.map(idOfPart) } satisfies DraftNote]),
  ];
}
