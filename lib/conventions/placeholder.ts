import type { ServicePort } from '../model/service';

/** Small, for both architectures, from a registry that needs no login. */
export const PLACEHOLDER_IMAGE = 'public.ecr.aws/docker/library/busybox:1.37';

const WEB_ROOT = '/tmp/www';

interface Answering {
  readonly ports: readonly ServicePort[];
  readonly healthPath?: string;
}

/** Makes the placeholder answer where the service would: files over HTTP, an open port over TCP. It answers no UDP. */
export function placeholderCommand({ ports, healthPath = '/' }: Answering): string[] {
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
