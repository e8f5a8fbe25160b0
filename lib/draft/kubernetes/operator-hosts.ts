import type { ManifestObject } from '../../manifests/manifest-object';
import { at, itemsAt, stringAt, stringsAt } from '../../manifests/values';
import { type ObjectIndex, sameNamespace, servicesOf } from './object-index';
import { isHostOf } from './workload-settings';

/** Endings of the Services that operators make for replicas: those of CloudNativePG, Zalando, Crunchy, mariadb-operator and Percona. */
const READ_ENDING = /-(?:ro|r|repl|replicas?|secondary|secondaries|read|reader|readonly)$/;
/** Port of HAProxy for reads. Source: Percona Operator for MySQL, "Configuring Load Balancing with HAProxy". */
const PERCONA_READS = 3307;

/** The hosts of a custom resource of an operator. */
export interface OperatorHosts {
  /** Whether a host leads to its servers. */
  isOwnHost(host: string): boolean;
  /** Whether a host leads to its replicas. */
  isReadHost(host: string): boolean;
}

/**
 * Operators name Services after the resource: database-rw, database-primary, database-haproxy. Services of the source belong to it
 * when they select its pods or are another name for one of its Services.
 */
export function operatorHosts(object: ManifestObject, poolers: readonly string[], index: ObjectIndex): OperatorHosts {
  const services = index.objects.filter(({ kind, group }) => kind === 'Service' && group === '');
  const own = services.filter((service) => sameNamespace(service, object) && leadsTo(service, [object.name, ...poolers], index));
  const isMade = (host: string) => {
    const [name = ''] = host.split('.');
    const isOfSource = services.some((service) => service.name === name);
    return (
      isHostOf(host, object.name) || poolers.some((pooler) => isHostOf(host, pooler)) || (!isOfSource && name.startsWith(`${object.name}-`))
    );
  };
  return {
    isOwnHost: (host) => own.some((service) => isHostOf(host, service.name)) || isMade(host),
    isReadHost: (host) => {
      const service = own.find((each) => isHostOf(host, each.name));
      return service === undefined ? isMade(host) && READ_ENDING.test(host.split('.')[0] ?? '') : leadsToReplicas(service);
    },
  };
}

function leadsTo(service: ManifestObject, names: readonly string[], index: ObjectIndex): boolean {
  const target = stringAt(service.raw, 'spec', 'externalName')?.split('.')[0];
  if (target !== undefined) return names.some((name) => target === name || target.startsWith(`${name}-`));
  const selected = Object.values(stringsAt(service.raw, 'spec', 'selector'));
  const hasWorkload = index.workloads.some((workload) => servicesOf(workload, index).includes(service));
  return !hasWorkload && names.some((name) => selected.includes(name));
}

function leadsToReplicas(service: ManifestObject): boolean {
  const target = stringAt(service.raw, 'spec', 'externalName')?.split('.')[0] ?? service.name;
  const selected = Object.values(stringsAt(service.raw, 'spec', 'selector'));
  const ports = itemsAt(service.raw, 'spec', 'ports').map(({ value }) => at(value, 'targetPort'));
  return READ_ENDING.test(target) || selected.some((value) => /^(?:replica|secondary)$/.test(value)) || ports.includes(PERCONA_READS);
}
