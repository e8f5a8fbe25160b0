import type { Blueprint } from '../blueprint/blueprint';

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

const MANAGED_BY = 'sizing-blueprints';

/** Labels for selectors. They do not change with the tier, because selectors are immutable. */
export function selectorOf({ stackName }: Blueprint, name: string): Labels {
  return { 'app.kubernetes.io/instance': stackName, 'app.kubernetes.io/name': name };
}

/** A selector as kubectl takes it: `app.kubernetes.io/name=mysql,app.kubernetes.io/component=database`. */
export function selectorText(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join();
}

/** Recommended labels of the objects of a component. `name` differs from the component for its parts, such as a pooler. */
export function labelsOf(blueprint: Blueprint, component: string, name = component): Labels {
  return { ...sharedLabels(blueprint), ...selectorOf(blueprint, name), 'app.kubernetes.io/component': component };
}

/** Labels of objects that belong to no component. */
export function sharedLabels({ stackName, system }: Blueprint): Labels {
  return {
    'app.kubernetes.io/instance': stackName,
    'app.kubernetes.io/managed-by': MANAGED_BY,
    'app.kubernetes.io/part-of': system.id,
  };
}
