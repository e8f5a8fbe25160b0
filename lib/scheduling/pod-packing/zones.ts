import { demands } from './choices';
import type { GroupIndex } from './group-index';
import type { Neighbors, PodGroup } from './pod-group';
import { allowedZones } from './requirements';

/** A group with its number of pods. */
export interface CountedGroup {
  /** The group. */
  readonly group: PodGroup;
  /** Number of its pods. */
  readonly count: number;
}

/** Zone index of each pod, for groups that a rule assigns to zones. Pods without an allowed zone are missing at the end. */
export type ZonePlan = ReadonlyMap<PodGroup, readonly number[]>;

/** Indexes of the zones that a pod may be in. */
export function zonesOf({ nodeTerms }: PodGroup, zones: readonly string[]): readonly number[] {
  return zones.flatMap((zone, index) => (demands(nodeTerms).some((term) => allowedZones(term, [zone]).length > 0) ? [index] : []));
}

/**
 * Assigns pods to zones where a rule concerns zones: each goes to the zone with the fewest pods of the rule, the first of
 * equal ones. Pods of a group that only its own rules concern go to the zones in turn, so that one more pod moves no other.
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
  readonly kind: 'spread' | 'apart' | 'together';
  /** Maximum skew of a required spread; infinite for other rules. */
  readonly maxSkew: number;
  readonly owner: PodGroup;
  readonly about: ReadonlySet<PodGroup>;
  /** Number of pods of the owner, and of pods that the rule selects, by zone. */
  readonly owners: number[];
  readonly members: number[];
}

/** The rules that concern zones, by each group that has them or that they select. */
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
    for (const rule of owner.togetherWith) if (rule.place === 'zone') add('together', rule);
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
  // The first of the pods that must share a zone may be in any zone.
  return (members[zone] ?? 0) > 0 || members.every((count) => count === 0);
}

function tally({ owner, about, owners, members }: ZoneRule, group: PodGroup, zone: number): void {
  if (owner === group) owners[zone] = (owners[zone] ?? 0) + 1;
  if (about.has(group)) members[zone] = (members[zone] ?? 0) + 1;
}
