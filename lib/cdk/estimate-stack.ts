import { type Stack, Token } from 'aws-cdk-lib';
import { Template as SynthesizedTemplate } from 'aws-cdk-lib/assertions';
import { priceTemplates } from '../answers/price-templates';
import { REFERENCE_REGION } from '../catalog/price-book';
import { templateFrom } from '../cloudformation/template-from';
import type { Estimate } from '../pricing/estimate';

/**
 * The monthly estimate of any stack: synthesizes the stack, reads the template back and prices it in the region of the stack
 * (us-east-1 for a stack without a region). Resources without a known price are `unpriced` line items; see
 * `requireComplete`. Throws an InputError for a region without prices.
 */
export function estimate(stack: Stack): Estimate {
  const region = Token.isUnresolved(stack.region) ? REFERENCE_REGION : stack.region;
  const template = templateFrom(SynthesizedTemplate.fromStack(stack).toJSON(), stack.stackName, region, { stackPath: stack.node.path });
  return priceTemplates([template], region);
}
