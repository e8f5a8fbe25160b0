import type { Pricer } from '../pricer';
import { knownWord } from './properties';
import { usageCharge } from './quantities';

/** Glue job or crawler, charged by the hours of its data processing units (DPU). */
export const glueJob: Pricer = {
  types: ['AWS::Glue::Job', 'AWS::Glue::Crawler'],
  charges: (resource, context) => {
    const isFlexible = knownWord(resource.properties, 'ExecutionClass', ['FLEX', 'STANDARD'], 'STANDARD') === 'FLEX';
    return [
      usageCharge(resource, context, {
        kind: 'data-processing-unit-hours',
        details: isFlexible ? ['Flex'] : [],
        sku: isFlexible ? 'glue/flex-dpu' : 'glue/dpu',
        group: 'compute',
        key: 'dpuHours',
      }),
    ];
  },
};
