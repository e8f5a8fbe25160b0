import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { ObjectJson } from '../../lib/kubernetes/object-json';
import { SYSTEMS } from '../../tiers';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { chartsFor } from '../support/synthesized';

/**
 * Fields that the API server does not change, by kind. A move between tiers applies the manifests of one tier over those of the
 * other, so these fields must be equal in both. Volume claim templates of a StatefulSet are immutable too; `sizing move` prints
 * the steps for larger volumes, so their sizes are not compared.
 */
const IMMUTABLE: Readonly<Record<string, (object: ObjectJson) => unknown>> = {
  Deployment: ({ spec }) => pick(spec, 'selector'),
  StatefulSet: ({ spec }) => ({ ...pick(spec, 'selector', 'serviceName', 'podManagementPolicy'), claims: withoutSizes(spec) }),
  Service: ({ spec }) => ({ headless: pick(spec, 'clusterIP').clusterIP === 'None', ...pick(spec, 'loadBalancerClass') }),
  PriorityClass: ({ value }) => value,
  PersistentVolumeClaim: ({ spec }) => pick(spec, 'storageClassName', 'accessModes'),
  Job: ({ spec }) => spec,
};

function pick(spec: unknown, ...keys: readonly string[]): Record<string, unknown> {
  const all = (spec ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(keys.filter((key) => key in all).map((key) => [key, all[key]]));
}

function withoutSizes(spec: unknown): unknown {
  const { volumeClaimTemplates = [] } = spec as { readonly volumeClaimTemplates?: readonly { readonly spec: object }[] };
  return volumeClaimTemplates.map((claim) => ({ ...claim, spec: { ...claim.spec, resources: undefined } }));
}

interface Size {
  readonly object: string;
  readonly storageGib: number;
}

function sizesOf(objects: readonly ObjectJson[]): Size[] {
  return objects.flatMap(({ kind, metadata, spec }) => {
    if (kind !== 'StatefulSet') return [];
    const { volumeClaimTemplates = [] } = spec as {
      readonly volumeClaimTemplates?: readonly {
        readonly spec: { readonly resources: { readonly requests: { readonly storage: string } } };
      }[];
    };
    return volumeClaimTemplates.map((claim) => ({
      object: metadata.name,
      storageGib: Number.parseInt(claim.spec.resources.requests.storage, 10),
    }));
  });
}

/** Objects that hold data: StatefulSets with volumes, and custom resources from which an operator creates such StatefulSets or pods. */
function holdersOf(objects: readonly ObjectJson[]): Map<string, string> {
  return new Map(
    objects
      .filter(({ kind, spec }) => (kind === 'StatefulSet' && 'volumeClaimTemplates' in (spec as object)) || OPERATED.includes(kind))
      .map(({ kind, metadata }) => [`${kind} ${metadata.name}`, metadata.labels?.['app.kubernetes.io/component'] ?? '']),
  );
}

const OPERATED: readonly string[] = ['Cluster', 'MariaDB', 'PerconaServerMongoDB', 'PerconaServerMySQL'];

const FORMS = ['statefulset', 'operator'].flatMap((dataStores) => ['gateway', 'ingress'].map((entry) => ({ dataStores, entry })));

describe.each(inScope(SYSTEMS, representsSystems).map((system) => ({ id: system.id, tiers: system.tiers.map(({ id }) => id) })))(
  'tiers of $id',
  ({ id: system, tiers }) => {
    test.each(FORMS)('no move between them changes an immutable field: %j', (form) => {
      const perTier = tiers.map((tier) => {
        const objects = chartsFor(blueprintFor({ system, tier, platform: 'kubernetes', ...form })).flatMap((file) => file.objects);
        return { tier, objects };
      });
      const known = new Map<string, { readonly tier: string; readonly fields: unknown }>();
      let compared = 0;
      for (const { tier, objects } of perTier) {
        for (const object of objects) {
          const fields = IMMUTABLE[object.kind]?.(object);
          if (fields === undefined) continue;
          const name = `${object.kind} ${object.metadata.name}`;
          const first = known.get(name);
          if (first === undefined) known.set(name, { tier, fields });
          else {
            expect(fields, `${name}: ${first.tier} and ${tier}`).toEqual(first.fields);
            compared += 1;
          }
        }
      }
      expect(compared).toBeGreaterThan(tiers.length);
    });

    test.each([{}, ...FORMS])('a move to a larger tier removes no object with data while it has the component: %j', (form) => {
      let before: ReadonlyMap<string, string> = new Map();
      for (const tier of tiers) {
        const blueprint = blueprintFor({ system, tier, platform: 'kubernetes', ...form });
        const holders = holdersOf(chartsFor(blueprint).flatMap((file) => file.objects));
        expect(holders.size).toBeGreaterThan(0);
        const gone = [...before].filter(([name, component]) => component in blueprint.components && !holders.has(name));
        expect(gone, tier).toEqual([]);
        before = holders;
      }
    });

    test.each(FORMS)('no volume shrinks in a move to a larger tier: %j', (form) => {
      const largest = new Map<string, number>();
      for (const tier of tiers) {
        const objects = chartsFor(blueprintFor({ system, tier, platform: 'kubernetes', ...form })).flatMap((file) => file.objects);
        for (const { object, storageGib } of sizesOf(objects)) {
          expect(storageGib, `${object} in ${tier}`).toBeGreaterThanOrEqual(largest.get(object) ?? 0);
          largest.set(object, storageGib);
        }
      }
    });
  },
);
