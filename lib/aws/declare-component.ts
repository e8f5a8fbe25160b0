import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import { type Declaration, writtenUsage } from '../contract/declaration';
import { DECLARATION_KEY } from '../contract/key';
import { DECLARATION_VERSION } from '../contract/schema';
import type { UsageQuantity } from '../contract/usage';

/**
 * Declares the usage of one component of a blueprint in the stack of its construct, for the estimate of that stack. The component
 * is named by the path of the construct below its stack, because a stack of a user has components of several systems.
 */
export function declareComponent(construct: Construct, { usage }: Pick<Blueprint, 'usage'>, component: string): void {
  declareQuantities(
    construct,
    usage.filter((each) => each.component === component),
  );
}

/** Declares usage quantities of a construct in the template of its stack. */
export function declareQuantities(construct: Construct, quantities: readonly Omit<UsageQuantity, 'component'>[]): void {
  const { templateOptions, region } = Stack.of(construct);
  const declared = templateOptions.metadata?.[DECLARATION_KEY] as Pick<Declaration, 'usage'> | undefined;
  const own = quantities.map((each) => ({ ...each, component: pathInStack(construct) }));
  templateOptions.metadata = {
    ...templateOptions.metadata,
    [DECLARATION_KEY]: {
      ...(declared ?? { version: DECLARATION_VERSION, options: { region }, externals: [] }),
      usage: [...(declared?.usage ?? []), ...own.map(writtenUsage)],
    },
  };
}

/** Path of a construct below the outermost stack that it is in: nested stacks are part of the paths of their resources. */
function pathInStack(construct: Construct): string {
  let stack = Stack.of(construct);
  while (stack.nestedStackParent !== undefined) stack = stack.nestedStackParent;
  return construct.node.path.slice(stack.node.path.length + 1);
}
