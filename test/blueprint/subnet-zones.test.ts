import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { REGIONS } from '../../lib/model/options';

const zonesOf = (request: Record<string, unknown>) => blueprintFor({ system: 'aiva', tier: 'small', ...request }).network.subnetZones;

describe('the zones of the subnets', () => {
  // Amazon EKS user guide, "View Amazon EKS networking requirements for VPC and subnets": zones without EKS.
  it.each(REGIONS)('in %s are three different ids, none of a zone that EKS does not support', (region) => {
    const { by, zones } = zonesOf({ region });
    expect(by).toBe('id');
    expect(new Set(zones).size).toBe(3);
    for (const zone of zones) expect(['use1-az3', 'usw1-az2', 'cac1-az3']).not.toContain(zone);
  });

  it('are those of the option, by id or by name', () => {
    expect(zonesOf({ zones: 'use1-az2,use1-az4,use1-az6' })).toEqual({ by: 'id', zones: ['use1-az2', 'use1-az4', 'use1-az6'] });
    expect(zonesOf({ zones: 'us-east-1c,us-east-1d,us-east-1f' })).toEqual({
      by: 'name',
      zones: ['us-east-1c', 'us-east-1d', 'us-east-1f'],
    });
  });

  it.each([
    ['of another region', 'usw2-az1,usw2-az2,usw2-az3'],
    ['given twice', 'use1-az1,use1-az1,use1-az2'],
    ['by id and by name', 'use1-az1,us-east-1b,use1-az4'],
  ])('%s are refused', (_what, zones) => {
    expect(() => zonesOf({ zones })).toThrow(/zones: invalid value .*; expected three different zones of us-east-1/);
  });

  it.each(['use1-az1', 'use1-az1,use1-az2', 'x', ''])('"%s" is refused as no list of three zones', (zones) => {
    expect(() => zonesOf({ zones })).toThrow(/zones: /);
  });
});
