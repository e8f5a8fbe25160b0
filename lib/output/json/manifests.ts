import { z } from 'zod';
import type { ManifestsAnswer } from '../../answers/manifests';

/** What `manifests --json` prints. */
export const ManifestsJson = z
  .strictObject({
    system: z.string(),
    tier: z.string(),
    directories: z
      .array(
        z.strictObject({
          path: z.string(),
          objects: z.number().int().describe('objects of Kubernetes in its files'),
          files: z.array(z.strictObject({ path: z.string().describe('in the directory'), bytes: z.number().int() })),
        }),
      )
      .describe('what was written: one directory for each region of the tier'),
    requirements: z
      .array(z.strictObject({ what: z.string(), version: z.string().describe('the oldest that will do'), why: z.string() }))
      .describe('what the cluster must have'),
    tradeOffs: z.array(z.string()).describe('trade-offs of this form of the tier'),
  })
  .meta({ title: 'sizing manifests' });
export type ManifestsJson = z.infer<typeof ManifestsJson>;

/** The JSON form of rendered manifests: sizes instead of contents. */
export function manifestsJson({ blueprint, directories, requirements, tradeOffs }: ManifestsAnswer): ManifestsJson {
  return {
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    directories: directories.map(({ path, objects, files }) => ({
      path,
      objects,
      files: files.map((file) => ({ path: file.path, bytes: Buffer.byteLength(file.text) })),
    })),
    requirements: requirements.map((requirement) => ({ ...requirement })),
    tradeOffs: [...tradeOffs],
  };
}
