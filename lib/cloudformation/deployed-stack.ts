import { basename } from 'node:path';
import type { Template } from './template-resource';

/** `aiva-dev` of `cdk.out/aiva-dev.template.json`; for a nested stack the name of the outermost one. */
export function stackNameOf({ name, stackName, nestedIds = [] }: Template): string {
  if (stackName !== undefined) return stackName;
  const outermost = nestedIds.length === 0 ? name : name.slice(0, -nestedIds.join('/').length - 1);
  return basename(outermost).replace(/(?:\.template)?\.(?:json|ya?ml)$/i, '');
}

/** Name of the template of a nested stack. */
export function nestedName(parentName: string, logicalId: string): string {
  return `${parentName}/${logicalId}`;
}

/** The template of the stack that a nested stack is in, by its name, and the resource there. Undefined for a stack that is not nested. */
export function parentOf({ name, nestedIds }: Template): { readonly name: string; readonly resource: string } | undefined {
  const resource = nestedIds?.at(-1);
  return resource === undefined ? undefined : { name: name.slice(0, -nestedName('', resource).length), resource };
}

/** The stack as an argument of a shell command: its name, or for a nested stack, whose name is generated, a command that prints it. */
export function stackArgument(template: Template): string {
  const { nestedIds = [], region } = template;
  return nestedIds.reduce((stack, id) => physicalIdCommand(stack, id, region), stackNameOf(template));
}

/** A resource of the deployed stack as an argument of a shell command: a command that prints its name or its other physical id. */
export function resourceArgument(template: Template, logicalId: string): string {
  return physicalIdCommand(stackArgument(template), logicalId, template.region);
}

/** Source: AWS CLI command reference, "describe-stack-resource": its stack may be a name or a unique id, which nested stacks have as their physical id. */
function physicalIdCommand(stack: string, logicalId: string, region: string | undefined): string {
  const place = region === undefined ? '' : ` --region ${region}`;
  const resource = `--stack-name ${stack} --logical-resource-id ${logicalId}`;
  return `"$(aws cloudformation describe-stack-resource ${resource}${place} --query StackResourceDetail.PhysicalResourceId --output text)"`;
}
