import { type PerconaMysqlPods, perconaMysqlLabels } from '../../conventions/operator-labels';
import type { PlainObject } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { amountAt, at, objectAt, stringAt, stringsAt } from '../../manifests/values';
import { demandOfOperands, type Operand, sidecarsOf } from '../demand-of-operands';
import type { ObjectReader } from '../object-demand';

/** Sections of the spec with servers and proxies, by kind of the resource. */
const SECTIONS: ReadonlyMap<string, readonly (readonly [part: string, path: readonly string[]])[]> = new Map(
  Object.entries<readonly (readonly [part: string, path: readonly string[]])[]>({
    PerconaServerMySQL: [
      ['mysql', ['mysql']],
      ['haproxy', ['proxy', 'haproxy']],
      ['router', ['proxy', 'router']],
      ['orchestrator', ['orchestrator']],
    ],
    PerconaXtraDBCluster: [
      ['pxc', ['pxc']],
      ['haproxy', ['haproxy']],
      ['proxysql', ['proxysql']],
    ],
  }),
);

const SERVERS: readonly string[] = ['mysql', 'pxc'];

/** MySQL of Percona's operators: servers with their volumes, and proxies. */
export const perconaMysql: ObjectReader = {
  kinds: ['ps.percona.com/PerconaServerMySQL', 'pxc.percona.com/PerconaXtraDBCluster'],
  read: (object, context) => {
    const sections = SECTIONS.get(object.kind) ?? [];
    const operands = sections.flatMap(([part, path]) => {
      const section = objectAt(object.raw, 'spec', ...path);
      const runs = SERVERS.includes(part) || at(section, 'enabled') === true;
      return runs ? [operandOf(object, part, section)] : [];
    });
    return demandOfOperands(object, operands, context);
  },
};

/** Labels of pods: the operator for Percona Server replaces those of the resource. */
function podLabels({ kind, name }: ManifestObject, part: string, own: Readonly<Record<string, string>>): Operand['labels'] {
  return kind === 'PerconaServerMySQL'
    ? { ...own, ...perconaMysqlLabels(name, part as PerconaMysqlPods) }
    : { 'app.kubernetes.io/instance': name, 'app.kubernetes.io/component': part, ...own };
}

function operandOf(object: ManifestObject, part: string, section: PlainObject): Operand {
  const claim = at(section, 'volumeSpec', 'persistentVolumeClaim');
  const apartBy = stringAt(section, 'affinity', 'antiAffinityTopologyKey') ?? 'kubernetes.io/hostname';
  return {
    part,
    count: amountAt(section, 'size') ?? 1,
    labels: podLabels(object, part, stringsAt(section, 'labels')),
    resources: [[part, at(section, 'resources')], ...sidecarsOf(section, 'sidecars')],
    placement: section,
    ...(apartBy !== 'none' && { apartBy }),
    ...(claim !== undefined && { claims: [['data', { spec: claim }]] }),
  };
}
