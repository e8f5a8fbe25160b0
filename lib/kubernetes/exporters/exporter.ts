import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { EXPORTERS, type ExporterName, METRICS_PORT } from '../alerts/metrics';
import { restrictedContainer } from '../security';

export interface ExporterContainerProps {
  readonly exporter: ExporterName;
  readonly image: string;
  readonly args?: readonly string[];
  readonly environment: readonly k8s.EnvVar[];
}

/** User of images that name none by number: `nobody` of Debian and of distroless images. */
const NOBODY = 65_534;

/**
 * A container beside a server. It has no readiness probe: a server whose exporter fails still serves, and must stay in
 * its Service. That metrics are missing is an alert of its own.
 */
export function exporterContainer({ exporter, image, args, environment }: ExporterContainerProps): k8s.Container {
  const memory = k8s.Quantity.fromString('64Mi');
  return {
    name: 'exporter',
    image,
    ...(args === undefined ? {} : { args: [...args] }),
    env: [...environment],
    ports: [{ name: METRICS_PORT, containerPort: EXPORTERS[exporter].port }],
    resources: { requests: { cpu: k8s.Quantity.fromString('20m'), memory }, limits: { memory } },
    securityContext: { ...restrictedContainer(), runAsUser: NOBODY, runAsGroup: NOBODY },
    livenessProbe: {
      httpGet: { path: '/', port: k8s.IntOrString.fromString(METRICS_PORT) },
      periodSeconds: 30,
      timeoutSeconds: 5,
    },
  };
}
