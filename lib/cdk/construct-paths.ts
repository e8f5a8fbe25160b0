import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PATH_METADATA_KEY } from '../cloudformation/construct-path';

/**
 * Adds construct paths to the resources in a construct, by which its declaration names it. The command of the CDK adds them to each
 * resource of an app; an app in a test has none.
 */
export function addConstructPaths(construct: IConstruct): void {
  for (const child of construct.node.findAll()) {
    if (CfnResource.isCfnResource(child)) child.addMetadata(PATH_METADATA_KEY, child.node.path);
  }
}

/** A synthesized template, as far as paths need it. */
interface SynthesizedJson {
  readonly Resources?: Readonly<Record<string, { readonly Metadata?: Readonly<Record<string, unknown>> }>>;
}

/** A synthesized template with the construct path of each resource, so that an app in a test has the same components as in the command. */
export function withConstructPaths(template: SynthesizedJson, stack: Stack): Readonly<Record<string, unknown>> {
  const resources = { ...template.Resources };
  for (const child of stack.node.findAll()) {
    if (!CfnResource.isCfnResource(child) || Stack.of(child) !== stack) continue;
    const id: string = stack.resolve(child.logicalId);
    const resource = resources[id];
    if (resource === undefined) continue;
    resources[id] = { ...resource, Metadata: { [PATH_METADATA_KEY]: child.node.path, ...resource.Metadata } };
  }
  return { ...template, Resources: resources };
}
