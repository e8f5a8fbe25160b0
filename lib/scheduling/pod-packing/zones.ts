import { demands } from './choices';
import type { GroupIndex } from './group-index';
import type { Neighbors, PodGroup } from './pod-group';
import { allowedZones } from './requirements';

/** A group with how many pods it has. */
export interface CountedGroup {
  /** The group. */
  readonly group: PodGroup;
  /** Number of its pods. */
  readonly count: number;
}

/** Zone of each pod of a group that a rule ties to one, as an index. Pods that find none are missing at the end. */
export type ZonePlan = ReadonlyMap<PodGroup, readonly number[]>;

/** Zones that a pod may be in, as indexes. */
export function zonesOf({ nodeTerms }: PodGroup, zones: readonly string[]): readonly number[] {
  return zones.flatMap((zone, index) => (demands(nodeTerms).some((term) => allowedZones(term, [zone]).length > 0) ? [index] : []));
}

/**
 * Ties pods to zones where a rule is about zones: each goes where the rule has the fewest of them, the first of equals.
 * Pods of a group that only its own rules are about go round the zones one by one, so that another pod moves none.
 */
export function planZones(groups: readonly CountedGroup[], zones: readonly string[], index: GroupIndex): ZonePlan {
  const rulesAbout = zoneRules(groups, zones.length, index);
  const plan = new Map<PodGroup, readonly number[]>();
  for (const { group, count } of groups) {
    const rules = rulesAbout.get(group);
    if (rules === undefined) continue;
    const own = zonesOf(group, zones);
    const found: number[] = [];
    for (let pod = 0; pod < count; pod++) {
      const zone = bestZone(group, own, rules);
      if (zone === undefined) break;
      for (const rule of rules) tally(rule, group, zone);
      found.push(zone);
    }
    plan.set(group, found);
  }
  return plan;
}

interface ZoneRule {
  readonly kind: 'spread' | 'apart' | 'beside';
  /** What a spread that must hold allows; without end for all others. */
  readonly maxSkew: number;
  readonly owner: PodGroup;
  readonly about: ReadonlySet<PodGroup>;
  /** Pods of the owner, and pods that it is about, by zone. */
  readonly owners: number[];
  readonly members: number[];
}

/** The rules about zones, by each group that has them or that they are about. */
function zoneRules(groups: readonly CountedGroup[], zones: number, index: GroupIndex): ReadonlyMap<PodGroup, readonly ZoneRule[]> {
  const rules = new Map<PodGroup, ZoneRule[]>();
  for (const { group: owner } of groups) {
    const add = (kind: ZoneRule['kind'], neighbors: Neighbors, maxSkew = Number.POSITIVE_INFINITY) => {
      const about = new Set(index.about(neighbors));
      const rule: ZoneRule = { kind, maxSkew, owner, about, owners: emptyCounts(zones), members: emptyCounts(zones) };
      for (const group of new Set([owner, ...about])) rules.set(group, [...(rules.get(group) ?? []), rule]);
    };
    for (const spread of owner.spreads) if (spread.place === 'zone') add('spread', spread, spread.isRequired ? spread.maxSkew : undefined);
    for (const rule of owner.apartFrom) if (rule.place === 'zone') add('apart', rule);
    for (const rule of owner.besides) if (rule.place === 'zone') add('beside', rule);
  }
  return rules;
}

function emptyCounts(zones: number): number[] {
  return Array.from({ length: zones }, () => 0);
}

function bestZone(group: PodGroup, candidates: readonly number[], rules: readonly ZoneRule[]): number | undefined {
  let best: { readonly zone: number; readonly load: number } | undefined;
  for (const zone of candidates) {
    if (!rules.every((rule) => allows(rule, group, zone, candidates))) continue;
    const load = rules.reduce((sum, { kind, members }) => sum + (kind === 'spread' ? (members[zone] ?? 0) : 0), 0);
    if (best === undefined || load < best.load) best = { zone, load };
  }
  return best?.zone;
}

function allows(
  { kind, maxSkew, owner, about, owners, members }: ZoneRule,
  group: PodGroup,
  zone: number,
  candidates: readonly number[],
): boolean {
  if (kind === 'apart') {
    const meets = owner === group && (members[zone] ?? 0) > 0;
    return !meets && !(about.has(group) && (owners[zone] ?? 0) > 0);
  }
  if (owner !== group) return true;
  if (kind === 'spread') {
    const fewest = Math.min(...candidates.map((candidate) => members[candidate] ?? 0));
    return !about.has(group) || (members[zone] ?? 0) + 1 - fewest <= maxSkew;
  }
  // The first of those that want to be together may be anywhere.
  return (members[zone] ?? 0) > 0 || members.every((count) => count === 0);
}

function tally({ owner, about, owners, members }: ZoneRule, group: PodGroup, zone: number): void {
  if (owner === group) owners[zone] = (owners[zone] ?? 0) + 1;
  if (about.has(group)) members[zone] = (members[zone] ?? 0) + 1;
}
