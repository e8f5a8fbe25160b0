import { z } from 'zod';
import { Evidence } from '../../model/evidence';
import { RangeJson } from './numbers';

/** A resource that limits a tier. */
export const LimitJson = z.strictObject({
  resource: z.string().describe('component and resource, for readers'),
  component: z.string().describe('id of the component'),
  utilization: RangeJson.describe('share of the supply that the target workload uses; 1 is all of it'),
  threshold: z.number().describe('utilization that the resource may reach, 0 to 1'),
  thresholdSource: z.string().describe('source of the threshold'),
  timesWorkload: RangeJson.describe('multiple of the workload at which it reaches its threshold'),
  atUsers: RangeJson.describe('concurrent users at which it reaches its threshold'),
  tooSmallInShare: z
    .number()
    .min(0)
    .max(1)
    .describe('share of the samples, 0 to 1, in which the memory of an instance is too small for one operation'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
});
