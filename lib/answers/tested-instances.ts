import { notOneOf, oneOf, type Problem, shown } from '../core/problems';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';

/** Number of instances of each service during a load test. */
export interface TestedInstances {
  /** Number of instances by component id. */
  readonly counts: Readonly<Record<string, number>>;
  /** Services that scale, whose number was not given: they count with the minimum of the tier. */
  readonly assumed: readonly string[];
}

/** Problems of a tier that was measured: a system whose requests no operation counts, an unknown tier, and its numbers of instances. */
export function measuredTierProblems(
  { id, tiers, operations }: System,
  tier: string | undefined,
  instances: Readonly<Record<string, number>> = {},
): Problem[] {
  const measured = tiers.find((one) => one.id === tier);
  const ids = tiers.map((one) => one.id);
  const countsRequests = Object.values(operations).some(({ counts }) => counts === 'http-requests');
  return [
    ...(countsRequests
      ? []
      : [
          {
            path: 'system',
            reason: `no operation of ${id} counts HTTP requests`,
            expected: countedText(operations),
          },
        ]),
    ...(measured === undefined && tier !== undefined ? [notOneOf('tier', tier, ids)] : []),
    ...(measured === undefined ? [] : instanceProblems(measured, instances)),
  ];
}

/** The field to set, of an operation that may be the requests. */
function countedText(operations: System['operations']): string {
  const events = Object.entries(operations).flatMap(([id, { kind }]) => (kind === 'event' ? [id] : []));
  const where = events.length === 0 ? 'an operation of the kind event' : oneOf(events.map((id) => `operations.${id}`));
  return `\`counts: http-requests\` on ${where}`;
}

/** Problems of given numbers of instances: unknown services, and numbers that the tier does not have. */
function instanceProblems({ components }: Tier, given: Readonly<Record<string, number>>): Problem[] {
  const ranges = new Map(servicesOf(components));
  return Object.entries(given).flatMap(([service, count]) => {
    const range = ranges.get(service);
    if (range === undefined) return [notOneOf('instances', service, [...ranges.keys()])];
    if (Number.isInteger(count) && count >= range.min && count <= range.max) return [];
    const numbers = range.min === range.max ? `${range.min}` : `${range.min} to ${range.max}`;
    return [{ path: 'instances', received: shown(`${service}=${count}`), expected: `${numbers} of ${service}` }];
  });
}

/** The given numbers of instances, and the minimum of the tier for other services. */
export function testedInstances({ components }: Tier, given: Readonly<Record<string, number>>): TestedInstances {
  const services = servicesOf(components);
  return {
    counts: Object.fromEntries(services.map(([service, { min }]) => [service, given[service] ?? min])),
    assumed: services.flatMap(([service, { min, max }]) => (min === max || service in given ? [] : [service])),
  };
}

function servicesOf(components: Tier['components']): [string, { readonly min: number; readonly max: number }][] {
  return Object.entries(components).flatMap(([service, component]) =>
    component.kind === 'service' ? [[service, component.instances]] : [],
  );
}
