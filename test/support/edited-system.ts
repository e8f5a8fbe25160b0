import type { SystemInput } from '../../lib/model/inputs';

type Editable = { tiers: { id: string; components: Record<string, Record<string, unknown>> }[] } & SystemInput;

/** A system in which some properties of one component of one tier have other values. */
export function edited(system: SystemInput, tierId: string, componentId: string, properties: Record<string, unknown>): SystemInput {
  const copy = JSON.parse(JSON.stringify(system)) as Editable;
  const component = copy.tiers.find(({ id }) => id === tierId)?.components[componentId];
  if (component === undefined) throw new Error(`${tierId} has no ${componentId}`);
  Object.assign(component, properties);
  return copy;
}
