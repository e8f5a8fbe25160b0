import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';

describe('idle pools', () => {
  it.each([
    [{ tier: 'small' }, ['bridge-nodes', 'gpu-nodes', 'host', 'python-nodes']],
    [{ tier: 'small', topology: 'single-host' }, ['bridge-nodes', 'gpu-nodes', 'nodes', 'python-nodes']],
    [{ tier: 'very-large' }, ['host']],
    [{ tier: 'very-large', compute: 'fargate' }, ['bridge-nodes', 'host', 'nodes', 'python-nodes']],
    [{ system: 'capsules', tier: 'pool' }, []],
  ])('of %j are %j', (request, pools) => {
    expect(blueprintFor(request).idlePools).toEqual(pools);
  });
});
