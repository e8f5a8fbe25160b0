import { billedAs } from '../../core/free-reason';
import { stringAt } from '../../manifests/values';
import type { ObjectReader } from '../object-demand';

/** Update modes that change no request. `Initial` changes those of new pods. Source: VerticalPodAutoscaler, `UpdateMode`. */
const WITHOUT_CHANGES = 'Off';

/** VerticalPodAutoscaler. It sets requests from measurements, which no manifest contains. */
export const verticalAutoscaler: ObjectReader = {
  kinds: ['autoscaling.k8s.io/VerticalPodAutoscaler'],
  read: ({ name, raw }, context) => {
    const [kind, workload] = [stringAt(raw, 'spec', 'targetRef', 'kind'), stringAt(raw, 'spec', 'targetRef', 'name')];
    if (stringAt(raw, 'spec', 'updatePolicy', 'updateMode') !== WITHOUT_CHANGES && kind !== undefined && workload !== undefined)
      context.warn({ kind: 'requests-set-by-autoscaler', autoscaler: name, workload: `${kind} ${workload}` });
    return { free: billedAs('stated-requests') };
  },
};
