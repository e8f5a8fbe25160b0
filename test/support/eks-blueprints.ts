import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { SYSTEMS } from '../../tiers';
import { representsSystems } from './forms';
import { inScope } from './scope';

/** Both ends of each system as a stack of EKS, in each form of its data stores. */
export const eksBlueprints: readonly (readonly [string, Blueprint])[] = inScope(SYSTEMS, representsSystems).flatMap(
  ({ id: system, tiers }) =>
    [tiers[0], tiers.at(-1)].flatMap((tier) =>
      ['managed', 'statefulset'].map(
        (dataStores) => [`${system}/${tier?.id} ${dataStores}`, eksBlueprint({ system, tier: tier?.id ?? '', dataStores })] as const,
      ),
    ),
);

export function eksBlueprint(request: Readonly<Record<string, string>>): Blueprint {
  return blueprintFor({ platform: 'eks', ...request });
}
