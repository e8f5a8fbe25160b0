import { describe, expect, test } from 'vitest';
import { manifestMoveFailures, planTierManifestMove } from '../../lib/answers/manifest-move';
import { SYSTEMS } from '../../tiers';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';

const kubernetes = (tier: string, options: object = {}) => ({ tier, platform: 'kubernetes', dataStores: 'statefulset', ...options });

describe.each(inScope(SYSTEMS, representsSystems))('$id', (system) => {
  const tiers = system.tiers.map(({ id }) => id);
  test.each(tiers.slice(1).map((tier, index) => [tiers[index] ?? '', tier]))('from %s to %s is accepted in steps', (from, to) => {
    const move = planTierManifestMove({ system, from: kubernetes(from), to: kubernetes(to) });
    expect(move.rejected).toEqual([]);
    expect(manifestMoveFailures(move)).toEqual([]);
    // Claims grow before their StatefulSet is deleted, and it is deleted before the manifests are applied.
    const kinds = move.steps.map(({ kind }) => kind).filter((kind) => kind !== 'clean-up');
    const refused = move.changes.filter((change) => change.class === 'rejected');
    expect(kinds.filter((kind) => kind === 'delete')).toHaveLength(refused.length);
    // One apply for each region, after the manifests are written.
    const last = kinds.slice(kinds.indexOf('render'));
    expect([last[0], ...new Set(last.slice(1))]).toEqual(['render', 'apply']);
    for (const { kind, name, sizes } of refused) {
      expect(kind).toBe('StatefulSet');
      const grown = sizes
        .flatMap(({ claims }) => claims)
        .map((claim) => move.steps.findIndex((step) => step.kind === 'grow-claim' && step.claim === claim));
      const deleted = move.steps.findIndex((step) => step.kind === 'delete' && step.object.name === name);
      expect(Math.min(...grown)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...grown)).toBeLessThan(deleted);
    }
  });
});

describe('the steps of a move', () => {
  const request = { system: 'ux-flow', from: kubernetes('startup'), to: kubernetes('growth') };

  test('are complete commands, once each service has an image', () => {
    const images = Object.fromEntries(
      ['billing', 'cognitive', 'flows', 'gateway', 'knowledge', 'users'].map((id) => [id, `example.com/${id}:1.4.2`]),
    );
    const { steps } = planTierManifestMove({ ...request, deployments: { from: {}, to: { images } } });
    expect(steps.slice(-2).map(({ command }) => command)).toEqual([
      'npx sizing manifests ux-flow growth --platform kubernetes --data-stores statefulset --output-dir dist',
      'kubectl apply --server-side -f dist/ux-flow-dev',
    ]);
    expect(steps[0]).toEqual({
      kind: 'grow-claim',
      claim: 'data-cache-shard-0-0',
      size: '4Gi',
      command: `kubectl -n ux-flow-dev patch pvc data-cache-shard-0-0 --patch '{"spec":{"resources":{"requests":{"storage":"4Gi"}}}}'`,
    });
    expect(steps.find(({ kind }) => kind === 'delete')?.command).toBe(
      'kubectl -n ux-flow-dev delete statefulset.apps cache-shard-0 --cascade=orphan',
    );
  });

  test('write no placeholder over running images', () => {
    const render = planTierManifestMove(request).steps.find(({ kind }) => kind === 'render');
    expect(render).toEqual({ kind: 'render', missingImages: ['gateway', 'cognitive', 'users', 'flows', 'knowledge', 'billing'] });
  });

  test('are not known where a volume would shrink', () => {
    const back = planTierManifestMove({ system: 'ux-flow', from: kubernetes('growth'), to: kubernetes('startup') });
    expect(back.rejected.map(({ name }) => name)).toContain('documents-shard-0');
    expect(manifestMoveFailures(back)).toMatchObject([{ limit: { kind: 'apply', rejected: back.rejected.length } }]);
  });

  test('need the same platform at both ends', () => {
    expect(() => planTierManifestMove({ system: 'ux-flow', from: { tier: 'startup' }, to: kubernetes('growth') })).toThrow(
      'from.platform: invalid value "ecs"; expected kubernetes at both ends, or another platform at both',
    );
  });
});
