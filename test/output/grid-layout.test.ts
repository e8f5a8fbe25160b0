import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../lib/output/grid-layout';
import type { Grid, Row } from '../../lib/output/report';

const lines = (grid: Grid, width: number) => layOut(grid, width).map((line) => line.text);

const grid = (rows: readonly Row[], columns = 2): Grid => ({
  kind: 'grid',
  columns: [
    { heading: ['item'], align: 'left', wraps: true },
    ...Array.from({ length: columns - 1 }, (_, index) => ({ heading: [`column ${index + 1}`], align: 'right' as const })),
  ],
  rows,
});

describe('a table', () => {
  test('aligns names left and numbers right, and rules sums off', () => {
    const rows: Row[] = [{ cells: ['compute', '$5'] }, { cells: ['monthly', '$1,234'], ruleAbove: true }];
    expect(lines(grid(rows), 80)).toEqual([' item     column 1', ' compute        $5', ' ─────────────────', ' monthly    $1,234']);
  });

  test('hangs footnote marks outside of the numbers', () => {
    const rows: Row[] = [{ cells: ['a', { text: '$1,234,567', marks: '¹' }] }, { cells: ['b', '$5'] }];
    expect(lines(grid(rows), 80).slice(1)).toEqual([' a     $1,234,567¹', ' b             $5']);
  });

  test('wraps the wrapping column before it drops rows or splits the table', () => {
    const rows: Row[] = [{ cells: ['  Instance hours (db.m6g.large, Multi-AZ)', '$5'] }];
    expect(lines(grid(rows), 36)).toEqual([
      ' item                       column 1',
      '   Instance hours                 $5',
      '     (db.m6g.large,',
      '     Multi-AZ)',
    ]);
  });

  test('drops optional rows where it would not fit with them', () => {
    const rows: Row[] = [{ cells: ['nodes', 'a very long instance type'], optional: true }, { cells: ['compute', '$5'] }];
    expect(lines(grid(rows), 80)).toHaveLength(3);
    expect(lines(grid(rows), 25)).toEqual([' item     column 1', ' compute        $5']);
  });

  test('continues columns below when they do not fit side by side, each part with the names', () => {
    const wide: Grid = { ...grid([{ cells: ['compute', '$1', '$2', '$3'] }], 4) };
    const narrow: Grid = { ...wide, columns: wide.columns.map(({ heading, align }) => ({ heading, align })) };
    expect(lines(narrow, 30)).toEqual([
      ' item     column 1  column 2',
      ' compute        $1        $2',
      '',
      ' item     column 3',
      ' compute        $3',
    ]);
  });

  test('wraps within a part that is still too wide', () => {
    const wide: Grid = {
      kind: 'grid',
      columns: [
        { heading: ['tier'], align: 'left' },
        { heading: ['concurrent users'], align: 'right' },
        { heading: ['description'], align: 'left', wraps: true },
      ],
      rows: [{ cells: ['medium', '50', 'businesses of a size between small and large'] }],
    };
    expect(lines(wide, 34)).toEqual([
      ' tier    concurrent users',
      ' medium                50',
      '',
      ' tier    description',
      ' medium  businesses of a size',
      '           between small and large',
    ]);
  });

  describe('with a word that would be cut', () => {
    const type = 'AWS::ElasticLoadBalancingV2::TargetGroup';
    const moves = (align: 'left' | 'right'): Grid => ({
      kind: 'grid',
      columns: [
        { heading: ['component'], align },
        { heading: ['class'], align: 'left' },
        { heading: ['resource'], align: 'left', wraps: true },
      ],
      rows: [
        { cells: ['entry', 'in-place', `Target (${type})`], style: 'warning', details: ['TargetType: replaces it'] },
        { cells: ['api', 'created', 'Api'] },
      ],
    });

    test('has its column below the rows, in their style', () => {
      expect(layOut(moves('left'), 50)).toEqual([
        { text: ' component  class', style: 'heading' },
        { text: '   resource', style: 'heading' },
        { text: ' entry      in-place', style: 'warning' },
        { text: '   Target', style: 'warning' },
        { text: `   (${type})`, style: 'warning' },
        { text: '     TargetType: replaces it', style: 'detail' },
        { text: ' api        created', style: 'plain' },
        { text: '   Api', style: 'plain' },
      ]);
    });

    test('leaves a column of numbers free below', () => {
      expect(lines(moves('right'), 60).slice(2, 5)).toEqual(['     entry  in-place', `            Target`, `            (${type})`]);
    });

    test('stays in one row where it fits', () => {
      expect(lines(moves('left'), 80)[1]).toBe(` entry      in-place  Target (${type})`);
    });
  });

  test('shows every cell at any width', () => {
    const cells = fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), fc.integer({ min: 40, max: 200 }), (rows, width) => {
        const text = lines(
          grid(
            rows.map((row) => ({ cells: row })),
            4,
          ),
          width,
        ).join('\n');
        for (const cell of rows.flat()) expect(text).toContain(cell);
      }),
    );
  });
});

describe('a table of many rows', () => {
  const many = (rows: number, row: () => Grid['rows'][number]): Grid => ({
    kind: 'grid',
    columns: [
      { heading: ['name'], align: 'left', wraps: true },
      { heading: ['amount'], align: 'right' },
    ],
    rows: Array.from({ length: rows }, row),
  });

  test('each row is read a fixed number of times', () => {
    const readsOf = (rows: number) => {
      let reads = 0;
      const row = {
        get cells() {
          reads += 1;
          return ['a', { text: '1', marks: '*' }];
        },
      };
      expect(
        lines(
          many(rows, () => row),
          80,
        ),
      ).toHaveLength(rows + 1);
      return reads;
    };
    expect(readsOf(2_000) / readsOf(200)).toBeLessThan(11);
  });

  test('a list that is too long for the arguments of a function', () => {
    expect(
      lines(
        many(200_000, () => ({ cells: ['a', '1'] })),
        80,
      ),
    ).toHaveLength(200_001);
  });
});
