import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { probedPort } from './service-ports';

/** Time that a fresh container has before a failing check counts: images are large and models load. Seconds. */
const START_SECONDS = 180;
const START_PERIOD_SECONDS = 5;

/**
 * Whether a container has started, may be sent requests and still lives. A container that listens on nothing, or on UDP
 * alone, has no probes: nothing in it can be asked from outside, and it ends by itself when it fails.
 */
export function probesOf({
  ports,
  healthPath,
}: Pick<ResolvedService, 'ports' | 'healthPath'>): Pick<k8s.Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const probed = probedPort(ports);
  if (probed === undefined) return {};
  const port = k8s.IntOrString.fromString(probed.name);
  const check = probed.isHttp && healthPath !== undefined ? { httpGet: { path: healthPath, port } } : { tcpSocket: { port } };
  return {
    startupProbe: {
      ...check,
      periodSeconds: START_PERIOD_SECONDS,
      timeoutSeconds: 3,
      failureThreshold: START_SECONDS / START_PERIOD_SECONDS,
    },
    readinessProbe: { ...check, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 },
    // Slower than readiness: a restart helps nobody who is only busy.
    livenessProbe: { ...check, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
  };
}
