import { type Stack, Token } from 'aws-cdk-lib';
import { Template as SynthesizedTemplate } from 'aws-cdk-lib/assertions';
import { priceTemplatesWithUse } from '../answers/price-templates';
import { requireKnownUsage, USAGE_SUBJECT } from '../answers/require-known-usage';
import { REFERENCE_REGION } from '../catalog/price-book';
import { templateFrom } from '../cloudformation/template-from';
import { parseUsage, type UsageInput } from '../contract/usage-file';
import type { Estimate } from '../pricing/estimate';
import { withConstructPaths } from './construct-paths';

/** What an estimate of a stack is computed with. */
export interface StackEstimateRequest {
  /**
   * Usage per month that the template does not contain, by logical id, construct path, component, type or pattern, as in a usage file:
   * `{ Orders: { queueRequests: 1_000_000 }, network: { internetOutGb: [50, 200] } }`. It counts instead of declared usage. Default: as
   * declared in the stack.
   */
  readonly usage?: UsageInput;
}

/**
 * The monthly estimate of any stack: synthesizes the stack, reads the template back and prices it in the region of the stack
 * (us-east-1 for a stack without a region). Resources without a known price are `unpriced` line items; see
 * `requireComplete`. Throws an InputError for a region without prices, and for usage of resources that the stack does not have or
 * whose price does not depend on it.
 */
export function estimate(stack: Stack, { usage }: StackEstimateRequest = {}): Estimate {
  const region = Token.isUnresolved(stack.region) ? REFERENCE_REGION : stack.region;
  const template = templateFrom(withConstructPaths(SynthesizedTemplate.fromStack(stack).toJSON(), stack), stack.stackName, region, {
    stackPath: stack.node.path,
    stackName: stack.stackName,
  });
  if (usage === undefined) return priceTemplatesWithUse([template], region).estimate;
  const given = parseUsage(usage, USAGE_SUBJECT);
  const priced = priceTemplatesWithUse([template], region, { usage: given });
  requireKnownUsage(given, [template], priced);
  return priced.estimate;
}
