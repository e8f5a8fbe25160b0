import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { probedPort } from './service-ports';

/** Seconds that a container has to start before it is restarted: images are large, and models are loaded. */
const START_SECONDS = 180;
const START_PERIOD_SECONDS = 5;

/**
 * Startup, readiness and liveness probes. A container without ports, or with UDP ports only, has no probes: the kubelet
 * cannot check it over the network, and the process exits when it fails.
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
    // Slower than the readiness probe: a restart does not help a container that is only overloaded.
    livenessProbe: { ...check, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
  };
}
