import { billedAs } from '../../core/free-reason';
import { namespaceOf } from '../../manifests/namespace';
import { objectAt } from '../../manifests/values';
import type { ObjectReader } from '../object-demand';
import { idOf } from '../object-index';
import { podAdmission } from '../pod-admission';
import { podTemplate } from '../pod-template';

/** DaemonSet: one pod on every node that it may run on, which reduces the capacity for other pods. */
export const daemonSet: ObjectReader = {
  kinds: ['apps/DaemonSet'],
  read: (object, context) => {
    const template = objectAt(object.raw, 'spec', 'template');
    const admission = podAdmission(object, template, context);
    const { group, problems, origins } = podTemplate(template, idOf(object), namespaceOf(object), admission);
    if (problems.length > 0) return { unpriced: problems, origins };
    return { daemons: [group], origins, free: billedAs('nodes-of-pods') };
  },
};
