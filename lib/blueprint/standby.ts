import { type Problem, shown } from '../core/problems';
import type { Component } from '../model/component';
import { gainedService, withGainedService } from '../model/gpu-services';
import type { Options, Region } from '../model/options';
import type { Regions } from '../model/regions';
import type { Service } from '../model/service';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { PER_SYSTEM } from '../model/volumes';
import { asSingleServer, expectedAtMinimum } from './reduced';

/** A tier in a standby region: replicated data, services at their minimum, no users and no events. */
export function standbyTier(tier: Tier, { operations }: Pick<System, 'operations'>): Tier {
  const nothing = { low: 0, mid: 0, high: 0 };
  const gained = gainedService(tier);
  const fixed = Object.keys(operations).filter((id) => operations[id]?.usual.per === PER_SYSTEM);
  return {
    ...(gained === undefined ? tier : withGainedService(tier, atMinimum(gained.service))),
    components: Object.fromEntries(
      Object.entries(tier.components).flatMap(([id, component]) => {
        const standing = standingBy(component);
        return standing === undefined ? [] : [[id, standing]];
      }),
    ),
    highAvailability: false,
    workload: {
      concurrentUsers: nothing,
      requestsPerSecond: nothing,
      ...(fixed.length > 0 && { operations: Object.fromEntries(fixed.map((id) => [id, nothing])) }),
    },
  };
}

function standingBy(component: Component): Component | undefined {
  switch (component.kind) {
    case 'service':
      return atMinimum(component);
    case 'database': {
      // RDS Proxy does not support a replica as its target: services connect directly until it is promoted.
      const { poolerLimits: _limits, ...database } = component;
      return { ...asSingleServer(database), pooler: 'none' };
    }
    case 'cdn':
      // A CDN is global and serves the files of the primary region.
      return undefined;
    default:
      return component;
  }
}

function atMinimum(service: Service): Service {
  return { ...service, instances: expectedAtMinimum(service.instances) };
}

/** Options of a standby: those of the primary, in its own region and with its own certificate. */
export function standbyOptions(options: Options, region: Region): Options {
  // Data of a standby region comes from the primary region.
  const {
    certificate: _all,
    restoreFrom: _restores,
    zones: _zones,
    highAvailability: _standby,
    readReplicas: _replicas,
    ...rest
  } = options;
  const certificate = certificateIn(options, region);
  return { ...rest, region, ...(certificate === undefined ? {} : { certificate }), highAvailability: false, readReplicas: 0 };
}

/** The certificate of a region; a single certificate is used for all regions. */
export function certificateIn({ certificate }: Pick<Options, 'certificate'>, region: Region): string | undefined {
  const all = certificate?.split(',') ?? [];
  return all.length === 1 ? all[0] : all.find((arn) => arn.split(':')[3] === region);
}

const COPIED: ReadonlySet<Component['kind']> = new Set(['database', 'bucket']);

/** Problems of a tier with several regions. */
export function regionProblems({ regions, components }: Tier, options: Options, secondaries: readonly Region[]): Problem[] {
  const certificates = certificateProblems(options, secondaries);
  if (regions !== undefined) return [...standbyProblems(regions), ...copyProblems(regions, components), ...certificates];
  if (options.domain === undefined) return certificates;
  return [
    ...certificates,
    { path: 'domain', received: shown(options.domain), expected: 'no value: the tier is in one region, so there is no failover' },
  ];
}

function standbyProblems({ standby }: Regions): Problem[] {
  return standby === 'warm-standby'
    ? []
    : [{ path: 'regions.standby', received: shown(standby), expected: 'warm-standby: no other strategy is supported' }];
}

function copyProblems({ replicates }: Regions, components: Tier['components']): Problem[] {
  return replicates.flatMap((id, index) => {
    const kind = components[id]?.kind;
    if (kind === undefined || COPIED.has(kind)) return [];
    return [
      {
        path: `regions.replicates.${index}`,
        reason: `${id} is a ${kind}`,
        expected: 'a database or a bucket: other components cannot be replicated',
      },
    ];
  });
}

/** A load balancer supports only certificates of its own region. */
function certificateProblems({ certificate, region }: Options, secondaries: readonly Region[]): Problem[] {
  const all = certificate?.split(',') ?? [];
  if (all.length === 0 || (all.length === 1 && secondaries.length === 0)) return [];
  const missing = [region, ...secondaries].filter((each) => !all.some((arn) => arn.split(':')[3] === each));
  return missing.map((each) => ({
    path: 'certificate',
    reason: `no certificate of ${each}`,
    expected: 'one certificate of each region of the tier, separated by commas',
  }));
}
