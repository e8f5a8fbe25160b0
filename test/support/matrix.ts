/** Every configuration that a user can request, so that tests can check all of them. */

import { inject } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { InputError } from '../../lib/core/problems';
import type { SystemInput } from '../../lib/model/inputs';
import { GPU_MODELS, REGIONS } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import { type Request, STACK_EXAMPLES } from './forms';

export interface Configuration {
  /** `aiva/large gpu=t4 compute=fargate region=eu-west-1` */
  readonly name: string;
  readonly request: Request;
  readonly blueprint: Blueprint;
}

const GPUS = ['none', ...GPU_MODELS];
const COMPUTES = ['ec2', 'fargate'];
const TOPOLOGIES = ['managed', 'single-host'];

/** Tier × GPU × topology × compute × region of all systems: those that are refused are in `refused`, with their problems. */
export function allConfigurations(systems: readonly SystemInput[] = SYSTEMS): {
  readonly configurations: readonly Configuration[];
  readonly refused: readonly { readonly name: string; readonly problems: readonly string[] }[];
} {
  const configurations: Configuration[] = [];
  const refused: { name: string; problems: readonly string[] }[] = [];
  for (const request of requests(systems)) {
    const name = nameOf(request);
    try {
      configurations.push({ name, request, blueprint: blueprintFor(request, { systems }) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.push({ name, problems: error.problems.map(({ path }) => path) });
    }
  }
  return { configurations, refused };
}

/** The matrix in some regions (default: all) and the other options in the scope `all`, otherwise one tier of each form. */
export function configurationsInScope(inRegions: readonly string[] = REGIONS): readonly Configuration[] {
  if (inject('scope') === 'all') {
    const matrix = allConfigurations().configurations.filter(({ request }) => inRegions.includes(request.region ?? ''));
    return [...matrix, ...otherOptions()];
  }
  return STACK_EXAMPLES.map((request) => ({ name: nameOf(request), request, blueprint: blueprintFor(request) }));
}

/** Options that the matrix does not cross: each once for every tier, in one region after the other. */
export function otherOptions(systems: readonly SystemInput[] = SYSTEMS): readonly Configuration[] {
  const variants: readonly Request[] = [
    { architecture: 'arm64' },
    { architecture: 'arm64', compute: 'fargate' },
    { cacheEngine: 'valkey' },
    { highAvailability: 'true' },
    { highAvailability: 'false' },
    { readReplicas: '3' },
    { databaseStorageGib: '2000' },
    { certificate: 'true' },
    { environment: 'production' },
    { domain: 'example.com' },
  ];
  return systems.flatMap((system) =>
    system.tiers.flatMap((tier, index) =>
      [...variants, ...clusterVariants(index === 0, index === system.tiers.length - 1)]
        .filter(({ domain }) => domain === undefined || tier.regions !== undefined)
        .map((variant, position) => {
          const region = REGIONS[(index + position) % REGIONS.length] ?? 'us-east-1';
          const request = {
            system: system.id,
            tier: tier.id,
            region,
            ...variant,
            ...(variant.certificate && { certificate: certificateInEachRegion() }),
          };
          return {
            name: nameOf({ system: system.id, tier: tier.id, region, ...variant }),
            request,
            blueprint: blueprintFor(request, { systems }),
          };
        }),
    ),
  );
}

/** Options for EKS, for the first and the last tier of a system only, because a stack of EKS takes about 1 s. */
function clusterVariants(isFirst: boolean, isLast: boolean): readonly Request[] {
  return [
    ...(isFirst ? [{ platform: 'eks' }, { platform: 'eks', dataStores: 'statefulset', entry: 'ingress' }] : []),
    ...(isLast
      ? [
          { platform: 'eks', certificate: 'true' },
          { platform: 'eks', dataStores: 'statefulset' },
        ]
      : []),
  ];
}

/** A certificate in each region, because load balancers take certificates of their own region alone. */
export function certificateInEachRegion(): string {
  return REGIONS.map((region) => `arn:aws:acm:${region}:123456789012:certificate/11111111-2222-3333-4444-555555555555`).join(',');
}

/** The blueprint of a request; `undefined` when the options do not go together. */
export function resolved(request: Request): Blueprint | undefined {
  try {
    return blueprintFor(request);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function requests(systems: readonly SystemInput[]): Request[] {
  return systems.flatMap((system) =>
    system.tiers.flatMap((tier) =>
      REGIONS.flatMap((region) =>
        GPUS.flatMap((gpu) =>
          COMPUTES.flatMap((compute) =>
            TOPOLOGIES.map((topology) => ({ system: system.id, tier: tier.id, region, gpu, compute, topology })),
          ),
        ),
      ),
    ),
  );
}

/** `aiva/large gpu=t4 region=eu-west-1` */
export function nameOf({ system, tier, ...options }: Request): string {
  return [`${system}/${tier}`, ...Object.entries(options).map(([key, value]) => `${key}=${value}`)].join(' ');
}
