import { Template } from 'aws-cdk-lib/assertions';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { stacksFor } from './synthesized';

interface Resource {
  readonly DependsOn?: readonly string[];
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const templates = new Map<Blueprint, Readonly<Record<string, unknown>>>();

/** The template of a blueprint. Synthesized once for each blueprint: tests only read it. */
export function rawTemplateOf(blueprint: Blueprint): Readonly<Record<string, unknown>> {
  let template = templates.get(blueprint);
  if (template === undefined) {
    const [stack] = stacksFor(blueprint);
    if (stack === undefined) throw new Error('nothing was synthesized');
    template = stack.template;
    templates.set(blueprint, template);
  }
  return template;
}

export function templateOf(blueprint: Blueprint): Template {
  return Template.fromJSON({ ...rawTemplateOf(blueprint) });
}

export function resourcesOf(blueprint: Blueprint): Readonly<Record<string, Resource>> {
  return rawTemplateOf(blueprint).Resources as Readonly<Record<string, Resource>>;
}

/** The only resource of a type below a component; fails when there are none or several. */
export function resourceOf(blueprint: Blueprint, component: string, type: string): Resource {
  const found = resourcesAt(blueprint, component, type);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} resources of ${type} below ${component}`);
  return only;
}

export function resourcesAt(blueprint: Blueprint, component: string, type: string): Resource[] {
  const path = `${blueprint.stackName}/${component}/`;
  return Object.values(resourcesOf(blueprint)).filter(
    (resource) => resource.Type === type && String(resource.Metadata?.['aws:cdk:path']).startsWith(path),
  );
}

interface Container {
  readonly Command?: readonly string[];
  readonly Image: unknown;
  readonly Environment: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Secrets: readonly { readonly Name: string }[];
  readonly PortMappings: readonly Readonly<Record<string, unknown>>[];
  readonly [property: string]: unknown;
}

/** The container of a component's task. */
export function containerOf(blueprint: Blueprint, component: string): Container {
  const task = resourceOf(blueprint, component, 'AWS::ECS::TaskDefinition');
  const found = (task.Properties.ContainerDefinitions as readonly Container[]).find(({ Name }) => Name === component);
  if (found === undefined) throw new Error(`no container ${component}`);
  return found;
}

/** Environment of a component's container, by name. */
export function environmentOf(blueprint: Blueprint, component: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(containerOf(blueprint, component).Environment.map(({ Name, Value }) => [Name, Value]));
}
