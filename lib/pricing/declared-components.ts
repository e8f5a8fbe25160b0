import type { Template } from '../cloudformation/template-resource';
import type { UsageDeclaration } from '../contract/schema';

/**
 * A template whose resources have the components that its declaration names. A construct of one component may be anywhere in a
 * stack, so its declaration names it by its path, such as `Data/Orders`; the first part of the path would be all of `Data`.
 */
export function withDeclaredComponents(template: Template, usage: readonly Pick<UsageDeclaration, 'component'>[]): Template {
  const paths = [...new Set(usage.map(({ component }) => component))].filter((component) => component.includes('/'));
  if (paths.length === 0) return template;
  const resources = template.resources.map((resource) => {
    const component = paths.find((path) => resource.path?.startsWith(`${path}/`));
    return component === undefined ? resource : { ...resource, component };
  });
  return { ...template, resources };
}
