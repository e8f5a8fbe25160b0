import { shown } from '../../core/problems';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { objectAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import { EXPECTED_LABEL_KEY, hasFormat, isLabelKey, LABEL_VALUE } from '../names';
import type { Rule } from '../rule';

export const badLabel: Rule = {
  id: 'bad-label',
  severity: 'error',
  description: 'Label is invalid',
  fix: 'Use at most 63 letters, digits, hyphens, underscores and dots, and start and end with a letter or digit',
  *check(context) {
    for (const { object, path, hasValues } of labelsIn(context)) {
      for (const [key, value] of Object.entries(objectAt(object.raw, ...path))) {
        if (!isLabelKey(hasValues ? key : key.toLowerCase()))
          yield { object, path: [...path, key], received: shown(key), expected: EXPECTED_LABEL_KEY };
        else if (hasValues && typeof value === 'string' && !hasFormat(value, LABEL_VALUE)) {
          yield { object, path: [...path, key], received: shown(value), expected: LABEL_VALUE.expected };
        }
      }
    }
  },
};

interface Labels {
  readonly object: ManifestObject;
  readonly path: Path;
  /** Whether values are restricted: those of labels are, those of annotations are not. */
  readonly hasValues: boolean;
}

function* labelsIn({ objects, workloads }: LintContext): Generator<Labels> {
  for (const object of objects) {
    yield { object, path: ['metadata', 'labels'], hasValues: true };
    yield { object, path: ['metadata', 'annotations'], hasValues: false };
    yield { object, path: ['spec', 'selector', 'matchLabels'], hasValues: true };
    // The API server checks those of a CronJob when it creates the first Job.
    if (object.kind === 'CronJob') {
      yield { object, path: ['spec', 'jobTemplate', 'metadata', 'labels'], hasValues: true };
      yield { object, path: ['spec', 'jobTemplate', 'metadata', 'annotations'], hasValues: false };
    }
    if (object.kind === 'Service') yield { object, path: ['spec', 'selector'], hasValues: true };
  }
  for (const { object, podLabelsPath, pod } of workloads) {
    if (podLabelsPath.length > 2) {
      yield { object, path: podLabelsPath, hasValues: true };
      yield { object, path: [...podLabelsPath.slice(0, -1), 'annotations'], hasValues: false };
    }
    yield { object, path: [...pod.path, 'nodeSelector'], hasValues: true };
  }
}
