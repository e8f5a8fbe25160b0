import type { ManifestObject } from '../../manifests/manifest-object';
import { stringAt } from '../../manifests/values';
import type { Rule } from '../rule';
import { undeclaredTargets } from '../service-targets';

/**
 * The pods of a headless Service have its DNS names without the port too. Source: kubernetes, staging/src/k8s.io/endpointslice,
 * `reconcileByAddressType`: an endpoint is added with the ports that were found.
 */
export const servicePort: Rule = {
  id: 'service-port',
  severity: 'error',
  description: 'Service targets a port name that its pods do not have',
  fix: 'Set targetPort to a port of the containers, by name or number',
  *check(context) {
    for (const { target, violation } of undeclaredTargets(context))
      if (typeof target === 'string') yield isHeadless(violation.object) ? { ...violation, severity: 'warning' } : violation;
  },
};

function isHeadless({ raw }: ManifestObject): boolean {
  return stringAt(raw, 'spec', 'clusterIP') === 'None';
}
