import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { ResolvedComponent } from '../../lib/blueprint/resolved-component';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { readSource } from '../../lib/draft/read-source';
import { groupSize } from '../../lib/kubernetes/database/database-percona-server';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import { parseManifests } from '../../lib/manifests/read-manifests';
import type { ComponentInput } from '../../lib/model/inputs';
import { electingMembers, electingShards } from '../../lib/model/quorum';
import { draftNoteText } from '../../lib/output/draft-notes';
import { SYSTEMS } from '../../tiers';
import { temporaryFolder } from '../support/temporary-folder';

const FORMS = SYSTEMS.flatMap(({ id: system, tiers }) =>
  [tiers[0]?.id ?? '', tiers.at(-1)?.id ?? ''].flatMap((tier) =>
    (['statefulset', 'operator'] as const).map((dataStores) => ({ system, tier, dataStores })),
  ),
);

/** Kinds that objects of the manifests run or state. The others are an agreement with a provider, or follow from these. */
const STATED = ['service', 'database', 'cache', 'document-store', 'vector-store', 'queue', 'bucket', 'load-balancer'] as const;
/** Kinds whose objects run or start something. */
const RUNNING =
  /^(?:Deployment|StatefulSet|DaemonSet|Job|CronJob|NodePool|Pooler|Cluster|MariaDB|PerconaServerMySQL|PerconaServerMongoDB)$/;

type OfKind<K> = ComponentInput & { readonly kind: K };

describe.each(FORMS)('the manifests of $system $tier with data stores as $dataStores', ({ dataStores, ...request }) => {
  const blueprint = blueprintFor({ ...request, platform: 'kubernetes', dataStores });
  const { files } = manifestsOf(blueprint);
  const folder = temporaryFolder();
  for (const { path, text } of files) writeFileSync(join(folder, basename(path)), text);
  const draft = draftOfParts('read', readSource(folder).parts);
  const components = draft.system.tiers[0]?.components ?? {};
  const again = blueprintFor({ system: draft.system, tier: 'current', platform: 'kubernetes', dataStores });
  const notes = [...draft.comments.map(({ note }) => note), ...draft.omitted].map(draftNoteText);
  const readOf = <K extends ComponentInput['kind']>(kind: K) =>
    Object.values(components).filter((each): each is OfKind<K> => each?.kind === kind);
  const builtOf = <K extends ResolvedComponent['kind']>(kind: K) =>
    Object.values(blueprint.components).filter((each): each is ResolvedComponent & { readonly kind: K } => each.kind === kind);

  test('become as many components of each kind', () => {
    const counts = (of: (kind: (typeof STATED)[number]) => readonly unknown[]) => STATED.map((kind) => [kind, of(kind).length]);
    expect(counts(readOf)).toEqual(counts(builtOf));
  });

  test('become services with the same instances and sizes', () => {
    for (const { id, instances, vcpu, memoryMib } of builtOf('service')) {
      const { min, max } = instances;
      expect(components[id], id).toMatchObject({ kind: 'service', instances: { min, max }, vcpu });
      expect((components[id] as OfKind<'service'>).memoryGib, id).toBeCloseTo(memoryMib / 1_024, 3);
    }
  });

  test('become databases with the same sizes, servers and pooler', () => {
    for (const [index, built] of builtOf('database').entries()) {
      const { engine, vcpu, memoryGib, storageGib, readReplicas, pooler } = built;
      const read = readOf('database')[index];
      expect(read).toMatchObject({ engine, vcpu, memoryGib, storageGib });
      expect(Object.values(again.components).flatMap((each) => (each.kind === 'database' ? each.pooler : []))).toEqual([pooler]);
      const servers = (replicas: number) => (dataStores === 'operator' && engine === 'mysql' ? groupSize(replicas) : 1 + replicas);
      expect(servers(read?.readReplicas ?? 0)).toBe(servers(readReplicas));
    }
  });

  test('become caches with the same data, shards and replicas', () => {
    for (const [index, built] of builtOf('cache').entries()) {
      const { shards = 1, replicasPerShard = 1, memoryGib = 0, engine } = readOf('cache')[index] ?? {};
      expect({ engine, replicasPerShard, shards }).toEqual({
        engine: built.engine,
        replicasPerShard: built.replicasPerShard,
        shards: electingShards(built),
      });
      // maxmemory of each shard is a whole number of MiB.
      expect(Math.abs(memoryGib - built.memoryGib)).toBeLessThan(shards / 1_024 + 0.001);
    }
  });

  test('become document and vector stores with the same sizes, shards and members', () => {
    for (const [index, { vcpu, memoryGib, storageGib, shards, replicasPerShard }] of builtOf('document-store').entries()) {
      const read = readOf('document-store')[index];
      expect(read).toMatchObject({ vcpu, memoryGib, storageGib });
      expect(read?.shards ?? 1).toBe(shards);
      expect(1 + (read?.replicasPerShard ?? 0)).toBe(electingMembers(replicasPerShard));
    }
    for (const [index, { vcpu, memoryGib, storageGib, port }] of builtOf('vector-store').entries()) {
      expect(readOf('vector-store')[index]).toMatchObject({ vcpu, memoryGib, storageGib, port });
    }
  });

  test('become load balancers of the same types with the same targets, and workers of the same queues', () => {
    const sorted = (pairs: readonly string[]) => [...pairs].sort();
    expect(sorted(readOf('load-balancer').map(({ type, target }) => `${type} ${target}`))).toEqual(
      sorted(builtOf('load-balancer').map(({ type, target }) => `${type} ${target}`)),
    );
    for (const { id, worksOn } of builtOf('service')) {
      const read = (components[id] as OfKind<'service'>).worksOn;
      // Without a trigger that counts the messages, a service with ports can send them or process them.
      if (worksOn !== undefined && read === undefined) {
        expect(notes).toContain(`${id}: uses the queue ${worksOn}; if it processes the messages, add worksOn: ${worksOn}`);
      } else expect(read, id).toBe(worksOn);
    }
  });

  test('lose no object that runs something: each is a component, a part of one, or in a note', () => {
    const objects = files.flatMap(({ path, text }) => parseManifests(text, path)).filter(({ kind }) => RUNNING.test(kind));
    expect(objects.length).toBeGreaterThan(2);
    const ids = Object.keys(components);
    const lost = objects.filter(
      ({ name }) => !ids.some((id) => name === id || name.startsWith(`${id}-`)) && !notes.some((note) => note.includes(name)),
    );
    expect(lost.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
  });
});
