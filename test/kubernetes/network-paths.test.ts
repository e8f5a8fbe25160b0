import { describe, expect, test } from 'vitest';
import { SYSTEMS } from '../../tiers';
import { objectsFor } from '../support/manifests';
import { inScope } from '../support/scope';

interface PolicySpec {
  readonly podSelector: object;
  readonly ingress?: readonly { readonly from?: readonly object[]; readonly ports?: readonly object[] }[];
  readonly egress?: readonly { readonly to?: readonly object[]; readonly ports?: readonly object[] }[];
}

describe.each(
  inScope(SYSTEMS, ({ id }) => id === 'aiva' || id === 'ux-flow').map(({ id, tiers }) => ({ system: id, tier: tiers.at(-1)?.id ?? '' })),
)('$system $tier', (request) => {
  test.each(['statefulset', 'operator'])('every rule of a network policy has peers and ports: %s', (dataStores) => {
    const policies = objectsFor({ ...request, dataStores }).filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.length).toBeGreaterThan(2);
    for (const { name, raw } of policies) {
      const { ingress = [], egress = [] } = raw.spec as unknown as PolicySpec;
      for (const { from = [], ports = [] } of ingress) expect([name, from.length, ports.length]).not.toContain(0);
      for (const { to = [], ports = [] } of egress) expect([name, to.length, ports.length]).not.toContain(0);
    }
  });
});
