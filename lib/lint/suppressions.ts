import type { ManifestObject } from '../manifests/manifest-object';
import { stringAt } from '../manifests/values';

/** Annotation of an object whose findings of some rules are not reported. */
const IGNORE_ANNOTATION = 'sizing-blueprints/ignore';

/** An entry of the annotation of an object that suppresses findings. */
export interface Suppression {
  /** Ids of rules, as they are written. */
  readonly rules: readonly string[];
  /** Why the findings are no defects; empty when it is missing. */
  readonly reason: string;
}

/** Path of the annotation in an object. */
export const IGNORE_PATH = ['metadata', 'annotations', IGNORE_ANNOTATION] as const;

/**
 * The entries of the annotation of an object: `missing-probes, unpinned-image: the image is built by CI`. Entries are separated by
 * semicolons or line breaks.
 */
export function suppressionsOf({ raw }: ManifestObject): readonly Suppression[] {
  const written = stringAt(raw, ...IGNORE_PATH) ?? '';
  return written
    .split(/[;\n]/)
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const colon = entry.indexOf(':');
      const [ids, reason] = colon < 0 ? [entry, ''] : [entry.slice(0, colon), entry.slice(colon + 1).trim()];
      return { rules: ids.split(',').map((id) => id.trim()), reason };
    });
}

/** The reason for which an object suppresses the findings of a rule; undefined where it does not, or states no reason. */
export function suppressionReason(object: ManifestObject, rule: string): string | undefined {
  return suppressionsOf(object).find(({ rules, reason }) => reason !== '' && rules.includes(rule))?.reason;
}
