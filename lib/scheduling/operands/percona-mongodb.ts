import type { PlainObject } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { amountAt, at, itemsAt, objectAt, stringAt, stringsAt } from '../../manifests/values';
import { demandOfOperands, type Operand, sidecarsOf } from '../demand-of-operands';
import type { ObjectReader } from '../object-demand';

/** MongoDB of Percona's operator: replica sets, and with sharding also config servers and routers. */
export const perconaMongodb: ObjectReader = {
  kinds: ['psmdb.percona.com/PerconaServerMongoDB'],
  read: (object, context) => {
    const spec = objectAt(object.raw, 'spec');
    const sharding = objectAt(spec, 'sharding');
    const agent = at(spec, 'backup', 'enabled') === true ? objectAt(spec, 'backup') : undefined;
    const sets = itemsAt(spec, 'replsets').flatMap(({ value }) => setOperands(object, stringAt(value, 'name') ?? '', value, agent));
    const shards =
      at(sharding, 'enabled') !== true
        ? []
        : [
            ...setOperands(object, 'cfg', objectAt(sharding, 'configsvrReplSet'), agent),
            operandOf(object, 'mongos', objectAt(sharding, 'mongos'), undefined),
          ];
    return demandOfOperands(object, [...sets, ...shards], context);
  },
};

function setOperands(object: ManifestObject, name: string, set: PlainObject, agent: PlainObject | undefined): readonly Operand[] {
  const extra = ['nonvoting', 'arbiter'].flatMap((part) => {
    const section = objectAt(set, part);
    return at(section, 'enabled') === true ? [operandOf(object, `${name}-${part}`, section, part === 'arbiter' ? undefined : agent)] : [];
  });
  return [operandOf(object, name, set, agent), ...extra];
}

function operandOf({ name }: ManifestObject, part: string, section: PlainObject, agent: PlainObject | undefined): Operand {
  const claim = at(section, 'volumeSpec', 'persistentVolumeClaim');
  const apartBy = stringAt(section, 'affinity', 'antiAffinityTopologyKey') ?? 'kubernetes.io/hostname';
  // Without its own resources the backup agent requests nothing from the scheduler.
  const backup = agent !== undefined && at(agent, 'resources') !== undefined ? [['backup-agent', at(agent, 'resources')] as const] : [];
  return {
    part,
    count: amountAt(section, 'size') ?? 1,
    labels: { 'app.kubernetes.io/instance': name, 'app.kubernetes.io/replset': part, ...stringsAt(section, 'labels') },
    resources: [['mongod', at(section, 'resources')], ...backup, ...sidecarsOf(section, 'sidecars')],
    placement: section,
    ...(apartBy !== 'none' && { apartBy }),
    ...(claim !== undefined && { claims: [['data', { spec: claim }]] }),
  };
}
