import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { declareQuantities } from '../aws/declare-component';
import { parseUsage, type UsageInput } from '../contract/usage-file';
import { InputError } from '../core/problems';
import { addConstructPaths } from './construct-paths';

/** Usage of a construct by key, such as `{ queueRequests: 1_000_000, storedGb: [10, 50] }`. */
export type DeclaredQuantities = NonNullable<UsageInput[string]>;

/**
 * Declares the monthly usage of a construct in the template of its stack, for every estimate of it: `declareUsage(queue, {
 * queueRequests: 2_000_000 })`. The resource in the construct must have every quantity that its price depends on, else its price is
 * unknown. `basis` states where the quantities are from, and is shown as their assumption; default: `stated in the app`. Throws an
 * InputError for unknown keys and invalid amounts, and for a stack: quantities are of a construct in it.
 */
export function declareUsage(construct: Construct, usage: DeclaredQuantities, basis = 'stated in the app'): void {
  if (Stack.isStack(construct) && construct.nestedStackParent === undefined) {
    const expected = 'a construct in the stack; data transfer is declared for any of them';
    throw new InputError('declareUsage', [{ path: 'construct', reason: `${construct.node.path} is a stack`, expected }]);
  }
  const { path } = construct.node;
  const quantities = parseUsage({ [path]: usage }, 'usage').get(path) ?? new Map();
  addConstructPaths(construct);
  declareQuantities(
    construct,
    [...quantities].map(([key, quantity]) => ({ key, quantity, basis: { kind: 'stated', text: basis } })),
  );
}
