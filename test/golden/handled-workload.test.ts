import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { handledWorkload, isShort } from '../../lib/answers/handled-workload';
import { loadSystem } from '../../lib/answers/system-reference';
import { figure } from '../../lib/output/capacity-amounts';
import { SYSTEMS } from '../../tiers';

const tiers = SYSTEMS.map(loadSystem).flatMap((system) =>
  system.tiers.map(({ id }) => ({
    name: `${system.id} ${id}`,
    handled: handledWorkload(system, blueprintFor({ system: system.id, tier: id })),
  })),
);

const WIDTHS = [28, 16, 26, 18] as const;

function rowText(cells: readonly string[]): string {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[column] ?? 0))).join('');
}

test('every tier with the likelihood that it handles its own workload', async () => {
  const rows = tiers.map(({ name, handled }) => {
    const { expectedUsers, likelihood = Number.NaN } = handled;
    return rowText([name, figure(expectedUsers), figure(handled.users ?? Number.NaN), `${(100 * likelihood).toFixed(1)}%`]);
  });
  const head = rowText(['tier', 'expected users', 'users handled, 90% likely', 'likelihood']);
  await expect(`${[head, ...rows].join('\n')}\n`).toMatchFileSnapshot('./handled-workload.txt');
});

test('a tier handles its users with 90% if and only if it is 90% likely to handle its workload', () => {
  for (const { name, handled } of tiers) {
    expect(isShort(handled), name).toBe((handled.likelihood as number) < 0.9);
    expect((handled.users as number) < handled.expectedUsers, name).toBe(isShort(handled));
  }
});
