import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { stacksOf } from '../../lib/answers/estimate-blueprint';
import type { ResolvedComponent } from '../../lib/blueprint/resolved-component';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { readSource } from '../../lib/draft/read-source';
import type { ComponentInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';
import { temporaryFolder } from '../support/temporary-folder';

const FORMS = SYSTEMS.flatMap(({ id: system, tiers }) =>
  [
    { platform: 'ecs', compute: 'ec2' },
    { platform: 'ecs', compute: 'fargate' },
    { platform: 'eks', compute: 'ec2' },
  ].map((form) => ({ system, tier: tiers[0]?.id ?? '', ...form })),
);

/** Kinds that resources of a template run or state; external services are an agreement with a provider. */
const STATED = ['service', 'database', 'cache', 'document-store', 'vector-store', 'queue', 'bucket', 'cdn', 'load-balancer'] as const;

type OfKind<K> = ComponentInput & { readonly kind: K };

describe.each(FORMS)('the template of $system $tier on $platform with $compute', (request) => {
  const blueprint = blueprintFor(request);
  const [stack] = stacksOf(blueprint, {});
  const path = join(temporaryFolder(), 'stack.template.json');
  writeFileSync(path, JSON.stringify(stack?.template));
  // Without a resource that writes access logs to it, their bucket cannot be told from others.
  const { system } = draftOfParts('read', readSource(path).parts);
  const { 'observability-2': _logs, ...components } = system.tiers[0]?.components ?? {};
  const readOf = <K extends ComponentInput['kind']>(kind: K) =>
    Object.values(components).filter((each): each is OfKind<K> => each?.kind === kind);
  const builtOf = <K extends ResolvedComponent['kind']>(kind: K) =>
    Object.values(blueprint.components).filter((each): each is ResolvedComponent & { readonly kind: K } => each.kind === kind);

  test('becomes as many components of each kind', () => {
    const counts = (of: (kind: (typeof STATED)[number]) => readonly unknown[]) => STATED.map((kind) => [kind, of(kind).length]);
    expect(counts(readOf)).toEqual(counts(builtOf));
  });

  test('becomes a tier that is valid', () => {
    expect(Object.keys(blueprintFor({ system, tier: 'current', compute: 'ec2' }).components)).toEqual(
      expect.arrayContaining(Object.keys(components)),
    );
  });

  test('becomes services with the same instances, sizes and connections', () => {
    for (const { id, instances, vcpu, memoryMib, uses, worksOn, ports } of builtOf('service')) {
      const { min, max } = instances;
      expect(components[id], id).toMatchObject({ kind: 'service', instances: { min, max }, vcpu });
      const read = components[id] as OfKind<'service'>;
      expect(read.memoryGib, id).toBeCloseTo(memoryMib / 1_024, 2);
      expect(
        (read.ports ?? []).map(({ port }) => port),
        id,
      ).toEqual(ports.map(({ port }) => port));
      const stated = new Set(
        [...uses, ...(worksOn === undefined ? [] : [worksOn])].filter((used) => blueprint.components[used]?.kind !== 'external'),
      );
      expect([...(read.uses ?? [])].sort(), id).toEqual([...stated].sort());
    }
  });

  test('becomes data stores with the same classes, numbers and storage', () => {
    for (const { id, engine, instanceClass, storageGib, readReplicas, multiAz, pooler } of builtOf('database')) {
      const read = components[id] as OfKind<'database'>;
      expect(read, id).toMatchObject({ engine, instanceClass, storageGib });
      expect({ readReplicas: 0, multiAz: false, pooler: 'none', ...read }).toMatchObject({ readReplicas, multiAz, pooler });
    }
    for (const { id, engine, nodeType, shards, replicasPerShard } of builtOf('cache')) {
      expect(components[id], id).toMatchObject({ engine, nodeType, shards, replicasPerShard });
    }
    for (const { id, instanceClass, replicasPerShard } of builtOf('document-store')) {
      expect(components[id], id).toMatchObject({ instanceClass, replicasPerShard });
    }
    for (const { id, vcpu, memoryGib } of builtOf('vector-store')) expect(components[id], id).toMatchObject({ vcpu, memoryGib });
  });

  test('becomes load balancers of the same types with the same targets', () => {
    const sorted = (pairs: readonly string[]) => [...pairs].sort();
    expect(sorted(readOf('load-balancer').map(({ type, target }) => `${type} ${target}`))).toEqual(
      sorted(builtOf('load-balancer').map(({ type, target }) => `${type} ${target}`)),
    );
  });
});
