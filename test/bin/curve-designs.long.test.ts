import { expect, test } from 'vitest';
import { CurveJson } from '../../lib/output/json/curve';
import { sizing } from '../support/run';

test('curve --designs has at each point the cost of `sizing design`', async () => {
  const { stdout } = await sizing(['curve', 'aiva', '--min-users', '300', '--max-users', '350', '--designs', '--json']);
  const { points } = CurveJson.parse(JSON.parse(stdout));
  const designed = await sizing(['design', 'aiva', '--users', '350', '--json']);
  const { base, design } = JSON.parse(designed.stdout);
  expect(points.at(-1)).toMatchObject({ users: 350, design: { base, monthlyUsd: design.monthlyUsd } });
  expect(points[0]?.design?.monthlyUsd?.mid).toBeLessThan(design.monthlyUsd.mid);
});

test('curve has designs only with --designs, and none on a single host', async () => {
  const argv = ['curve', 'aiva', '--min-users', '5', '--max-users', '10'];
  const { points } = CurveJson.parse(JSON.parse((await sizing([...argv, '--json'])).stdout));
  expect(points.map(({ design }) => design)).toEqual(points.map(() => undefined));
  const { code, stderr } = await sizing([...argv, '--designs', '--topology', 'single-host']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('on a single host every service has one instance') });
});
