import { itemsAt, itemsOf, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const alertRule: Rule = {
  id: 'alert-rule',
  severity: 'error',
  description: 'Alert or recording rule is invalid',
  fix: 'Give each rule an expression and either alert or record. Use for and annotations in alerts only',
  *check({ ofKind }) {
    for (const object of ofKind('PrometheusRule')) {
      for (const group of itemsAt(object.raw, 'spec', 'groups')) {
        for (const { value, path } of itemsOf(group, 'rules')) {
          const [alert, record] = [stringAt(value, 'alert'), stringAt(value, 'record')];
          if ((alert === undefined) === (record === undefined)) {
            const received = alert === undefined ? 'neither alert nor record' : 'both alert and record';
            yield { object, path, received, expected: 'either alert or record' };
          } else if (record !== undefined) {
            const extra = ['for', 'keep_firing_for', 'annotations'].find((field) => Object.hasOwn(value, field));
            if (extra !== undefined)
              yield { object, path: [...path, extra], received: 'set for a recording rule', expected: 'no value: only alerts have it' };
          }
          if (stringAt(value, 'expr')?.trim() === '')
            yield { object, path: [...path, 'expr'], received: 'empty', expected: 'an expression' };
        }
      }
    }
  },
};
