import { itemsAt, itemsOf, textAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const alertRule: Rule = {
  id: 'alert-rule',
  severity: 'error',
  description: 'an alert or recording rule that Prometheus refuses',
  fix: 'give each rule an expression and either alert or record; only alerts have for, and annotations',
  *check({ ofKind }) {
    for (const object of ofKind('PrometheusRule')) {
      for (const group of itemsAt(object.raw, 'spec', 'groups')) {
        for (const { value, path } of itemsOf(group, 'rules')) {
          const [alert, record] = [textAt(value, 'alert'), textAt(value, 'record')];
          if ((alert === undefined) === (record === undefined)) {
            const received = alert === undefined ? 'neither an alert nor a record' : 'an alert and a record';
            yield { object, path, received, expected: 'one of alert and record' };
          } else if (record !== undefined) {
            const extra = ['for', 'keep_firing_for', 'annotations'].find((field) => Object.hasOwn(value, field));
            if (extra !== undefined)
              yield { object, path: [...path, extra], received: 'given for a recording rule', expected: 'only for alerts' };
          }
          if (textAt(value, 'expr')?.trim() === '') yield { object, path: [...path, 'expr'], received: 'empty', expected: 'an expression' };
        }
      }
    }
  },
};
