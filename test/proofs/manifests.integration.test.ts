import { beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import { requirementsOf } from '../../lib/kubernetes/manifests/requirements';
import type { Finding } from '../../lib/lint/finding';
import { lint } from '../../lib/lint/lint';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';
import type { SystemInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';
import { type Request, representsSystems } from '../support/forms';
import { judged, mustBePresent } from '../support/judges';
import { HAS_KUBECTL, Kubectl } from '../support/kubectl';
import { clientViolations, decodable, modelViolations } from '../support/manifest-judges';
import { inScope } from '../support/scope';

interface Directory {
  /** `aiva/large operator gateway gpu=none` */
  readonly name: string;
  readonly request: Request;
  readonly objects: readonly ManifestObject[];
}

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';

/** Every combination of the options `dataStores` and `entry`. */
const FORMS: readonly Request[] = ['statefulset', 'operator'].flatMap((dataStores) =>
  ['gateway', 'ingress'].map((entry) => ({ platform: 'kubernetes', dataStores, entry })),
);
const OTHERS: readonly Request[] = [
  { platform: 'eks' },
  { platform: 'kubernetes', architecture: 'arm64', cacheEngine: 'valkey' },
  { platform: 'kubernetes', highAvailability: 'false', readReplicas: '0' },
];

/** `npm test` proves the smallest and the largest tier. */
function tiersOf(system: string): SystemInput['tiers'] {
  const tiers = SYSTEMS.find(({ id }) => id === system)?.tiers ?? [];
  return inScope(tiers, (_tier, index) => index === 0 || index === tiers.length - 1);
}

function directoriesOf(system: string): Directory[] {
  return tiersOf(system).flatMap((tier) => {
    const gpus =
      tier.gpu === undefined
        ? []
        : [
            { platform: 'kubernetes', gpu: 't4' },
            { platform: 'kubernetes', gpu: 'none' },
          ];
    const https =
      tier.regions === undefined
        ? [
            { ...FORMS[0], certificate: CERTIFICATE },
            { ...FORMS[1], certificate: CERTIFICATE },
          ]
        : [];
    return [...FORMS, ...OTHERS, ...gpus, ...https].flatMap((form) => {
      const request = { system, tier: tier.id, ...form };
      const blueprint = blueprintFor(request);
      return [blueprint, ...(blueprint.standbys ?? [])].map((each) => {
        const { directory, files } = manifestsOf(each);
        const options = Object.values(form).filter((value) => value !== 'kubernetes' && value !== CERTIFICATE);
        return {
          name: [`${tier.id} in ${directory}`, ...options].join(' '),
          request,
          objects: files.flatMap(({ path, text }) => parseManifests(text, path)),
        };
      });
    });
  });
}

/** On EKS, the stack creates the ConfigMaps with the addresses of managed services, so the manifests do not contain them. */
function isOfTheStack({ rule, received = '' }: Finding, { platform }: Request): boolean {
  return platform === 'eks' && rule === 'config-map-missing' && /^"[a-z-]+-connection"$/.test(received);
}

describe.each(inScope(SYSTEMS, representsSystems).map(({ id }) => id))('manifests of %s', (system) => {
  let directories: readonly Directory[] = [];
  /** Every object once: most are the same in several forms. */
  let distinct: readonly ManifestObject[] = [];
  beforeAll(() => {
    directories = directoriesOf(system);
    distinct = [...new Map(directories.flatMap(({ objects }) => objects.map((object) => [JSON.stringify(object.raw), object]))).values()];
  });

  test('every form has manifests, which are the same bytes each time', () => {
    expect(directories.length).toBeGreaterThanOrEqual(7 * tiersOf(system).length);
    for (const { request } of directories.slice(0, 4)) {
      expect(manifestsOf(blueprintFor(request))).toEqual(manifestsOf(blueprintFor(request)));
    }
  });

  test('no lint rule finds anything', () => {
    const findings = directories.flatMap(({ name, request, objects }) =>
      lint(objects)
        .filter((finding) => !isOfTheStack(finding, request))
        .map(({ rule, object, path }) => `${name}: ${rule}: ${object} ${path}`),
    );
    expect(findings).toEqual([]);
  });

  test('the models of the official client know every field', async () => {
    expect(await clientViolations(distinct)).toEqual([]);
  });

  judged('kubernetes-models', () => {
    test('every kind has a model or a definition of its operator, which accept every object', async () => {
      const { modelled, without, messages } = await modelViolations(distinct);
      expect([...without]).toEqual([]);
      expect(messages).toEqual([]);
      const kinds = ['Deployment', 'StatefulSet', 'NodePool', 'EC2NodeClass', 'Gateway', 'HTTPRoute', 'PrometheusRule'];
      expect([...modelled]).toEqual(expect.arrayContaining(kinds));
    });
  });

  test('the cluster requirements name the controller of every API group', () => {
    for (const { name, objects } of directories) {
      const rows = requirementsOf(
        objects.map(({ apiVersion, kind, name: object, raw }) => ({ ...raw, apiVersion, kind, metadata: { name: object } })),
      );
      expect(
        rows.filter(({ minimumVersion }) => minimumVersion === 'unknown'),
        name,
      ).toEqual([]);
    }
  });

  test.skipIf(!HAS_KUBECTL && !mustBePresent(process.env))('kubectl decodes all of them', () => {
    const kubectl = new Kubectl();
    try {
      expect(kubectl.refusal(decodable(distinct))).toBeUndefined();
    } finally {
      kubectl.dispose();
    }
  });
});
