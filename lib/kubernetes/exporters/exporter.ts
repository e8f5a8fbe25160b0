import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { EXPORTERS, type ExporterName, METRICS_PORT } from '../alerts/metrics';
import { restrictedContainer } from '../security';

/** Input of `exporterContainer`. */
interface ExporterContainerProps {
  /** Name of the exporter, which determines its port. */
  readonly exporter: ExporterName;
  /** Container image of the exporter. */
  readonly image: string;
  /** Arguments of the exporter. Default: none. */
  readonly args?: readonly string[];
  /** Environment variables with the address and the login of the server. */
  readonly environment: readonly k8s.EnvVar[];
}

/** User ID of `nobody` in Debian and distroless images, for images that define no numeric user. */
const NOBODY = 65_534;

/**
 * An exporter as a sidecar of a server. It has no readiness probe, because the server must stay in its Service when the
 * exporter fails. An alert detects missing metrics.
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
