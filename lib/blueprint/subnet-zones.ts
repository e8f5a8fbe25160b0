import type { Offers } from '../catalog/offer';
import { type Problem, shown } from '../core/problems';
import type { Options } from '../model/options';
import type { SubnetZones } from './blueprint';

/**
 * The zones of the subnets of a stack: those of the `zones` option, otherwise ids from the data of the region. A change of
 * the zones replaces the subnets, and with them the databases.
 */
export function subnetZonesOf({ zones }: Pick<Options, 'zones'>, { zoneIds }: Pick<Offers, 'zoneIds'>): SubnetZones {
  if (zones === undefined) return { by: 'id', zones: zoneIds };
  const [first = '', second = '', third = ''] = zones.split(',');
  return { by: isId(first) ? 'id' : 'name', zones: [first, second, third] };
}

/** Zones of another region, zones given twice, and ids together with names. */
export function zoneProblems({ zones, region }: Pick<Options, 'zones' | 'region'>, { zoneIds }: Pick<Offers, 'zoneIds'>): Problem[] {
  if (zones === undefined) return [];
  const given = zones.split(',');
  const byId = given.every(isId);
  const prefix = byId ? `${zoneIds[0].split('-az')[0]}-az` : region;
  if (given.every((zone) => zone.startsWith(prefix)) && new Set(given).size === given.length) return [];
  return [
    {
      path: 'zones',
      received: shown(zones),
      expected: `three different zones of ${region}, all by id such as ${zoneIds.join(',')} or all by name`,
    },
  ];
}

function isId(zone: string): boolean {
  return zone.includes('-az');
}
