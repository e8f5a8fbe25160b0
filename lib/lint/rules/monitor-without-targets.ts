import { selectorText } from '../../manifests/selector';
import { monitors } from '../monitors';
import type { Rule } from '../rule';

export const monitorWithoutTargets: Rule = {
  id: 'monitor-without-targets',
  severity: 'warning',
  description: 'Monitor selects no targets',
  fix: 'Make its selector match the labels of a Service, or of pods for a PodMonitor',
  *check(context) {
    for (const { object, selector, targets, mayBeElsewhere } of monitors(context)) {
      if (targets.length > 0 || mayBeElsewhere) continue;
      yield {
        object,
        path: ['spec', 'selector'],
        received: selectorText(selector),
        expected: 'labels of a Service, or of pods for a PodMonitor',
      };
    }
  },
};
