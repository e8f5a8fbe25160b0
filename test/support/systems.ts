import type { SystemInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';

/** AIVA with MariaDB instead of MySQL, because no system has MariaDB. */
export function aivaWithMariadb(): SystemInput {
  const aiva = SYSTEMS.find(({ id }) => id === 'aiva');
  if (aiva === undefined) throw new Error('no aiva');
  const tiers = aiva.tiers.map((tier) => ({
    ...tier,
    components: Object.fromEntries(
      Object.entries(tier.components).map(([id, component]) => [
        id,
        component.kind === 'database' ? { ...component, engine: 'mariadb' as const } : component,
      ]),
    ),
  }));
  return { ...aiva, tiers };
}
