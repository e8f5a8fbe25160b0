import { z } from 'zod';

const STARTED = {
  system: z.string().describe('id of the system'),
  tiers: z.array(z.string()).describe('ids of the tiers, from the smallest to the largest'),
  budgetsUsd: z
    .record(z.string(), z.number())
    .describe('budget of the cost test of each tier, in US dollars per month; no entry for a tier with an incomplete estimate'),
};

/** Output of `init --json`. */
export const InitJson = z
  .strictObject({
    folder: z.string().describe('folder of the project'),
    ...STARTED,
    otherSystems: z.array(z.strictObject(STARTED)).optional().describe('other systems of the definition; absent if there are none'),
    written: z.array(z.string()).describe('written files, by their paths in the folder'),
    existing: z.array(z.string()).describe('files that existed and were not changed'),
    notes: z.array(z.string()).describe('parts of the definition and the project to complete'),
    nextCommands: z.array(z.string()).describe('the next commands'),
  })
  .meta({ title: 'sizing init' });
export type InitJson = z.infer<typeof InitJson>;
