import type { ServicePort } from '../model/service';

/** Image of services without an image: small, for amd64 and arm64, from a registry without login. */
export const PLACEHOLDER_IMAGE = 'public.ecr.aws/docker/library/busybox:1.37';

/** The image tag that requests the placeholder. */
export const PLACEHOLDER_TAG = 'placeholder';

const WEB_ROOT = '/tmp/www';

/** A service, as far as the placeholder needs it. */
interface PlaceholderService {
  /** Ports that the placeholder listens on. */
  readonly ports: readonly ServicePort[];
  /** Path of health checks. Default: `/`. */
  readonly healthPath?: string;
}

/** Command that makes the placeholder answer on the HTTP and TCP ports of the service. It does not answer UDP. */
export function placeholderCommand({ ports, healthPath = '/' }: PlaceholderService): string[] {
  const page = `${WEB_ROOT}${healthPath.endsWith('/') ? `${healthPath}index.html` : healthPath}`;
  const servers = ports.flatMap(({ port, protocol }) => {
    if (protocol === 'http') return [`httpd -p ${port} -h ${WEB_ROOT}`];
    if (protocol === 'udp') return [];
    return [`(while true; do nc -l -p ${port} -e true; done) &`];
  });
  const prepare = ports.some(({ protocol }) => protocol === 'http')
    ? [`mkdir -p "$(dirname ${page})"`, `echo "no image yet" > ${page}`]
    : [];
  return ['sh', '-c', [...prepare, ...servers, 'exec sleep 2147483647'].join('\n')];
}
