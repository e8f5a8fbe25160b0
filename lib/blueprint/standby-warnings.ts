import type { Region } from '../model/options';
import type { Blueprint } from './blueprint';
import type { Recovery } from './recovery';
import type { TradeOff } from './trade-offs';
import type { BlueprintWarning } from './warnings';

/** Warnings about the standby regions: their state, and the steps before they can take over. */
export function standbyWarnings({ options, components }: Blueprint, secondaries: readonly Region[]): BlueprintWarning[] {
  const kinds = new Set(Object.values(components).map(({ kind }) => kind));
  return [
    { kind: 'standby-regions', regions: secondaries },
    { kind: 'manual-promotion' },
    { kind: 'images-in-each-region' },
    ...scaleOutWarnings(components),
    ...(kinds.has('cdn') ? [{ kind: 'cdn-of-primary-region' } as const] : []),
    ...(kinds.has('load-balancer') && options.domain === undefined ? [{ kind: 'no-domain' } as const] : []),
  ];
}

/** Both recovery objectives, compared with the times that the templates can achieve. */
export function recoveryWarnings({ rto, rpo }: Recovery): BlueprintWarning[] {
  return [
    { kind: 'recovery', objective: 'RTO', check: rto },
    { kind: 'recovery', objective: 'RPO', check: rpo },
  ];
}

/** Trade-offs of manifests for several regions: each region is a cluster, and no object of a cluster affects another one. */
export function clusterTradeOffs({ published }: Blueprint, secondaries: readonly Region[], replicated: readonly string[]): TradeOff[] {
  const { rtoMinutes, rpoMinutes } = published ?? {};
  const objectives = { ...(rtoMinutes !== undefined && { rtoMinutes }), ...(rpoMinutes !== undefined && { rpoMinutes }) };
  return [
    { kind: 'standby-clusters', regions: secondaries, replicated },
    { kind: 'clusters-without-failover' },
    ...(Object.keys(objectives).length === 0 ? [] : [{ kind: 'objectives-of-document', ...objectives } as const]),
  ];
}

/** The minimum number of instances in a standby region does not handle the load: scaling out adds to the RTO. */
function scaleOutWarnings(components: Blueprint['components']): BlueprintWarning[] {
  const services = Object.values(components).flatMap((component) => {
    if (component.kind !== 'service' || component.instances.expected === component.instances.min) return [];
    const { min, expected } = component.instances;
    return [{ component: component.id, min, expected }];
  });
  return services.length === 0 ? [] : [{ kind: 'standby-scale-out', services }];
}
