import { z } from 'zod';
import type { ManifestsAnswer } from '../../answers/manifests';
import { tradeOffText } from '../blueprint-warnings';
import { WordedJson, wordedJson } from './worded';

/** Output of `manifests --json`. */
export const ManifestsJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    tier: z.string().describe('id of the tier'),
    directories: z
      .array(
        z.strictObject({
          path: z.string().describe('path of the directory, relative to the working directory'),
          objects: z.number().int().describe('number of Kubernetes objects in the files'),
          files: z
            .array(
              z.strictObject({
                path: z.string().describe('path of the file in the directory'),
                bytes: z.number().int().describe('size of the file in bytes'),
              }),
            )
            .describe('written files'),
        }),
      )
      .describe('written directories, one for each region of the tier'),
    requirements: z
      .array(
        z.strictObject({
          name: z.string().describe('component that the cluster must provide, such as Gateway API'),
          minimumVersion: z.string().describe('oldest version of it that the manifests support'),
          purpose: z.string().describe('purpose that the manifests use it for'),
        }),
      )
      .describe('components that the cluster must provide'),
    tradeOffs: z.array(WordedJson).describe('trade-offs of this form of the tier'),
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
    tradeOffs: wordedJson(tradeOffs, tradeOffText),
  };
}
