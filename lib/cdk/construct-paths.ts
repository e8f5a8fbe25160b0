import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PATH_METADATA_KEY } from '../cloudformation/construct-path';
import { ASSET_PATH_KEY } from '../cloudformation/nested-file';
import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';

/**
 * Adds construct paths to the resources in a construct: a declaration names the construct by its path. The command of the CDK adds them to each
 * resource of an app; an app in a test has none.
 */
export function addConstructPaths(construct: IConstruct): void {
  for (const child of construct.node.findAll()) {
    if (CfnResource.isCfnResource(child)) child.addMetadata(PATH_METADATA_KEY, child.node.path);
  }
}

/**
 * A synthesized template with the construct path of each resource and the file of each nested stack, as the command of the CDK adds them, so that
 * an app in a test has the same components.
 */
export function withConstructPaths(template: unknown, stack: Stack): unknown {
  if (!isPlainObject(template) || !isPlainObject(own(template, 'Resources'))) return template;
  const resources = { ...section(template, 'Resources') };
  const add = (construct: CfnResource, metadata: PlainObject) => {
    const id: string = stack.resolve(construct.logicalId);
    const resource = resources[id];
    if (isPlainObject(resource)) resources[id] = { ...resource, Metadata: { ...metadata, ...section(resource, 'Metadata') } };
  };
  for (const child of stack.node.findAll()) {
    if (CfnResource.isCfnResource(child) && Stack.of(child) === stack) add(child, { [PATH_METADATA_KEY]: child.node.path });
    if (Stack.isStack(child) && child.nestedStackParent === stack && child.nestedStackResource !== undefined) {
      add(child.nestedStackResource as CfnResource, { [ASSET_PATH_KEY]: child.templateFile });
    }
  }
  return { ...template, Resources: resources };
}
